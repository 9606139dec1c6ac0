// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/stock_work.h"

#include "ui/parts/words.h"
#include "ui/port/desk_port.h"

namespace seonchak {

StockWork::StockWork(DeskPort &port, QObject *parent)
    : QObject(parent)
    , m_port(port)
{
}

void StockWork::generate(qint64 count)
{
    if (!begin(tr("Generating %1 coupons…").arg(Words::number(count)), count))
        return;
    GenerateOrder order;
    order.count = count;
    order.push = false;
    runGenerate(this, m_port, order);
}

void StockWork::push(qint64 expected)
{
    if (begin(tr("Pushing the waiting coupons into the stock…"), expected))
        runPush(this, m_port);
}

bool StockWork::begin(const QString &sentence, qint64 total)
{
    if (std::exchange(m_atWork, true))
        return false;
    Q_EMIT started(sentence, total);
    return true;
}

Work StockWork::teller(QPointer<StockWork> self)
{
    Work work;
    work.progress = [self](qint64 done) {
        if (self && self->m_atWork)
            Q_EMIT self->progressed(done);
    };
    return work;
}

QCoro::Task<> StockWork::runGenerate(QPointer<StockWork> self, DeskPort &port, GenerateOrder order)
{
    auto task = port.generate(order, teller(self));
    const auto result = co_await task;
    if (self)
        self->endGenerate(order.count, result);
}

QCoro::Task<> StockWork::runPush(QPointer<StockWork> self, DeskPort &port)
{
    auto task = port.push(teller(self));
    const auto result = co_await task;
    if (self)
        self->endPush(result);
}

void StockWork::endGenerate(qint64 ordered, const Result<Generated> &result)
{
    if (!result)
        return end(false, tr("Generating did not finish. %1").arg(Words::advice(result.error())),
                   result.error().detail);
    const QString made = Words::number(result->generated);
    if (result->generated < ordered)
        return end(false, tr("Only %1 of %2 coupons were generated: the database stopped answering. "
                             "Generate again when its light is green.")
                              .arg(made, Words::number(ordered)));
    end(true, tr("%1 coupons were generated. They wait to be pushed into the stock.").arg(made));
}

void StockWork::endPush(const Result<Pushed> &result)
{
    if (!result)
        return end(false, tr("The push did not finish. %1").arg(Words::advice(result.error())),
                   result.error().detail);
    if (result->pushed == 0)
        return end(true, tr("There was nothing to push: no coupon is waiting. Generate some first."));
    end(true, tr("%1 coupons were pushed. The stock holds %2 now.")
                  .arg(Words::number(result->pushed), Words::number(result->available)));
}

void StockWork::end(bool fine, const QString &sentence, const QString &detail)
{
    m_atWork = false;
    if (!detail.isEmpty())
        qWarning("the window's order failed: %s", qUtf8Printable(detail));
    Q_EMIT ended(fine, sentence, detail);
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/stock_work.h"

#include "ui/parts/coupon_words.h"
#include "ui/parts/moment.h"
#include "ui/parts/words.h"
#include "ui/port/desk_port.h"

#include <algorithm>

namespace seonchak {

/// A failure must be visible to a person who returns to the desk later.
bool StockWork::State::isFresh(WallMs now) const
{
    constexpr WallMs keptMs = 60'000;
    constexpr WallMs failureKeptMs = 600'000;
    return !sentence.isEmpty() && now - endedAt < (failed ? failureKeptMs : keptMs);
}

bool StockWork::State::isOverBy(const Status &status, WallMs now) const
{
    constexpr WallMs oldestReadingMs = 2000; // One that was asked for before does not know of the act.
    if (atWork || failed || now - endedAt < oldestReadingMs)
        return false;
    switch (act) {
    case Act::Pause:
        return !status.paused || status.sale.state == SaleView::State::Closed;
    case Act::Resume:
        return status.paused || status.sale.state == SaleView::State::Closed;
    case Act::Generate:
        return status.stockKnown && status.stock.staged == 0;
    case Act::None:
    case Act::Push:
    case Act::Void:
    case Act::PlanVoid:
        break;
    }
    return false;
}

StockWork::StockWork(DeskPort &port, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_port(port)
    , m_clock(clock)
{
}

void StockWork::generate(const GenerateOrder &order)
{
    if (begin(Act::Generate,
              CouponWords::counted(order.count, tr("Generating 1 coupon…"), tr("Generating %1 coupons…")),
              order.count, true))
        runGenerate(this, m_port, order);
}

void StockWork::push(qint64 expected)
{
    if (begin(Act::Push, tr("Pushing the waiting coupons into the stock…"), expected, true))
        runPush(this, m_port);
}

void StockWork::voidUnissued(qint64 expected)
{
    if (begin(Act::Void, tr("Voiding the unissued coupons…"), expected, true))
        runVoid(this, m_port);
}

void StockWork::setPaused(bool paused)
{
    if (begin(paused ? Act::Pause : Act::Resume, paused ? tr("Pausing…") : tr("Resuming…"), 0, false))
        runPause(this, m_port, paused);
}

void StockWork::planVoid()
{
    if (begin(Act::PlanVoid, tr("Counting what would be voided…"), 0, false))
        runPlan(this, m_port);
}

void StockWork::stop()
{
    if (!m_state.canStop || std::exchange(m_state.stopping, true))
        return;
    m_state.sentence = tr("Stopping: what has been begun is finished first…");
    m_stop.request_stop();
    Q_EMIT progressed(m_state.done);
}

void StockWork::decline(const QString &sentence)
{
    if (!m_state.atWork)
        end(true, sentence);
}

bool StockWork::begin(Act act, const QString &sentence, qint64 total, bool canStop)
{
    if (m_state.atWork)
        return false;
    m_state = {};
    m_state.act = act;
    m_state.atWork = true;
    m_state.canStop = canStop;
    m_state.sentence = sentence;
    m_state.total = total;
    m_stop = {};
    ++m_run;
    Q_EMIT started();
    return true;
}

Work StockWork::teller()
{
    Work work;
    work.stop = m_stop.get_token();
    work.progress = [self = QPointer(this), run = m_run](qint64 done) {
        if (!self || !self->m_state.atWork || self->m_run != run)
            return;
        self->m_state.done = done;
        Q_EMIT self->progressed(done);
    };
    return work;
}

QCoro::Task<> StockWork::runGenerate(QPointer<StockWork> self, DeskPort &port, GenerateOrder order)
{
    auto task = port.generate(order, self->teller());
    const auto result = co_await task;
    if (self)
        self->endGenerate(order, result);
}

QCoro::Task<> StockWork::runPush(QPointer<StockWork> self, DeskPort &port)
{
    auto task = port.push(self->teller());
    const auto result = co_await task;
    if (!self)
        co_return;
    // Some were waiting when it was begun.
    const bool wasLate = result && result->pushed == 0 && self->m_state.total > 0 && !self->m_state.stopping;
    self->endPush(result);
    if (wasLate)
        tellFirst(self, port, Act::Push);
}

QCoro::Task<> StockWork::runVoid(QPointer<StockWork> self, DeskPort &port)
{
    auto task = port.voidUnissued(self->teller());
    const auto result = co_await task;
    if (self)
        self->endVoid(result);
}

QCoro::Task<> StockWork::runPause(QPointer<StockWork> self, DeskPort &port, bool paused)
{
    auto task = port.setPaused(paused);
    const auto result = co_await task;
    if (!self)
        co_return;
    if (!result)
        co_return self->fail(paused ? tr("Issuing was not paused. %1") : tr("Issuing was not resumed. %1"),
                             result.error());
    self->end(true, paused ? tr("Issuing was paused.") : tr("Issuing was resumed."));
    tellFirst(self, port, paused ? Act::Pause : Act::Resume);
}

namespace {

/// How the trail tells of an act that found nothing to do, and of one that did it.
struct StockActTold
{
    QString action;
    QString about;
    QString needless;
    QString done;
};

StockActTold toldOf(StockWork::Act act)
{
    const QString issuing = QStringLiteral("issuing");
    if (act == StockWork::Act::Pause)
        return {QStringLiteral("pause"), issuing, QStringLiteral("done: was paused already"),
                QStringLiteral("done: paused")};
    if (act == StockWork::Act::Resume)
        return {QStringLiteral("resume"), issuing, QStringLiteral("done: was not paused"),
                QStringLiteral("done: resumed")};
    return {QStringLiteral("push"), QStringLiteral("all staged coupons"), QStringLiteral("done: 0 pushed"),
            QStringLiteral("done")};
}

} // namespace

QCoro::Task<> StockWork::tellFirst(QPointer<StockWork> self, DeskPort &port, Act act)
{
    const int run = self->m_run;
    const StockActTold told = toldOf(act);
    AuditFilter filter;
    filter.action = told.action;
    filter.text = told.about;
    auto asked = port.audit(filter);
    const auto page = co_await asked;
    if (!self || self->m_run != run || !page || page->items.isEmpty() ||
        !page->items.first().result.startsWith(told.needless)) // The newest entry is this window's own.
        co_return;
    const auto first = std::ranges::find_if(page->items, [&told](const AuditEntry &entry) {
        return entry.result.startsWith(told.done) && !entry.result.startsWith(told.needless);
    });
    if (first == page->items.end())
        co_return;
    const QString words = act == Act::Pause    ? tr("Issuing was paused already: %1 did it at %2.")
                          : act == Act::Resume ? tr("Issuing was resumed already: %1 did it at %2.")
                                               : tr("There was nothing left to push: %1 pushed at %2.");
    self->end(true, words.arg(first->actor, moment::second(first->at)));
}

QCoro::Task<> StockWork::runPlan(QPointer<StockWork> self, DeskPort &port)
{
    auto task = port.planVoid();
    const auto plan = co_await task;
    if (!self)
        co_return;
    if (!plan)
        co_return self->fail(tr("It could not be counted what would be voided. %1"), plan.error());
    if (plan->toVoid() == 0)
        co_return self->end(true, tr("There is nothing to void: no coupon is unissued."));
    self->m_state.atWork = false;
    self->m_state.sentence.clear();
    Q_EMIT self->ended();
    Q_EMIT self->planned(*plan);
}

void StockWork::endGenerate(const GenerateOrder &order, const Result<Generated> &result)
{
    if (!result && result.error().partly)
        return end(false,
                   tr("Only %1 of %2 coupons were generated, %3 of them are in the stock. Generate the "
                      "missing ones when both lights are green.")
                       .arg(Words::number(result.error().partly->made), Words::number(order.count),
                            Words::number(result.error().partly->pushed)),
                   result.error().detail);
    if (!result)
        return fail(tr("Generating did not finish. %1"), result.error());
    const QString made = Words::number(result->generated);
    if (result->generated < order.count && m_state.stopping)
        return end(true,
                   tr("Stopped: %1 of %2 coupons were generated.").arg(made, Words::number(order.count)));
    if (result->generated < order.count)
        return end(false, tr("Only %1 of %2 coupons were generated: the database stopped answering. "
                             "Generate again when its light is green.")
                              .arg(made, Words::number(order.count)));
    if (!order.push)
        return end(true,
                   CouponWords::counted(
                       result->generated, tr("1 coupon was generated. It waits to be pushed into the stock."),
                       tr("%1 coupons were generated. They wait to be pushed into the stock.")));
    const bool all = result->pushed >= result->generated;
    end(all,
        all ? CouponWords::counted(result->generated, tr("1 coupon was generated and pushed into the stock."),
                                   tr("%1 coupons were generated and pushed into the stock."))
            : tr("%1 coupons were generated, %2 of them pushed. Push the others when Redis is back.")
                  .arg(made, Words::number(result->pushed)));
}

void StockWork::endPush(const Result<Pushed> &result)
{
    if (!result)
        return fail(tr("The push did not finish. %1"), result.error());
    if (m_state.stopping)
        return end(true, CouponWords::counted(result->pushed, tr("Stopped: 1 coupon was pushed."),
                                              tr("Stopped: %1 coupons were pushed.")));
    if (result->pushed == 0)
        return end(true, tr("There was nothing to push: no coupon is waiting. Generate some first."));
    end(true, CouponWords::counted(result->pushed, tr("1 coupon was pushed into the stock."),
                                   tr("%1 coupons were pushed into the stock.")));
}

void StockWork::endVoid(const Result<qint64> &result)
{
    if (!result && result.error().trouble == Trouble::NeedsSecond)
        return end(true, tr("Nothing was voided yet: a second person has five minutes to approve it."));
    if (!result)
        return fail(tr("Voiding did not finish. %1"), result.error());
    end(true, m_state.stopping
                  ? CouponWords::counted(*result, tr("Stopped: 1 coupon was voided."),
                                         tr("Stopped: %1 coupons were voided."))
                  : CouponWords::counted(*result, tr("1 coupon was voided."), tr("%1 coupons were voided.")));
}

void StockWork::fail(const QString &sentence, const Error &error)
{
    end(false, sentence.arg(Words::advice(error)), error.detail);
}

void StockWork::end(bool fine, const QString &sentence, const QString &detail)
{
    m_state.atWork = m_state.canStop = m_state.stopping = false;
    m_state.failed = !fine;
    m_state.endedAt = m_clock.wallMs();
    m_state.sentence = sentence;
    m_state.detail = detail;
    if (!detail.isEmpty())
        qWarning("the window's order failed: %s", qUtf8Printable(detail));
    Q_EMIT ended();
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the buttons of the stock begin, and what is asked before.
#include "ui/dashboard/stock_panel.h"

#include "ui/dashboard/generate_dialog.h"
#include "ui/dashboard/stock_work.h"
#include "ui/parts/asker.h"
#include "ui/parts/coupon_words.h"
#include "ui/parts/words.h"
#include "ui/port/desk_port.h"
#include "ui/port/opening_guard.h"

namespace seonchak {

void StockPanel::order(qint64 count, bool push)
{
    GenerateOrder order;
    order.count = count;
    order.push = push;
    generate(order);
}

void StockPanel::generate(const GenerateOrder &order)
{
    if (!order.push)
        return m_work.generate(order);
    guard([this, order] { m_work.generate(order); });
}

void StockPanel::push()
{
    guard([this] { m_work.push(m_staged); });
}

/// The first push opens a sale that has no opening time to come.
void StockPanel::guard(std::function<void()> go)
{
    if (!m_context.guard || !m_opensByPush)
        return go();
    m_context.guard->ask(
        window(), QStringLiteral("before the first push"),
        [self = QPointer(this), go = std::move(go)] {
            if (self && !self->m_ending)
                go();
        },
        [self = QPointer(this)] {
            if (self)
                self->m_work.decline(tr("Nothing was put into the stock."));
        });
}

void StockPanel::askForOrder()
{
    auto *dialog = new GenerateDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &GenerateDialog::ordered, this, &StockPanel::generate);
    dialog->open();
}

void StockPanel::pauseOrResume()
{
    const bool pause = !m_paused;
    if (!m_context.port.sale().live)
        return m_brake.setPaused(pause);
    Question question;
    question.title = pause ? tr("Pause issuing?") : tr("Resume issuing?");
    question.consequence = pause
                               ? tr("This is the real sale. Until you resume, nobody gets a coupon, from any "
                                    "server of this sale; who asks is told to come back later.")
                               : tr("This is the real sale. Coupons are issued again at once, by every "
                                    "server of this sale.");
    question.action = pause ? tr("Pause issuing") : tr("Resume issuing");
    question.destructive = pause;
    m_context.asker.ask(this, question, [this, pause](bool yes) {
        if (yes)
            m_brake.setPaused(pause);
        else
            m_brake.decline(pause ? tr("Issuing was not paused.") : tr("Issuing was not resumed."));
    });
}

void StockPanel::askToVoid(const VoidPlan &plan)
{
    const SaleSign sale = m_context.port.sale();
    const QString many = Words::number(plan.toVoid());
    Question question;
    question.title = tr("Void all unissued coupons?");
    question.consequence =
        tr("Voids %1 unissued coupons: %2 wait to be pushed, %3 are in the stock. %4 are in "
           "flight and stay; %5 are issued and stay. A voided coupon does not come back.")
            .arg(many, Words::number(plan.staged), Words::number(plan.available),
                 Words::number(plan.inFlight), Words::number(plan.issued));
    if (sale.secondPerson)
        question.consequence += u' ' + Words::twoPersons();
    question.action = CouponWords::counted(plan.toVoid(), tr("Void 1 coupon"), tr("Void %1 coupons"));
    question.typed = sale.typed();
    m_context.asker.ask(this, question, [this, expected = plan.toVoid()](bool yes) {
        if (yes && !m_ending)
            m_voiding.voidUnissued(expected);
    });
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/stock_questions.h"

#include "ui/parts/coupon_words.h"
#include "ui/parts/words.h"

namespace seonchak {

Question StockQuestions::pause(bool pause)
{
    Question question;
    question.title = pause ? tr("Pause issuing?") : tr("Resume issuing?");
    question.consequence = pause
                               ? tr("This is the real sale. Until you resume, nobody gets a coupon, from any "
                                    "server of this sale; who asks is told to come back later.")
                               : tr("This is the real sale. Coupons are issued again at once, by every "
                                    "server of this sale.");
    question.action = pause ? tr("Pause issuing") : tr("Resume issuing");
    question.destructive = pause;
    return question;
}

Question StockQuestions::voidAll(const VoidPlan &plan, const SaleSign &sale)
{
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
    return question;
}

} // namespace seonchak

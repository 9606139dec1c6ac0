// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/approval_words.h"

#include "ui/parts/coupon_words.h"
#include "ui/parts/moment.h"
#include "ui/parts/words.h"

namespace seonchak {

QString ApprovalWords::act(const QList<Approval> &what)
{
    const bool one = what.size() == 1;
    const QString many = Words::number(what.size());
    switch (what.first().act) {
    case Approval::Act::VoidAll:
        return tr("void every coupon that is not issued");
    case Approval::Act::DeclareIssued:
        return one ? tr("book the doubt of reservation %1 as issued").arg(what.first().subject)
                   : tr("book %1 doubts as issued").arg(many);
    case Approval::Act::Restore:
        return one ? tr("give the doubt of reservation %1 back to the stock").arg(what.first().subject)
                   : tr("give %1 doubts back to the stock").arg(many);
    }
    Q_UNREACHABLE();
}

QString ApprovalWords::title(const QList<Approval> &what)
{
    const Approval &first = what.first();
    if (!first.own)
        return tr("%1 asks for a second person: %2").arg(first.actor, act(what));
    switch (first.state) {
    case Approval::State::Approved:
        return tr("%1 has approved: %2").arg(first.second, act(what));
    case Approval::State::Declined:
        return tr("%1 has declined: %2").arg(first.second, act(what));
    case Approval::State::Waiting:
    case Approval::State::Done:
        break;
    }
    return tr("You wait for a second person: %1").arg(act(what));
}

QString ApprovalWords::sentence(const QList<Approval> &what)
{
    const Approval &first = what.first();
    const QString until = moment::second(first.until);
    if (!first.own)
        return tr("Until %1. Nothing is done before somebody else has approved it; then %2 carries it out.")
            .arg(until, first.person);
    if (first.state == Approval::State::Declined)
        return tr("Nothing was done.");
    return first.state == Approval::State::Approved
               ? tr("Carry it out before %1, or withdraw it.").arg(until)
               : tr("Somebody else whose role allows it approves it at their window before %1.").arg(until);
}

QString ApprovalWords::consequence(const QList<Approval> &what)
{
    const QString who = what.first().actor;
    if (what.first().act == Approval::Act::VoidAll)
        return tr("%1 may then void every coupon that is not issued, for good. Those in flight or issued "
                  "stay.")
            .arg(who);
    QStringList numbers;
    constexpr qsizetype mostNamed = 8;
    for (const Approval &one : what.first(std::min(mostNamed, what.size())))
        numbers << QString::number(one.subject);
    if (what.size() > mostNamed)
        numbers << tr("and %1 more").arg(Words::number(what.size() - mostNamed));
    const QString list = numbers.join(QStringLiteral(", "));
    return what.first().act == Approval::Act::Restore
               ? tr("%1 may then give the coupons of these reservations back to the stock, and their users "
                    "get "
                    "none of them: %2. Look at them under In doubt first.")
                     .arg(who, list)
               : tr("%1 may then book the coupons of these reservations as issued, for good, and the store "
                    "is "
                    "not asked: %2. Look at them under In doubt first.")
                     .arg(who, list);
}

QString ApprovalWords::carriedOut(const QList<Approval> &what, qint64 done, qint64 left)
{
    const QString many = Words::number(done);
    if (what.first().act == Approval::Act::VoidAll)
        return CouponWords::counted(done, tr("1 coupon was voided."), tr("%1 coupons were voided."));
    const QString settled = what.first().act == Approval::Act::Restore
                                ? tr("Back in the stock: %1.").arg(many)
                                : tr("Booked as issued: %1.").arg(many);
    return left == 0 ? settled : settled + u' ' + tr("As before: %1.").arg(Words::number(left));
}

QString ApprovalWords::refused(const Error &error)
{
    switch (error.trouble) {
    case Trouble::NotFound:
        return tr("It is done, was declined or has run out.");
    case Trouble::Conflict:
        return tr("Requesters cannot approve their own request.");
    case Trouble::NeedsSecond:
        return tr("The approval has run out or was used, so a second person was asked again.");
    default:
        return Words::advice(error);
    }
}

} // namespace seonchak

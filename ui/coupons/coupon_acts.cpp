// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/coupon_acts.h"

#include "ui/coupons/list_words.h"
#include "ui/parts/words.h"

namespace seonchak {

CouponActs::CouponActs(DeskPort &port, QObject *parent)
    : QObject(parent)
    , m_port(port)
{
}

QString CouponActs::whyNotEdited(const Coupon &coupon)
{
    switch (coupon.status) {
    case CouponStatus::Staged:
    case CouponStatus::Available:
        return {};
    case CouponStatus::Reserved:
        return tr("It is reserved for somebody at this moment. Look again in a second.");
    case CouponStatus::InDoubt:
        return tr("It is in doubt whether somebody has it. Settle that first.");
    case CouponStatus::Issued:
        return tr("It has been issued: its user has this code in hand.");
    case CouponStatus::Void:
        break;
    }
    return tr("It is void already.");
}

QString CouponActs::whyNotVoided(const Coupon &coupon)
{
    return coupon.status == CouponStatus::Issued ? tr("It has been issued: it is its user's.")
                                                 : whyNotEdited(coupon);
}

void CouponActs::rename(const Coupon &coupon, const QByteArray &code)
{
    if (const auto fault = ListWords::faultOf(code); !fault.isEmpty()) {
        Q_EMIT renameEnded(coupon.id);
        Q_EMIT said(tr("The code was not changed. %1").arg(fault), true);
        return;
    }
    runRename(this, m_port, coupon, code);
}

QCoro::Task<> CouponActs::runRename(QPointer<CouponActs> self, DeskPort &port, Coupon coupon, QByteArray code)
{
    auto task = port.rename(coupon.id, code);
    const auto renamed = co_await task;
    if (!self)
        co_return;
    if (renamed)
        Q_EMIT self->changed(*renamed);
    Q_EMIT self->renameEnded(coupon.id);
    if (renamed) {
        Q_EMIT self->said(
            tr("%1 is called %2 now.").arg(ListWords::shown(coupon.code), ListWords::shown(renamed->code)),
            false);
        co_return;
    }
    const Error &error = renamed.error();
    QString why = Words::advice(error);
    if (error.trouble == Trouble::Conflict && error.names.contains(code))
        why = tr("Another coupon has the code %1 already.").arg(ListWords::shown(code));
    else if (error.trouble == Trouble::Conflict)
        why = tr("Another coupon has this code, or this one is reserved, in doubt or issued by now. "
                 "Refresh and look.");
    else if (error.trouble == Trouble::NotFound)
        why = tr("There is no such coupon any more. Refresh and look.");
    Q_EMIT self->said(tr("The code was not changed. %1").arg(why), true);
}

void CouponActs::voidOne(const Coupon &coupon)
{
    runVoid(this, m_port, coupon);
}

QCoro::Task<> CouponActs::runVoid(QPointer<CouponActs> self, DeskPort &port, Coupon coupon)
{
    auto task = port.voidOne(coupon.id);
    const auto voided = co_await task;
    if (!self)
        co_return;
    if (voided) {
        Q_EMIT self->changed(*voided);
        Q_EMIT self->said(tr("%1 is void: nobody can get it.").arg(ListWords::shown(coupon.code)), false);
        co_return;
    }
    const QString why = voided.error().trouble == Trouble::Conflict
                            ? tr("It is reserved, in doubt, issued or void by now. Refresh and look.")
                            : (voided.error().trouble == Trouble::NotFound
                                   ? tr("There is no such coupon any more. Refresh and look.")
                                   : Words::advice(voided.error()));
    Q_EMIT self->said(tr("%1 was not voided. %2").arg(ListWords::shown(coupon.code), why), true);
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/coupon_words.h"

#include "ui/parts/words.h"

namespace seonchak {

QString CouponWords::status(CouponStatus status)
{
    switch (status) {
    case CouponStatus::Staged:
        return tr("Staged");
    case CouponStatus::Available:
        return tr("In stock");
    case CouponStatus::Reserved:
        return tr("Reserved");
    case CouponStatus::InDoubt:
        return tr("In doubt");
    case CouponStatus::Issued:
        return tr("Issued");
    case CouponStatus::Void:
        break;
    }
    return tr("Void");
}

theme::Tone CouponWords::tone(CouponStatus status)
{
    using theme::Tone;
    switch (status) {
    case CouponStatus::Staged:
        return Tone::Muted;
    case CouponStatus::Available:
        return Tone::Good;
    case CouponStatus::Reserved:
        return Tone::Waiting;
    case CouponStatus::InDoubt:
        return Tone::Bad;
    case CouponStatus::Issued:
        return Tone::Plain;
    case CouponStatus::Void:
        break;
    }
    return Tone::Stale;
}

QString CouponWords::counted(qint64 many, const QString &one, const QString &more)
{
    return many == 1 ? one : more.arg(Words::number(many));
}

} // namespace seonchak

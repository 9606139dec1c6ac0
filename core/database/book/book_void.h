// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QHash>
#include <QList>
#include <QString>

#include <vector>

namespace seonchak {

class Session;

/// How coupons become VOID in the book, as plain functions for Journal::write. None of them changes a coupon
/// that is issued or in doubt. Each writes the life event with its actor.
namespace book {

/// Who voids, and when.
struct VoidOrder
{
    QString actor;
    WallMs at = 0;    ///< before the coupons were taken out of the stock
    bool one = false; ///< a single chosen coupon; else all that are left
};

/// Voids up to `most` STAGED coupons; returns how many.
Result<qint64> voidStaged(Session &session, int most, const VoidOrder &order);
/// Voids those of these that are STAGED; returns how many.
Result<qint64> voidIds(Session &session, const std::vector<CouponId> &ids, const VoidOrder &order);
/// Voids the AVAILABLE coupons with these codes, if no Redis has them.
Result<qint64> voidThoseWith(Session &session, const QList<QByteArray> &codes, const VoidOrder &order);
/// Voids up to `most` AVAILABLE coupons, if no Redis has them (the db-* strategies).
Result<qint64> voidAvailable(Session &session, int most, const VoidOrder &order);
/// Voids these codes, which have left the stock of the Redis content `generation`; returns how many are VOID
/// afterwards. Unavailable if the book belongs to another content: that one's stock then has the codes.
Result<qint64> voidCodes(Session &session, const QList<QByteArray> &codes, qint64 generation,
                         const VoidOrder &order);
/// The first step of voiding one coupon. A STAGED coupon is VOID on return, and with `bookAlone` an AVAILABLE
/// one too; else the coupon is returned unchanged, to be taken out of the stock first. NotFound; Conflict if
/// it has another status, or is in a push or an edit.
Result<Coupon> beginVoid(Session &session, CouponId id, bool bookAlone, const VoidOrder &order);

/// How many of these codes the book still counts as stock: they are about to become VOID.
Result<qint64> stockAmong(Session &session, const QList<QByteArray> &codes);

/// How many of these coupons have which status. Unknown ids are not counted.
Result<QHash<CouponStatus, qint64>> statusesOf(Session &session, const QList<CouponId> &ids);
/// Voids the STAGED coupons among them, with `bookAlone` also the AVAILABLE ones. Coupons in a push or an
/// edit stay. Returns how many it voided.
Result<qint64> voidAmong(Session &session, const QList<CouponId> &ids, bool bookAlone,
                         const VoidOrder &order);
/// The codes of those that are AVAILABLE and not in an edit: they must be taken out of the stock first.
Result<QList<QByteArray>> stockCodesOf(Session &session, const QList<CouponId> &ids);

} // namespace book

} // namespace seonchak

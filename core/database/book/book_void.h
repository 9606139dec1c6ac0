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

/// How coupons become VOID in the book, as plain functions for Journal::write. None of them touches a coupon
/// that is issued or in doubt. Each writes the life event with its actor.
namespace book {

/// Who voids, and when.
struct VoidOrder
{
    QString actor;
    WallMs at = 0;    ///< before the coupons were taken out of the stock
    bool one = false; ///< a coupon chosen by itself; else all that are left
};

/// Up to `most` STAGED coupons; returns how many.
Result<qint64> voidStaged(Session &session, int most, const VoidOrder &order);
/// Those of these that are STAGED; returns how many.
Result<qint64> voidIds(Session &session, const std::vector<CouponId> &ids, const VoidOrder &order);
/// Those with these codes that are AVAILABLE, where no Redis has them.
Result<qint64> voidThoseWith(Session &session, const QList<QByteArray> &codes, const VoidOrder &order);
/// Up to `most` AVAILABLE ones, where no Redis has them (the db-* strategies).
Result<qint64> voidAvailable(Session &session, int most, const VoidOrder &order);
/// These codes, which are out of the stock of the Redis content `generation` by now; returns how many of them
/// are VOID after it. Unavailable where the book belongs to another content: then they stand in that one's
/// stock.
Result<qint64> voidCodes(Session &session, const QList<QByteArray> &codes, qint64 generation,
                         const VoidOrder &order);
/// The first step of voiding one coupon. A STAGED one is VOID when it returns, an AVAILABLE one as well where
/// `bookAlone`; else it is returned as it is, to be taken out of the stock first. NotFound; Conflict where it
/// is neither, or in a push or an edit just now.
Result<Coupon> beginVoid(Session &session, CouponId id, bool bookAlone, const VoidOrder &order);

/// How many of these codes the book still counts as stock: they are on their way from the stock to VOID.
Result<qint64> stockAmong(Session &session, const QList<QByteArray> &codes);

/// What the book says of some coupons: how many have which status. Ids that it does not know are not counted.
Result<QHash<CouponStatus, qint64>> statusesOf(Session &session, const QList<CouponId> &ids);
/// Those of them that are STAGED become VOID, with `bookAlone` the AVAILABLE ones as well. Coupons in a push
/// or an edit stay. Returns how many it voided.
Result<qint64> voidAmong(Session &session, const QList<CouponId> &ids, bool bookAlone,
                         const VoidOrder &order);
/// The codes of those that are AVAILABLE and not in an edit: they are to be taken out of the stock first.
Result<QList<QByteArray>> stockCodesOf(Session &session, const QList<CouponId> &ids);

} // namespace book

} // namespace seonchak

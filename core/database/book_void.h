// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QList>
#include <QString>

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

} // namespace book

} // namespace seonchak

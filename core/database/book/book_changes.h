// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QList>

#include <vector>

namespace seonchak {

class Session;

/// Changes to the book, as plain functions for Journal::write. Coupons change status only here and in the
/// journal.
namespace book {

/// Inserts STAGED coupons; the caller has checked `existing` in the same transaction. Returns them with their
/// ids.
Result<QList<Coupon>> add(Session &session, const QList<QByteArray> &codes, WallMs now);
/// Inserts STAGED coupons, skipping codes that exist; returns how many were inserted. One statement.
Result<qint64> addFresh(Session &session, const QList<QByteArray> &codes, WallMs now);
/// Cuts many codes into slices for addFresh so that each slice falls into a narrow range of the code index:
/// ten times faster for a million. The order within a slice, and of the slices, stays random: one code
/// reveals nothing about its neighbour except the first letters, and codes there are no denser than anywhere
/// else.
std::vector<QList<QByteArray>> slicesForAdd(QList<QByteArray> codes, qsizetype sliceSize);

struct PushSlice
{
    qint64 batch = 0;
    QList<QByteArray> codes; ///< in id order
};
/// Claims up to `most` STAGED coupons for `batch` (status PUSHING) and returns their codes in id order.
/// Coupons with an edit under way are left for the next push. A repeat with the same batch returns the same
/// slice again.
Result<PushSlice> claimForPush(Session &session, qint64 batch, int most, WallMs now);
/// PUSHING → AVAILABLE for one batch; returns how many.
Result<qint64> finishPush(Session &session, qint64 batch);
/// Batches still PUSHING whose claim is older than `before`: their server died midway.
Result<std::vector<qint64>> stalePushes(Session &session, WallMs before);
/// The coupons of a batch that are still PUSHING and neither issued nor in doubt, in id order.
Result<PushSlice> sliceOf(Session &session, qint64 batch);
/// STAGED → AVAILABLE without Redis (the db-* strategies); up to `most` per call.
Result<qint64> markAvailable(Session &session, int most, WallMs now);

/// An edit in three steps, safe against a crash between any two: begin writes the new code and remembers the
/// old one, then Redis is changed in place, then finish forgets the old code, or undo restores it. begin:
/// NotFound; Conflict if the code is taken, or the coupon is issued, in doubt, void, in a push or in another
/// edit. Returns the coupon as it was; setting the same code changes nothing and is no error.
Result<Coupon> beginRename(Session &session, CouponId id, const QByteArray &newCode);
Result<void> finishRename(Session &session, CouponId id);
Result<void> undoRename(Session &session, CouponId id);
struct Rename
{
    CouponId id = 0;
    QByteArray oldCode;
    QByteArray newCode;
    bool inRedis = false; ///< the coupon is not STAGED: Redis has (or had) it
};
Result<std::vector<Rename>> unfinishedRenames(Session &session);

/// For a code that can be given to neither stock nor user: keeps it out of both, for a person to examine.
Result<void> setAside(Session &session, const QByteArray &code, UserId user, qint64 reservation,
                      const QString &why, WallMs now);

} // namespace book

} // namespace seonchak

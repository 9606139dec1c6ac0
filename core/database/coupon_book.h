// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QList>

#include <optional>
#include <vector>

namespace seonchak {

class Session;

/// Reads of the book, as plain functions over a Session; each is one statement or a few. The status they give is the
/// database's: RESERVED is Redis' to know and is laid over by the caller.
namespace book {

struct Filter
{
    std::optional<CouponStatus> status; ///< RESERVED matches nothing here
    QByteArray code;                    ///< exact; empty: any
    std::optional<UserId> user;
    qint64 after = 0; ///< ids greater than this
    int limit = 100;
};

struct Counts
{
    qint64 generated = 0;
    qint64 staged = 0; ///< STAGED, and those of pushes under way
    qint64 available = 0; ///< AVAILABLE and neither issued nor in doubt (Redis' view may be ahead)
    qint64 pushing = 0; ///< the part of `staged` that is in a push just now
    qint64 inDoubt = 0;
    qint64 issued = 0;
    qint64 voided = 0;
};

Result<std::optional<Coupon>> byId(Session &session, CouponId id);
Result<std::optional<Coupon>> byCode(Session &session, const QByteArray &code);
Result<std::optional<Coupon>> byUser(Session &session, UserId user);
Result<QList<Coupon>> list(Session &session, const Filter &filter);
/// All counts of one snapshot (one read transaction).
Result<Counts> counts(Session &session);
/// How many issue rows have a reservation above `reservation`, and how many of these `pending` reservations are
/// booked; from the same snapshot as `counts` when called inside one read transaction.
Result<qint64> issuedAfter(Session &session, qint64 reservation);
Result<qint64> bookedAmong(Session &session, const std::vector<qint64> &pending);

/// Which of these codes stand in the book already (as a code or as the former code of an edit under way).
Result<QList<QByteArray>> existing(Session &session, const QList<QByteArray> &codes);

} // namespace book

/// Changes to the book, as plain functions for Journal::write. Coupons change status only here and in the journal.
namespace book {

/// Inserts STAGED coupons; the caller has checked `existing` in the same transaction. Returns them with their ids.
Result<QList<Coupon>> add(Session &session, const QList<QByteArray> &codes, WallMs now);
/// Inserts STAGED coupons, passing over codes that exist; returns how many went in. One statement.
Result<qint64> addFresh(Session &session, const QList<QByteArray> &codes, WallMs now);

struct PushSlice
{
    qint64 batch = 0;
    QList<QByteArray> codes; ///< in id order
};
/// Claims up to `most` STAGED coupons for `batch` (status PUSHING) and returns their codes in id order.
Result<PushSlice> claimForPush(Session &session, qint64 batch, int most, WallMs now);
/// PUSHING → AVAILABLE for one batch.
Result<qint64> finishPush(Session &session, qint64 batch);
/// Batches still PUSHING whose claim is older than `before`: their server died in between.
Result<std::vector<qint64>> stalePushes(Session &session, WallMs before);
Result<PushSlice> sliceOf(Session &session, qint64 batch);
/// STAGED → AVAILABLE without Redis (the db-* strategies); up to `most` per call.
Result<qint64> markAvailable(Session &session, int most);

/// An edit in three steps, safe against a crash between any two: begin writes the new code and remembers the old one,
/// then Redis is changed in place, then finish forgets the old code, or undo takes the new one back.
/// begin: NotFound; Conflict when taken, issued, in doubt or void. Returns the coupon as it was.
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

/// A code that can be trusted to neither stock nor user: kept out of both, for a person to look at.
Result<void> setAside(Session &session, const QByteArray &code, UserId user, qint64 reservation, const QString &why,
                      WallMs now);
Result<void> audit(Session &session, const QString &actor, const QString &action, const QString &detail,
                   const QString &result, WallMs now);

} // namespace book

/// What a rebuild of Redis needs to know, and the few words the book remembers about Redis.
namespace book {

/// A word of the meta table; empty where there is none.
Result<QByteArray> meta(Session &session, const QByteArray &key);
Result<void> setMeta(Session &session, const QByteArray &key, const QByteArray &value);

/// The highest reservation number and push batch the book has seen: a Redis that counts lower is older than the book.
struct HighMarks
{
    qint64 reservation = 0;
    qint64 batch = 0;
};
Result<HighMarks> highMarks(Session &session);

struct StockRow
{
    CouponId id = 0;
    QByteArray code;
};
/// AVAILABLE and PUSHING coupons that are neither issued, in doubt nor set aside, in id order, after `after`.
Result<std::vector<StockRow>> stockAfter(Session &session, CouponId after, int most);
struct IssuedRow
{
    UserId user = 0;
    QByteArray code;
};
Result<std::vector<IssuedRow>> issuedUsersAfter(Session &session, UserId after, int most);
struct DoubtRow
{
    qint64 reservation = 0;
    UserId user = 0;
    QByteArray code;
    WallMs since = 0;
};
Result<std::vector<DoubtRow>> doubts(Session &session);
/// All PUSHING become AVAILABLE, all renames are finished: what the rebuild pushes is what the book says.
Result<void> settleForRebuild(Session &session);

} // namespace book

} // namespace seonchak

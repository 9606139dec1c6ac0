// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QHash>
#include <QList>

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace seonchak {

class Session;

/// Reads of the book, as plain functions over a Session; each is one statement or a few. The status they give
/// is the database's: RESERVED is Redis' to know and is laid over by the caller.
namespace book {

/// By what a list is sorted. Coupons that have no user, or were not issued, come last either way; those that
/// are alike stand in the order of their ids. Ids are given in the order in which coupons are made, so
/// `Created` is that order, also where the clock was set back meanwhile.
enum class Order { Id, Code, Status, User, Created, Issued };

struct Filter
{
    std::optional<CouponStatus> status; ///< RESERVED matches nothing here
    QByteArray code;                    ///< whole, in any Unicode form; empty: any
    std::optional<UserId> user;         ///< issued to this user, or in doubt for it
    qint64 after = 0;                   ///< ids greater than this
    int limit = 100;
    QByteArray codePrefix = {}; ///< how the code begins; empty: any
    qint64 offset = 0;          ///< how many matches to pass over, for a table that is scrolled
    QByteArray codePart = {};   ///< stands anywhere in the code, in capital or small letters; empty: any
    Order order = Order::Id;    ///< `after` goes with Id and Created, ascending, alone
    bool descending = false;
};

struct Counts
{
    qint64 generated = 0;
    qint64 staged = 0;    ///< STAGED, and those of pushes under way
    qint64 available = 0; ///< AVAILABLE and neither issued nor in doubt (Redis' view may be ahead)
    qint64 pushing = 0;   ///< the part of `staged` that is in a push just now
    qint64 inDoubt = 0;
    qint64 issued = 0;
    qint64 voided = 0;
    /// Rows whose own status is ISSUED (the lock strategies): under these it must equal `issued`.
    qint64 markedIssued = 0;
};

Result<std::optional<Coupon>> byId(Session &session, CouponId id);
Result<std::optional<Coupon>> byCode(Session &session, const QByteArray &code);
/// The coupon issued to this user; one that is only in doubt does not count.
Result<std::optional<Coupon>> byUser(Session &session, UserId user);
/// Everybody who has a coupon, in no order and in bounded memory: reads all issues.
Result<void> eachHolder(Session &session, const std::function<void(UserId)> &take);
/// The same for many users, in one statement; those without a coupon are left out.
Result<QHash<UserId, Coupon>> byUsers(Session &session, std::span<const UserId> users);
/// In the order of the filter. All conditions hold together; passing over half a million takes tens of
/// milliseconds, and a few hundred where a status or a part of the code is combined with another order than
/// Id.
Result<QList<Coupon>> list(Session &session, const Filter &filter);
/// How many coupons match, whatever `after`, `offset` and `limit`.
Result<qint64> countMatching(Session &session, const Filter &filter);
/// All counts of one instant, at a cost that does not depend on the number of coupons.
Result<Counts> counts(Session &session);
/// How many issue rows have a reservation above `reservation`, and how many of these `pending` reservations
/// are booked; from the same snapshot as `counts` when called inside one read transaction.
Result<qint64> issuedAfter(Session &session, qint64 reservation);
Result<qint64> bookedAmong(Session &session, const std::vector<qint64> &pending);

/// Which of these codes stand in the book already (as a code or as the former code of an edit under way),
/// also where an older book spells them in another Unicode form.
Result<QList<QByteArray>> existing(Session &session, const QList<QByteArray> &codes);

} // namespace book

} // namespace seonchak

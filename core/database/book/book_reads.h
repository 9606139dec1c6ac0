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

/// Reads of the book, as plain functions over a Session; each is one statement or a few. The status is the
/// database's: only Redis knows RESERVED, and the caller adds it.
namespace book {

/// The sort key of a list. Coupons without a user, or not issued, come last in both directions; equal ones
/// are ordered by id. Ids follow the order of creation, so `Created` is that order, even if the clock was set
/// back meanwhile.
enum class Order { Id, Code, Status, User, Created, Issued };

struct Filter
{
    std::optional<CouponStatus> status; ///< RESERVED matches nothing here
    QByteArray code;                    ///< the whole code, in any Unicode form; empty: any
    std::optional<UserId> user;         ///< issued to this user, or in doubt for this user
    qint64 after = 0;                   ///< ids greater than this
    int limit = 100;
    QByteArray codePrefix = {}; ///< how the code begins; empty: any
    qint64 offset = 0;          ///< how many matches to skip, for a scrolled table
    QByteArray codePart = {};   ///< occurs anywhere in the code, case-insensitive; empty: any
    Order order = Order::Id;    ///< `after` works only with Id and Created, ascending
    bool descending = false;
};

struct Counts
{
    qint64 generated = 0;
    qint64 staged = 0;    ///< STAGED, including pushes under way
    qint64 available = 0; ///< AVAILABLE and neither issued nor in doubt (Redis may be ahead)
    qint64 pushing = 0;   ///< the part of `staged` that is in a push
    qint64 inDoubt = 0;
    qint64 issued = 0;
    qint64 voided = 0;
    /// Rows whose own status is ISSUED (the lock strategies): with these strategies it must equal `issued`.
    qint64 markedIssued = 0;
};

Result<std::optional<Coupon>> byId(Session &session, CouponId id);
Result<std::optional<Coupon>> byCode(Session &session, const QByteArray &code);
/// The coupon issued to this user; a coupon in doubt does not count.
Result<std::optional<Coupon>> byUser(Session &session, UserId user);
/// Every user who has a coupon, unordered and in bounded memory: reads all issues.
Result<void> eachHolder(Session &session, const std::function<void(UserId)> &take);
/// The same for many users, in one statement; users without a coupon are left out.
Result<QHash<UserId, Coupon>> byUsers(Session &session, std::span<const UserId> users);
/// In the filter's order. All conditions apply together; skipping half a million takes tens of milliseconds,
/// and a few hundred if a status or a part of the code is combined with another order than Id.
Result<QList<Coupon>> list(Session &session, const Filter &filter);
/// How many coupons match, ignoring `after`, `offset` and `limit`.
Result<qint64> countMatching(Session &session, const Filter &filter);
/// All counts at one instant, at a cost independent of the number of coupons.
Result<Counts> counts(Session &session);
/// How many issue rows have a reservation above `reservation`, and how many of these `pending` reservations
/// are booked; from the same snapshot as `counts` when called inside one read transaction.
Result<qint64> issuedAfter(Session &session, qint64 reservation);
Result<qint64> bookedAmong(Session &session, const std::vector<qint64> &pending);

/// Which of these codes the book has already (as a code or as the former code of an edit under way), even if
/// an older book spells them in another Unicode form.
Result<QList<QByteArray>> existing(Session &session, const QList<QByteArray> &codes);

} // namespace book

} // namespace seonchak

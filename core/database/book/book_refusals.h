// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QList>

#include <algorithm>
#include <optional>

namespace seonchak {

class Session;

/// How one user was turned away for one reason. The book has a row for each user, reason and sell-out; the
/// rows that are oldest are forgotten beyond a bound.
struct Refusal
{
    enum class Reason {
        SoldOut,     ///< told that all was sold out
        StoreFailed, ///< the store refused
        TooEarly,    ///< told that the sale is not open yet
        Paused,      ///< told that the sale is paused
        OutOfOrder,  ///< told to come again, since Redis, the database or the store was away
        Closed,      ///< told that the sale is over
    };
    UserId user = 0;
    Reason reason = Reason::SoldOut;
    WallMs firstAt = 0;
    WallMs lastAt = 0;
    qint64 times = 1;
    /// With SoldOut: when the last coupon of that filling had gone before `firstAt`. Found by the book when
    /// it reads; nothing where nobody had got one, the last being in doubt.
    std::optional<WallMs> sellOutAt;
    /// With SoldOut: when the stock began to be filled before it, which tells one sell-out from the next; 0:
    /// it never was. Found by the book when it writes.
    WallMs filledAt = 0;

    bool operator==(const Refusal &) const = default;
};

/// The answer to "why did I get none?" All times are those of the wall clock.
struct WhyNot
{
    enum class Verdict {
        Issued,        ///< `coupon`, at `coupon.issuedAt`: there is nothing to complain of
        InDoubt,       ///< `coupon` waits for the store's word; `doubtSince`
        InProgress,    ///< being issued at this moment
        SoldOut,       ///< `refusals.first()` with the times, `place` in line
        FailedAtStore, ///< the store refused, and the user did not come back in time
        TooEarly,      ///< before the sale opened, or before the stock was filled for the first time
        WhilePaused,
        OutOfOrder, ///< while Redis, the database or the store was away
        Withdrawn,  ///< the rest of the stock had been voided, at `withdrawnAt`
        Closed,     ///< after the end of the sale
        NeverSeen,  ///< no trace; `knownSince` says how far back the memory reaches
    } verdict = Verdict::NeverSeen;
    UserId user = 0;
    std::optional<Coupon> coupon;
    std::optional<WallMs> doubtSince;
    QList<Refusal> refusals; ///< the newest first, whatever the verdict: an issued user may have been refused
    std::optional<qint64>
        place; ///< with SoldOut: among all of the same sell-out, by their first time, from 1
    std::optional<qint64> refused; ///< with SoldOut: how many users stand in that line
    std::optional<WallMs> withdrawnAt;
    std::optional<WallMs>
        opensAt; ///< with TooEarly: the opening that the newest request came before, if one is set
    std::optional<WallMs> knownSince; ///< set once refusals were forgotten: nothing older is known

    /// Whether the user has a coupon, or one is on its way.
    [[nodiscard]] bool isOfCoupon() const { return verdict < Verdict::SoldOut; }
    /// Whether a refusal is the reason: the newest one, which is the first of the list.
    [[nodiscard]] bool isRefused() const
    {
        return verdict >= Verdict::SoldOut && verdict < Verdict::NeverSeen;
    }
    /// The newest one for this reason; null: none.
    [[nodiscard]] const Refusal *newest(Refusal::Reason reason) const
    {
        const auto found = std::ranges::find(refusals, reason, &Refusal::reason);
        return found == refusals.end() ? nullptr : &*found;
    }
};

namespace book {

/// Adds to what the book has: counts add up, the first time stays, the last one moves. Keeps the newest
/// `most` rows and remembers since when it is complete.
Result<void> writeRefusals(Session &session, const QList<Refusal> &refusals, qint64 most);
/// Some were lost, the last of them then: the memory is whole only after it.
Result<void> noteRefusalsLost(Session &session, WallMs at);
/// Reads issue, doubt and refusals of this user; the newest refusal decides, unless there is a coupon. Never
/// InProgress: that is Redis' to know.
Result<WhyNot> whyNot(Session &session, UserId user);

} // namespace book

} // namespace seonchak

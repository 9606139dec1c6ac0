// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QList>

#include <optional>

namespace seonchak {

class Session;

/// How one user was turned away. One row a user; the oldest are forgotten beyond a bound.
struct Refusal
{
    UserId user = 0;
    WallMs firstSoldOutAt = 0;       ///< 0: never told "sold out"
    WallMs lastSoldOutAt = 0;        ///< the latest time
    qint64 soldOutTimes = 0;         ///< how often
    std::optional<WallMs> sellOutAt; ///< when the last coupon had gone before the first of these, where known
    WallMs lastFailedAt = 0;         ///< the store refused; 0: never
    qint64 failedTimes = 0;

    bool operator==(const Refusal &) const = default;
};

/// The answer to "why did I get none?" All times are those of the wall clock.
struct WhyNot
{
    enum class Verdict {
        Issued,        ///< `coupon`, at `coupon.issuedAt`: there is nothing to complain of
        InDoubt,       ///< `coupon` waits for the store's word; `doubtSince`
        InProgress,    ///< being issued at this moment
        SoldOut,       ///< refused: `refusal` with the times, `place` in line
        FailedAtStore, ///< the store refused, and the user did not come back in time; `refusal`
        NeverSeen,     ///< no trace; `knownSince` says how far back the memory reaches
    } verdict = Verdict::NeverSeen;
    UserId user = 0;
    std::optional<Coupon> coupon;
    std::optional<WallMs> doubtSince;
    std::optional<Refusal> refusal; ///< with any verdict: an issued user may have been refused before
    std::optional<qint64> place; ///< among all that were told "sold out", by their first time; 1 is the first
    std::optional<qint64> refused;    ///< how many users stand in that line
    std::optional<WallMs> knownSince; ///< set once refusals were forgotten: nothing older is known
};

namespace book {

/// Adds to what the book has: counts add up, the first time stays, the last one moves. Keeps the newest
/// `most` users and remembers since when it is complete.
Result<void> writeRefusals(Session &session, const QList<Refusal> &refusals, qint64 most);
/// Reads issue, doubt and refusal of this user. Never InProgress: that is Redis' to know.
Result<WhyNot> whyNot(Session &session, UserId user);

} // namespace book

} // namespace seonchak

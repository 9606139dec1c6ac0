// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"
#include "core/coupon/row_per_value.h"

#include <QList>

#include <algorithm>
#include <optional>

namespace seonchak {

class Session;

/// The book's meta value since when its refusals are complete.
inline constexpr const char *refusalsKnownSince = "refusals_known_since";

/// The refusals of one user for one reason. The book has a row for each user, reason and sell-out; the oldest
/// rows beyond a limit are forgotten.
struct Refusal
{
    enum class Reason {
        SoldOut,       ///< refused as sold out
        PartnerFailed, ///< the partner refused
        TooEarly,      ///< refused because the sale is not open yet
        Paused,        ///< refused because the sale is paused
        OutOfOrder,    ///< asked to retry: Redis, the database or the partner was unavailable
        Closed,        ///< refused because the sale is over
        Count_,        // number of reasons
    };
    UserId user = 0;
    Reason reason = Reason::SoldOut;
    WallMs firstAt = 0;
    WallMs lastAt = 0;
    qint64 times = 1;
    /// With SoldOut: when the last coupon of that filling had gone before `firstAt`. Computed by the book on
    /// reading; nullopt if nobody had received one, the last being in doubt.
    std::optional<WallMs> sellOutAt;
    /// With SoldOut: when the filling before it began, which distinguishes sell-outs; 0: the stock was never
    /// filled. Set by the book on writing.
    WallMs filledAt = 0;

    bool operator==(const Refusal &) const = default;
};

/// The answer to "why did I get none?" All times are by the wall clock.
struct WhyNot
{
    enum class Verdict {
        Issued,          ///< `coupon`, at `coupon.issuedAt`: the user has one
        InDoubt,         ///< `coupon` waits for the partner's answer; `doubtSince`
        InProgress,      ///< being issued now
        SoldOut,         ///< `refusals.first()` with the times, `place` in the queue
        FailedAtPartner, ///< the partner refused, and the user did not retry in time
        TooEarly,        ///< before the sale opened, or before the stock was filled for the first time
        WhilePaused,
        OutOfOrder, ///< while Redis, the database or the partner was unavailable
        Withdrawn,  ///< the rest of the stock was voided, at `withdrawnAt`
        Closed,     ///< after the end of the sale
        NeverSeen,  ///< no trace; `knownSince` says how far back the records reach
    } verdict = Verdict::NeverSeen;
    UserId user = 0;
    std::optional<Coupon> coupon;
    std::optional<WallMs> doubtSince;
    QList<Refusal> refusals; ///< newest first, with any verdict: an issued user may have been refused
    std::optional<qint64>
        place; ///< with SoldOut: the rank, from 1, among all refused in that sell-out, by their first time
    std::optional<qint64> refused; ///< with SoldOut: how many users that ranking has
    std::optional<WallMs> withdrawnAt;
    std::optional<WallMs>
        opensAt; ///< with TooEarly: the opening time that the newest request missed, if one is set
    std::optional<WallMs> knownSince; ///< set once refusals were forgotten: nothing older is known

    /// Whether the user has a coupon, or one is pending.
    [[nodiscard]] bool isOfCoupon() const { return verdict < Verdict::SoldOut; }
    /// Whether the reason is a refusal: the newest one, first in the list.
    [[nodiscard]] bool isRefused() const
    {
        return verdict >= Verdict::SoldOut && verdict < Verdict::NeverSeen;
    }
    /// The newest refusal for this reason; null if there is none.
    [[nodiscard]] const Refusal *newest(Refusal::Reason reason) const
    {
        const auto found = std::ranges::find(refusals, reason, &Refusal::reason);
        return found == refusals.end() ? nullptr : &*found;
    }
};

/// Everything that depends on the reason, except its sentences, which are the window's (`WhyWords`). Each
/// reason has one row.
struct ReasonRow
{
    Refusal::Reason reason;
    const char *name; ///< in JSON and in the dossier
    /// On a user whose newest refusal it is. With SoldOut it may be Withdrawn instead.
    WhyNot::Verdict verdict;
};

inline constexpr auto reasonRows = [] {
    using Reason = Refusal::Reason;
    using Verdict = WhyNot::Verdict;
    return std::to_array<ReasonRow>({
        {Reason::SoldOut, "SOLD_OUT", Verdict::SoldOut},
        {Reason::PartnerFailed, "STORE_FAILED", Verdict::FailedAtPartner},
        {Reason::TooEarly, "TOO_EARLY", Verdict::TooEarly},
        {Reason::Paused, "WHILE_PAUSED", Verdict::WhilePaused},
        {Reason::OutOfOrder, "OUT_OF_ORDER", Verdict::OutOfOrder},
        {Reason::Closed, "CLOSED", Verdict::Closed},
    });
}();
static_assert(hasRowPerValue<&ReasonRow::reason>(reasonRows), "one row per reason, in their order");

[[nodiscard]] constexpr const ReasonRow &rowOf(Refusal::Reason reason)
{
    return reasonRows[std::size_t(reason)];
}

namespace book {

/// Merges into what the book has: counts are added, the first time stays, the last time moves. Keeps the
/// newest `most` rows and records since when they are complete.
Result<void> writeRefusals(Session &session, const QList<Refusal> &refusals, qint64 most);
/// Some refusals were lost, the last one at `at`: the records are complete only after it.
Result<void> noteRefusalsLost(Session &session, WallMs at);
/// Reads this user's issue, doubt and refusals; the newest refusal decides, unless there is a coupon. Never
/// InProgress: only Redis knows that.
Result<WhyNot> whyNot(Session &session, UserId user);

} // namespace book

} // namespace seonchak

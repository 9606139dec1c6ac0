// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/race/race_trace.h"

namespace seonchak::lab {

/// A noteworthy event in a race, and its place. Derived from the content of the stores and the clients'
/// answers; independent of the strategy.
struct RaceFinding
{
    enum class Kind {
        // Faults, the most serious first.
        TwoCoupons,     ///< one user was given two different coupons
        Oversold,       ///< more users were given a coupon than there were coupons
        Lost,           ///< at rest `code` is in no stock, no reservation and no row
        NotKept,        ///< a client was given `code`, but the book assigns it to another user or to nobody
        WronglySoldOut, ///< answered "sold out" although coupons were available all the time
        // Other events, including correct ones.
        GivenBack,       ///< `code` returned to the stock at `step`, taken at `since`
        SoldOutThenBack, ///< correctly answered "sold out", but a coupon is available at rest
        StartedOver,     ///< `step` is repeated because the other request was faster
        Waited,          ///< from `since` to `step`
        HeldOff,         ///< answered that another request of this user is in progress
        SameCoupon,      ///< answered with the coupon that the user already has
        NoStock,         ///< `code` was created for this request: there is no stock that could run out
        SoldOut,         ///< correctly answered as sold out
        GaveUp,          ///< answered "conflict" after too many tries
        NoAnswer,        ///< no answer, or one that is not about coupons
    } kind;
    int lane = 0;
    int step = -1; ///< index into RaceTrace::steps; -1: at no step
    int since = -1;
    QByteArray code;

    [[nodiscard]] bool isFault() const { return kind <= Kind::WronglySoldOut; }
    bool operator==(const RaceFinding &) const = default;
};
/// "two-coupons", …: stable names for machines.
const char *raceFindingName(RaceFinding::Kind kind);

/// All findings, in the order of the kinds.
QList<RaceFinding> findingsOf(const RaceTrace &trace);

} // namespace seonchak::lab

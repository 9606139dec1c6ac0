// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/race/race_trace.h"

namespace seonchak::lab {

/// Something to be pointed at in a race, and where. Derived from what the stores held and what the clients
/// were told; it knows of no strategy.
struct RaceFinding
{
    enum class Kind {
        // Faults, the gravest first.
        TwoCoupons,     ///< one user was told two different coupons
        Oversold,       ///< more users were told that they have one than there were
        Lost,           ///< `code` is at rest in no stock, no reservation and no row
        NotKept,        ///< a client was told `code`, and the book gives it to somebody else or to nobody
        WronglySoldOut, ///< told "sold out" while coupons waited all the time
        // What happened besides, and what went well.
        GivenBack,       ///< `code` went back into the stock at `step`, taken at `since`
        SoldOutThenBack, ///< told "sold out", rightly then, and a coupon waits at rest
        StartedOver,     ///< `step` is done a second time: somebody else was faster
        Waited,          ///< from `since` to `step`
        HeldOff,         ///< told that another request of this user is in progress
        SameCoupon,      ///< told the coupon that the user has already
        NoStock,         ///< `code` was made for this request: there is no stock to run out
        SoldOut,         ///< told so, and rightly
        GaveUp,          ///< told "conflict" after too many tries
        NoAnswer,        ///< none, or one that says nothing of coupons
    } kind;
    int lane = 0;
    int step = -1; ///< index into RaceTrace::steps where it happened; -1: at no step
    int since = -1;
    QByteArray code;

    [[nodiscard]] bool isFault() const { return kind <= Kind::WronglySoldOut; }
    bool operator==(const RaceFinding &) const = default;
};
/// "two-coupons", …: stable names for machines.
const char *raceFindingName(RaceFinding::Kind kind);

/// All there is to point at, in the order of the kinds.
QList<RaceFinding> findingsOf(const RaceTrace &trace);

} // namespace seonchak::lab

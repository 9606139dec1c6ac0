// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <optional>

namespace seonchak {

class Session;

/// How the stock sold out, from its last filling until it was empty. Times are by the wall clock.
struct SellOut
{
    WallMs filledAt = 0;   ///< when the filling began
    WallMs firstAt = 0;    ///< when the first coupon left the stock
    WallMs soldOutAt = 0;  ///< when the last one did
    qint64 issued = 0;     ///< coupons that people have got since the filling began
    qint64 turnedAway = 0; ///< people who were told that all was sold out
    bool counting = false; ///< more of them are on their way into the book
    /// What the book does not know: of how many of those coupons this server measured the wait, and the
    /// median.
    qint64 waits = 0;
    double medianWaitMs = 0;

    bool operator==(const SellOut &) const = default;
};

namespace book {

/// How the stock sold out, if it is empty; nullopt if nothing was issued since the last filling, or a person
/// withdrew the rest. The slices of one push count as one filling. Reads all issues: do not call it for every
/// reading.
Result<std::optional<SellOut>> sellOut(Session &session, WallMs now);

/// When the partner last refused a coupon, as far as the book has records; 0: never.
Result<WallMs> lastPartnerRefusal(Session &session);

} // namespace book

} // namespace seonchak

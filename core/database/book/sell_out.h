// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <optional>

namespace seonchak {

class Session;

/// How the present turn of the stock went, from its last filling until nothing was left. Times are those of
/// the wall clock.
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

/// The book of a sale whose stock is empty tells how that came; nothing where nobody has got a coupon since
/// the last filling, or a person took the rest out. Slices of one push are one filling. Reads all issues: not
/// for every reading.
Result<std::optional<SellOut>> sellOut(Session &session, WallMs now);

/// When the store last refused a coupon, as far as the book remembers; 0: never.
Result<WallMs> lastStoreRefusal(Session &session);

} // namespace book

} // namespace seonchak

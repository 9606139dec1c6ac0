// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

namespace seonchak {

class Session;

/// When the stock was filled and when coupons were withdrawn by hand: this distinguishes one sell-out from
/// the next, and a sell-out from a withdrawal. Plain functions for Journal::write and readers.
namespace book {

enum class StockTurn {
    Filled,       ///< a slice of a push, or coupons of another program's stock
    OneWithdrawn, ///< one coupon was voided in the stock
    AllWithdrawn, ///< a slice of the rest of the stock was voided
};

Result<void> noteTurn(Session &session, StockTurn turn, WallMs at);
/// The same, if a change affected any coupon; returns `changed`.
Result<qint64> noteTurnOf(Session &session, const Result<qint64> &changed, StockTurn turn, WallMs at);

/// The progress of a sale before its first coupon can be issued.
enum class Beginning {
    Empty,     ///< there is no coupon
    Preparing, ///< coupons exist, but the stock was never filled
    Begun,     ///< the stock was filled at least once; this never reverts
};
Result<Beginning> beginning(Session &session);

/// When the stock of the sell-out that began with the filling `filledAt` was withdrawn, as seen at `at`; 0:
/// not withdrawn. A single withdrawn coupon counts if no other left the stock after it.
Result<WallMs> withdrawnAt(Session &session, WallMs filledAt, WallMs at);

} // namespace book

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

namespace seonchak {

class Session;

/// When the stock was filled and when coupons were taken out of it by hand: what tells one sell-out from the
/// next, and a sell-out from a withdrawal. Plain functions for Journal::write and readers.
namespace book {

enum class StockTurn {
    Filled,       ///< a slice of a push, or coupons of another program's stock
    OneWithdrawn, ///< one coupon was voided in the stock
    AllWithdrawn, ///< a slice of the rest of the stock was voided
};

Result<void> noteTurn(Session &session, StockTurn turn, WallMs at);
/// The same, where a change concerned any coupon; returns how many as it was given.
Result<qint64> noteTurnOf(Session &session, const Result<qint64> &changed, StockTurn turn, WallMs at);

/// How far a sale has come before its first coupon can be asked for.
enum class Beginning {
    Empty,     ///< there is no coupon
    Preparing, ///< coupons exist, and the stock was never filled
    Begun,     ///< the stock was filled at least once; this is never taken back
};
Result<Beginning> beginning(Session &session);

/// The time at which the stock of the sell-out that began with the filling `filledAt` was withdrawn, as it
/// looked at `at`; 0: it was not. One coupon withdrawn counts where no other left the stock after it.
Result<WallMs> withdrawnAt(Session &session, WallMs filledAt, WallMs at);

} // namespace book

} // namespace seonchak

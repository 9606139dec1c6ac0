// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace seonchak {

struct Reading;
struct SaleSign;

/// What the sale is at, from one reading and nothing else: for the window's title and for notifications.
enum class SalePhase {
    Unknown, ///< nothing was read yet, or the numbers are old
    RedisAway,
    DatabaseAway,
    NotIssuing, ///< for another reason, which the banner says
    Planned,    ///< it opens later
    Closed,
    Paused,
    NoCoupons,
    NotBegun, ///< coupons wait, none was ever in the stock
    Issuing,
    SoldOut,
    Emptied, ///< nothing in the stock, some coupons are void, and the book does not call it sold out (yet)
};

class SalePhases
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::SalePhases)
public:
    static SalePhase of(const Reading &reading);
    /// "Sold out"; empty for Unknown.
    static QString words(SalePhase phase);
    /// "Sold out - Summer sale [LIVE] - Seonchak"
    static QString title(const Reading &reading, const SaleSign &sale);
};

} // namespace seonchak

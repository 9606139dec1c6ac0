// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace seonchak {

struct Reading;
struct SaleSign;

/// The sale's phase, from one reading only: for the window's title and for notifications.
enum class SalePhase {
    Unknown, ///< no reading yet, or the numbers are old
    RedisAway,
    DatabaseAway,
    NotIssuing, ///< for another reason, see the banner
    Planned,    ///< it opens later
    Closed,
    Paused,
    NoCoupons,
    NotBegun, ///< coupons exist, but the stock was never filled
    Issuing,
    SoldOut,
    Emptied, ///< the stock is empty, some coupons are void, and the book does not report a sell-out (yet)
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

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dossier/records.h"

#include <vector>

namespace seonchak::dossier {

/// One time that the stock ran empty, or was emptied by hand.
struct SoldOut
{
    WallMs filledAt = 0; ///< when the filling before it began
    WallMs at = 0;
    qint64 taken = 0;
    bool withdrawn = false; ///< a person withdrew the last coupons
};

/// The stock over time, for drawing, in columns of equal duration. It starts with the first coupon that left
/// the stock, or with the first filling if none did.
struct StockPicture
{
    struct Column
    {
        int at = 0;
        qint64 left = 0; ///< at its end
    };
    static constexpr int columnsMost = 618;
    WallMs from = 0;
    WallMs to = 0;
    qint64 before = 0; ///< in the stock when it begins
    qint64 most = 0;   ///< at any instant of it
    QList<Column> columns;
};

struct CurveTold
{
    QList<StockSecond> seconds;
    QList<SoldOut> soldOuts;
    StockPicture picture;
};

/// The size of the stock over time, from the coupons' own times: in when its push began, out when the coupon
/// was reserved (or issued, if that is unknown), came into doubt or was voided. A coupon that the partner
/// refused and that came back counts from its last reservation on.
class StockCurve
{
public:
    void take(const CouponRow &row);
    /// Coupons that were in the stock at unknown times.
    [[nodiscard]] qint64 untold() const { return m_untold; }
    CurveTold tell();

private:
    enum class Step { Filled, Taken, Withdrawn };
    [[nodiscard]] std::pair<WallMs, WallMs> drawn() const;
    std::vector<qint64> m_events; ///< time and step in one number, for there may be millions
    qint64 m_untold = 0;
};

} // namespace seonchak::dossier

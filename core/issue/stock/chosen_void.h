// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/work.h"
#include "core/coupon/coupon.h"
#include "core/issue/stock/stock_removal.h"

namespace seonchak {

/// Voids the coupons that a person chose, a slice at a time: the STAGED and AVAILABLE ones, the others stay.
class ChosenVoid
{
public:
    ChosenVoid(const StockParts &parts, StockRemoval &removal);

    struct Done
    {
        qint64 voided = 0;
        qsizetype reached = 0; ///< of the chosen ones; if stopped, the rest is unchanged
    };
    /// Resumes where `act` stands in the book. If it fails midway, the error's `partly` says how many.
    QCoro::Task<Result<Done>> voidChosen(QList<CouponId> ids, QString actor, book::Act act, Work work);

private:
    QCoro::Task<Result<qint64>> voidInBook(QList<CouponId> ids, QString actor, book::ActStep step);
    QCoro::Task<Result<qint64>> voidInStock(QList<CouponId> ids, QString actor, book::ActStep step);

    const StockParts &m;
    StockRemoval &m_removal;
};

} // namespace seonchak

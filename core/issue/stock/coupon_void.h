// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/work.h"
#include "core/coupon/coupon.h"
#include "core/issue/stock/stock_removal.h"

namespace seonchak {

/// Voids coupons that are STAGED or AVAILABLE: one, or all of them. The staged ones only in the book, those
/// in the stock by StockRemoval.
class CouponVoid
{
public:
    CouponVoid(const StockParts &parts, StockRemoval &removal);

    /// Errors: NotFound; Conflict if it has another status.
    QCoro::Task<Result<Coupon>> voidOne(CouponId id, QString actor);
    /// The staged ones first, then the stock from its end. Returns how many. Resumes where `act` stands.
    QCoro::Task<Result<qint64>> voidUnissued(QString actor, book::Act act, Work work);

private:
    QCoro::Task<Result<qint64>> voidStagedSlice(QString actor, book::ActStep step);
    QCoro::Task<Result<qint64>> voidStockSlice(QString actor, book::ActStep step);

    const StockParts &m;
    StockRemoval &m_removal;
};

} // namespace seonchak

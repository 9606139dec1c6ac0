// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/work.h"
#include "core/issue/stock/stock_delivery.h"
#include "core/issue/stock/stock_removal.h"

namespace seonchak {

/// Undoes an interrupted act: voids what it made, as far as that is still staged or in the stock.
class MadeVoid
{
public:
    MadeVoid(const StockParts &parts, StockDelivery &delivery, StockRemoval &removal);

    /// Returns how many. If it fails midway, the error's `partly` says how many. NotFound if the book does
    /// not know which coupons the act moved.
    QCoro::Task<Result<qint64>> voidMade(QString actor, book::Act act, Work work);

private:
    QCoro::Task<Result<qint64>> voidSpan(book::IdSpan span, book::VoidOrder order, Work work, qint64 before);
    QCoro::Task<Result<qint64>> voidRead(book::SpanSlice slice, book::VoidOrder order, std::stop_token stop);

    const StockParts &m;
    StockDelivery &m_delivery;
    StockRemoval &m_removal;
};

} // namespace seonchak

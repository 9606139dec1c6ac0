// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/work.h"
#include "core/database/book/book_cut.h"
#include "core/issue/ground/stock_orders.h"
#include "core/issue/stock/stock_delivery.h"

namespace seonchak {

/// Moves the book's STAGED coupons into the stock. Safe to interrupt: a slice claims its rows in the book, is
/// marked in Redis, and is finished later by any server that finds it.
class StockPush
{
public:
    StockPush(const StockParts &parts, StockDelivery &delivery);

    /// Pushes every STAGED coupon into the stock, each once. Resumes where `act` stands in the book. If it
    /// fails midway, the error's `partly` says how much was done, as far as is known.
    QCoro::Task<Result<Pushed>> push(book::Act act, Work work);
    /// One slice: those of these codes that are STAGED.
    QCoro::Task<Result<StockSlice>> pushCodes(book::ActStep step, QList<QByteArray> codes);

private:
    QCoro::Task<Result<StockSlice>> pushStagedSlice(book::ActStep step);
    QCoro::Task<Result<StockSlice>> markStaged(book::ActStep step);
    QCoro::Task<Result<qint64>> available();

    const StockParts &m;
    StockDelivery &m_delivery;
};

} // namespace seonchak

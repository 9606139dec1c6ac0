// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/coupon_book.h"
#include "core/issue/stock/stock_parts.h"
#include "core/redis/script.h"

#include <qcoro/qcorotask.h>

#include <optional>

namespace seonchak {

/// What a slice added to the book, and why it did not reach the stock.
struct StockSlice
{
    qint64 made = 0;
    std::optional<Error> undelivered;
};

/// Brings what the book has claimed for a push into Redis' stock. Each claim is a slice with a number, which
/// Redis remembers until the book knows that the slice arrived, so that any server can deliver it once more.
class StockDelivery
{
public:
    explicit StockDelivery(const StockParts &parts);

    /// A number for the next claim; 0 where the stock is in the book alone.
    QCoro::Task<Result<qint64>> nextBatch();
    QCoro::Task<Result<void>> deliver(book::PushSlice claimed, qint64 generation);
    /// Delivers a claim of which `made` coupons count for its act.
    QCoro::Task<StockSlice> deliverSlice(book::PushSlice claimed, qint64 generation, qint64 made);
    /// Delivers what an earlier try of this act claimed but did not bring into the stock.
    QCoro::Task<Result<void>> deliverOwn(QString act);
    /// Delivers what was claimed before, by whomever. The caller holds StockParts::moving.
    QCoro::Task<Result<void>> deliverStale(WallMs before);

private:
    /// The numbers of push slices that are not finished.
    using FindPushes = std::function<Result<std::vector<qint64>>(Session &)>;
    QCoro::Task<Result<void>> deliverFound(FindPushes find);

    const StockParts &m;
    const Script m_push;
};

} // namespace seonchak

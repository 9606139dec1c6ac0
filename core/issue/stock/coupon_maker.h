// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/work.h"
#include "core/database/book/book_cut.h"
#include "core/issue/ground/stock_orders.h"
#include "core/issue/stock/stock_push.h"

namespace seonchak {

/// Adds coupons to the book, given by code or generated, and pushes them if that is asked for. Long acts
/// resume where `act` stands in the book. If one fails midway, the error's `partly` says how much was done,
/// as far as is known.
class CouponMaker
{
public:
    CouponMaker(const StockParts &parts, StockDelivery &delivery, StockPush &push);

    /// Exactly these codes, or none: Conflict names every code that exists already or occurs twice in
    /// `codes`.
    QCoro::Task<Result<Added>> add(QList<QByteArray> codes, bool push, book::Act act, Work work);
    /// Exactly as many as ordered, unless it is stopped.
    QCoro::Task<Result<Generated>> generate(GenerateOrder order, book::Act act, Work work);
    /// Pushes into the stock what an interrupted add has not pushed. Returns the act's whole count.
    QCoro::Task<Result<Generated>> finishAdd(book::Act act, Work work);

    /// The coupons of an add, from its act's note.
    static QList<Coupon> recalled(const QByteArray &note, const QList<QByteArray> &codes);

private:
    QCoro::Task<Result<Added>> insertOrRecall(QList<QByteArray> codes, book::Act act);
    QCoro::Task<Result<StockSlice>> makeSlice(book::ActStep step, QList<QByteArray> codes, bool push);
    QCoro::Task<Result<qint64>> pushedAmong(std::vector<CouponId> ids);

    const StockParts &m;
    StockDelivery &m_delivery;
    StockPush &m_push;
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/stock/chosen_void.h"
#include "core/issue/stock/coupon_maker.h"
#include "core/issue/stock/coupon_rename.h"
#include "core/issue/stock/coupon_void.h"
#include "core/issue/stock/made_void.h"

namespace seonchak {

/// A person's acts on the stock, a class for each kind, and what finishes those that were interrupted. Each
/// of their steps is safe to interrupt. Lives on one thread.
class Stock
{
public:
    explicit Stock(StockParts parts);

    [[nodiscard]] CouponMaker &maker() { return m_maker; }
    [[nodiscard]] StockPush &pushes() { return m_push; }
    [[nodiscard]] CouponRename &renames() { return m_rename; }
    [[nodiscard]] CouponVoid &voids() { return m_void; }
    [[nodiscard]] ChosenVoid &chosenVoids() { return m_chosenVoid; }
    [[nodiscard]] MadeVoid &madeVoids() { return m_madeVoid; }

    /// Finishes interrupted pushes, edits and voids.
    QCoro::Task<Result<void>> finishLeftovers();

private:
    StockParts m;
    StockDelivery m_delivery;
    StockPush m_push;
    CouponMaker m_maker;
    CouponRename m_rename;
    StockRemoval m_removal;
    CouponVoid m_void;
    ChosenVoid m_chosenVoid;
    MadeVoid m_madeVoid;
};

} // namespace seonchak

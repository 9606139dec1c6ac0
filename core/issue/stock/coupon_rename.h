// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/coupon_book.h"
#include "core/issue/stock/stock_parts.h"
#include "core/redis/script.h"

#include <qcoro/qcorotask.h>

namespace seonchak {

/// Changes the code of a coupon that is staged or in the stock, in both stores or in neither. Safe to
/// interrupt: the book remembers both codes until Redis has the new one.
class CouponRename
{
public:
    explicit CouponRename(const StockParts &parts);

    QCoro::Task<Result<Coupon>> rename(CouponId id, QByteArray code, QString actor);
    /// Finishes interrupted edits. The caller holds StockParts::moving.
    QCoro::Task<Result<void>> finish();

private:
    enum class Try { First, Again };
    QCoro::Task<Result<void>> renameInRedis(book::Rename rename, QString actor, Try which);
    QCoro::Task<Result<bool>> askRedis(book::Rename rename, Try which);

    const StockParts &m;
    const Script m_rename;
};

} // namespace seonchak

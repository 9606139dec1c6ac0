// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_cut.h"
#include "core/database/book/book_void.h"
#include "core/issue/stock/stock_parts.h"
#include "core/redis/script.h"

#include <qcoro/qcorotask.h>

#include <optional>

namespace seonchak {

/// Takes coupons out of Redis' stock and makes them VOID, in three steps that any server can finish: the
/// codes move from the stock into a set, so that nobody gets them any more; the book makes them VOID; they
/// leave the set. The callers hold StockParts::moving.
class StockRemoval
{
public:
    explicit StockRemoval(const StockParts &parts);

    struct TakenOut
    {
        QList<QByteArray> codes;
        qint64 generation = 0;
        WallMs at = 0;    ///< before they were taken out
        bool one = false; ///< chosen one by one
    };
    /// The first step, for one code: empty if it is not in the stock.
    QCoro::Task<Result<TakenOut>> takeOut(QByteArray code);
    /// For a slice from the end of the stock.
    QCoro::Task<Result<TakenOut>> takeOutSlice();
    /// For codes all over the stock. After an error in `broken`, what is returned must still be made VOID.
    QCoro::Task<TakenOut> takeOutAmong(QList<QByteArray> codes, std::optional<Error> *broken);
    /// For the first of these codes. Returns how many were searched for.
    QCoro::Task<Result<qint64>> takeOutMany(QList<QByteArray> codes, TakenOut *taken);
    /// The second and third step.
    QCoro::Task<Result<qint64>> voidTakenOut(TakenOut taken, QString actor, book::ActStep step);
    /// Finishes what was interrupted after the first step.
    QCoro::Task<Result<void>> finish();

private:
    QCoro::Task<Result<TakenOut>> takeOutAt(QByteArray code, qint64 place);

    const StockParts &m;
    const Script m_void;
    const Script m_voidMany;
};

} // namespace seonchak

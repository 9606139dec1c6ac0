// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/database/book/book_identity.h"
#include "core/redis/keys.h"
#include "core/watch/status.h"

#include <qcoro/qcorotask.h>

#include <QHash>

#include <functional>

namespace seonchak {

class RedisConnection;

/// The reservations in Redis at the start of a round of the IdentitySweep: what is unchanged at its end was
/// reserved throughout, so that its code must be a coupon of the stock, and must not have been in the stock
/// meanwhile.
class HeldCodes
{
public:
    struct Parts
    {
        RedisConnection &redis;
        Keys keys;
        /// Whether Redis still has the content that the round began with: asked before a fault is reported.
        std::function<QCoro::Task<bool>()> isSameContent;
        std::function<QCoro::Task<Result<QList<book::NotStock>>>(QList<QByteArray>)> notStock;
        std::function<void(const StockFault &)> report;
    };
    explicit HeldCodes(Parts parts);

    /// Reads them, at the start of a round. Returns false if Redis did not answer.
    QCoro::Task<bool> read();
    /// The code was seen in the stock.
    void note(const QByteArray &code);
    /// At the end of the round. Returns false if Redis or the book did not answer.
    QCoro::Task<bool> judge();

private:
    struct Held
    {
        QByteArray user;
        QByteArray entry;
        QByteArray code;
        bool inStock = false; ///< seen in the stock while it was reserved
    };
    QCoro::Task<Result<bool>> isUnchanged(Held held);

    Parts m;
    QHash<std::size_t, Held> m_held; ///< by hash of the code
};

} // namespace seonchak

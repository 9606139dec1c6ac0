// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/database/coupon_book.h"
#include "core/issue/readiness.h"
#include "core/redis/keys.h"
#include "core/redis/script.h"
#include "core/watch/conservation.h"

#include <qcoro/qcorotask.h>

namespace seonchak {

class Journal;
class RedisConnection;
class SqlPool;

/// Brings Redis and the book to agree, and opens the gate when they do.
///
/// The book's meta table has the generation of the Redis content that belongs to it; Redis has the same
/// number in its stats hash. Redis emptied, replaced, or restored from an older copy shows by a missing or
/// other generation, or by counting fewer reservations or batches than the book has seen. Then the stock, the
/// user keys and the doubts are made anew from the book, aside, and adopted in one script. Of several servers
/// one does it, under a lease in Redis. Lives on one thread.
class Rebuild
{
public:
    struct Parts
    {
        RedisConnection &redis;
        Journal &journal;
        SqlPool &pool;
        Keys keys;
        StockHome home;
        Readiness &readiness;
    };
    explicit Rebuild(Parts parts);

    /// Finds out whether Redis is the book's, rebuilds it if not, and opens the gate. Fails (gate stays
    /// closed) when either is away, when another server is at it, or when issues of this process are still
    /// under way: call again. True where a rebuild was made.
    QCoro::Task<Result<bool>> reconcile();

private:
    struct Marks
    {
        QByteArray generation; ///< empty: Redis has none
        qint64 reservation = 0;
        qint64 batch = 0;
    };
    struct BookState
    {
        qint64 generation = 0;
        QByteArray home;
        book::HighMarks high;
        QList<QByteArray> voiding; ///< Redis' list of those on their way to VOID, where it is to be believed
    };
    QCoro::Task<Result<Marks>> redisMarks();
    QCoro::Task<Result<BookState>> bookState();
    QCoro::Task<Result<void>> rebuild(BookState state);
    QCoro::Task<Result<QList<QByteArray>>> readVoiding();
    QCoro::Task<Result<qint64>> beginGeneration(QList<QByteArray> voiding);
    QCoro::Task<Result<void>> clearRedis();
    QCoro::Task<Result<void>> deleteUserKeys();
    QCoro::Task<Result<void>> fillStock(const std::vector<std::pair<QByteArray, QByteArray>> &kept);
    QCoro::Task<Result<qint64>> fillUsers();
    QCoro::Task<Result<void>> fillPending(const std::vector<std::pair<QByteArray, QByteArray>> &kept);
    QCoro::Task<Result<std::vector<std::pair<QByteArray, QByteArray>>>> pendingWorthKeeping();
    QCoro::Task<Result<void>> command(std::vector<QByteArray> arguments);
    [[nodiscard]] QByteArray homeName() const;

    Parts m;
    const Script m_adopt;
    const QByteArray m_leaseToken;
};

} // namespace seonchak

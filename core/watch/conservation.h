// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task_mutex.h"
#include "core/database/book/coupon_book.h"
#include "core/redis/keys.h"
#include "core/redis/script.h"
#include "core/watch/counters.h"
#include "core/watch/status.h"

#include <qcoro/qcorotask.h>

#include <QMap>

#include <vector>

namespace seonchak {

class RedisConnection;
class SqlPool;

/// Where a strategy keeps its stock; this decides how the counts are read.
enum class StockHome {
    RedisSaga,  ///< Redis, with reservations: read exactly
    RedisSteps, ///< Redis, with the book written after the answer: codes in transit here count as reserved
    Database,   ///< only the database
};

/// Reads the conservation sentence from the real counts of Redis and the database.
///
/// Two stores cannot be read at one instant. The Redis snapshot (one script) comes first, the database's (one
/// read transaction) after it. Whatever the book gained in between has a reservation number above the
/// snapshot's highest, or belongs to a reservation that was still pending in the snapshot; both are counted
/// and subtracted, so each coupon counts once, where it was at the instant of the Redis snapshot. No
/// tolerance, hence no flicker. Pushes change both stores without such a number: `moving` excludes this
/// process' pushes. Lives on one thread.
class Conservation
{
public:
    Conservation(RedisConnection &redis, SqlPool &pool, Keys keys, StockHome home, Counters &counters,
                 TaskMutex &moving);

    struct Reading
    {
        StockNumbers stock;
        qint64 issuedUsers = 0;
        QMap<QByteArray, qint64> shared;
        qint64 oldestDoubtMs = -1; ///< age of the oldest doubt, by Redis' clock; -1: none, or unknown
        bool foreignPush = false;  ///< another process is in the middle of a push: the sentence may be wrong
    };
    /// Takes a reading that starts now. Fails with Unavailable or Stale.
    QCoro::Task<Result<Reading>> read(qint64 generation);

private:
    struct RedisSide
    {
        qint64 available = 0;
        qint64 waiting = 0;
        qint64 doubted = 0;
        qint64 highest = 0;
        qint64 oldestDoubtMs = -1;
        std::vector<qint64> pending;
        QList<QByteArray> voiding; ///< taken out of the stock, and perhaps not VOID in the book yet
        QMap<QByteArray, qint64> shared;
    };
    struct BookSide
    {
        book::Counts counts;
        qint64 issuedLater = 0;
        qint64 stillPending = 0;
        qint64 stillStock = 0; ///< of those in `voiding`: left by a crash, or being voided by another process
    };
    QCoro::Task<Result<RedisSide>> readRedis(qint64 generation);
    QCoro::Task<Result<BookSide>> readBook(qint64 highest, std::vector<qint64> pending,
                                           QList<QByteArray> voiding);
    static RedisSide parse(const struct RedisReply &reply);
    QCoro::Task<Result<Reading>> readSaga(qint64 generation);
    QCoro::Task<bool> isForeignVoid(qint64 voidsBefore);
    QCoro::Task<Result<Reading>> readSteps(qint64 generation);
    QCoro::Task<Result<Reading>> readDatabase(qint64 generation);

    RedisConnection &m_redis;
    SqlPool &m_pool;
    const Keys m_keys;
    const StockHome m_home;
    Counters &m_counters;
    TaskMutex &m_moving;
    const Script m_snapshot;
    std::vector<qint64> m_flushed; ///< the part of each counter that is already in the shared hash
    QMap<QByteArray, qint64> m_lastShared;
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/ground/empty_stock.h"
#include "core/issue/ground/sale_times.h"
#include "core/redis/keys.h"
#include "core/redis/script.h"

#include <QTimer>

#include <qcoro/qcorotask.h>

namespace seonchak {

class Clock;
class Readiness;
class RedisConnection;
class SqlPool;

/// Finds out for EmptyStock whether the stock is empty and who has a coupon, while many requests are refused
/// as sold out.
///
/// Every 10 ms a read-only script asks Redis. The holders come from the book, which is read after a script
/// has listed the users with a reservation: a reservation ends only after its row was committed, so no user
/// is missed in between. The holders stay valid as long as Redis has counted no further reservation and no
/// further user, and has as many keys as its counters say; otherwise every request asks Redis. Lives on the
/// engine's thread; await the thread's tasks before destroying it.
class EmptyStockKeeper
{
public:
    struct Parts
    {
        RedisConnection &redis;
        SqlPool &pool;
        Keys keys;
        Readiness &readiness;
        SaleClock &sale;
        const Clock &clock;
        EmptyStock &stock;
    };
    explicit EmptyStockKeeper(Parts parts);
    ~EmptyStockKeeper();
    EmptyStockKeeper(const EmptyStockKeeper &) = delete;
    EmptyStockKeeper &operator=(const EmptyStockKeeper &) = delete;
    /// Starts no further look.
    void stop();

private:
    struct Reading
    {
        bool isEmpty = false; ///< and Redis has the keys that it should have
        QByteArray mark;      ///< changes whenever a user may have become a holder
        qint64 users = 0;
        QList<UserId> reserving;
    };

    QCoro::Task<> look();
    QCoro::Task<Reading> read(bool withReserving);
    QCoro::Task<> learnHolders();

    Parts m;
    const Script m_script;
    QTimer m_timer;
    EmptyStock::Holders m_holders;
    QByteArray m_mark; ///< the mark for which m_holders is valid
    qint64 m_nextLearnNs = 0;
    bool m_looking = false;
    bool m_stopped = false;
};

} // namespace seonchak

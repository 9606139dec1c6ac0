// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h" // first: moc of Qt 6.4 cannot read <coroutine> before any other header
#include "core/issue/repair/settler.h"
#include "core/redis/connection.h"
#include "core/redis/private_redis.h"
#include "core/watch/identity_sweep.h"

#include <QObject>

namespace seonchak {

struct SaleShared;

/// What the engine reports about itself: to the log, the list of events, the coupons' lives, the audit trail.
/// Lives on the engine's thread.
class EngineNews : public QObject
{
    Q_OBJECT
public:
    /// Reports when `redis` comes and goes. `own` is null if Redis is somebody else's.
    EngineNews(SaleShared &shared, RedisConnection &redis, PrivateRedis *own);

    void tellSettled(const Settler::News &news);
    void tellRebuilt();
    void tellFault(const StockFault &fault);

private:
    void watchConnection();
    void tellAway();
    void watchPrivateRedis();
    QCoro::Task<> warnOfVanishingKeys();

    SaleShared &m_shared;
    RedisConnection &m_redis;
    PrivateRedis *const m_privateRedis;
    QString m_redisWarnings;
    bool m_redisTold = false;   ///< the event that Redis is available was reported
    bool m_redisMissed = false; ///< Redis was lost, or could not be reached, since that event
};

} // namespace seonchak

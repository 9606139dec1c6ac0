// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/async/promised.h"
#include "core/redis/keys.h"

#include <QByteArray>
#include <QSet>

#include <vector>

namespace seonchak {

class RedisConnection;

/// The codes that are reserved or in doubt in Redis. Concurrent callers share one read of the hash. A slow
/// read, with thousands of reservations, is reused for ten times as long as it took, so that looking coupons
/// up costs Redis at most a tenth of its time. Lives on its connection's thread.
class ReservedCodes
{
public:
    ReservedCodes(RedisConnection &redis, Keys keys, const Clock &clock);

    /// Empty if Redis is unavailable.
    QCoro::Task<QSet<QByteArray>> codes();

private:
    QCoro::Task<> look();
    QCoro::Task<QSet<QByteArray>> scan();

    RedisConnection &m_redis;
    const Keys m_keys;
    const Clock &m_clock;
    std::vector<Promised<QSet<QByteArray>>> m_waiting;
    bool m_looking = false;
    QSet<QByteArray> m_last;
    qint64 m_goodUntilNs = 0;
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/async/crossing.h"
#include "core/redis/keys.h"

#include <QByteArray>
#include <QSet>

#include <vector>

namespace seonchak {

class RedisConnection;

/// The codes that are reserved or in doubt in Redis. Those who ask at the same time share one look at the
/// hash; one that took long because thousands are reserved is good for ten times as long as it took, so that
/// looking coupons up costs Redis a tenth of its time at most. Lives on the thread of its connection.
class ReservedCodes
{
public:
    ReservedCodes(RedisConnection &redis, Keys keys, const Clock &clock);

    /// Empty where Redis is away.
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

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/repair/reserved_codes.h"

#include "core/redis/connection.h"
#include "core/redis/pending_scan.h"

#include <algorithm>
#include <utility>

namespace seonchak {

namespace {
constexpr int goodTimesAsLong = 10;
/// Reading a few hundred reservations costs Redis less than the request does: never cached.
constexpr qsizetype cheap = 500;
constexpr qint64 goodMostNs = 1'000'000'000;
} // namespace

ReservedCodes::ReservedCodes(RedisConnection &redis, Keys keys, const Clock &clock)
    : m_redis(redis)
    , m_keys(std::move(keys))
    , m_clock(clock)
{
}

QCoro::Task<QSet<QByteArray>> ReservedCodes::codes()
{
    if (!m_redis.isReady())
        co_return QSet<QByteArray>();
    if (m_clock.steadyNs() < m_goodUntilNs)
        co_return m_last;
    const Promised<QSet<QByteArray>> answer;
    m_waiting.push_back(answer);
    if (!m_looking)
        look();
    co_return co_await answer;
}

QCoro::Task<> ReservedCodes::look()
{
    m_looking = true;
    while (!m_waiting.empty()) {
        const auto served = std::exchange(m_waiting, {});
        const qint64 began = m_clock.steadyNs();
        m_last = co_await scan();
        const qint64 took = m_clock.steadyNs() - began;
        const qint64 good = m_last.size() > cheap ? std::min(took * goodTimesAsLong, goodMostNs) : 0;
        m_goodUntilNs = m_clock.steadyNs() + good;
        for (const auto &one : served)
            one.deliver(m_last);
    }
    m_looking = false;
}

QCoro::Task<QSet<QByteArray>> ReservedCodes::scan()
{
    QSet<QByteArray> codes;
    for (PendingScan scan(m_redis, m_keys.pending()); !scan.isAtEnd();) {
        const auto rows = co_await scan.next();
        if (!rows)
            break;
        for (const auto &row : *rows) {
            if (row.entry)
                codes.insert(row.entry->code);
        }
    }
    co_return codes;
}

} // namespace seonchak

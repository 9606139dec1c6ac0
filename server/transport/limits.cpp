// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/limits.h"

#include <sys/resource.h>

#include <algorithm>

namespace seonchak::http {

namespace {
constexpr int mostConnections = 10'000;
constexpr int filesForTheRest = 200;
constexpr qint64 mostBodyBytes = 512LL * 1024 * 1024;
} // namespace

TransportBudget::TransportBudget(int connectionCap, qint64 bodyBytesCap)
    : m_connectionCap(connectionCap)
    , m_bytesCap(bodyBytesCap)
{
}

bool TransportBudget::takeConnection()
{
    if (m_connections.fetch_add(1, std::memory_order_relaxed) < m_connectionCap)
        return true;
    m_connections.fetch_sub(1, std::memory_order_relaxed);
    m_turnedAway.fetch_add(1, std::memory_order_relaxed);
    return false;
}

void TransportBudget::returnConnection()
{
    m_connections.fetch_sub(1, std::memory_order_relaxed);
}

bool TransportBudget::takeBytes(qint64 bytes)
{
    if (m_bytes.fetch_add(bytes, std::memory_order_relaxed) + bytes <= m_bytesCap)
        return true;
    m_bytes.fetch_sub(bytes, std::memory_order_relaxed);
    return false;
}

void TransportBudget::returnBytes(qint64 bytes)
{
    m_bytes.fetch_sub(bytes, std::memory_order_relaxed);
}

int defaultConnectionCap()
{
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur == RLIM_INFINITY)
        return mostConnections;
    const auto room = static_cast<qint64>(files.rlim_cur) - filesForTheRest;
    return static_cast<int>(std::clamp<qint64>(room, 16, mostConnections));
}

std::shared_ptr<TransportBudget> defaultBudget()
{
    return std::make_shared<TransportBudget>(defaultConnectionCap(), mostBodyBytes);
}

void raiseOpenFileLimit()
{
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur >= files.rlim_max)
        return;
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
}

} // namespace seonchak::http

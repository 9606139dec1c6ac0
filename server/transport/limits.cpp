// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/limits.h"

#include <sys/resource.h>

#include <algorithm>

namespace seonchak::http {

namespace {
constexpr int mostConnections = 10'000;
constexpr int filesForTheRest = 200;
constexpr qint64 mostBytes = 256LL * 1024 * 1024;
constexpr qint64 freeBytes = 4 * 1024;
} // namespace

TransportBudget::TransportBudget(int connectionCap, qint64 bytesCap)
    : m_connectionCap(connectionCap)
    , m_bytesCap(bytesCap)
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

ByteAccount::ByteAccount(std::shared_ptr<TransportBudget> budget)
    : m_budget(std::move(budget))
{
}

ByteAccount::~ByteAccount()
{
    (void)hold(0);
}

bool ByteAccount::hold(qint64 bytes)
{
    const qint64 wanted = std::max<qint64>(0, bytes - freeBytes);
    const qint64 more = wanted - m_charged;
    if (more > 0 && !m_budget->takeBytes(more))
        return false;
    if (more < 0)
        m_budget->returnBytes(-more);
    m_charged = wanted;
    return true;
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
    return std::make_shared<TransportBudget>(defaultConnectionCap(), mostBytes);
}

} // namespace seonchak::http

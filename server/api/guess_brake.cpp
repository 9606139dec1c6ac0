// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/guess_brake.h"

#include "server/api/authority.h"

#include <algorithm>

namespace seonchak::http {

QByteArray GuessBrake::keyOf(const QHostAddress &from)
{
    const QHostAddress address = plainAddress(from);
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return address.toString().toLatin1();
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    return QByteArray(reinterpret_cast<const char *>(&bytes), 8);
}

void GuessBrake::makeRoom()
{
    if (m_counts.size() < mostAddresses)
        return;
    // Removes several at once, so that a crowd of addresses is not searched again for each.
    QList<qint64> times;
    for (const auto &one : std::as_const(m_counts))
        times.append(one.lastNs);
    const auto nth = times.begin() + mostAddresses / 16;
    std::nth_element(times.begin(), nth, times.end());
    m_counts.removeIf([limit = *nth](const auto &one) { return one->waiting == 0 && one->lastNs <= limit; });
}

std::optional<int> GuessBrake::failed(const QHostAddress &from, qint64 nowNs)
{
    const QByteArray key = keyOf(from);
    const QMutexLocker lock(&m_mutex);
    if (!m_counts.contains(key))
        makeRoom();
    m_isEmpty.store(false, std::memory_order_relaxed);
    auto &count = m_counts[key];
    if (count.failures > 0 && nowNs - count.lastNs > forgottenAfterNs)
        count.failures = 0;
    count.lastNs = nowNs;
    count.failures = std::min(count.failures + 1, 1'000'000);
    const int beyond = count.failures - freeTries;
    if (beyond <= 0)
        return 0;
    if (count.waiting >= mostWaitingEach || m_waiting >= mostWaiting)
        return std::nullopt;
    ++count.waiting;
    ++m_waiting;
    return std::min(longestMs, 50 << std::min(beyond, 6));
}

void GuessBrake::waited(const QHostAddress &from)
{
    const QMutexLocker lock(&m_mutex);
    --m_waiting;
    const auto count = m_counts.find(keyOf(from));
    if (count != m_counts.end())
        --count->waiting;
}

void GuessBrake::succeeded(const QHostAddress &from)
{
    if (m_isEmpty.load(std::memory_order_relaxed))
        return;
    const QMutexLocker lock(&m_mutex);
    const auto count = m_counts.find(keyOf(from));
    if (count == m_counts.end())
        return;
    count->failures = 0;
    if (count->waiting == 0)
        m_counts.erase(count);
    m_isEmpty.store(m_counts.isEmpty(), std::memory_order_relaxed);
}

int GuessBrake::addresses()
{
    const QMutexLocker lock(&m_mutex);
    return int(m_counts.size());
}

} // namespace seonchak::http

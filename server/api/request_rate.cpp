// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/request_rate.h"

#include <algorithm>
#include <cmath>

namespace seonchak::http {

void RequestRate::makeRoom()
{
    if (m_buckets.size() < mostCallers)
        return;
    // Removes several at once, so that a crowd of callers is not searched again for each.
    QList<qint64> times;
    for (const auto &one : std::as_const(m_buckets))
        times.append(one.lastNs);
    const auto nth = times.begin() + mostCallers / 16;
    std::nth_element(times.begin(), nth, times.end());
    m_buckets.removeIf([limit = *nth](const auto &one) { return one->lastNs <= limit; });
}

std::optional<int> RequestRate::refuses(const QByteArray &caller, qint64 nowNs)
{
    if (!isLimited())
        return std::nullopt;
    const QMutexLocker lock(&m_mutex);
    if (!m_buckets.contains(caller))
        makeRoom();
    auto &bucket = m_buckets[caller];
    const double seconds = bucket.lastNs == 0 ? 0 : double(std::max<qint64>(0, nowNs - bucket.lastNs)) / 1e9;
    bucket.spent = std::max(0.0, bucket.spent - seconds * m_perSecond);
    bucket.lastNs = std::max(bucket.lastNs, nowNs);
    const double most = double(m_perSecond) * burstSeconds;
    if (bucket.spent + 1 >
        most) // Refused requests cost nothing, so that a caller that slows down is admitted again.
        return std::max(1, int(std::ceil((bucket.spent + 1 - most) / m_perSecond)));
    bucket.spent += 1;
    return std::nullopt;
}

int RequestRate::callers()
{
    const QMutexLocker lock(&m_mutex);
    return int(m_buckets.size());
}

} // namespace seonchak::http

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QMutex>

#include <optional>

namespace seonchak::http {

/// Limits the requests a second of each caller with a token bucket. Thread-safe and bounded: with too many
/// callers, those that have been quiet longest are forgotten.
class RequestRate
{
public:
    static constexpr int burstSeconds =
        5; ///< the burst: this many seconds' requests at once after a quiet period
    static constexpr int mostCallers = 4096;

    /// 0: no limit.
    explicit RequestRate(int perSecond)
        : m_perSecond(perSecond)
    {
    }
    [[nodiscard]] bool isLimited() const { return m_perSecond > 0; }
    /// Counts one more request. Nullopt: it may pass. Otherwise the number of seconds until the next may.
    std::optional<int> refuses(const QByteArray &caller, qint64 nowNs);
    [[nodiscard]] int callers();

private:
    struct Bucket
    {
        double spent = 0;
        qint64 lastNs = 0;
    };
    void makeRoom();

    const int m_perSecond;
    QMutex m_mutex;
    QHash<QByteArray, Bucket> m_buckets;
};

} // namespace seonchak::http

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QMutex>

#include <optional>

namespace seonchak::http {

/// How many requests a second one caller may make: each has a bucket that fills with time. Thread-safe and
/// bounded: of too many callers those are forgotten who have been quiet longest.
class RequestRate
{
public:
    static constexpr int burstSeconds = 5; ///< a caller who was quiet may make so many seconds' at once
    static constexpr int mostCallers = 4096;

    /// 0: no limit.
    explicit RequestRate(int perSecond)
        : m_perSecond(perSecond)
    {
    }
    [[nodiscard]] bool isLimited() const { return m_perSecond > 0; }
    /// Counts one more request. Nothing: it may pass. Else in how many seconds there is room again.
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

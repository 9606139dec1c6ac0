// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/promised.h"
#include "core/async/task.h"
#include "core/async/wake_target.h"
#include "core/issue/ground/readiness.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <vector>

namespace seonchak {

class RedisConnection;

/// Where an issue waits while a lost connection is restored: this takes a moment, and no request should be
/// refused for it. Lives on the connection's thread.
class Door : public QObject
{
public:
    /// Whoever comes while Redis is away starts an attempt to reach it, at most one in this time.
    static constexpr std::chrono::milliseconds attemptEvery{250};

    Door(RedisConnection &redis, Readiness &readiness);
    ~Door() override;

    enum class To {
        Issue, ///< the gate must be open
        End,   ///< finishing what began under its generation needs only the connection
    };
    [[nodiscard]] bool isOpen(To what = To::Issue) const;
    /// Returns true once it is open. Returns false immediately if Redis has been away for longer than a
    /// moment, or the connection was closed.
    Task<bool> opens(To what = To::Issue);

private:
    struct Waiting
    {
        To what;
        Promised<bool> answer;
    };
    [[nodiscard]] bool mayWait(To what) const;
    void attemptNow();
    void look();
    [[nodiscard]] std::chrono::milliseconds patienceLeft() const;

    RedisConnection &m_redis;
    Readiness &m_readiness;
    Readiness::Clock::time_point m_lostAt;
    Readiness::Clock::time_point m_attemptAt; ///< of the attempt that this door requested, while it lasts
    Readiness::Clock::time_point m_nextAttempt;
    std::vector<Waiting> m_waiting;
    QTimer m_timer; ///< until the patience of those who wait may end by itself
    WakeTarget m_changes;
};

} // namespace seonchak

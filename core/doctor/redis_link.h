// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/connection.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <qcoro/qcorotask.h>

#include <optional>
#include <stop_token>

class QEventLoop;

namespace seonchak::doctor {

/// A blocking connection: the calling thread's event loop runs while it waits. Everything together takes no
/// longer than the constructor's deadline, plus at most one command, and ends at the stop.
class RedisLink
{
public:
    RedisLink(RedisAddress address, std::chrono::milliseconds limit, const std::stop_token &stop);

    /// Waits until it is ready, or the first attempt failed.
    Result<void> open();
    RedisResult ask(const std::vector<QByteArray> &words);
    RedisResult run(const Script &script, const std::vector<QByteArray> &keys,
                    const std::vector<QByteArray> &arguments);
    [[nodiscard]] bool isLate() const { return m_deadline.hasExpired(); }

    /// Waits for a task that uses this connection. At the deadline the connection ends, and the task with it.
    template <typename T>
    T wait(QCoro::Task<T> task)
    {
        QTimer late;
        QObject::connect(&late, &QTimer::timeout, &m_redis, &RedisConnection::close);
        late.start(std::chrono::milliseconds(m_deadline.remainingTime()));
        return QCoro::waitFor(std::move(task));
    }
    [[nodiscard]] RedisConnection &connection() { return m_redis; }

private:
    RedisResult await(const std::function<void(RedisCallback)> &send);
    void end();

    const QDeadlineTimer m_deadline;
    RedisConnection m_redis;
    QEventLoop *m_opening = nullptr;
    std::stop_callback<std::function<void()>> m_onStop; ///< last member: destroyed before what it calls
};

} // namespace seonchak::doctor

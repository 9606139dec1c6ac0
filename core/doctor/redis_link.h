// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/connection.h"

#include <QDeadlineTimer>

namespace seonchak::doctor {

/// A connection that is waited for: the event loop of the calling thread runs meanwhile. Everything together
/// takes no longer than the deadline of the constructor, give or take one command.
class RedisLink
{
public:
    RedisLink(RedisAddress address, std::chrono::milliseconds limit);

    /// Until it is ready, or the first attempt failed.
    Result<void> open();
    RedisResult ask(const std::vector<QByteArray> &words);
    RedisResult run(const Script &script, const std::vector<QByteArray> &keys,
                    const std::vector<QByteArray> &arguments);
    [[nodiscard]] bool isLate() const { return m_deadline.hasExpired(); }

private:
    RedisResult await(const std::function<void(RedisCallback)> &send);

    const QDeadlineTimer m_deadline;
    RedisConnection m_redis;
};

} // namespace seonchak::doctor

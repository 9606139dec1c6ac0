// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/reply.h"

#include <chrono>
#include <deque>

namespace seonchak {

/// A command that has not been answered yet.
struct PendingCommand
{
    RedisCallback done;
    QByteArray bytes;  ///< as sent; kept if it may have to be sent again
    QByteArray source; ///< of a script that Redis may not know; empty once it has been sent
    std::chrono::steady_clock::time_point sentAt;
    bool moved = false; ///< a cluster redirection was followed once
};

/// The bookkeeping of one connection: commands in flight, in the order of their answers, and settled commands
/// whose callbacks have not run yet. Every callback that is added is called exactly once, from tell().
/// Private to core/redis.
class CommandQueue
{
public:
    [[nodiscard]] std::size_t size() const { return m_flying.size() + m_held.size() + m_settled.size(); }
    [[nodiscard]] bool nothingFlies() const { return m_flying.empty(); }
    [[nodiscard]] std::chrono::steady_clock::time_point oldest() const { return m_flying.front().sentAt; }

    void flies(PendingCommand command);
    /// The command that the next answer belongs to.
    PendingCommand takeOldest();
    void settle(RedisCallback done, RedisResult result);
    /// Keeps a command that certainly was not run for the next connection.
    void hold(PendingCommand command) { m_held.push_back(std::move(command)); }
    std::deque<PendingCommand> takeHeld() { return std::exchange(m_held, {}); }
    /// Commands in flight become Uncertain; held commands were not run and become Unavailable.
    void failAll(const QString &why);

    /// Calls one settled callback; returns false if there is none. The callback may destroy this queue.
    bool tellOne();

private:
    struct Settled
    {
        RedisCallback done;
        RedisResult result;
    };
    template <typename T>
    using Queue = std::deque<T, ShortLivedAllocator<T>>;
    Queue<PendingCommand> m_flying;
    std::deque<PendingCommand> m_held;
    Queue<Settled> m_settled;
};

} // namespace seonchak

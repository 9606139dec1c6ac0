// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/command_queue.h"

namespace seonchak {

void CommandQueue::flies(PendingCommand command)
{
    command.sentAt = std::chrono::steady_clock::now();
    m_flying.push_back(std::move(command));
}

PendingCommand CommandQueue::takeOldest()
{
    PendingCommand oldest = std::move(m_flying.front());
    m_flying.pop_front();
    return oldest;
}

void CommandQueue::settle(RedisCallback done, RedisResult result)
{
    m_settled.push_back({std::move(done), std::move(result)});
}

void CommandQueue::failAll(const QString &why)
{
    for (auto &command : std::exchange(m_flying, {}))
        settle(std::move(command.done),
               failure(Trouble::Uncertain, QStringLiteral("Sent, but not answered: ") + why));
    for (auto &command : std::exchange(m_held, {}))
        settle(std::move(command.done), failure(Trouble::Unavailable, QStringLiteral("Not run: ") + why));
}

bool CommandQueue::tellOne()
{
    if (m_settled.empty())
        return false;
    Settled settled = std::move(m_settled.front());
    m_settled.pop_front();
    if (settled.done)
        settled.done(std::move(settled.result));
    return true;
}

} // namespace seonchak

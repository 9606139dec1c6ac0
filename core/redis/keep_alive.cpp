// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/connection_machine.h"
#include "core/redis/protocol.h"

#include <algorithm>

// Handles connections that the other end closes while they are idle.
namespace seonchak {

namespace {
using namespace std::chrono;
/// A peer that closes each new connection is not called at full speed: after two consecutive connections
/// shorter than this, there is no immediate reconnect.
constexpr milliseconds livedWell{100};
constexpr milliseconds keepLeast{200};
constexpr int cutsToLearn = 2; ///< a single one may be a restart, or a person's CLIENT KILL
} // namespace

milliseconds RedisConnection::Private::idleFor() const
{
    const auto until = m_queue.nothingFlies() ? steady_clock::now() : m_queue.oldest();
    return duration_cast<milliseconds>(until - m_lastAnswer);
}

bool RedisConnection::Private::wasCut()
{
    if (m_state != State::Ready)
        return false;
    m_shortLives = steady_clock::now() - m_readySince < livedWell ? m_shortLives + 1 : 0;
    if (m_shortLives > 1)
        return false;
    m_idleWhenCut = idleFor();
    return true;
}

void RedisConnection::Private::revived()
{
    m_readySince = m_lastAnswer = steady_clock::now();
    if (std::exchange(m_reviving, false) && m_idleWhenCut > livedWell && ++m_cuts >= cutsToLearn)
        m_keepEvery = std::clamp(m_idleWhenCut / 3, std::min(keepLeast, m_keepEvery), m_keepEvery);
    m_keepTimer.start(m_keepEvery);
}

void RedisConnection::Private::keepAlive()
{
    if (m_state != State::Ready)
        return;
    const auto left = m_keepEvery - idleFor();
    if (left > 0ms && m_queue.nothingFlies()) {
        m_keepTimer.start(left);
        return;
    }
    m_keepTimer.start(m_keepEvery);
    if (!m_queue.nothingFlies())
        return;
    PendingCommand ping;
    ping.bytes = protocol::encode({"PING"});
    if (!send(std::move(ping)))
        tellSettled();
}

} // namespace seonchak

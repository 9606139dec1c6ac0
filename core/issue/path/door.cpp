// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/path/door.h"

#include "core/redis/connection.h"

#include <algorithm>

namespace seonchak {

namespace {
constexpr std::chrono::milliseconds patience{1500};
} // namespace

Door::Door(RedisConnection &redis, Readiness &readiness)
    : m_redis(redis)
    , m_readiness(readiness)
    , m_changes([this] { look(); })
{
    // Looks come from the event loop: a task that continues here may use the connection.
    connect(&m_redis, &RedisConnection::readyChanged, this, [this](bool ready) {
        if (!ready)
            m_lostAt = Readiness::Clock::now();
        m_changes.waker().wake();
    });
    connect(&m_redis, &RedisConnection::attemptFailed, this, [this] {
        m_attemptAt = {};
        m_changes.waker().wake();
    });
    m_readiness.changes().add(m_changes.waker());
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Door::look);
}

Door::~Door()
{
    for (const auto &one : std::exchange(m_waiting, {}))
        one.answer.deliver(false);
}

bool Door::isOpen(To what) const
{
    return m_redis.isReady() && (what == To::End || m_readiness.isOpen());
}

bool Door::mayWait(To what) const
{
    if (m_redis.state() == RedisConnection::State::Closed) // The program ends: it does not come back.
        return false;
    const auto soon = Readiness::Clock::now() - patience;
    const bool gate = what == To::End || m_readiness.isOpen() || m_readiness.closedAt() > soon;
    // Pending commands fail before the loss is announced: until then check the connection itself.
    return gate && (m_redis.isReady() || m_redis.isReviving() || m_lostAt > soon || m_attemptAt > soon);
}

/// The keeper has reached Redis before this connection, which may still be in backoff.
void Door::attemptNow()
{
    const auto now = Readiness::Clock::now();
    if (!m_readiness.isOpen() || now < m_nextAttempt || !m_redis.attemptNow())
        return;
    m_attemptAt = now;
    m_nextAttempt = now + attemptEvery;
}

Task<bool> Door::opens(To what)
{
    if (isOpen(what))
        co_return true;
    attemptNow();
    if (!mayWait(what))
        co_return false;
    const Promised<bool> answer;
    m_waiting.push_back({what, answer});
    m_timer.start(patienceLeft());
    co_return co_await answer;
}

/// Until the next of the moments after which mayWait() may say no without a change.
std::chrono::milliseconds Door::patienceLeft() const
{
    const auto now = Readiness::Clock::now();
    auto next = now + attemptEvery; // A connection that is closed while it is not ready announces nothing.
    bool isKnown = false;
    for (const auto began : {m_lostAt, m_attemptAt, m_readiness.closedAt()}) {
        if (began <= now - patience)
            continue;
        next = isKnown ? std::min(next, began + patience) : began + patience;
        isKnown = true;
    }
    return std::chrono::ceil<std::chrono::milliseconds>(next - now);
}

void Door::look()
{
    std::vector<Waiting> ended;
    std::erase_if(m_waiting, [&](const Waiting &one) {
        const bool ends = isOpen(one.what) || !mayWait(one.what);
        if (ends)
            ended.push_back(one);
        return ends;
    });
    if (m_waiting.empty())
        m_timer.stop();
    else
        m_timer.start(patienceLeft());
    for (const auto &one : ended)
        one.answer.deliver(isOpen(one.what));
}

} // namespace seonchak

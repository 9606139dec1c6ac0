// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/connection_machine.h"

#include <QRandomGenerator>

#include <algorithm>

namespace seonchak {

RedisConnection::Private::Private(RedisConnection *connection, RedisAddress where, RedisLimits bounds)
    : q(connection)
    , m_address(std::move(where))
    , m_limits(bounds)
    , m_finder(m_address, m_limits.connectDeadline, this, connection)
    , m_keepEvery(m_limits.keepAlive)
    , m_keepTimer(connection)
    , m_connectTimer(connection)
    , m_commandTimer(connection)
    , m_retryTimer(connection)
    , m_greetingTimer(connection)
{
    for (QTimer *timer : {&m_keepTimer, &m_connectTimer, &m_commandTimer, &m_retryTimer, &m_greetingTimer})
        timer->setSingleShot(true);
    QObject::connect(&m_keepTimer, &QTimer::timeout, q, [this] { keepAlive(); });
    m_retryTimer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_connectTimer, &QTimer::timeout, q,
                     [this] { connectFailed(QStringLiteral("no connection in time")); });
    QObject::connect(&m_commandTimer, &QTimer::timeout, q, [this] { deadlineCheck(); });
    QObject::connect(&m_retryTimer, &QTimer::timeout, q, [this] { attempt(); });
    QObject::connect(&m_greetingTimer, &QTimer::timeout, q, [this] { greetNext(); });
}

RedisConnection::Private::~Private()
{
    retire();
}

void RedisConnection::Private::open()
{
    if (m_state == State::Idle)
        attempt();
}

bool RedisConnection::Private::shutDown()
{
    const bool wasReady = std::exchange(m_announced, false);
    m_state = State::Closed;
    m_reviving = false;
    m_retryTimer.stop();
    retire();
    m_queue.failAll(QStringLiteral("the connection was closed"));
    tellSettled();
    return wasReady;
}

bool RedisConnection::Private::attemptNow()
{
    if (m_state != State::Waiting)
        return false;
    m_retryTimer.start(0);
    return true;
}

void RedisConnection::Private::attempt()
{
    m_state = State::Resolving;
    const auto target = std::exchange(m_target, {});
    if (target && !target->host.isEmpty())
        m_finder.findHost(target->host, target->port);
    else
        m_finder.find();
}

void RedisConnection::Private::endpointsFound(std::deque<RedisEndpoint> endpoints)
{
    m_candidates = std::move(endpoints);
    connectNext();
}

void RedisConnection::Private::connectNext()
{
    m_state = State::Connecting;
    m_here = std::move(m_candidates.front());
    m_candidates.pop_front();
    auto wire = RedisWire::connectTo(m_here, this);
    if (!wire)
        return connectFailed(wire.error().detail);
    m_wire = std::move(*wire);
    m_connectTimer.start(m_limits.connectDeadline);
}

void RedisConnection::Private::connectFailed(const QString &why)
{
    if (m_candidates.empty())
        return lost(m_here.name() + QLatin1String(": ") + why);
    RedisWire::retire(std::move(m_wire));
    connectNext();
}

void RedisConnection::Private::retire()
{
    m_finder.cancel();
    m_candidates.clear();
    m_greetings.clear();
    m_leaving.reset();
    for (QTimer *timer : {&m_keepTimer, &m_connectTimer, &m_commandTimer, &m_greetingTimer})
        timer->stop();
    RedisWire::retire(std::move(m_wire));
}

/// An attempt or a connection has ended: fails all pending commands, and reconnects later, or immediately if
/// the other end `cut` a healthy connection.
void RedisConnection::Private::lost(const QString &why, bool cut)
{
    const bool wasReady = std::exchange(m_announced, false);
    retire();
    m_lastError = why;
    m_state = State::Waiting;
    m_reviving = cut;
    m_retryTimer.start(cut ? std::chrono::milliseconds(0) : backOff(++m_failures));
    m_queue.failAll(why);
    const QPointer<RedisConnection> alive(q);
    if (!tellSettled())
        return;
    if (wasReady)
        Q_EMIT q->readyChanged(false);
    if (alive)
        Q_EMIT alive->attemptFailed(why);
}

/// Full jitter: anywhere between zero and the doubled limit, so that a thousand clients do not reconnect at
/// once.
std::chrono::milliseconds RedisConnection::Private::backOff(int failures) const
{
    const int doublings = std::min(failures - 1, 20);
    const qint64 bound =
        std::min<qint64>(m_limits.backOffFirst.count() << doublings, m_limits.backOffMost.count());
    return std::chrono::milliseconds(QRandomGenerator::global()->bounded(std::max<qint64>(bound, 1) + 1));
}

bool RedisConnection::Private::tellSettled()
{
    const QPointer<RedisConnection> alive(q);
    while (m_queue.tellOne()) {
        if (!alive)
            return false;
    }
    return true;
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/connection_machine.h"

#include "core/redis/protocol.h"

#include <QRandomGenerator>

#include <algorithm>

namespace seonchak {

namespace {
using namespace std::chrono;
/// A peer that closes each new connection is not called at full speed: after two consecutive connections
/// shorter than this, there is no immediate reconnect.
constexpr milliseconds livedWell{100};
constexpr milliseconds keepLeast{200};
constexpr int cutsToLearn = 2; ///< a single one may be a restart, or a person's CLIENT KILL
} // namespace

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

// The first commands on a new connection, the last of them until Redis says PONG.

void RedisConnection::Private::wireConnected()
{
    m_connectTimer.stop();
    m_candidates.clear();
    m_state = State::Greeting;
    m_greetingRepeats = 0;
    for (const auto &words : m_address.greeting())
        m_greetings.push_back({QString::fromLatin1(words[0]), protocol::encode(words)});
    greetNext();
}

void RedisConnection::Private::greetNext()
{
    const Greeting &next = m_greetings.front();
    PendingCommand command;
    command.done = [this, name = next.name](const RedisResult &result) { greeted(name, result); };
    command.bytes = next.bytes;
    send(std::move(command));
}

void RedisConnection::Private::greeted(const QString &name, const RedisResult &result)
{
    if (m_state != State::Greeting)
        return; // the connection is closing and fails what it has sent
    if (!result && result.error().trouble == Trouble::Unavailable) {
        // LOADING and similar: the server is up and will be ready, so ask again on the same connection.
        m_lastError = result.error().detail;
        m_greetingTimer.start(backOff(++m_greetingRepeats));
        return;
    }
    if (!result)
        return lost(QStringLiteral("%1 refused %2: %3").arg(m_here.name(), name, result.error().detail));
    const bool isReplica =
        name == QLatin1String("ROLE") && (result->items.empty() || result->items[0].text != "master");
    if (isReplica)
        return lost(
            QStringLiteral("Sentinel named %1 as master, but it is not one (yet)").arg(m_here.name()));
    m_greetings.pop_front();
    if (!m_greetings.empty())
        return greetNext();
    ready();
}

void RedisConnection::Private::ready()
{
    m_state = State::Ready;
    m_failures = 0;
    m_lastError.clear();
    revived();
    m_announced = true;
    for (auto &command : m_queue.takeHeld())
        send(std::move(command));
    Q_EMIT q->readyChanged(true);
}

// Commands and their answers, also those that require a resend: the script again, or another node.

std::optional<Error> RedisConnection::Private::refusal() const
{
    if (m_state != State::Ready) {
        const QString why = m_lastError.isEmpty() ? QString() : QString(QLatin1String(": ") + m_lastError);
        return Error{Trouble::Unavailable, QString(QLatin1String("Redis is not connected") + why), {}};
    }
    if (m_queue.size() >= m_limits.inFlightMost)
        return Error{Trouble::Unavailable,
                     QStringLiteral("%1 commands wait for Redis already").arg(m_queue.size()),
                     {}};
    return {};
}

bool RedisConnection::Private::send(PendingCommand command)
{
    if (!m_wire || !m_wire->send(command.bytes)) {
        // No answer will come, so it is settled here.
        m_queue.settle(std::move(command.done),
                       failure(Trouble::Unavailable, QStringLiteral("The connection to Redis is ending.")));
        return false;
    }
    const bool mayBeSentAgain = !command.source.isEmpty() || m_address.kind == RedisAddress::Kind::Cluster;
    if (!mayBeSentAgain)
        command.bytes.clear();
    m_queue.flies(std::move(command));
    if (!m_commandTimer.isActive())
        watchDeadline(m_limits.commandDeadline);
    return true;
}

void RedisConnection::Private::wireAnswered(std::vector<RedisResult> &answers)
{
    m_lastAnswer = std::chrono::steady_clock::now();
    for (RedisResult &answer : answers)
        settleOldest(std::move(answer));
    answers.clear();
    if (tellSettled() && m_leaving && m_queue.nothingFlies())
        leaveNow();
}

void RedisConnection::Private::wireLost(const QString &why)
{
    if (m_state == State::Connecting)
        connectFailed(why);
    else
        lost(m_here.name() + QLatin1String(": ") + why, wasCut());
}

void RedisConnection::Private::settleOldest(RedisResult result)
{
    PendingCommand command = m_queue.takeOldest();
    if (result)
        m_hops = 0;
    else if (sentAgain(command, result.error()))
        return;
    m_queue.settle(std::move(command.done), std::move(result));
}

/// For an error that means "not run, but a retry is possible": returns true if the command was sent again.
bool RedisConnection::Private::sentAgain(PendingCommand &command, const Error &error)
{
    if (protocol::hasCode(error, QLatin1String("NOSCRIPT")) && !command.source.isEmpty()) {
        command.bytes = protocol::encodeRunWithSource(command.bytes, std::exchange(command.source, {}));
        send(std::move(command));
        return true;
    }
    if (m_address.kind == RedisAddress::Kind::Cluster && protocol::hasCode(error, QLatin1String("MOVED"))) {
        const auto target = protocol::movedTo(error);
        if (!target || command.moved || m_state == State::Greeting)
            return false;
        leaveFor({target->first.isEmpty() ? m_here.ip : target->first, target->second});
        command.moved = true;
        m_queue.hold(std::move(command));
        return true;
    }
    if (m_address.kind == RedisAddress::Kind::Sentinel && protocol::hasCode(error, QLatin1String("READONLY")))
        leaveFor({}); // the master was demoted: ask the Sentinels for the new one
    return false;
}

/// Accepts no more commands, waits for the answers still due on this connection, then connects to `target`.
void RedisConnection::Private::leaveFor(Redirection target)
{
    if (m_leaving)
        return;
    m_leaving = std::move(target);
    m_state = State::Resolving;
}

void RedisConnection::Private::leaveNow()
{
    const bool wasReady = std::exchange(m_announced, false);
    m_target = m_leaving;
    retire();
    m_lastError = QStringLiteral("%1 sent us elsewhere").arg(m_here.name());
    // The first redirection is followed immediately; redirection loops must not be followed at full speed.
    m_state = State::Waiting;
    m_retryTimer.start(++m_hops == 1 ? std::chrono::milliseconds(0) : backOff(m_hops));
    if (wasReady)
        Q_EMIT q->readyChanged(false);
}

// One timer for the oldest command suffices, because answers come in order; it is not touched until it fires.
void RedisConnection::Private::watchDeadline(std::chrono::milliseconds wait)
{
    m_checkDue = std::chrono::steady_clock::now() + wait;
    m_commandTimer.start(wait);
}

void RedisConnection::Private::deadlineCheck()
{
    using namespace std::chrono;
    if (m_queue.nothingFlies())
        return;
    const auto now = steady_clock::now();
    const auto left = ceil<milliseconds>(m_queue.oldest() + m_limits.commandDeadline - now);
    const auto late = ceil<milliseconds>(now - m_checkDue);
    if (left > 0ms)
        watchDeadline(left);
    else if (late > m_limits.commandDeadline / 4)
        watchDeadline(late); // this thread was delayed; that time is not Redis' fault
    else
        lost(QStringLiteral("%1: no answer within %2 ms")
                 .arg(m_here.name())
                 .arg(m_limits.commandDeadline.count()));
}

// Connections that the other end closes while they are idle.

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

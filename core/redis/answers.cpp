// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/connection_machine.h"
#include "core/redis/protocol.h"

// Sends commands, receives answers, and handles answers that require a resend: the script again, or another
// node.
namespace seonchak {

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

} // namespace seonchak

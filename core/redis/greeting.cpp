// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/connection_machine.h"
#include "core/redis/protocol.h"

// The first commands on a new connection: AUTH, SELECT, ROLE if Sentinel gave the address, then PING until
// Redis says PONG.
namespace seonchak {

void RedisConnection::Private::wireConnected()
{
    m_connectTimer.stop();
    m_candidates.clear();
    m_state = State::Greeting;
    m_greetingRepeats = 0;
    const auto add = [this](const std::vector<QByteArray> &words) {
        m_greetings.push_back({QString::fromLatin1(words[0]), protocol::encode(words)});
    };
    if (!m_address.password.isEmpty() && m_address.user.isEmpty())
        add({"AUTH", m_address.password.toUtf8()});
    else if (!m_address.password.isEmpty())
        add({"AUTH", m_address.user.toUtf8(), m_address.password.toUtf8()});
    if (m_address.database != 0)
        add({"SELECT", QByteArray::number(m_address.database)});
    if (m_address.kind == RedisAddress::Kind::Sentinel)
        add({"ROLE"});
    add({"PING"});
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

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/connection_table.h"

#include "server/transport/poller.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

namespace seonchak::http {

namespace {

constexpr int slotBits = 32;

constexpr std::size_t mostTurnedAway = 32;
/// For answers that clients do not read. By default the kernel would buffer up to 4 MiB for each connection,
/// which no budget counts.
constexpr int mostInKernel = 64 * 1024;

/// Discards received data: closing with unread bytes would reset the connection.
void emptyOut(int descriptor)
{
    std::array<char, 16 * 1024> away;
    for (int i = 0; i < 4 && ::recv(descriptor, away.data(), away.size(), MSG_DONTWAIT) > 0; ++i) {
    }
}

Peer peerOf(int descriptor)
{
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    auto *address = reinterpret_cast<sockaddr *>(&storage);
    if (::getpeername(descriptor, address, &size) != 0)
        return {};
    if (storage.ss_family == AF_UNIX)
        return {{}, localPeerOf(descriptor)};
    QHostAddress peer(address);
    bool isMapped = false;
    const auto v4 = peer.toIPv4Address(&isMapped); // a dual-stack listener sees ::ffff:a.b.c.d
    return {isMapped ? QHostAddress(v4) : peer, nullptr};
}

void setUp(int descriptor, const Peer &peer)
{
    const int on = 1;
    if (peer.local) { // These have no other limit than this one.
        ::setsockopt(descriptor, SOL_SOCKET, SO_SNDBUF, &mostInKernel, sizeof mostInKernel);
        return;
    }
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on); // send answers immediately
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NOTSENT_LOWAT, &mostInKernel, sizeof mostInKernel);
}

} // namespace

ConnectionTable::ConnectionTable(ConnectionContext &context)
    : m_context(context)
{
    m_context.resumeLater = [this](quint64 id) { resumeLater(id); };
    m_context.forget = [this](quint64 id) { forget(id); };
    m_context.dropSlowest = [this](quint64 except) { return dropSlowest(except); };
}

ConnectionTable::~ConnectionTable()
{
    closeTurnedAway(0);
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        if (const auto connection = m_slots[i].connection)
            connection->close();
    }
}

quint64 ConnectionTable::newId()
{
    if (m_free.empty()) {
        m_free.push_back(static_cast<quint32>(m_slots.size()));
        m_slots.emplace_back();
    }
    const auto slot = m_free.back();
    m_free.pop_back();
    return static_cast<quint64>(++m_slots[slot].generation) << slotBits | slot;
}

void ConnectionTable::adopt(int descriptor)
{
    if (!m_context.budget->takeConnection())
        return turnAway(descriptor);
    Peer peer = peerOf(descriptor);
    setUp(descriptor, peer);
    const auto id = newId();
    const auto connection = std::make_shared<Connection>(m_context, id, descriptor, std::move(peer));
    m_slots[static_cast<quint32>(id)].connection = connection;
    ++m_size;
    if (!m_context.poller.add(descriptor, id, Connection::firstInterest()))
        connection->close();
}

void ConnectionTable::turnAway(int descriptor)
{
    const auto words = m_context.refuse(Refusal::Overloaded, {});
    const auto answer = m_context.writer.write(words, Persistence::Close, false);
    emptyOut(descriptor);
    // A new socket accepts these few bytes immediately, unless its client has left.
    (void)::send(descriptor, answer.constData(), static_cast<std::size_t>(answer.size()), MSG_NOSIGNAL);
    ::shutdown(descriptor, SHUT_WR);
    m_turnedAway.push_back(descriptor);
    closeTurnedAway(mostTurnedAway);
}

void ConnectionTable::closeTurnedAway(std::size_t keep)
{
    while (m_turnedAway.size() > keep) {
        emptyOut(m_turnedAway.front());
        ::close(m_turnedAway.front());
        m_turnedAway.pop_front();
    }
}

bool ConnectionTable::dropSlowest(quint64 except)
{
    std::vector<std::pair<qint64, std::shared_ptr<Connection>>> slow;
    const auto spared = find(except);
    for (const auto &slot : m_slots) {
        const auto since = slot.connection ? slot.connection->slowSince() : std::nullopt;
        if (since && slot.connection != spared)
            slow.emplace_back(*since, slot.connection);
    }
    // Drops several at once, so that a crowd is not searched again for each.
    const auto many = static_cast<std::ptrdiff_t>((slow.size() + 15) / 16);
    std::partial_sort(slow.begin(), slow.begin() + many, slow.end(),
                      [](const auto &a, const auto &b) { return a.first < b.first; });
    std::for_each(slow.begin(), slow.begin() + many, [](const auto &one) { one.second->drop(); });
    return !slow.empty();
}

std::shared_ptr<Connection> ConnectionTable::find(quint64 id) const
{
    const auto slot = static_cast<quint32>(id);
    if (slot >= m_slots.size() || m_slots[slot].generation != static_cast<quint32>(id >> slotBits))
        return nullptr;
    return m_slots[slot].connection;
}

void ConnectionTable::forget(quint64 id)
{
    if (!find(id))
        return;
    const auto slot = static_cast<quint32>(id);
    m_slots[slot].connection.reset();
    m_free.push_back(slot);
    --m_size;
}

void ConnectionTable::onEvents(quint64 id, quint32 events)
{
    if (const auto connection = find(id))
        connection->onEvents(events);
}

void ConnectionTable::sweep()
{
    closeTurnedAway(0);
    const auto now = m_context.clock.steadyNs();
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        if (const auto connection = m_slots[i].connection)
            connection->sweep(now);
    }
}

void ConnectionTable::closeIdle()
{
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        if (const auto connection = m_slots[i].connection)
            connection->closeIfIdle();
    }
}

void ConnectionTable::resumeLater(quint64 id)
{
    m_toResume.push_back(id);
    if (m_toResume.size() == 1)
        QMetaObject::invokeMethod(&m_loop, [this] { resumeAll(); }, Qt::QueuedConnection);
}

void ConnectionTable::resumeAll()
{
    for (const auto id : std::exchange(m_toResume, {})) {
        if (const auto connection = find(id))
            connection->resume();
    }
}

} // namespace seonchak::http

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/holding_proxy.h"

#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <vector>

namespace seonchak::test {

namespace {

constexpr int pollMs = 5;

sockaddr_un addressOf(const QString &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.toLocal8Bit().constData(), sizeof(address.sun_path) - 1);
    return address;
}

bool sendAll(int to, const QByteArray &bytes)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        const auto count =
            ::send(to, bytes.constData() + sent, std::size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        sent += count;
    }
    return true;
}

QByteArray readSome(int from)
{
    char buffer[64 * 1024];
    const auto count = ::read(from, buffer, sizeof buffer);
    return count > 0 ? QByteArray(buffer, count) : QByteArray();
}

} // namespace

struct HoldingProxy::Link
{
    int client = -1;
    int server = -1;
    bool clientThere = true;
    bool holdsRequests = false;
    bool holdsAnswers = false;
    bool wasHeld = false;
    QByteArray requests; ///< held back
    QByteArray answers;
};

HoldingProxy::HoldingProxy(QString serverSocket)
    : m_serverSocket(std::move(serverSocket))
{
    m_listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
    const auto own = addressOf(address().path);
    if (::bind(m_listener, reinterpret_cast<const sockaddr *>(&own), sizeof own) != 0 ||
        ::listen(m_listener, SOMAXCONN) != 0)
        qFatal("holding proxy: cannot listen");
    m_thread = std::thread([this] { listen(); });
}

HoldingProxy::~HoldingProxy()
{
    m_stopping.store(true);
    m_thread.join();
    ::close(m_listener);
}

RedisAddress HoldingProxy::address() const
{
    RedisAddress address;
    address.kind = RedisAddress::Kind::Unix;
    address.path = m_folder.filePath(QStringLiteral("proxy.sock"));
    return address;
}

void HoldingProxy::holdAt(Hold what, const QByteArray &bytes)
{
    const std::scoped_lock lock(m_mutex);
    m_what = what;
    m_pattern = bytes;
}

void HoldingProxy::release()
{
    m_holding.store(false);
}

void HoldingProxy::listen()
{
    std::vector<std::thread> links;
    while (!m_stopping) {
        pollfd waiting{m_listener, POLLIN, 0};
        if (::poll(&waiting, 1, pollMs) <= 0)
            continue;
        const int client = ::accept(m_listener, nullptr, nullptr);
        if (client >= 0)
            links.emplace_back([this, client] { serve(client); });
    }
    for (auto &link : links)
        link.join();
}

void HoldingProxy::serve(int client)
{
    Link link;
    link.client = client;
    link.server = ::socket(AF_UNIX, SOCK_STREAM, 0);
    const auto address = addressOf(m_serverSocket);
    bool alive = ::connect(link.server, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    while (alive && !m_stopping)
        alive = step(link);
    ::close(link.client);
    ::close(link.server);
}

bool HoldingProxy::step(Link &link)
{
    const bool released = !m_holding.load();
    if (released && (link.holdsRequests || link.holdsAnswers)) {
        link.holdsRequests = link.holdsAnswers = false;
        if (!sendAll(link.server, std::exchange(link.requests, {})))
            return false;
        if (link.clientThere)
            sendAll(link.client, std::exchange(link.answers, {}));
    }
    pollfd waiting[] = {{link.clientThere ? link.client : -1, POLLIN, 0}, {link.server, POLLIN, 0}};
    if (::poll(waiting, 2, pollMs) <= 0)
        return true;
    if (waiting[0].revents != 0 && !takeRequest(link))
        return false;
    return waiting[1].revents == 0 || takeAnswer(link);
}

bool HoldingProxy::takeRequest(Link &link)
{
    const QByteArray bytes = readSome(link.client);
    if (bytes.isEmpty()) {
        link.clientThere = false;
        m_clientLeft.store(m_clientLeft || link.wasHeld);
        return link.wasHeld; // Data that it had sent may still arrive late.
    }
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_pattern.isEmpty() && bytes.contains(m_pattern)) {
            m_pattern.clear();
            link.wasHeld = true;
            link.holdsRequests = m_what == Hold::Request;
            link.holdsAnswers = !link.holdsRequests;
            m_holding.store(true);
        }
    }
    if (!link.holdsRequests)
        return sendAll(link.server, bytes);
    link.requests += bytes;
    return true;
}

bool HoldingProxy::takeAnswer(Link &link)
{
    const QByteArray bytes = readSome(link.server);
    if (bytes.isEmpty())
        return false;
    if (link.holdsAnswers) {
        link.answers += bytes;
        return true;
    }
    m_flushed.store(m_flushed || link.wasHeld);
    return !link.clientThere || sendAll(link.client, bytes);
}

} // namespace seonchak::test

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/losing_proxy.h"

#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <vector>

namespace seonchak {

namespace {

constexpr int pollMs = 20;

sockaddr_un addressIn(const QString &folder)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray path = (folder + QStringLiteral("/.s.PGSQL.5432")).toLocal8Bit();
    std::strncpy(address.sun_path, path.constData(), sizeof(address.sun_path) - 1);
    return address;
}

/// Returns false if there was nothing left to pass on.
bool pass(int from, int to, QByteArray &seen)
{
    char buffer[64 * 1024];
    const ssize_t count = ::read(from, buffer, sizeof buffer);
    if (count <= 0)
        return false;
    seen = QByteArray(buffer, count);
    return ::send(to, buffer, std::size_t(count), MSG_NOSIGNAL) == count;
}

} // namespace

LosingProxy::LosingProxy(const QString &serverFolder)
    : m_serverFolder(serverFolder)
{
    m_listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
    const auto address = addressIn(m_folder.path());
    if (::bind(m_listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
        ::listen(m_listener, SOMAXCONN) != 0)
        qFatal("losing proxy: cannot listen");
    m_thread = std::thread([this] { listen(); });
}

LosingProxy::~LosingProxy()
{
    m_stopping.store(true);
    m_thread.join();
    ::close(m_listener);
}

void LosingProxy::listen()
{
    std::vector<std::thread> connections;
    while (!m_stopping) {
        pollfd waiting{m_listener, POLLIN, 0};
        if (::poll(&waiting, 1, pollMs) <= 0)
            continue;
        const int client = ::accept(m_listener, nullptr, nullptr);
        if (client < 0)
            continue;
        if (m_open)
            connections.emplace_back([this, client] { serve(client); });
        else
            ::close(client);
    }
    for (auto &connection : connections)
        connection.join();
}

bool LosingProxy::isToLose(const QByteArray &transaction)
{
    return m_armed && transaction.contains(m_text) && m_armed.exchange(false);
}

void LosingProxy::serve(int client)
{
    const int server = ::socket(AF_UNIX, SOCK_STREAM, 0);
    const auto address = addressIn(m_serverFolder);
    bool alive = ::connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    bool losing = false;
    QByteArray seen;
    QByteArray transaction;
    while (alive && !m_stopping) {
        pollfd waiting[] = {{client, POLLIN, 0}, {server, POLLIN, 0}};
        if (::poll(waiting, 2, pollMs) <= 0)
            continue;
        if (waiting[0].revents != 0) {
            alive = pass(client, server, seen);
            transaction = seen.contains("BEGIN") ? seen : transaction + seen;
            losing = losing || (alive && seen.contains("COMMIT") && isToLose(transaction));
        }
        if (alive && waiting[1].revents != 0) {
            if (losing) { // the server has answered, so it has committed
                ++m_lost;
                break;
            }
            alive = pass(server, client, seen);
        }
    }
    ::close(client);
    ::close(server);
}

} // namespace seonchak

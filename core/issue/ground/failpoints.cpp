// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/ground/failpoints.h"

#include "core/async/promised.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <cstring>
#include <future>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace seonchak {

namespace {

bool sendAll(int socket, QByteArrayView text)
{
    while (!text.isEmpty()) {
        const auto sent = ::send(socket, text.data(), std::size_t(text.size()), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return false;
        text = text.sliced(sent);
    }
    return true;
}

} // namespace

Result<std::unique_ptr<Failpoints>> Failpoints::connect(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (name.isEmpty() || name.size() >= qsizetype(sizeof address.sun_path))
        return failure(Trouble::BadInput, QStringLiteral("--failpoints %1: a socket's path has 1 to %2 bytes")
                                              .arg(path)
                                              .arg(sizeof address.sun_path - 1));
    std::memcpy(address.sun_path, name.constData(), std::size_t(name.size()));
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket < 0 || ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        const int why = errno;
        if (socket >= 0)
            ::close(socket);
        return failure(Trouble::Unavailable, QStringLiteral("--failpoints %1: nobody listens there: %2")
                                                 .arg(path, QString::fromLocal8Bit(std::strerror(why))));
    }
    return std::unique_ptr<Failpoints>(new Failpoints(socket));
}

Failpoints::Failpoints(int socket)
    : m_socket(socket)
    , m_reader([this] { read(); })
{
}

Failpoints::~Failpoints()
{
    disarm();
    m_reader.join();
    ::close(m_socket);
}

Task<> Failpoints::reach(const char *step, Edge edge, UserId user)
{
    const Promised<bool> released;
    Waiter waiter{[released] { released.deliver(true); }};
    announce(step, edge, user, std::move(waiter));
    co_await released;
}

void Failpoints::reachBlocking(const char *step, Edge edge, UserId user)
{
    // Shared: the continuing thread must not destroy it while the other one is still setting it.
    const auto released = std::make_shared<std::promise<void>>();
    announce(step, edge, user, {[released] { released->set_value(); }});
    released->get_future().wait();
}

void Failpoints::announce(const char *step, Edge edge, UserId user, Waiter waiter)
{
    {
        const std::lock_guard lock(m_mutex);
        const quint64 id = ++m_lastId;
        const QByteArray line = "at " + QByteArray::number(id) + ' ' + QByteArray::number(user) + ' ' + step +
                                (edge == Edge::Before ? " before\n" : " after\n");
        // If the write fails the reader sees the end as well, but perhaps before this waiter was registered.
        if (m_armed && sendAll(m_socket, line)) {
            m_waiting.emplace(id, std::move(waiter));
            return;
        }
    }
    waiter.go();
}

void Failpoints::read()
{
    QByteArray text;
    std::array<char, 4096> bytes;
    for (;;) {
        const auto got = ::recv(m_socket, bytes.data(), bytes.size(), 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        text.append(bytes.data(), got);
        for (auto end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
            takeLine(text.first(end));
            text.remove(0, end + 1);
        }
    }
    letAllGo();
}

void Failpoints::takeLine(const QByteArray &line)
{
    if (!line.startsWith("go "))
        return;
    Waiter waiter;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_waiting.find(line.mid(3).trimmed().toULongLong());
        if (found == m_waiting.end())
            return;
        waiter = std::move(found->second);
        m_waiting.erase(found);
    }
    waiter.go();
}

void Failpoints::letAllGo()
{
    std::unordered_map<quint64, Waiter> waiting;
    {
        const std::lock_guard lock(m_mutex);
        m_armed = false;
        waiting.swap(m_waiting);
    }
    for (const auto &[id, waiter] : waiting)
        waiter.go();
}

void Failpoints::disarm()
{
    ::shutdown(m_socket, SHUT_RDWR); // The reader sees the end, and releases all waiters.
}

} // namespace seonchak

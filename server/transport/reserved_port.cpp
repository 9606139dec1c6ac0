// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/reserved_port.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace seonchak::http {

namespace {

/// The kernel limits it to net.core.somaxconn. Qt's 50 loses connections when a sale opens.
constexpr int backlog = 4096;

struct SocketAddress
{
    sockaddr_storage storage{};
    socklen_t size = 0;

    SocketAddress(const QHostAddress &address, quint16 port)
    {
        if (address.protocol() == QAbstractSocket::IPv4Protocol) {
            auto *v4 = reinterpret_cast<sockaddr_in *>(&storage);
            v4->sin_family = AF_INET;
            v4->sin_port = htons(port);
            v4->sin_addr.s_addr = htonl(address.toIPv4Address());
            size = sizeof *v4;
        } else {
            auto *v6 = reinterpret_cast<sockaddr_in6 *>(&storage);
            v6->sin6_family = AF_INET6;
            v6->sin6_port = htons(port);
            const auto bytes = address.toIPv6Address();
            std::memcpy(&v6->sin6_addr, &bytes, sizeof bytes);
            size = sizeof *v6;
        }
    }
    [[nodiscard]] const sockaddr *get() const { return reinterpret_cast<const sockaddr *>(&storage); }
};

QString nameOf(const QHostAddress &address, quint16 port)
{
    return QStringLiteral("%1 port %2").arg(address.toString()).arg(port);
}

std::unexpected<Error> systemFailure(const QHostAddress &address, quint16 port, int error)
{
    if (error == EADDRINUSE)
        return failure(
            Trouble::Conflict,
            nameOf(address, port) +
                QStringLiteral(" is taken by another program: end it, or choose another port with --listen"));
    const bool isInput = error == EADDRNOTAVAIL || error == EACCES || error == EAFNOSUPPORT;
    return failure(isInput ? Trouble::BadInput : Trouble::Internal,
                   QStringLiteral("cannot listen on ") + nameOf(address, port) + QStringLiteral(": ") +
                       QString::fromLocal8Bit(std::strerror(error)));
}

/// A bound socket, or minus the errno.
int boundSocket(const QHostAddress &address, quint16 port, bool shared)
{
    const SocketAddress where(address, port);
    const int descriptor = ::socket(where.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor < 0)
        return -errno;
    const int on = 1;
    const int off = 0;
    ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (shared)
        ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
    if (where.storage.ss_family == AF_INET6)
        ::setsockopt(descriptor, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off);
    if (::bind(descriptor, where.get(), where.size) == 0)
        return descriptor;
    const int error = errno;
    ::close(descriptor);
    return -error;
}

quint16 portOf(int descriptor)
{
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    ::getsockname(descriptor, reinterpret_cast<sockaddr *>(&storage), &size);
    return storage.ss_family == AF_INET ? ntohs(reinterpret_cast<sockaddr_in *>(&storage)->sin_port)
                                        : ntohs(reinterpret_cast<sockaddr_in6 *>(&storage)->sin6_port);
}

QHostAddress addressOf(const QString &host)
{
    if (host.compare(QStringLiteral("localhost"), Qt::CaseInsensitive) == 0)
        return QHostAddress(QHostAddress::LocalHost);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        return QHostAddress(host.mid(1, host.size() - 2));
    return QHostAddress(host);
}

} // namespace

Result<ReservedPort> ReservedPort::take(const QString &host, quint16 port)
{
    const auto address = addressOf(host);
    if (address.isNull())
        return failure(Trouble::BadInput, QStringLiteral("not an address to listen on: ") + host);
    // Bound but not listening, so the workers may bind beside it; not shared, so any other listener causes an
    // error.
    const int probe = boundSocket(address, port, false);
    if (probe < 0)
        return systemFailure(address, port, -probe);
    return ReservedPort(address, portOf(probe), probe);
}

ReservedPort::ReservedPort(QHostAddress address, quint16 port, int probe)
    : m_address(std::move(address))
    , m_port(port)
    , m_probe(probe)
{
}

ReservedPort::ReservedPort(ReservedPort &&other) noexcept
    : m_address(std::move(other.m_address))
    , m_port(other.m_port)
    , m_probe(std::exchange(other.m_probe, -1))
{
}

ReservedPort::~ReservedPort()
{
    if (m_probe >= 0)
        ::close(m_probe);
}

Result<int> ReservedPort::openListener() const
{
    const int descriptor = boundSocket(m_address, m_port, true);
    if (descriptor < 0)
        return systemFailure(m_address, m_port, -descriptor);
    if (::listen(descriptor, backlog) == 0)
        return descriptor;
    const int error = errno;
    ::close(descriptor);
    return systemFailure(m_address, m_port, error);
}

} // namespace seonchak::http

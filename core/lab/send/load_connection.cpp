// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/send/load_connection.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace seonchak::lab {

LoadConnection::~LoadConnection()
{
    close();
}

bool LoadConnection::open(quint16 port)
{
    m_fd = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (m_fd < 0)
        return false;
    const int on = 1;
    ::setsockopt(m_fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int done = ::connect(m_fd, reinterpret_cast<const sockaddr *>(&address), sizeof address);
    return done == 0 || errno == EINPROGRESS;
}

void LoadConnection::close()
{
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = -1;
    m_out.clear();
    answer = {};
}

bool LoadConnection::send(QByteArrayView text)
{
    const auto written = write(text);
    if (written < 0)
        return false;
    if (written < text.size())
        m_out = text.sliced(written).toByteArray();
    return true;
}

/// The number of bytes accepted; -1: the connection is lost.
qsizetype LoadConnection::write(QByteArrayView text)
{
    qsizetype written = 0;
    while (written < text.size()) {
        const auto n = ::send(m_fd, text.data() + written, std::size_t(text.size() - written), MSG_NOSIGNAL);
        if (n > 0)
            written += n;
        else if (n < 0 && errno == EINTR)
            continue;
        else
            return n < 0 && errno == EAGAIN ? written : -1;
    }
    return written;
}

bool LoadConnection::flush()
{
    if (m_out.isEmpty())
        return true;
    const auto written = write(m_out);
    m_out.remove(0, std::max<qsizetype>(written, 0));
    return written >= 0;
}

bool LoadConnection::onReady(bool readable)
{
    if (!flush())
        return false;
    std::array<char, 16 * 1024> bytes;
    while (readable) {
        const auto n = ::recv(m_fd, bytes.data(), bytes.size(), 0);
        if (n > 0)
            answer.take(bytes.data(), n);
        if (n > 0 && std::size_t(n) == bytes.size())
            continue;
        if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR))
            return false;
        break;
    }
    return true;
}

} // namespace seonchak::lab

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor.h"

#include <cstddef>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace seonchak {

Supervisor Supervisor::take()
{
    Supervisor asked;
    asked.socket = qgetenv("NOTIFY_SOCKET");
    const QByteArray pid = qgetenv("WATCHDOG_PID");
    bool isNumber = false;
    const qlonglong time = qgetenv("WATCHDOG_USEC").toLongLong(&isNumber);
    if (isNumber && time > 0 && (pid.isEmpty() || pid.toLongLong() == ::getpid()))
        asked.watchdog = std::chrono::microseconds(time);
    for (const char *name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"})
        qunsetenv(name);
    return asked;
}

bool Supervisor::send(const QByteArray &lines) const
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    const bool isName = socket.startsWith('/') || socket.startsWith('@');
    if (!isName || std::size_t(socket.size()) >= sizeof(address.sun_path))
        return false;
    std::memcpy(address.sun_path, socket.constData(), std::size_t(socket.size()));
    if (socket.startsWith('@'))
        address.sun_path[0] = '\0';
    const int fd = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return false;
    // An abstract name ends with its length, not with a zero byte.
    const auto length = socklen_t(offsetof(sockaddr_un, sun_path) + std::size_t(socket.size()));
    const auto sent = ::sendto(fd, lines.constData(), std::size_t(lines.size()), MSG_NOSIGNAL | MSG_DONTWAIT,
                               reinterpret_cast<const sockaddr *>(&address), length);
    ::close(fd);
    return sent == lines.size();
}

} // namespace seonchak

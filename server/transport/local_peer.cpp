// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/local_peer.h"

#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <vector>

namespace seonchak::http {

namespace {

QString loginName(uid_t uid)
{
    constexpr std::size_t most = 16 * 1024;
    std::vector<char> room(most);
    passwd entry{};
    passwd *found = nullptr;
    const bool isKnown = ::getpwuid_r(uid, &entry, room.data(), room.size(), &found) == 0 && found;
    return isKnown ? QString::fromLocal8Bit(found->pw_name) : QStringLiteral("uid %1").arg(uid);
}

/// All of the peer's groups at the time when it connected.
QList<qint64> groupsOf(int descriptor, gid_t own)
{
    constexpr std::size_t most = 65536; // Linux' limit for a process
    QList<qint64> groups{qint64(own)};
    std::vector<gid_t> others(64);
    auto size = socklen_t(others.size() * sizeof(gid_t));
    int read = ::getsockopt(descriptor, SOL_SOCKET, SO_PEERGROUPS, others.data(), &size);
    if (read != 0 && errno == ERANGE && size <= most * sizeof(gid_t)) {
        others.resize(size / sizeof(gid_t));
        read = ::getsockopt(descriptor, SOL_SOCKET, SO_PEERGROUPS, others.data(), &size);
    }
    for (std::size_t i = 0; read == 0 && i < size / sizeof(gid_t); ++i)
        groups.append(qint64(others[i]));
    return groups;
}

} // namespace

std::shared_ptr<const LocalPeer> localPeerOf(int descriptor)
{
    int family = 0;
    socklen_t size = sizeof family;
    if (::getsockopt(descriptor, SOL_SOCKET, SO_DOMAIN, &family, &size) != 0 || family != AF_UNIX)
        return nullptr;
    ucred who{};
    size = sizeof who;
    auto peer = std::make_shared<LocalPeer>();
    if (::getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &who, &size) != 0)
        return peer;
    peer->uid = qint64(who.uid);
    peer->name = loginName(who.uid);
    peer->groups = groupsOf(descriptor, who.gid);
    return peer;
}

} // namespace seonchak::http

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QList>
#include <QString>

#include <memory>

namespace seonchak::http {

/// The program at the other end of a Unix socket, as the kernel saw it when it connected.
struct LocalPeer
{
    qint64 uid = -1;
    QString name; ///< of the login; "uid 1000" where the system has no name for it
    QList<qint64> groups;
};

/// Who is at the other end of a connection.
struct Peer
{
    QHostAddress address;
    std::shared_ptr<const LocalPeer> local; ///< of a Unix socket
};

/// Null where the descriptor is no Unix socket. Looks the name up, which may wait for the system's directory
/// of users: not for a thread that issues.
[[nodiscard]] std::shared_ptr<const LocalPeer> localPeerOf(int descriptor);

} // namespace seonchak::http

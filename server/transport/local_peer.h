// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QList>
#include <QString>

#include <memory>

namespace seonchak::http {

/// The program at the other end of a Unix socket, as recorded by the kernel when it connected.
struct LocalPeer
{
    qint64 uid = -1;
    QString name; ///< of the login; "uid 1000" if the system has no name for it
    QList<qint64> groups;
};

/// The other end of a connection.
struct Peer
{
    QHostAddress address;
    std::shared_ptr<const LocalPeer> local; ///< for a Unix socket
};

/// Null if the descriptor is not a Unix socket. Looks up the user name, which may wait for the system's user
/// directory: do not call it on a thread that issues.
[[nodiscard]] std::shared_ptr<const LocalPeer> localPeerOf(int descriptor);

} // namespace seonchak::http

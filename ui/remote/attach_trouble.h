// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace seonchak {

/// Why a window cannot reach its server.
enum class AttachTrouble {
    None,
    NameNotFound,
    Refused,
    NoSocket,     ///< the Unix socket's file does not exist
    SocketClosed, ///< this user may not open the socket
    Unreachable,  ///< no connection: detail is the system's message
    TimedOut,
    Certificate,
    NotTls, ///< the peer does not speak TLS
    Cut,    ///< the connection was lost midway
    TokenNeeded,
    TokenWrong,
    RoleTooSmall,
    NotLocal,    ///< the server has no token and only accepts this machine
    WrongName,   ///< the server does not accept the name in the address
    NotSeonchak, ///< something else answers: a proxy's page
    Redirected,
    NoServerBehind, ///< a proxy answers that its server is down
    Busy,
    OldServer, ///< it does not support remote desks
};

struct AttachFailure
{
    AttachTrouble trouble = AttachTrouble::None;
    QString detail; ///< the message of the system or the server; may be empty
};

} // namespace seonchak

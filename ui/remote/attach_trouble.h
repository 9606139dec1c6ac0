// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace seonchak {

/// What keeps a window from the server that it is attached to.
enum class AttachTrouble {
    None,
    NameNotFound,
    Refused,
    NoSocket,     ///< the file of the Unix socket is not there
    SocketClosed, ///< this user may not open it
    Unreachable,  ///< no way to it: detail says what the system said
    TimedOut,
    Certificate,
    NotTls, ///< what answers does not speak TLS
    Cut,    ///< the connection ended in the middle
    TokenNeeded,
    TokenWrong,
    RoleTooSmall,
    NotLocal,    ///< the server has no token and takes this machine alone
    WrongName,   ///< the server does not go by the name in the address
    NotSeonchak, ///< something else answers: a page of a proxy
    Redirected,
    NoServerBehind, ///< a proxy answers that nobody is behind it
    Busy,
    OldServer, ///< it does not know desks elsewhere
};

struct AttachFailure
{
    AttachTrouble trouble = AttachTrouble::None;
    QString detail; ///< in the words of the system or the server; may be empty
};

} // namespace seonchak

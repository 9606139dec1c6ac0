// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/desk_presence.h"
#include "core/watch/job.h"

#include <QString>

namespace seonchak {

/// Actions in a window, grouped by the roles that allow them.
enum class DeskAct {
    Operate,    ///< generate, add, edit, push, pause, resume, set times, settle a doubt
    Administer, ///< void, and decide about other programs' keys
};

/// The connection of a window that is attached to a remote server.
struct Attachment
{
    QString where;   ///< "https://coupons.example.com/desk", "unix:/run/seonchak/desk.sock"
    QString name;    ///< the user's name there; empty: not known yet
    QString role;    ///< "viewer", "operator", "admin"; empty: not known yet
    QString version; ///< the server's
    bool connected = false;
    QString trouble;     ///< short, while disconnected; empty: connecting
    QString toDo;        ///< the remedy
    DesksPresent others; ///< other clients attached there
    QList<Job> jobs;     ///< long acts running there that this window did not begin
};

} // namespace seonchak

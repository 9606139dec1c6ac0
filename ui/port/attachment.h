// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/desk_presence.h"
#include "core/watch/job.h"

#include <QString>

namespace seonchak {

/// What a person may do at a window, as roles tell it apart.
enum class DeskAct {
    Operate,    ///< generate, add, edit, push, pause, resume, set times, settle a doubt
    Administer, ///< void, and decide about other programs' keys
};

/// How a window that is attached to a server elsewhere stands to it.
struct Attachment
{
    QString where;   ///< "https://coupons.example.com/desk", "unix:/run/seonchak/desk.sock"
    QString name;    ///< who one is there; empty: not known yet
    QString role;    ///< "viewer", "operator", "admin"; empty: not known yet
    QString version; ///< the server's
    bool connected = false;
    QString trouble;     ///< a few words, while it is not connected; empty: it is being connected
    QString toDo;        ///< and what helps
    DesksPresent others; ///< who else is attached there
    QList<Job> jobs;     ///< long acts under way there that this window did not begin
};

} // namespace seonchak

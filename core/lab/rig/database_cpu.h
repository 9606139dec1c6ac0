// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/engine/database_url.h"

namespace seonchak::lab {

/// The process id of the PostgreSQL server at `url`, if it runs visibly on this machine: the parent of the
/// process that serves a connection (pg_backend_pid). -1: SQLite, another machine, its own container, or no
/// connection. Blocks its thread.
qint64 postmasterOf(const DatabaseUrl &url);

/// CPU time in nanoseconds used so far by a process and its children, including ended ones; -1: no such
/// process. For a PostgreSQL server this includes the work for all clients: differences measure one run only
/// if no other client uses it.
qint64 cpuTimeOfFamily(qint64 pid);

} // namespace seonchak::lab

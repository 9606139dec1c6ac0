// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/engine/database_url.h"

namespace seonchak::lab {

/// The process id of the PostgreSQL server at `url`, where it runs on this machine and in sight: the parent
/// of the process that serves a connection (pg_backend_pid). -1: SQLite, another machine, a container of its
/// own, or no connection. Blocks its thread.
qint64 postmasterOf(const DatabaseUrl &url);

/// CPU time in nanoseconds that a process, its children and those of them that ended have used so far; -1:
/// there is no such process. Of a PostgreSQL server that is all of it, whoever it worked for: differences
/// tell of one run only where nobody else asks it.
qint64 cpuTimeOfFamily(qint64 pid);

} // namespace seonchak::lab

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace seonchak {

/// Why a program cannot start, for code that explains it and offers a solution.
enum class Obstacle {
    Configuration,   ///< options, environment or config file
    DataDirInUse,    ///< another program holds it
    DataDirUnusable, ///< it cannot be created or written
    PortInUse,
    NoRedisServer, ///< no program for the private Redis was found
    NewerBook,     ///< a newer version wrote the database
    ForeignKeys,   ///< Redis has another program's keys, and nobody has decided about them
    Other,
};

} // namespace seonchak

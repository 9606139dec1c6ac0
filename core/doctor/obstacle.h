// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace seonchak {

/// What keeps a program from starting, for those who put it into words and offer a way out.
enum class Obstacle {
    Configuration,   ///< options, environment or config file
    DataDirInUse,    ///< another program holds it
    DataDirUnusable, ///< it cannot be made or written
    PortInUse,
    NoRedisServer, ///< there is no program to start the private Redis with
    NewerBook,     ///< a newer version has written the database
    ForeignKeys,   ///< Redis holds what is not ours, and nobody has decided what becomes of it
    Other,
};

} // namespace seonchak

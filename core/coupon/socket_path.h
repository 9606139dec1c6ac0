// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

namespace seonchak {

/// The bytes of a Unix socket's path: sockaddr_un::sun_path without its final zero.
inline constexpr qsizetype longestSocketPath = 107;

/// Why no socket can have this path, as a sentence without its full stop; empty if one can.
inline QString socketPathTrouble(const QString &path)
{
    return QFile::encodeName(path).size() <= longestSocketPath
               ? QString()
               : QStringLiteral("a socket's path has at most %1 bytes").arg(longestSocketPath);
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace seonchak {

/// A Lua script and its SHA-1, which identifies it in Redis. Cheap to copy.
struct Script
{
    QByteArray source;
    QByteArray sha; ///< 40 hex digits

    static Script fromSource(QByteArray source);
    /// Reads a script compiled into the program, e.g. "reserve" for resources/redis/reserve.lua. A missing
    /// script is a programming error and aborts the program.
    static Script fromResource(const QString &name);
};

} // namespace seonchak

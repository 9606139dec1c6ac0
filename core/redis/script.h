// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace seonchak {

/// A Lua script and its SHA-1, by which Redis knows it. Cheap to copy.
struct Script
{
    QByteArray source;
    QByteArray sha; ///< 40 hex digits

    static Script fromSource(QByteArray source);
    /// Reads a script compiled into the program, e.g. "reserve" for resources/redis/reserve.lua.
    /// A missing one is a programming error and ends the program.
    static Script fromResource(const QString &name);
};

} // namespace seonchak

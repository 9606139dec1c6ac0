// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/standing.h"

#include "core/database/engine/rows.h"

namespace seonchak::book {

Result<std::optional<Standing>> standing(Session &session, const QString &name)
{
    std::optional<Standing> found;
    const auto read = eachRow(
        session, QStringLiteral("SELECT value, serial FROM standing WHERE name = ?"), {name},
        [&](const QSqlQuery &row) { found = Standing{row.value(0).toString(), row.value(1).toLongLong()}; });
    if (!read)
        return std::unexpected(read.error());
    return found;
}

Result<bool> turnStanding(Session &session, const QString &name, const std::optional<Standing> &seen,
                          const QString &value, WallMs now)
{
    const auto turned =
        seen ? affected(session,
                        QStringLiteral("UPDATE standing SET value = ?, serial = serial + 1, at = ?"
                                       " WHERE name = ? AND value = ? AND serial = ?"),
                        {value, now, name, seen->value, seen->serial})
             : affected(session,
                        QStringLiteral("INSERT INTO standing (name, value, serial, at) VALUES (?, ?, 1, ?)"
                                       " ON CONFLICT DO NOTHING"),
                        {name, value, now});
    return turned ? Result<bool>(*turned > 0) : std::unexpected(turned.error());
}

} // namespace seonchak::book

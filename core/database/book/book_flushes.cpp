// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_flushes.h"

#include "core/database/engine/rows.h"

namespace seonchak::book {

namespace {
constexpr WallMs silentFor = 24LL * 3600 * 1000;
}

Result<bool> beginFlush(Session &session, const QByteArray &writer, qint64 number, WallMs now)
{
    const auto noted = affected(session,
                                QStringLiteral("INSERT INTO chronicle (writer, flush, at) VALUES (?, ?, ?)"
                                               " ON CONFLICT (writer) DO UPDATE SET flush = excluded.flush,"
                                               " at = excluded.at WHERE chronicle.flush < excluded.flush"),
                                {QString::fromUtf8(writer), number, now});
    if (!noted)
        return std::unexpected(noted.error());
    if (number == 1 && *noted > 0) {
        const auto forgotten =
            affected(session, QStringLiteral("DELETE FROM chronicle WHERE at < ?"), {now - silentFor});
        if (!forgotten)
            return std::unexpected(forgotten.error());
    }
    return *noted > 0;
}

} // namespace seonchak::book

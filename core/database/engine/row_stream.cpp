// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/row_stream.h"

#include <QSqlError>

namespace seonchak {

namespace {

constexpr int rowsPerFetch = 5000;

struct Portion
{
    int rows = 0;
    bool stopped = false;
};

Result<Portion> takePortion(Session &session, const QString &sql,
                            const std::function<bool(const QSqlQuery &)> &take)
{
    const auto query = session.run(sql);
    if (!query)
        return std::unexpected(query.error());
    Portion portion;
    while (!portion.stopped && (*query)->next()) {
        ++portion.rows;
        portion.stopped = !take(std::as_const(**query));
    }
    // SQLite reports a damaged page here, not when the statement begins.
    const QSqlError error = (*query)->lastError();
    (*query)->finish();
    if (error.isValid())
        return failure(
            Trouble::Unavailable,
            QStringLiteral("the database could not be read to its end: %1").arg(error.text().simplified()));
    return portion;
}

/// Uses a cursor: libpq would keep the whole result of a plain SELECT in memory. Both end with the
/// transaction.
Result<void> throughCursor(Session &session, const QString &sql,
                           const std::function<bool(const QSqlQuery &)> &take)
{
    const QString declare =
        QStringLiteral("SET LOCAL cursor_tuple_fraction = 1; DECLARE seonchak_rows NO SCROLL CURSOR FOR ");
    if (const auto declared = session.execute(declare + sql); !declared)
        return declared;
    const QString fetch = QStringLiteral("FETCH FORWARD %1 FROM seonchak_rows").arg(rowsPerFetch);
    while (true) {
        const auto portion = takePortion(session, fetch, take);
        if (!portion)
            return std::unexpected(portion.error());
        if (portion->stopped || portion->rows < rowsPerFetch)
            return session.execute(QStringLiteral("CLOSE seonchak_rows"));
    }
}

} // namespace

Result<void> streamRows(Session &session, const QString &sql,
                        const std::function<bool(const QSqlQuery &)> &take)
{
    if (session.engine() == DatabaseUrl::Engine::Postgresql)
        return throughCursor(session, sql, take);
    const auto portion = takePortion(session, sql, take);
    return portion ? Result<void>{} : std::unexpected(portion.error());
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/book_copy.h"

#include "core/database/engine/migrations.h"
#include "core/database/engine/row_stream.h"
#include "core/database/engine/rows.h"

namespace seonchak {

namespace {

Result<QStringList> textsOf(Session &session, const QString &sql, const QVariantList &values = {})
{
    QStringList texts;
    const auto read =
        eachRow(session, sql, values, [&](const QSqlQuery &row) { texts << row.value(0).toString(); });
    return read ? Result<QStringList>(texts) : std::unexpected(read.error());
}

/// The tally is kept by triggers while the coupons come; the version is what the migrations have noted.
Result<QStringList> tablesOf(Session &into)
{
    return textsOf(into,
                   QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE"
                                  " 'sqlite_%' AND name NOT IN ('schema_version', 'tally')"));
}

Result<void> copyTable(Session &from, Session &into, const QString &table)
{
    const auto columns = textsOf(into, QStringLiteral("SELECT name FROM pragma_table_info(?)"), {table});
    if (!columns)
        return std::unexpected(columns.error());
    // What a migration puts into a new book is not this book's.
    if (const auto emptied = into.execute(QStringLiteral("DELETE FROM ") + table); !emptied)
        return emptied;
    const QString list = columns->join(QStringLiteral(", "));
    const QString places = QStringList(columns->size(), QStringLiteral("?")).join(QStringLiteral(", "));
    const QString insert = QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)").arg(table, list, places);
    Result<void> written;
    const auto read =
        streamRows(from, QStringLiteral("SELECT %1 FROM %2").arg(list, table), [&](const QSqlQuery &row) {
            QVariantList values;
            for (int i = 0; i < int(columns->size()); ++i)
                values << row.value(i);
            written = withoutCount(affected(into, insert, values));
            return written.has_value();
        });
    return written ? read : written;
}

} // namespace

Result<void> copyBook(Session &from, qint64 version, Session &into)
{
    if (const auto made = migrateTo(into, version); !made)
        return made;
    const auto tables = tablesOf(into);
    if (!tables)
        return std::unexpected(tables.error());
    return from.snapshot([&] {
        return into.transaction([&]() -> Result<void> {
            for (const QString &table : *tables) {
                if (const auto copied = copyTable(from, into, table); !copied)
                    return copied;
            }
            return {};
        });
    });
}

} // namespace seonchak

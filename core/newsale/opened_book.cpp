// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/newsale/opened_book.h"

#include "core/database/engine/rows.h"
#include "core/newsale/shelf_name.h"

#include <QDir>
#include <QFileInfo>

namespace seonchak::newsale {

Result<DatabaseUrl> OpenedBook::find(const QString &text, const DatabaseUrl &current)
{
    if (text.isEmpty())
        return failure(Trouble::BadInput, QStringLiteral("the value is empty"));
    if (text.startsWith(QLatin1String("postgresql:")) || text.startsWith(QLatin1String("postgres:")) ||
        text.startsWith(QLatin1String("sqlite:")))
        return DatabaseUrl::parse(text, {});
    if (text.contains(u'/') || text.endsWith(QLatin1String(".sqlite"))) {
        DatabaseUrl url;
        url.path = QFileInfo(text).absoluteFilePath();
        return url;
    }
    const auto name = shelfName(text);
    return name ? Result<DatabaseUrl>(shelfUrl(current, *name)) : std::unexpected(name.error());
}

Result<OpenedBook> OpenedBook::open(const DatabaseUrl &url)
{
    auto still = StillBook::open(url, StillBook::Glance::Long);
    const bool sqlite = url.engine == DatabaseUrl::Engine::Sqlite;
    if (!still && sqlite && still.error().trouble == Trouble::Internal) // SQLite cannot make sense of it.
        return failure(Trouble::BadInput,
                       QStringLiteral("%1 is no book of Seonchak, or is damaged: %2")
                           .arg(url.path, still.error().detail),
                       {stillbook::noBook});
    if (!still)
        return std::unexpected(still.error());
    OpenedBook book(std::move(*still));
    if (sqlite)
        book.m_name = QFileInfo(url.path).completeBaseName();
    else
        book.m_name = url.schema.isEmpty() ? url.name : url.schema;
    book.m_place = sqlite ? url.path : url.masked();
    return book;
}

Result<QStringList> keptBooks(const DatabaseUrl &current)
{
    QStringList names;
    if (current.engine == DatabaseUrl::Engine::Sqlite) {
        const QFileInfo any(shelfFile(current, QStringLiteral("x")));
        const auto files = any.dir().entryInfoList({QStringLiteral("*.sqlite")}, QDir::Files, QDir::Name);
        for (const auto &file : files) {
            if (!isSameFile(file.filePath(), current.path)) // Left by an interrupted change of books.
                names << file.completeBaseName();
        }
        return names;
    }
    const auto session = Session::open(current);
    if (!session)
        return std::unexpected(session.error());
    const auto read = eachRow(
        **session,
        QStringLiteral("SELECT n.nspname FROM pg_namespace n WHERE n.nspname <> current_schema() AND EXISTS"
                       " (SELECT 1 FROM pg_class c WHERE c.relnamespace = n.oid AND c.relname ="
                       " 'stock_turn') AND EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = n.oid"
                       " AND c.relname = 'schema_version') ORDER BY 1"),
        {}, [&](const QSqlQuery &row) { names << row.value(0).toString(); });
    return read ? Result<QStringList>(names) : std::unexpected(read.error());
}

} // namespace seonchak::newsale

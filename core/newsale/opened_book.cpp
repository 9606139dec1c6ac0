// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/newsale/opened_book.h"

#include "core/database/engine/migrations.h"
#include "core/database/engine/rows.h"
#include "core/newsale/shelf_name.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace seonchak::newsale {

namespace {

/// SQLite writes into a file's head whether readers need its log.
bool isInLog(const QString &path)
{
    constexpr qint64 versionAt = 18;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.seek(versionAt) && file.read(1) == QByteArray(1, 2);
}

std::unexpected<Error> noBook(const QString &place)
{
    return failure(Trouble::BadInput, QStringLiteral("%1 is no book of Seonchak").arg(place));
}

/// 0 is refused, and so is what a newer program has written.
Result<qint64> versionOf(Session &session, const QString &place)
{
    const auto version = schemaVersion(session);
    if (!version)
        return noBook(place);
    if (*version == 0)
        return noBook(place);
    const qint64 newest = newestSchema(session.engine());
    if (*version > newest)
        return failure(Trouble::BadInput,
                       QStringLiteral("%1 has schema version %2, this program knows up to %3: use a newer "
                                      "program")
                           .arg(place)
                           .arg(*version)
                           .arg(newest));
    return version;
}

} // namespace

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
    OpenedBook book;
    const bool sqlite = url.engine == DatabaseUrl::Engine::Sqlite;
    const auto opened = sqlite ? book.openFile(url) : book.openSchema(url);
    return opened ? Result<OpenedBook>(std::move(book)) : std::unexpected(opened.error());
}

Result<void> OpenedBook::openFile(const DatabaseUrl &url)
{
    m_name = QFileInfo(url.path).completeBaseName();
    m_place = url.path;
    m_url = url;
    m_url.readOnly = true;
    if (!QFileInfo(url.path).isFile())
        return failure(Trouble::NotFound, QStringLiteral("there is no old book %1").arg(url.path));
    if (QFileInfo(url.path + QStringLiteral("-wal")).size() > 0)
        return failure(Trouble::Conflict,
                       QStringLiteral("%1 is the book of a sale that runs, or was cut off: open its own "
                                      "window instead")
                           .arg(url.path));
    if (isInLog(url.path))
        return copy(url);
    const auto session = Session::open(m_url);
    if (!session)
        return std::unexpected(session.error());
    const auto version = versionOf(**session, m_place);
    if (!version)
        return std::unexpected(version.error());
    return *version < newestSchema(url.engine) ? copy(url) : Result<void>{};
}

Result<void> OpenedBook::copy(const DatabaseUrl &url)
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString file = m_folder->filePath(QFileInfo(url.path).fileName());
    if (!m_folder->isValid() || !QFile::copy(url.path, file))
        return failure(Trouble::Unavailable,
                       QStringLiteral("%1 cannot be copied to %2: is there room?").arg(url.path, file));
    QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    DatabaseUrl copied = url;
    copied.path = file;
    const auto session = Session::open(copied);
    if (!session)
        return std::unexpected(session.error());
    if (const auto version = versionOf(**session, m_place); !version)
        return std::unexpected(version.error());
    if (const auto migrated = migrate(**session); !migrated)
        return migrated;
    if (const auto left = (*session)->execute(QStringLiteral("PRAGMA journal_mode=DELETE")); !left)
        return left;
    m_url.path = file;
    return {};
}

Result<void> OpenedBook::openSchema(const DatabaseUrl &url)
{
    m_name = url.schema.isEmpty() ? url.name : url.schema;
    m_place = url.masked();
    m_url = url;
    m_url.readOnly = true;
    const auto session = Session::open(m_url);
    if (!session)
        return std::unexpected(session.error());
    const auto version = versionOf(**session, m_place);
    if (!version)
        return std::unexpected(version.error());
    if (*version < newestSchema(url.engine))
        return failure(
            Trouble::BadInput,
            QStringLiteral("%1 has schema version %2, and a book in PostgreSQL is not copied: open "
                           "it with the program of that time")
                .arg(m_place)
                .arg(*version));
    return {};
}

Result<QStringList> keptBooks(const DatabaseUrl &current)
{
    QStringList names;
    if (current.engine == DatabaseUrl::Engine::Sqlite) {
        const QFileInfo any(shelfFile(current, QStringLiteral("x")));
        const auto files = any.dir().entryInfoList({QStringLiteral("*.sqlite")}, QDir::Files, QDir::Name);
        for (const auto &file : files) {
            if (!isSameFile(file.filePath(), current.path)) // Left by a turn that was cut off.
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

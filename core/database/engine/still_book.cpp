// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/still_book.h"

#include "core/database/engine/book_copy.h"
#include "core/database/engine/migrations.h"
#include "core/database/engine/rows.h"

#include <QFile>
#include <QFileInfo>

#include <array>

namespace seonchak {

namespace {

const QString logSuffix = QStringLiteral("-wal");
const QString indexSuffix = QStringLiteral("-shm");
const QString undoSuffix = QStringLiteral("-journal");

bool isThere(const QString &file)
{
    return QFileInfo::exists(file);
}

qint64 sizeOf(const QString &file)
{
    return isThere(file) ? QFileInfo(file).size() : 0;
}

/// Whether the file is in WAL mode: byte 18 of its header is then 2.
bool isInLog(const QString &path)
{
    constexpr qint64 versionAt = 18;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.seek(versionAt) && file.read(1) == QByteArray(1, 2);
}

/// Whether a server could be using the file: it cannot if the file or its folder is read-only.
bool takesWrites(const QString &file)
{
    return QFileInfo(file).isWritable() && QFileInfo(QFileInfo(file).absolutePath()).isWritable();
}

} // namespace

StillBook::Stamp StillBook::stampOf(const QString &file)
{
    const QFileInfo info(file);
    return {info.size(), info.lastModified(), isThere(file + logSuffix)};
}

Result<StillBook> StillBook::open(const DatabaseUrl &url, Glance glance)
{
    StillBook book;
    book.m_given = url;
    book.m_url = url;
    const bool sqlite = url.engine == DatabaseUrl::Engine::Sqlite;
    const auto opened = sqlite ? book.openFile(glance) : book.openServer(glance);
    return opened ? Result<StillBook>(std::move(book)) : std::unexpected(opened.error());
}

/// A file of which this process has a connection must not be opened past SQLite: closing it again would drop
/// SQLite's locks. So a file is copied only where no connection of this program can be open on it.
Result<void> StillBook::openFile(Glance glance)
{
    const QString &path = m_given.path;
    if (!QFileInfo(path).isFile())
        return failure(Trouble::NotFound, QStringLiteral("there is no database %1").arg(path));
    m_url.readOnly = true;
    const bool hasLog = sizeOf(path + logSuffix) > 0;
    const bool hasIndex = isThere(path + indexSuffix);
    const bool isOpen = hasIndex && isThere(path + logSuffix);
    const bool isLong = glance == Glance::Long;
    if (isLong && isOpen && takesWrites(path)) // A server may have brought all of its log into the file.
        return failure(
            Trouble::Conflict,
            QStringLiteral("%1 is the book of a sale that runs, or was cut off: files that end with "
                           "-wal and -shm are beside it. Open its own window instead. Where no "
                           "server runs on it any more, copy it with the -wal file, without the "
                           "-shm file, into another folder, and open the copy")
                .arg(path),
            {stillbook::inUse});
    if ((hasLog && !hasIndex) || sizeOf(path + undoSuffix) > 0 || (isLong && (isOpen || isInLog(path))))
        return copyFile();
    m_url.still = !isOpen && !isLong; // A long look takes SQLite's locks, which a server respects.
    if (m_url.still)
        m_stamp = stampOf(path);
    const auto session = Session::open(m_url);
    if (!session)
        return std::unexpected(session.error());
    if (const auto learned = learn(**session); !learned)
        return learned;
    return m_schema < newestSchema(m_url.engine) ? copyFile() : Result<void>{};
}

/// Reads schema version and engine; fails if it is not a book, or newer than this program.
Result<void> StillBook::learn(Session &session)
{
    const bool sqlite = session.engine() == DatabaseUrl::Engine::Sqlite;
    const auto version = schemaVersion(session);
    if (!version)
        return std::unexpected(version.error());
    const QString place = sqlite ? m_given.path : m_given.masked();
    if (*version == 0)
        return failure(Trouble::BadInput, QStringLiteral("the database %1 holds no book").arg(place),
                       {stillbook::noBook});
    const qint64 newest = newestSchema(session.engine());
    if (*version > newest)
        return failure(
            Trouble::BadInput,
            QStringLiteral("the database %1 has schema version %2, this program knows up to %3: use "
                           "the program that the sale ran on, or a newer one")
                .arg(place)
                .arg(*version)
                .arg(newest),
            {stillbook::newer});
    m_schema = *version;
    return eachRow(session,
                   sqlite ? QStringLiteral("SELECT 'SQLite ' || sqlite_version()")
                          : QStringLiteral("SELECT 'PostgreSQL ' || current_setting('server_version')"),
                   {}, [&](const QSqlQuery &row) { m_engine = row.value(0).toString(); });
}

Result<QString> StillBook::freshFile()
{
    m_folder = std::make_unique<QTemporaryDir>();
    if (!m_folder->isValid())
        return failure(Trouble::Unavailable,
                       QStringLiteral("no copy of it can be made: %1").arg(m_folder->errorString()),
                       {stillbook::noRoom});
    return m_folder->filePath(QStringLiteral("book.sqlite"));
}

/// With the log that belongs to it: SQLite brings both together when the copy is opened.
Result<void> StillBook::copyFile()
{
    const auto file = freshFile();
    if (!file)
        return std::unexpected(file.error());
    for (const QString &suffix : std::array{QString(), logSuffix, undoSuffix}) {
        const QString from = m_given.path + suffix;
        if (!isThere(from))
            continue;
        QFile source(from);
        if (!source.copy(*file + suffix))
            return failure(
                Trouble::Unavailable,
                QStringLiteral("%1 cannot be copied to %2: %3").arg(from, *file, source.errorString()),
                {stillbook::noRoom});
        QFile::setPermissions(*file + suffix, QFile::ReadOwner | QFile::WriteOwner);
    }
    DatabaseUrl copied = m_given;
    copied.path = *file;
    const auto session = Session::open(copied);
    if (!session)
        return std::unexpected(session.error());
    if (const auto learned = learn(**session); !learned)
        return learned;
    return bringUpToDate(**session, *file);
}

Result<void> StillBook::bringUpToDate(Session &copy, const QString &file)
{
    if (const auto migrated = migrate(copy); !migrated)
        return migrated;
    if (const auto left = copy.execute(QStringLiteral("PRAGMA journal_mode=DELETE")); !left)
        return left;
    m_url = {};
    m_url.path = file;
    m_url.readOnly = true;
    return {};
}

Result<void> StillBook::openServer(Glance glance)
{
    // A pooler need not let a setting through with the connection: a short look does without.
    m_url.readOnly = glance == Glance::Long;
    const auto session = Session::open(m_url);
    if (!session)
        return std::unexpected(session.error());
    if (const auto learned = learn(**session); !learned)
        return learned;
    return m_schema < newestSchema(m_url.engine) ? copyFromServer(**session) : Result<void>{};
}

Result<void> StillBook::copyFromServer(Session &from)
{
    const auto file = freshFile();
    if (!file)
        return std::unexpected(file.error());
    DatabaseUrl copied;
    copied.path = *file;
    const auto into = Session::open(copied);
    if (!into)
        return std::unexpected(into.error());
    if (const auto done = copyBook(from, m_schema, **into); !done)
        return done;
    return bringUpToDate(**into, *file);
}

Result<void> StillBook::stayedStill() const
{
    if (!m_url.still || stampOf(m_given.path) == m_stamp)
        return {};
    return failure(
        Trouble::Conflict,
        QStringLiteral("a server began to write to %1 while it was read: ask again").arg(m_given.path),
        {stillbook::inUse});
}

} // namespace seonchak

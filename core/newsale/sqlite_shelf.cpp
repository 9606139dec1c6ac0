// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/migrations.h"
#include "core/database/engine/rows.h"
#include "core/newsale/shelf.h"
#include "core/newsale/shelf_name.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace seonchak::newsale {

namespace {

/// The file itself, if the option names a link to it.
QString realFile(const DatabaseUrl &url)
{
    return QFileInfo(url.path).canonicalFilePath();
}

std::unexpected<Error> ofFile(const QString &what, const QString &file)
{
    return failure(Trouble::Internal,
                   QStringLiteral("%1 %2: %3").arg(what, file, QString::fromLocal8Bit(std::strerror(errno))),
                   {fileTrouble});
}

Result<void> syncFolder(const QString &folder)
{
    const int fd = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = fd >= 0 && ::fsync(fd) == 0;
    const int why = errno;
    if (fd >= 0)
        ::close(fd);
    errno = why;
    // Some file systems cannot sync folders, and report that.
    return synced || why == EINVAL ? Result<void>{}
                                   : ofFile(QStringLiteral("cannot be made durable:"), folder);
}

/// Merges the log into the one file. SQLite refuses this while another program has the file open.
Result<void> leaveLog(Session &session)
{
    QString mode;
    const auto left = eachRow(session, QStringLiteral("PRAGMA journal_mode=DELETE"), {},
                              [&mode](const QSqlQuery &row) { mode = row.value(0).toString(); });
    const bool busy = !left && left.error().trouble == Trouble::Unavailable;
    if (busy || (left && mode != QLatin1String("delete")))
        return failure(Trouble::Conflict,
                       QStringLiteral("another program works on this database: end it first"),
                       {serviceTrouble, anotherServer});
    return left;
}

Result<void> isFreeFile(const DatabaseUrl &url, const QString &name)
{
    const QString file = shelfFile(url, name);
    // An interrupted change leaves a second name of the current book: it can continue.
    const bool taken = QFileInfo::exists(file) && !isSameFile(file, realFile(url));
    return taken ? failure(Trouble::Conflict,
                           QStringLiteral("there is an old book of that name: %1").arg(file), {nameTaken})
                 : Result<void>{};
}

Result<std::unique_ptr<Session>> openCurrent(const DatabaseUrl &url)
{
    if (!QFileInfo::exists(url.path))
        return failure(Trouble::NotFound, QStringLiteral("there is no book yet: %1").arg(url.path), {noSale});
    return Session::open(url);
}

void removeFresh(const QString &file)
{
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(file + QLatin1String(suffix));
}

/// The empty book, complete and in one file.
Result<void> makeFresh(const DatabaseUrl &url, const QString &file, const Turn &turn,
                       const QList<TokenRow> &tokens)
{
    removeFresh(file);
    DatabaseUrl fresh = url;
    fresh.path = file;
    auto session = Session::open(fresh);
    if (!session)
        return std::unexpected(session.error());
    if (const auto migrated = migrate(**session); !migrated)
        return migrated;
    const auto noted = (*session)->transaction([&] { return noteBeginning(**session, turn, tokens); });
    if (!noted)
        return noted;
    struct stat about = {};
    const QByteArray name = QFile::encodeName(file);
    if (::stat(QFile::encodeName(realFile(url)).constData(), &about) == 0)
        ::chmod(name.constData(), about.st_mode & 07777);
    return leaveLog(**session);
}

/// While no other program can read it: a log begun by another program now would be taken for the new book's.
Result<void> exchange(Session &old, const QString &current, const QString &kept, const QString &fresh,
                      const AtStep &at)
{
    if (const auto locked = old.execute(QStringLiteral("BEGIN EXCLUSIVE")); !locked)
        return locked;
    const QByteArray name = QFile::encodeName(kept);
    if (!isSameFile(kept, current) && ::link(QFile::encodeName(current).constData(), name.constData()) != 0)
        return ofFile(QStringLiteral("the old book cannot be kept as"), kept);
    const QString shelf = QFileInfo(kept).absolutePath();
    if (const auto synced = syncFolder(shelf); !synced)
        return synced;
    if (const auto going = at(Step::Kept); !going)
        return going;
    if (::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(current).constData()) != 0)
        return ofFile(QStringLiteral("the empty book cannot be put in the place of"), current);
    return syncFolder(QFileInfo(current).absolutePath());
}

Result<void> makeShelf(const QString &folder)
{
    const bool existed = QDir(folder).exists();
    if (!QDir().mkpath(folder))
        return ofFile(QStringLiteral("there is no folder for old books, and none can be made:"), folder);
    if (!existed)
        ::chmod(QFile::encodeName(folder).constData(), 0700);
    return syncFolder(QFileInfo(folder).absolutePath());
}

/// Left by interrupted changes under other names: they are the current book, not old ones.
void removeSecondNames(const QString &current, const QString &kept)
{
    const auto files = QFileInfo(kept).dir().entryInfoList({QStringLiteral("*.sqlite")}, QDir::Files);
    for (const auto &file : files) {
        if (file.filePath() != kept && isSameFile(file.filePath(), current))
            QFile::remove(file.filePath());
    }
}

} // namespace

Result<void> isFreeName(const DatabaseUrl &url, const QString &name)
{
    return url.engine == DatabaseUrl::Engine::Sqlite ? isFreeFile(url, name) : isFreeSchema(url, name);
}

Result<void> examineSqlite(const DatabaseUrl &url, const QString &name)
{
    if (const auto isFree = isFreeFile(url, name); !isFree)
        return isFree;
    const auto session = openCurrent(url);
    return session ? leaveLog(**session) : std::unexpected(session.error());
}

Result<void> keepSqlite(const DatabaseUrl &url, const Turn &turn, const AtStep &at)
{
    const QString current = realFile(url);
    const QString fresh = current + QStringLiteral(".next");
    const QString kept = shelfFile(url, turn.name);
    const auto old = openCurrent(url);
    if (!old)
        return std::unexpected(old.error());
    const auto figures = figuresOf(**old);
    const auto tokens = book::tokens(**old);
    if (!figures || !tokens)
        return std::unexpected(figures ? tokens.error() : figures.error());
    auto done = mayEnd(*figures);
    if (done)
        done = noteEnd(**old, turn, *figures);
    if (done)
        done = at(Step::EndNoted);
    if (done)
        done = makeFresh(url, fresh, turn, *tokens);
    if (done)
        done = at(Step::FreshMade);
    if (done)
        done = makeShelf(QFileInfo(kept).absolutePath());
    if (done)
        done = leaveLog(**old);
    if (done)
        removeSecondNames(current, kept);
    return done ? exchange(**old, current, kept, fresh, at) : done;
}

} // namespace seonchak::newsale

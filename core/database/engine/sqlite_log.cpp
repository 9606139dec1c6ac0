// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/sqlite_log.h"

#include <QByteArray>
#include <QFileInfo>
#include <QStorageInfo>

#include <sqlite3.h>

#include <algorithm>

namespace seonchak {

namespace {

/// The room is taken only from a disk with so many times as much left: the sale needs the rest itself.
constexpr qint64 leastTimesLeft = 64;

int tellPages(void *told, sqlite3 *, const char *, int pages)
{
    (*static_cast<const SqliteLog::Tell *>(told))(pages);
    return SQLITE_OK;
}

} // namespace

SqliteLog::SqliteLog(sqlite3 *connection, Tell tell)
    : m_connection(connection)
    , m_tell(std::move(tell))
{
    // The hook takes the place of SQLite's own checkpoints.
    sqlite3_wal_hook(m_connection, &tellPages, const_cast<Tell *>(&m_tell));
    const QByteArray limit = "PRAGMA journal_size_limit=" + QByteArray::number(room);
    sqlite3_exec(m_connection, limit.constData(), nullptr, nullptr, nullptr);
}

SqliteLog::~SqliteLog()
{
    sqlite3_wal_hook(m_connection, nullptr, nullptr);
}

/// Zeros, and not blocks that are only reserved: the first write to those changes the file's blocks as well.
void SqliteLog::makeRoom(const QString &database)
{
    const QStorageInfo disk(QFileInfo(database).absolutePath());
    if (disk.bytesAvailable() < leastTimesLeft * room)
        return;
    sqlite3_file *log = nullptr;
    const int found = sqlite3_file_control(m_connection, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    sqlite3_int64 used = 0;
    if (found != SQLITE_OK || !log || !log->pMethods || log->pMethods->xFileSize(log, &used) != SQLITE_OK)
        return;
    const QByteArray zeros(64 * 1024, '\0'); // SQLite writes less than 128 KiB at a time
    int code = SQLITE_OK;
    for (sqlite3_int64 size = used; size < room && code == SQLITE_OK; size += zeros.size()) {
        const auto piece = std::min<sqlite3_int64>(zeros.size(), room - size);
        code = log->pMethods->xWrite(log, zeros.constData(), int(piece), size);
    }
    if (code == SQLITE_OK && used < room)
        code = log->pMethods->xSync(log, SQLITE_SYNC_NORMAL);
    if (code != SQLITE_OK)
        log->pMethods->xTruncate(log, used);
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

struct sqlite3;
class QString;

namespace seonchak {

/// The write-ahead log of a SQLite connection that commits often. A commit that overwrites a part of the log
/// takes about half the time and half the CPU of one that makes the file longer, because the file's length
/// and its new blocks then need not be written as well. So the log gets its room in advance, and keeps it
/// while the connection is open. Used on the connection's thread.
///
/// The connection no longer copies its log into the database file by itself: see Checkpointer.
class SqliteLog
{
public:
    static constexpr qint64 room = qint64(16) << 20; ///< bytes

    /// Called within each commit with the number of pages that the log then holds.
    using Tell = std::function<void(int pages)>;
    /// Destroy it before `connection` is closed.
    SqliteLog(sqlite3 *connection, Tell tell);
    ~SqliteLog();
    SqliteLog(const SqliteLog &) = delete;
    SqliteLog &operator=(const SqliteLog &) = delete;

    /// Call it within a write transaction, so that no other connection appends to the log meanwhile. Does
    /// nothing on a disk of which little is left. A failure changes nothing: the log grows with its commits.
    void makeRoom(const QString &database);

private:
    sqlite3 *const m_connection;
    const Tell m_tell;
};

} // namespace seonchak

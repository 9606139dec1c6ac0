// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/engine/session.h"
#include "core/database/engine/still_trouble.h"

#include <QDateTime>
#include <QTemporaryDir>

#include <memory>

namespace seonchak {

/// Read-only access to a book: the book is neither written nor migrated, and no file is created beside it, so
/// it may be on a read-only medium. If it cannot be read in place (an earlier schema, or a log without its
/// index), this object reads a copy in a temporary folder, which it removes on destruction.
class StillBook
{
public:
    enum class Glance {
        Short, ///< for some seconds; call stayedStill() afterwards: a server may be writing to the book
        Long,  ///< as in a window; Conflict if a server may be using the book
    };
    /// Blocks. NotFound: there is none; BadInput: no book, or one of a newer program; names has why.
    static Result<StillBook> open(const DatabaseUrl &url, Glance glance);

    /// For sessions, which read only.
    [[nodiscard]] const DatabaseUrl &url() const { return m_url; }
    /// The schema version of the original book, not of an upgraded copy.
    [[nodiscard]] qint64 schema() const { return m_schema; }
    /// The program that wrote it, for people: "SQLite 3.40.1", "PostgreSQL 15.14".
    [[nodiscard]] const QString &engine() const { return m_engine; }
    /// Conflict: a server has begun to write to it in the meantime, so that what was read is not of one
    /// instant.
    [[nodiscard]] Result<void> stayedStill() const;

private:
    struct Stamp
    {
        qint64 size = -1;
        QDateTime changed;
        bool hasLog = false;
        bool operator==(const Stamp &) const = default;
    };
    StillBook() = default;
    [[nodiscard]] static Stamp stampOf(const QString &file);
    Result<void> openFile(Glance glance);
    Result<void> openServer(Glance glance);
    Result<void> copyFile();
    Result<void> copyFromServer(Session &from);
    Result<QString> freshFile();
    Result<void> bringUpToDate(Session &copy, const QString &file);
    Result<void> learn(Session &session);

    DatabaseUrl m_url;
    DatabaseUrl m_given;
    qint64 m_schema = 0;
    QString m_engine;
    Stamp m_stamp; ///< where it is read in place, without locks
    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace seonchak

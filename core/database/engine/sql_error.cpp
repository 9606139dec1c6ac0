// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/sql_error.h"

#include <QSqlError>

#include <algorithm>

namespace seonchak {

namespace {

/// What a result code of SQLite means; https://www.sqlite.org/rescode.html.
struct SqliteMeaning
{
    int code = 0; ///< primary: the low byte
    Trouble trouble = Trouble::Unavailable;
    const char *hint = nullptr;
    bool isBusy = false;
    bool connectionLost = false;
    bool corrupted = false;
};

constexpr const char *lockHeld = "another program holds the database's lock";
constexpr const char *accessDenied = "access is denied";
constexpr const char *damagedFile =
    "the database file is damaged or no SQLite database; restore it from a backup";
constexpr int ioError = 10;
constexpr int ioErrorSync = 1034;

constexpr SqliteMeaning sqliteMeanings[] = {
    {.code = 3, .hint = accessDenied},             // PERM
    {.code = 5, .hint = lockHeld, .isBusy = true}, // BUSY
    {.code = 6, .hint = lockHeld, .isBusy = true}, // LOCKED
    {.code = 8, .hint = "the database is read-only"},
    {.code = ioError, .hint = "the disk failed", .connectionLost = true},
    {.code = 11,
     .trouble = Trouble::Internal,
     .hint = damagedFile,
     .connectionLost = true,
     .corrupted = true},
    {.code = 13, .hint = "the disk is full"},
    {.code = 14, .connectionLost = true},       // CANTOPEN
    {.code = 19, .trouble = Trouble::Conflict}, // CONSTRAINT
    {.code = 23, .hint = accessDenied},         // AUTH
    {.code = 26,
     .trouble = Trouble::Internal,
     .hint = damagedFile,
     .connectionLost = true,
     .corrupted = true},
};

SqlDiagnosis diagnoseSqlite(const QSqlError &error)
{
    SqlDiagnosis d;
    const int code = error.nativeErrorCode().toInt();
    const auto *known = std::ranges::find(sqliteMeanings, code & 0xff, &SqliteMeaning::code);
    if (known != std::ranges::end(sqliteMeanings)) {
        d.trouble = known->trouble;
        d.hint = QString::fromLatin1(known->hint);
        d.isBusy = known->isBusy;
        d.connectionLost = known->connectionLost;
        d.corrupted = known->corrupted;
        // After a failed sync, or an unspecified failure, the commit may still have reached the disk.
        d.commitUnknown = code == ioError || code == ioErrorSync;
    } else if (error.databaseText().contains(QStringLiteral("no such table"))) {
        d.trouble = Trouble::Unavailable;
        d.hint = QStringLiteral("the schema is not there yet");
    }
    return d;
}

/// A pooler that switches the server process for each statement: no transaction works through it.
bool isStatementPooler(const QSqlError &error)
{
    return error.databaseText().contains(QStringLiteral("statement pooling"));
}

/// libpq's message about an option that it does not know or cannot use.
bool isBadOption(const QSqlError &error)
{
    return error.nativeErrorCode().isEmpty() && error.databaseText().startsWith(QStringLiteral("invalid "));
}

/// https://www.postgresql.org/docs/15/errcodes-appendix.html; no code at all: libpq lost the connection.
SqlDiagnosis diagnosePostgresql(const QSqlError &error)
{
    SqlDiagnosis d;
    const QString code = error.nativeErrorCode();
    const auto isClass = [&](const char *prefix) { return code.startsWith(QLatin1String(prefix)); };
    if (code == QStringLiteral("23505")) {
        d.trouble = Trouble::Conflict;
    } else if (isStatementPooler(error)) {
        d.hint = QStringLiteral(
            "the pooler in between is in statement mode, which passes no transactions; set it to "
            "session or transaction pooling, or connect to the server itself");
        d.connectionLost = d.hopeless = true;
    } else if (isBadOption(error)) {
        d.connectionLost = d.hopeless = true;
    } else if (code.isEmpty() || isClass("08") || isClass("57P") || code == QStringLiteral("25P03")) {
        d.trouble = Trouble::Unavailable;
        d.hint = QStringLiteral("the connection is gone");
        d.connectionLost = true;
        d.commitUnknown = true;
    } else if (code == QStringLiteral("40001") || code == QStringLiteral("40P01")) {
        d.trouble = Trouble::Unavailable;
        d.hint = QStringLiteral("two transactions crossed, retry");
        d.worthRetrying = true;
    } else if (code == QStringLiteral("42501") || isClass("28") || code == QStringLiteral("57014")) {
        d.trouble = Trouble::Unavailable; // no permission, or cancelled by a person or a time limit
    } else if (isClass("53") || isClass("55") || isClass("58") || code == QStringLiteral("25006")) {
        d.trouble = Trouble::Unavailable; // no resources, a lock timeout, system I/O, read-only
    } else if (code == QStringLiteral("42P01")) {
        d.trouble = Trouble::Unavailable;
        d.hint = QStringLiteral("the schema is not there yet");
    } else if (isClass("XX")) {
        d.hint = QStringLiteral("the database is damaged");
        d.corrupted = code != QStringLiteral("XX000");
    }
    return d;
}

} // namespace

SqlDiagnosis diagnose(DatabaseUrl::Engine engine, const QSqlError &error)
{
    return engine == DatabaseUrl::Engine::Sqlite ? diagnoseSqlite(error) : diagnosePostgresql(error);
}

} // namespace seonchak

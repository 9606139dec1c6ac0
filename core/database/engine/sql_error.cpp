// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/sql_error.h"

#include <QSqlError>

namespace seonchak {

namespace {

/// https://www.sqlite.org/rescode.html: the low byte is the primary code.
SqlDiagnosis diagnoseSqlite(const QSqlError &error)
{
    constexpr int ioError = 10;
    constexpr int ioErrorSync = 1034;
    SqlDiagnosis d;
    const int code = error.nativeErrorCode().toInt();
    switch (code & 0xff) {
    case 19: // CONSTRAINT
        d.trouble = Trouble::Conflict;
        break;
    case 5: // BUSY
    case 6: // LOCKED
        d.trouble = Trouble::Unavailable;
        d.isBusy = true;
        d.hint = QStringLiteral("another program holds the database's lock");
        break;
    case 13: // FULL
        d.trouble = Trouble::Unavailable;
        d.hint = QStringLiteral("the disk is full");
        break;
    case 3:  // PERM
    case 23: // AUTH
        d.trouble = Trouble::Unavailable;
        d.hint = QStringLiteral("access is denied");
        break;
    case 8: // READONLY
        d.trouble = Trouble::Unavailable;
        d.hint = QStringLiteral("the database is read-only");
        break;
    case 10: // IOERR: after a failed sync (or an unspecified one) the commit may still have reached the disk
        d.trouble = Trouble::Unavailable;
        d.hint = QStringLiteral("the disk failed");
        d.connectionLost = true;
        d.commitUnknown = code == ioError || code == ioErrorSync;
        break;
    case 14: // CANTOPEN
        d.trouble = Trouble::Unavailable;
        d.connectionLost = true;
        break;
    case 11: // CORRUPT
    case 26: // NOTADB
        d.hint =
            QStringLiteral("the database file is damaged or no SQLite database; restore it from a backup");
        d.connectionLost = true;
        d.corrupted = true;
        break;
    default:
        if (error.databaseText().contains(QStringLiteral("no such table"))) {
            d.trouble = Trouble::Unavailable;
            d.hint = QStringLiteral("the schema is not there yet");
        }
        break;
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

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QByteArrayView>
#include <QSqlError>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;
class QSqlDatabase;

namespace seonchak {

/// A prepared statement of SQLite itself, on the connection that Qt has opened. For what is written with
/// every issue: QSqlQuery takes two thousand instructions to bind one value and ten thousand to begin a
/// statement, and a batch has six values for each issue. Private to core/database.
class SqliteStatement
{
public:
    /// The connection below; null where it is not SQLite's, or where Qt's driver brings along another build
    /// of SQLite than the one we are linked with, whose structures we must not touch.
    static sqlite3 *connectionOf(const QSqlDatabase &database);

    /// Null where it cannot be prepared: failed() of the connection says why.
    static std::unique_ptr<SqliteStatement> prepare(sqlite3 *connection, const QByteArray &sql);
    ~SqliteStatement();
    SqliteStatement(const SqliteStatement &) = delete;
    SqliteStatement &operator=(const SqliteStatement &) = delete;

    /// Of the values from 1. Texts must live until reset().
    void bind(int place, qint64 number);
    void bind(int place, QByteArrayView text);
    void bindNull(int place);

    enum class Step { Row, Done, Failed };
    Step step();
    [[nodiscard]] qint64 number(int column) const;
    /// Lets go of locks and values; the statement can be used again.
    void reset();
    /// Rows that the statement has just changed.
    [[nodiscard]] qint64 changed() const;

    /// The connection's last error, as Qt's driver would have told it.
    static QSqlError failed(sqlite3 *connection);

private:
    SqliteStatement(sqlite3 *connection, sqlite3_stmt *statement);

    sqlite3 *const m_connection;
    sqlite3_stmt *const m_statement;
};

} // namespace seonchak

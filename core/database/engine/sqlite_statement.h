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

/// A prepared statement of SQLite itself, on the connection that Qt has opened. For rows written with every
/// issue: QSqlQuery takes two thousand instructions to bind one value and ten thousand to begin a statement,
/// and a batch has six values for each issue. Private to core/database.
class SqliteStatement
{
public:
    /// The underlying connection; null if it is not SQLite's, or if Qt's driver brings another build of
    /// SQLite than the one that we link, whose structures we must not touch.
    static sqlite3 *connectionOf(const QSqlDatabase &database);

    /// Null if it cannot be prepared: see failed() of the connection.
    static std::unique_ptr<SqliteStatement> prepare(sqlite3 *connection, const QByteArray &sql);
    ~SqliteStatement();
    SqliteStatement(const SqliteStatement &) = delete;
    SqliteStatement &operator=(const SqliteStatement &) = delete;

    /// Values count from 1. Texts must live until reset().
    void bind(int place, qint64 number);
    void bind(int place, QByteArrayView text);
    void bindNull(int place);

    enum class Step { Row, Done, Failed };
    Step step();
    [[nodiscard]] qint64 number(int column) const;
    /// Releases locks and values; the statement can be used again.
    void reset();
    /// The number of rows that the statement has just changed.
    [[nodiscard]] qint64 changed() const;

    /// The connection's last error, in the form of Qt's driver.
    static QSqlError failed(sqlite3 *connection);

private:
    SqliteStatement(sqlite3 *connection, sqlite3_stmt *statement);

    sqlite3 *const m_connection;
    sqlite3_stmt *const m_statement;
};

} // namespace seonchak

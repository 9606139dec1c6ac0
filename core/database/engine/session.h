// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/database/engine/database_url.h"
#include "core/database/engine/sql_error.h"
#include "core/database/engine/sqlite_log.h"
#include "core/database/engine/sqlite_statement.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <map>
#include <memory>
#include <unordered_map>

namespace seonchak {

struct ListStatement;

/// One thread's connection to the database, opened, configured and used on that thread only. SQLite: WAL,
/// synchronous=FULL, busy_timeout. PostgreSQL: one connection through QPSQL, which leaves nothing in the
/// server beyond a transaction (no settings, no prepared statements), so that a pooler may be used.
class Session
{
public:
    /// Unavailable if a retry may help, Internal if the file is damaged.
    static Result<std::unique_ptr<Session>> open(const DatabaseUrl &url);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    [[nodiscard]] DatabaseUrl::Engine engine() const { return m_url.engine; }

    /// Prepares (on SQLite; statements are cached by text), binds by position and executes. The session owns
    /// the query: read it before the same text runs again. A SELECT that is not read to its end keeps
    /// SQLite's read lock: call finish(), or use eachRow() of rows.h. A violated unique constraint is
    /// Trouble::Conflict; a lost or locked database is Trouble::Unavailable.
    Result<QSqlQuery *> run(const QString &sql, const QVariantList &values = {});
    /// Whether list statements are supported, which exist only for SQLite; else use run().
    [[nodiscard]] bool takesLists() const { return m_sqlite != nullptr; }
    /// The statement for this many rows, prepared once. See runList().
    Result<SqliteStatement *> listStatement(const ListStatement &list, std::size_t rows);
    /// The error of the last step of such a statement.
    std::unexpected<Error> explainNative(const QByteArray &sql);
    /// SQLite: this connection commits often, and its log is copied into the file by a Checkpointer that
    /// hears of it by `tell`. Does nothing where takesLists() is false: SQLite's own checkpoints remain
    /// there.
    Result<void> keepLog(SqliteLog::Tell tell);
    /// Runs statements that take no values, e.g. DDL or PRAGMA.
    Result<void> execute(const QString &sql);

    /// BEGIN (IMMEDIATE on SQLite, so that it never fails midway for lack of the write lock), `work`, COMMIT;
    /// ROLLBACK if work or commit fails. A COMMIT without an answer is Trouble::Uncertain. Inside another
    /// transaction `work` simply joins it. To PostgreSQL the BEGIN goes with the first statement of `work`,
    /// as one message; without any statement the database is not asked.
    Result<void> transaction(const std::function<Result<void>()> &work);
    /// PostgreSQL: the statement as a transaction of its own, in one message with BEGIN and COMMIT. `take`
    /// gets the rows; they are valid only if this succeeds. Uncertain if the connection is lost: the message
    /// may have been executed. Not inside another transaction.
    Result<void> transactionOfOne(const QString &sql, const QVariantList &values,
                                  const std::function<void(const QSqlQuery &)> &take);
    /// Several reads at one instant: a transaction that takes no write lock. Joins one under way.
    Result<void> snapshot(const std::function<Result<void>()> &work);

    /// How long a statement waits for a lock held by another connection, from the next transaction on.
    void setLockWait(int ms);

    /// Returns true after an error that means the connection is lost: the owner must open another.
    [[nodiscard]] bool isBroken() const { return m_broken; }
    /// Returns true if the connection was lost during a COMMIT: its outcome is unknown.
    [[nodiscard]] bool isCommitUnknown() const { return m_commitUnknown; }
    /// The meaning of the last error.
    [[nodiscard]] const SqlDiagnosis &lastDiagnosis() const { return m_last; }

private:
    explicit Session(DatabaseUrl url);
    Result<void> connect();
    Result<void> tune();
    Result<QSqlQuery *> runInline(std::unique_ptr<QSqlQuery> &slot, const QString &sql,
                                  const QVariantList &values, const QString &ending = {});
    Result<void> begin(const QString &words);
    /// Executes the statement, together with a BEGIN that has not been sent yet.
    bool execWithBeginning(QSqlQuery &query, const QString &sql);
    Result<void> within(const QString &beginning, const std::function<Result<void>()> &work);
    Result<void> commit();
    /// The connection was lost on a COMMIT.
    std::unexpected<Error> commitLost(const Error &why);
    void rollback();
    /// BEGIN, COMMIT, ROLLBACK: prepared on SQLite.
    Result<void> control(const QString &sql);
    Result<void> controlNatively(const QString &sql);
    std::unexpected<Error> explain(const QSqlError &error, const QString &what);

    DatabaseUrl m_url;
    QString m_name;
    bool m_broken = false;
    bool m_commitUnknown = false;
    bool m_inTransaction = false;
    QString m_beginning; ///< PostgreSQL: begins the transaction, and has not been sent yet
    bool m_failedInside =
        false; ///< PostgreSQL answers COMMIT with a silent rollback after a failed statement
    SqlDiagnosis m_last;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_statements;
    sqlite3 *m_sqlite = nullptr; ///< the connection's handle; null if there is none that we may use
    std::unordered_map<QString, std::unique_ptr<SqliteStatement>> m_controls;
    std::unique_ptr<SqliteLog> m_log;
    std::map<std::pair<const ListStatement *, std::size_t>, std::unique_ptr<SqliteStatement>> m_lists;
};

} // namespace seonchak

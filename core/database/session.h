// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/database/database_url.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

namespace seonchak {

/// One thread's connection to the database, opened, tuned and used on that thread only.
/// SQLite: WAL, synchronous=FULL, busy_timeout 5 s. PostgreSQL: one connection through QPSQL.
class Session
{
public:
    static Result<std::unique_ptr<Session>> open(const DatabaseUrl &url);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    [[nodiscard]] DatabaseUrl::Engine engine() const { return m_url.engine; }

    /// Prepares (statements are kept and reused per text), binds by position and executes.
    /// A broken unique constraint is Trouble::Conflict; a lost or locked database is Trouble::Unavailable.
    Result<QSqlQuery *> run(const QString &sql, const QVariantList &values = {});
    /// Runs statements that take no values, e.g. DDL or PRAGMA.
    Result<void> execute(const QString &sql);

    /// BEGIN (IMMEDIATE on SQLite, so that it never fails half-way for want of the write lock), `work`, COMMIT;
    /// ROLLBACK where work or commit fails. A COMMIT whose answer is lost is Trouble::Uncertain.
    Result<void> transaction(const std::function<Result<void>()> &work);

    /// True after an error that means the connection itself is gone: the owner opens another.
    [[nodiscard]] bool isBroken() const { return m_broken; }

private:
    explicit Session(DatabaseUrl url);
    std::unexpected<Error> explain(const class QSqlError &error, const QString &what);

    DatabaseUrl m_url;
    QString m_name;
    bool m_broken = false;
    std::unordered_map<std::string, std::unique_ptr<QSqlQuery>> m_statements;
};

} // namespace seonchak

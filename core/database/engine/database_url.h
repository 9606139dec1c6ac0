// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QString>

namespace seonchak {

/// Where the book is, as the --database option says it: `sqlite`, `sqlite:///path`,
/// `postgresql://user:pass@host:port/name`, and as libpq has it: `postgres://`, several hosts
/// (`h1:5432,h2:5433`), `postgresql:///name?host=/socket/dir` for a Unix socket, and every option of libpq's
/// own
/// (`?sslmode=…&target_session_attrs=…`), which is passed on. Every part may be percent-encoded.
struct DatabaseUrl
{
    enum class Engine { Sqlite, Postgresql };
    Engine engine = Engine::Sqlite;
    QString path; ///< SQLite file
    QString host; ///< PostgreSQL host or socket directory, or several with commas; empty: libpq's default
    quint16 port = 5432; ///< of the first host
    QString ports;       ///< one per host, with commas, where there are several hosts; an empty one is 5432
    QString user;
    QString password;
    QString name;
    QString schema; ///< of PostgreSQL, where the book is not in the login's own: `?schema=name`
    QList<std::pair<QString, QString>> options; ///< libpq's own, in the order of the URL
    bool readOnly = false;                      ///< of an old book: nothing is written, nobody is counted
    bool still = false; ///< of a SQLite file that nobody has open: read without locks, with nothing beside it
    int busyTimeoutMs = 5000; ///< how long SQLite and PostgreSQL wait for a lock that somebody else holds

    /// `sqlite` alone means DATA_DIR/seonchak.sqlite. Errors are BadInput, one sentence without the password.
    static Result<DatabaseUrl> parse(const QString &text, const QString &dataDir);
    /// For logs and READY: the password is masked.
    [[nodiscard]] QString masked() const;
    /// The options as libpq reads them, quoted, ours first: the URL's win.
    [[nodiscard]] QString libpqOptions() const;
    /// "sqlite" or "postgresql".
    [[nodiscard]] QString engineName() const;
};

} // namespace seonchak

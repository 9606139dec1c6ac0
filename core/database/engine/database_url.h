// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QString>

namespace seonchak {

/// The address of the book, as given by the --database option: `sqlite`, `sqlite:///path`,
/// `postgresql://user:pass@host:port/name`, and libpq's forms: `postgres://`, several hosts
/// (`h1:5432,h2:5433`), `postgresql:///name?host=/socket/dir` for a Unix socket, and every libpq option
/// (`?sslmode=…&target_session_attrs=…`), which is passed on. Every part may be percent-encoded.
struct DatabaseUrl
{
    enum class Engine { Sqlite, Postgresql };
    Engine engine = Engine::Sqlite;
    QString path; ///< SQLite file
    QString
        host; ///< PostgreSQL host or socket directory, or several, comma-separated; empty: libpq's default
    quint16 port = 5432; ///< of the first host
    QString ports;       ///< with several hosts: one per host, comma-separated; an empty one is 5432
    QString user;
    QString password;
    QString name;
    QString schema;                             ///< of PostgreSQL, if not the login's default: `?schema=name`
    QList<std::pair<QString, QString>> options; ///< libpq's own, in the order of the URL
    bool readOnly = false;                      ///< of an old book: nothing is written, nobody is counted
    bool still = false; ///< of a SQLite file that nobody has open: read without locks, with nothing beside it
    int busyTimeoutMs = 5000; ///< how long SQLite and PostgreSQL wait for a lock that somebody else holds

    /// `sqlite` alone means DATA_DIR/seonchak.sqlite. Errors are BadInput, one sentence without the password.
    static Result<DatabaseUrl> parse(const QString &text, const QString &dataDir);
    /// For logs and READY: the password is masked.
    [[nodiscard]] QString masked() const;
    /// The options in libpq's format, quoted; ours come first, so that the URL's win.
    [[nodiscard]] QString libpqOptions() const;
    /// "sqlite" or "postgresql".
    [[nodiscard]] QString engineName() const;
};

} // namespace seonchak

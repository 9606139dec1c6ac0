// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QString>

namespace seonchak {

/// Where the book is, as the --database option says it: `sqlite`, `sqlite:///path`,
/// `postgresql://user:pass@host:port/name` (also ?host=/socket/dir for a Unix socket, as libpq has it).
struct DatabaseUrl
{
    enum class Engine { Sqlite, Postgresql };
    Engine engine = Engine::Sqlite;
    QString path; ///< SQLite file
    QString host; ///< PostgreSQL host or socket directory
    quint16 port = 5432;
    QString user;
    QString password;
    QString name;

    /// `sqlite` alone means DATA_DIR/seonchak.sqlite. Errors are BadInput, one sentence.
    static Result<DatabaseUrl> parse(const QString &text, const QString &dataDir);
    /// For logs and READY: the password is masked.
    [[nodiscard]] QString masked() const;
    /// "sqlite" or "postgresql".
    [[nodiscard]] QString engineName() const;
};

} // namespace seonchak

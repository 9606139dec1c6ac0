// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/database/engine/database_url.h"

#include <memory>

namespace seonchak::lab {

/// A database created for one run and dropped after it: a file in the run's own directory, or a new database
/// on a PostgreSQL server. Blocks its thread.
class OwnDatabase
{
public:
    /// `where`: "sqlite" or a postgresql:// URL of a server on which databases may be created.
    static Result<std::unique_ptr<OwnDatabase>> create(const QString &where, const QString &dataDir,
                                                       const QString &name);
    ~OwnDatabase();
    OwnDatabase(const OwnDatabase &) = delete;
    OwnDatabase &operator=(const OwnDatabase &) = delete;

    [[nodiscard]] const DatabaseUrl &url() const { return m_url; }
    /// The server's --database option.
    [[nodiscard]] QString option() const { return m_option; }

    /// Whether create() would find its server and may create a database there: Unavailable names the option
    /// and the server.
    static Result<void> check(const QString &where);
    /// Drops the databases of labs that ended without cleaning up: names of `family` for which isAbandoned()
    /// holds.
    static Result<void> dropAbandoned(const QString &where, const QString &family);

private:
    OwnDatabase() = default;

    DatabaseUrl m_server; ///< where it was created; SQLite: unused
    DatabaseUrl m_url;
    QString m_option;
};

} // namespace seonchak::lab

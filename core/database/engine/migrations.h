// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/database/engine/database_url.h"

namespace seonchak {

class Session;

/// Brings the schema up to date: applies every numbered file of resources/sql (0001_*.sql, with
/// 0001_*.sqlite.sql or 0001_*.postgresql.sql where the engines differ) that schema_version does not list
/// yet, each in one transaction. Two programs may do so concurrently. A schema newer than this program is
/// Trouble::BadInput.
Result<void> migrate(Session &session);

/// Up to this version and no further: the schema that an earlier program made.
Result<void> migrateTo(Session &session, qint64 version);

/// The version that the database has; 0 where no schema is there yet.
Result<qint64> schemaVersion(Session &session);
/// The version that migrate() upgrades to.
qint64 newestSchema(DatabaseUrl::Engine engine);

} // namespace seonchak

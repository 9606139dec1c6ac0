// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/newsale/old_book.h"

#include <functional>

namespace seonchak {

struct DatabaseUrl;

}

namespace seonchak::newsale {

/// Where a test stops everything, like a crash: completed work stays, nothing is cleaned up.
enum class Step {
    RedisMarked,  ///< Redis is marked for a rebuild, and still full
    RedisCleared, ///< our keys are removed from Redis
    EndNoted,     ///< the old book records its end
    FreshMade,    ///< the empty book exists, but is not yet the current one
    Kept,         ///< the old book has its new name, and is still the current one (SQLite)
};
using AtStep = std::function<Result<void>(Step)>;

/// Keeps the book under the turn's name and replaces it by an empty one, which has the tokens. After a crash
/// at any moment either book is the current one, intact. Conflict: another program uses the database, or the
/// name is taken. Blocks.
Result<void> keepSqlite(const DatabaseUrl &url, const Turn &turn, const AtStep &at);
Result<void> keepPostgresql(const DatabaseUrl &url, const Turn &turn, const AtStep &at);

/// Whether no other program uses it, and the name is free. Conflict gives the reason if not.
Result<void> examineSqlite(const DatabaseUrl &url, const QString &name);
Result<void> examinePostgresql(const DatabaseUrl &url, const QString &name);
Result<void> isFreeSchema(const DatabaseUrl &url, const QString &name);
/// Checks only the name, while servers run.
Result<void> isFreeName(const DatabaseUrl &url, const QString &name);

} // namespace seonchak::newsale

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/newsale/old_book.h"

#include <functional>

namespace seonchak {

struct DatabaseUrl;

}

namespace seonchak::newsale {

/// Where a test stops everything, as a crash would: what was done until there stays, nothing is cleared up.
enum class Step {
    RedisMarked,  ///< Redis is marked as to be rebuilt, and still full
    RedisCleared, ///< our keys have gone from Redis
    EndNoted,     ///< the old book says that it ends
    FreshMade,    ///< the empty book is there, and not yet the current one
    Kept,         ///< the old book has its name, and is still the current one (SQLite)
};
using AtStep = std::function<Result<void>(Step)>;

/// Keeps the book under the turn's name and puts an empty one in its place, which has the tokens. A crash at
/// any moment leaves the one or the other as the current book, whole. Conflict: another program works on the
/// database, or the name is taken. Blocks.
Result<void> keepSqlite(const DatabaseUrl &url, const Turn &turn, const AtStep &at);
Result<void> keepPostgresql(const DatabaseUrl &url, const Turn &turn, const AtStep &at);

/// Whether nobody else works on it, and the name is free. Conflict says what stands against it.
Result<void> examineSqlite(const DatabaseUrl &url, const QString &name);
Result<void> examinePostgresql(const DatabaseUrl &url, const QString &name);
Result<void> isFreeSchema(const DatabaseUrl &url, const QString &name);
/// The same of the name alone, while servers run.
Result<void> isFreeName(const DatabaseUrl &url, const QString &name);

} // namespace seonchak::newsale

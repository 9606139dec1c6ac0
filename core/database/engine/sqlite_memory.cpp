// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/sqlite_memory.h"

#include "core/async/short_lived.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>

namespace seonchak {

namespace {

/// In front of each object.
struct alignas(std::max_align_t) SqliteHead
{
    std::size_t bytes; ///< with this head
};

/// Larger ones, pages above all, are the allocator's: SQLite can do with less of them if there is no memory.
constexpr std::size_t largestShortLived = 2048;

void *sqliteTake(int size)
{
    const std::size_t bytes = std::size_t(size) + sizeof(SqliteHead);
    try {
        void *block = bytes <= largestShortLived ? takeShortLived(bytes) : std::malloc(bytes);
        return block ? new (block) SqliteHead{bytes} + 1 : nullptr;
    } catch (const std::bad_alloc &) { // SQLite is C: an exception must not pass through it.
        return nullptr;
    }
}

SqliteHead *headOfSqlite(void *object)
{
    return static_cast<SqliteHead *>(object) - 1;
}

int sqliteSize(void *object)
{
    return object ? int(headOfSqlite(object)->bytes - sizeof(SqliteHead)) : 0;
}

void sqliteGive(void *object)
{
    if (!object)
        return;
    SqliteHead *head = headOfSqlite(object);
    if (head->bytes <= largestShortLived)
        giveShortLived(head, head->bytes);
    else
        std::free(head);
}

void *sqliteResize(void *object, int size)
{
    const std::size_t bytes = std::size_t(size) + sizeof(SqliteHead);
    SqliteHead *head = headOfSqlite(object);
    if (std::min(head->bytes, bytes) > largestShortLived) {
        void *moved = std::realloc(head, bytes);
        return moved ? new (moved) SqliteHead{bytes} + 1 : nullptr;
    }
    void *resized = sqliteTake(size);
    if (!resized)
        return nullptr;
    std::memcpy(resized, object, std::size_t(std::min(size, sqliteSize(object))));
    sqliteGive(object);
    return resized;
}

int sqliteRound(int size)
{
    constexpr int step = 8;
    return (size + step - 1) / step * step;
}

} // namespace

void lightenSqlite()
{
    static const sqlite3_mem_methods methods{
        .xMalloc = sqliteTake,
        .xFree = sqliteGive,
        .xRealloc = sqliteResize,
        .xSize = sqliteSize,
        .xRoundup = sqliteRound,
        .xInit = [](void *) { return SQLITE_OK; },
        .xShutdown = [](void *) {},
        .pAppData = nullptr,
    };
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
}

} // namespace seonchak

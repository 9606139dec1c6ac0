// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/engine/session.h"
#include "core/database/engine/sqlite_statement.h"

#include <algorithm>
#include <bit>

namespace seonchak {

/// An SQLite statement with a list of VALUES. Lists of any length run in groups of 64, 32, … 1 rows, so that
/// a few prepared statements suffice. Use one static object for each statement: sessions cache prepared
/// statements under its address. Private to core/database.
struct ListStatement
{
    static constexpr std::size_t largestGroup = 64;

    QByteArray before;
    int columns;     ///< bound values per row
    bool isNumbered; ///< each row starts with its number in the group, from 0
    QByteArray after;

    [[nodiscard]] QByteArray text(std::size_t rows) const;
};

/// Runs it over `count` rows. `bind(statement, place, row)` binds the row's values from that place;
/// `take(statement, first)` reads one result row, `first` being the first row of the group. Returns how many
/// rows were changed.
template <typename Bind, typename Take>
Result<qint64> runList(Session &session, const ListStatement &list, std::size_t count, Bind bind, Take take)
{
    qint64 changed = 0;
    for (std::size_t first = 0; first < count;) {
        const std::size_t rows = std::bit_floor(std::min(count - first, ListStatement::largestGroup));
        const auto statement = session.listStatement(list, rows);
        if (!statement)
            return std::unexpected(statement.error());
        SqliteStatement &group = **statement;
        for (std::size_t row = 0; row < rows; ++row)
            bind(group, 1 + int(row) * list.columns, first + row);
        auto step = group.step();
        for (; step == SqliteStatement::Step::Row; step = group.step())
            take(std::as_const(group), first);
        if (step == SqliteStatement::Step::Failed) {
            const auto error = session.explainNative(list.before);
            group.reset();
            return error;
        }
        changed += group.changed();
        group.reset();
        first += rows;
    }
    return changed;
}

} // namespace seonchak

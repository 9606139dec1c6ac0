// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <type_traits>

namespace seonchak {

/// Whether a table has one row for each value of an enumeration, in its order: then a value finds its row
/// without a search. `Value` is the row's member that holds the value; the enumeration ends with Count_.
template <auto Value, class Row, std::size_t Size>
[[nodiscard]] consteval bool hasRowPerValue(const std::array<Row, Size> &rows)
{
    using Enumeration = std::remove_cvref_t<decltype(rows[0].*Value)>;
    for (std::size_t at = 0; at < Size; ++at) {
        if (std::size_t(rows[at].*Value) != at)
            return false;
    }
    return Size == std::size_t(Enumeration::Count_);
}

/// One member of all rows, such as their names.
template <auto Member, class Row, std::size_t Size>
[[nodiscard]] consteval auto columnOf(const std::array<Row, Size> &rows)
{
    std::array<std::remove_cvref_t<decltype(rows[0].*Member)>, Size> column{};
    for (std::size_t at = 0; at < Size; ++at)
        column[at] = rows[at].*Member;
    return column;
}

} // namespace seonchak

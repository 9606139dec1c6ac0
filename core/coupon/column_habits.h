// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <array>
#include <optional>
#include <span>

namespace seonchak {

/// What a spreadsheet did to a code. The code itself is lost: only its source still has it.
enum class Damage {
    Shortened, ///< 1.23457E+11: most digits are gone
    Rounded,   ///< 12345678901234500000: numbers keep 15 digits, the rest became zeros
    Decimal,   ///< 123.0, or 1,234,567: read as a number, and formatted as one
    Date,      ///< 2026-03-01, 1-Mar, 3월 1일: mistaken for a date
    Fault,     ///< #NAME?, #REF!, #N/A, Err:508: mistaken for a formula
    Hidden,    ///< ########: the column was too narrow, and the display was copied
    Truth,     ///< TRUE, FALSE
    Nothing,   ///< NULL, NaN: another program's word for an empty cell
};

/// What is typical of a column's codes, so that valid codes that resemble damaged ones are accepted. Learnt
/// from a sample; without one every doubtful cell counts as damaged.
class ColumnHabits
{
public:
    ColumnHabits() = default;
    explicit ColumnHabits(std::span<const QByteArray> sample);

    /// Cells as in the file, without surrounding blanks. Nullopt: undamaged.
    [[nodiscard]] std::optional<Damage> damageOf(QByteArrayView cell) const;

private:
    static constexpr std::size_t tailsCounted = 50;
    [[nodiscard]] bool isRounded(QByteArrayView cell) const;

    bool m_datesAreCodes = false; ///< 2026-03-45 is among them
    /// By a number's count of digits beyond the 15th: whether zeros there are no accident.
    std::array<std::optional<bool>, tailsCounted> m_rounded;
};

} // namespace seonchak

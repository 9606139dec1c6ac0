// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <array>
#include <optional>
#include <span>

namespace seonchak {

/// What a spreadsheet made of a code on its way here. The code itself is gone: only its source still has it.
enum class Damage {
    Shortened, ///< 1.23457E+11: most digits are gone
    Rounded,   ///< 12345678901234500000: numbers keep 15 digits, the rest became zeros
    Decimal,   ///< 123.0, or 1,234,567: read as a number, and written in a number's ways
    Date,      ///< 2026-03-01, 1-Mar, 3월 1일: it looked like a date
    Fault,     ///< #NAME?, #REF!, #N/A, Err:508: it was taken for a formula
    Hidden,    ///< ########: the column was too narrow, and what was shown was copied
    Truth,     ///< TRUE, FALSE
    Nothing,   ///< NULL, NaN: another program's word for an empty cell
};

/// What the codes of one column look like as a whole, so that real codes that resemble damaged ones are left
/// alone. Learnt from a sample; without one every doubtful cell counts as damaged.
class ColumnHabits
{
public:
    ColumnHabits() = default;
    explicit ColumnHabits(std::span<const QByteArray> sample);

    /// Cells as they stand in the file, freed of blanks. Nothing: it is as it was written.
    [[nodiscard]] std::optional<Damage> damageOf(QByteArrayView cell) const;

private:
    static constexpr std::size_t tailsCounted = 50;
    [[nodiscard]] bool isRounded(QByteArrayView cell) const;

    bool m_datesAreCodes = false; ///< 2026-03-45 stands among them
    /// By how many digits a number has beyond the 15th: whether zeros there are no accident.
    std::array<std::optional<bool>, tailsCounted> m_rounded;
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/code_damage.h"
#include "core/coupon/code_text.h"
#include "core/coupon/csv_encoding.h"
#include "core/coupon/csv_reader.h"

#include <QHash>

#include <optional>
#include <stop_token>
#include <utility>

class QIODevice;

namespace seonchak {

/// Why a code of a list is not taken.
enum class CodeFault {
    Empty,
    TooLong, ///< more than 64 bytes
    Invalid, ///< white space or invisible characters within
    NotText, ///< letters that a conversion could not read
    Damaged, ///< `damage` says how
    Title,   ///< it heads a column, or stands above such a header
    Doubled, ///< it stands in `firstLine` already
    Taken,   ///< the book has it already
    NotAdded ///< nothing is wrong with it, but the work ended before it
};

struct RefusedCode
{
    qint64 line = 0;
    QByteArray code; ///< its beginning, where it is too long
    CodeFault fault = CodeFault::Empty;
    qint64 firstLine = 0;
    std::optional<Damage> damage = {};

    bool operator==(const RefusedCode &) const = default;
};

struct ListedCode
{
    QByteArray code;
    qint64 line = 0;
    CodeOddity oddity = CodeOddity::None;
};

/// Sorts the codes of a list into those that can be added and those that cannot. Codes are freed of what
/// spreadsheets and people put around them (blanks, ="00123", '00123), normalised, and looked at for damage.
class CodeSifter
{
public:
    /// What the column looks like as a whole; before the first take().
    void setHabits(const ColumnHabits &habits) { m_habits = habits; }
    void take(qint64 line, const QByteArray &cell);
    void refuse(qint64 line, const QByteArray &cell, CodeFault fault);
    [[nodiscard]] const QList<ListedCode> &good() const { return m_good; }
    [[nodiscard]] const QList<RefusedCode> &refused() const { return m_refused; }
    QList<ListedCode> takeGood() { return std::exchange(m_good, {}); }
    QList<RefusedCode> takeRefused() { return std::exchange(m_refused, {}); }

private:
    ColumnHabits m_habits;
    QHash<QByteArray, qint64> m_lines;
    QList<ListedCode> m_good;
    QList<RefusedCode> m_refused;
};

/// A cell, or a pasted line, without what is put around codes; normalised.
QByteArray codeInCell(const QByteArray &cell);

/// Whether commas, semicolons and tabs of a pasted text part codes, or stand within them.
enum class PastedSeparators { Within, Between };
bool hasSeparators(QByteArrayView text);

/// One code a line, as somebody pasted it; blanks around a code and blank lines at the end do not count, nor
/// do blanks between separators. A first line that heads such lists is no code, unless it stands alone.
CodeSifter siftLines(const QByteArray &text, PastedSeparators separators = PastedSeparators::Within);

/// What a CSV file holds for us.
struct CsvCodes
{
    QList<QByteArray> columns; ///< the header; where there is none, the first row
    bool hasHeader = false;
    qint64 headerLine = 0; ///< 0: there is none
    int column = 0;        ///< the one the codes were read from
    char separator = ',';
    CsvEncoding encoding = CsvEncoding::Utf8;
    qint64 rows = 0;
    QList<ListedCode> good;
    QList<RefusedCode> refused;
};

inline constexpr qint64 largestCsv = 100LL * 1024 * 1024;
inline constexpr qint64 mostCsvRows = 1'000'000;

/// How to read, and whom to tell. What is not given is guessed. `progress` gets the bytes read so far, on the
/// reading thread.
struct CsvReading
{
    std::optional<int> column;
    std::optional<bool> header; ///< whether the first row names the columns
    std::optional<CsvEncoding> encoding;
    std::stop_token stop;
    std::function<void(qint64 bytes)> progress;
};

/// Reads all of an open device, in pieces; at most `largestCsv` bytes and `mostCsvRows` rows. For a worker
/// thread. Faults leave nothing behind. A device that can be rewound is read again as Cp949 where it turns
/// out not to be UTF-8.
std::expected<CsvCodes, CsvFault> readCodes(QIODevice &device, const CsvReading &reading);

} // namespace seonchak

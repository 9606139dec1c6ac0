// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/code_text.h"
#include "core/coupon/column_habits.h"
#include "core/coupon/csv_decoder.h"
#include "core/coupon/csv_reader.h"

#include <QHash>

#include <optional>
#include <stop_token>
#include <utility>

class QIODevice;

namespace seonchak {

/// Why a code of a list is rejected.
enum class CodeFault {
    Empty,
    TooLong, ///< more than 64 bytes
    Invalid, ///< white space or invisible characters within
    NotText, ///< letters that a conversion could not decode
    Damaged, ///< see `damage`
    Title,   ///< a column title, or above one
    Doubled, ///< `firstLine` has it already
    Taken,   ///< the book has it already
    NotAdded ///< a valid code, but the work ended before it
};

struct RefusedCode
{
    qint64 line = 0;
    QByteArray code; ///< its beginning, if it is too long
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

/// Sorts the codes of a list into valid and rejected ones. Codes are stripped of what spreadsheets and people
/// put around them (blanks, ="00123", '00123), normalised, and checked for damage.
class CodeSifter
{
public:
    /// The column's habits; call it before the first take().
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

/// A cell, or a pasted line, without decoration around the code; normalised.
QByteArray codeInCell(const QByteArray &cell);

/// Whether commas, semicolons and tabs of a pasted text separate codes, or belong to them.
enum class PastedSeparators { Within, Between };
bool hasSeparators(QByteArrayView text);

/// Pasted text with one code a line; blanks around a code, blank lines at the end and blanks between
/// separators are ignored. A first line that is a typical title is no code, unless it is the only line.
CodeSifter siftLines(const QByteArray &text, PastedSeparators separators = PastedSeparators::Within);

/// The result of reading a CSV file.
struct CsvCodes
{
    QList<QByteArray> columns; ///< the header; without one, the first row
    bool hasHeader = false;
    qint64 headerLine = 0; ///< 0: no header
    int column = 0;        ///< the column of the codes
    char separator = ',';
    CsvEncoding encoding = CsvEncoding::Utf8;
    qint64 rows = 0;
    QList<ListedCode> good;
    QList<RefusedCode> refused;
};

inline constexpr qint64 largestCsv = 100LL * 1024 * 1024;
inline constexpr qint64 mostCsvRows = 1'000'000;

/// How to read the file. Values that are not given are guessed. `progress` gets the bytes read so far, on the
/// reading thread.
struct CsvReading
{
    std::optional<int> column;
    std::optional<bool> header; ///< whether the first row has the column titles
    std::optional<CsvEncoding> encoding;
    std::stop_token stop;
    std::function<void(qint64 bytes)> progress;
};

/// Reads all of an open device, in pieces; at most `largestCsv` bytes and `mostCsvRows` rows. For a worker
/// thread. On a fault nothing is kept. If the content is not UTF-8 and the device can be rewound, it is read
/// again as Cp949.
std::expected<CsvCodes, CsvFault> readCodes(QIODevice &device, const CsvReading &reading);

} // namespace seonchak

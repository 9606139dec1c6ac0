// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/csv_reader.h"

#include <QHash>

#include <optional>
#include <stop_token>

class QIODevice;

namespace seonchak {

/// Why a code of a list is not taken.
enum class CodeFault {
    Empty,
    TooLong,  ///< more than 64 bytes
    Invalid,  ///< white space or control characters
    Doubled,  ///< it stands in `firstLine` already
    Taken,    ///< the book has it already
    NotAdded, ///< nothing is wrong with it, but the work ended before it
};

struct RefusedCode
{
    qint64 line = 0;
    QByteArray code; ///< its beginning, where it is too long
    CodeFault fault = CodeFault::Empty;
    qint64 firstLine = 0;

    bool operator==(const RefusedCode &) const = default;
};

struct ListedCode
{
    QByteArray code;
    qint64 line = 0;
};

/// Sorts the codes of a list into those that can be added and those that cannot.
class CodeSifter
{
public:
    void take(qint64 line, const QByteArray &code);
    [[nodiscard]] const QList<ListedCode> &good() const { return m_good; }
    [[nodiscard]] const QList<RefusedCode> &refused() const { return m_refused; }
    QList<ListedCode> takeGood() { return std::exchange(m_good, {}); }
    QList<RefusedCode> takeRefused() { return std::exchange(m_refused, {}); }

private:
    QHash<QByteArray, qint64> m_lines;
    QList<ListedCode> m_good;
    QList<RefusedCode> m_refused;
};

/// One code a line, as somebody pasted it; blanks around a code and blank lines at the end do not count.
CodeSifter siftLines(const QByteArray &text);

/// What a CSV file holds for us.
struct CsvCodes
{
    QList<QByteArray> columns; ///< the header; where there is none, the first row
    bool hasHeader = false;
    int column = 0; ///< the one the codes were read from
    qint64 rows = 0;
    QList<ListedCode> good;
    QList<RefusedCode> refused;
};

inline constexpr qint64 largestCsv = 100LL * 1024 * 1024;
inline constexpr qint64 mostCsvRows = 1'000'000;

/// How to read, and whom to tell. `progress` gets the bytes read so far, on the reading thread.
struct CsvReading
{
    std::optional<int> column; ///< none: the one with a header such as "code" or "쿠폰번호", else the first
    std::stop_token stop;
    std::function<void(qint64 bytes)> progress;
};

/// Reads all of an open device, in pieces; at most `largestCsv` bytes and `mostCsvRows` rows. For a worker
/// thread. Faults leave nothing behind.
std::expected<CsvCodes, CsvFault> readCodes(QIODevice &device, const CsvReading &reading);

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <expected>
#include <functional>
#include <memory>

struct csv_parser;

namespace seonchak {

/// Why a text cannot be read as CSV, and where.
struct CsvFault
{
    enum class Kind {
        Unreadable,   ///< the file cannot be opened or read
        TooLarge,     ///< more bytes than are taken
        NotUtf8,      ///< from `line` on; where another encoding was named, not that one
        Utf16,        ///< or another encoding with zero bytes
        BrokenQuotes, ///< a quote where none may stand, in `line`
        OpenQuotes,   ///< quotes that begin in the row of `line` and never end
        LongCell,     ///< in the row of `line`; mostly a quote that is missing
        ManyColumns,  ///< in the row of `line`
        ManyRows,     ///< more than are taken
        NoRows,       ///< there is nothing in it
        Stopped,      ///< by whoever asked
    } kind = Kind::Unreadable;
    qint64 line = 0; ///< from 1; 0: no place in particular

    bool operator==(const CsvFault &) const = default;
};

/// Reads CSV (RFC 4180) piece by piece, in bounded space: UTF-8 with or without a mark at its head; lines end
/// with CR LF, LF or CR; cells may be quoted, and are otherwise freed of blanks around them; ="00123" is a
/// quoted cell as well, as spreadsheets protect zeros. Blank lines are passed over. Any fault ends the
/// reading. One thread at a time.
class CsvReader
{
public:
    static constexpr std::size_t longestCell = 64 * 1024; ///< or somewhat more
    static constexpr qsizetype mostColumns = 1000;

    using TakeRow = std::function<void(qint64 line, const QList<QByteArray> &cells)>;
    /// `line` is where the row begins; the first one of the text is `firstLine`.
    CsvReader(char separator, TakeRow take, qint64 firstLine = 1);
    ~CsvReader();
    CsvReader(const CsvReader &) = delete;
    CsvReader &operator=(const CsvReader &) = delete;

    std::expected<void, CsvFault> feed(QByteArrayView piece);
    /// The text ends here.
    std::expected<void, CsvFault> finish();

private:
    static void cellEnds(void *bytes, std::size_t size, void *self);
    static void rowEnds(int terminator, void *self);
    std::expected<void, CsvFault> checkEncoding(QByteArrayView piece);
    std::expected<void, CsvFault> parse(QByteArrayView piece);
    std::expected<void, CsvFault> parseText(QByteArrayView text);
    [[nodiscard]] bool isBeforeCell() const;

    std::unique_ptr<csv_parser> m_parser;
    TakeRow m_take;
    QByteArray m_head; ///< the first bytes, until it is clear whether they are a mark
    bool m_begun = false;
    QByteArray m_tail;      ///< a letter that was cut through
    qint64 m_checked;       ///< the line that the encoding is checked in
    char m_lastChecked = 0; ///< CR LF may be cut through as well
    qint64 m_parsed;        ///< the line that is parsed
    char m_lastParsed = 0;
    bool m_equalsHeld = false; ///< whether a quote follows is not known yet
    qint64 m_rowLine;
    qint64 m_breaksInRow = 0;
    int m_terminator = 0; ///< what ended the last row, where nothing came since
    QList<QByteArray> m_cells;
    bool m_tooWide = false;
};

} // namespace seonchak

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
        TooLarge,     ///< more bytes than the limit
        NotUtf8,      ///< starting at `line`; or not the given encoding
        Utf16,        ///< or another encoding with zero bytes
        BrokenQuotes, ///< a misplaced quote in `line`
        OpenQuotes,   ///< a quote opened in the row of `line` is never closed
        LongCell,     ///< in the row of `line`; usually a missing quote
        ManyColumns,  ///< in the row of `line`
        ManyRows,     ///< more than the limit
        NoRows,       ///< the file is empty
        Stopped,      ///< at the caller's request
    } kind = Kind::Unreadable;
    qint64 line = 0; ///< from 1; 0: no particular place

    bool operator==(const CsvFault &) const = default;
};

/// Reads CSV (RFC 4180) piece by piece, in bounded space: UTF-8 with or without a BOM; lines end with CR LF,
/// LF or CR; cells may be quoted, and unquoted cells are stripped of surrounding blanks; ="00123", which
/// spreadsheets use to protect zeros, counts as a quoted cell. Blank lines are skipped. Any fault ends the
/// reading. One thread at a time.
class CsvReader
{
public:
    static constexpr std::size_t longestCell = 64 * 1024; ///< approximate limit
    static constexpr qsizetype mostColumns = 1000;

    using TakeRow = std::function<void(qint64 line, const QList<QByteArray> &cells)>;
    /// `line` is where the row begins; the text's first line has the number `firstLine`.
    CsvReader(char separator, TakeRow take, qint64 firstLine = 1);
    ~CsvReader();
    CsvReader(const CsvReader &) = delete;
    CsvReader &operator=(const CsvReader &) = delete;

    std::expected<void, CsvFault> feed(QByteArrayView piece);
    /// Ends the text.
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
    QByteArray m_head; ///< the first bytes, until it is known whether they are a BOM
    bool m_begun = false;
    QByteArray m_tail;      ///< an incomplete letter
    qint64 m_checked;       ///< the line being checked for encoding
    char m_lastChecked = 0; ///< CR LF may be split here as well
    qint64 m_parsed;        ///< the line being parsed
    char m_lastParsed = 0;
    bool m_equalsHeld = false; ///< it is not known yet whether a quote follows
    qint64 m_rowLine;
    qint64 m_breaksInRow = 0;
    int m_terminator = 0; ///< what ended the last row, if nothing has followed
    QList<QByteArray> m_cells;
    bool m_tooWide = false;
};

} // namespace seonchak

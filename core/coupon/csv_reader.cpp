// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coupon/csv_reader.h"

#include <QUtf8StringView>

#include <csv.h>

#include <array>
#include <utility>

namespace seonchak {

namespace {

using Kind = CsvFault::Kind;

std::unexpected<CsvFault> fault(Kind kind, qint64 line)
{
    return std::unexpected(CsvFault{kind, line});
}

/// How many lines end in `text`; CR LF counts once, even if `before` was its CR.
qint64 breaksIn(QByteArrayView text, char before)
{
    qint64 breaks = 0;
    for (const char c : text) {
        breaks += c == '\r' || (c == '\n' && before != '\r') ? 1 : 0;
        before = c;
    }
    return breaks;
}

/// The part of `text` that ends at a letter's end.
qsizetype wholeLetters(QByteArrayView text)
{
    for (qsizetype back = 1; back <= std::min<qsizetype>(3, text.size()); ++back) {
        const auto byte = uchar(text[text.size() - back]);
        if ((byte & 0xC0) == 0x80)
            continue;
        const qsizetype needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
        return needed > back ? text.size() - back : text.size();
    }
    return text.size();
}

/// The index of the line, from 0, with the first letter that is not UTF-8.
qint64 firstBadLine(QByteArrayView text, char before)
{
    qsizetype start = 0;
    while (start < text.size()) {
        qsizetype end = start;
        while (end < text.size() && text[end] != '\n' && text[end] != '\r')
            ++end;
        if (!QUtf8StringView(text.sliced(start, end - start)).isValidUtf8())
            break;
        start = end + 1;
    }
    return breaksIn(text.first(std::min(start, text.size())), before);
}

constexpr std::array<char, 3> mark{'\xEF', '\xBB', '\xBF'};

} // namespace

CsvReader::CsvReader(char separator, TakeRow take, qint64 firstLine)
    : m_parser(std::make_unique<csv_parser>())
    , m_take(std::move(take))
    , m_checked(firstLine)
    , m_parsed(firstLine)
    , m_rowLine(firstLine)
{
    // Strict: a misplaced quote is a fault, not a letter. Every line end is reported, so that lines can be
    // counted.
    csv_init(m_parser.get(), CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
    csv_set_delim(m_parser.get(), uchar(separator));
}

CsvReader::~CsvReader()
{
    csv_free(m_parser.get());
}

std::expected<void, CsvFault> CsvReader::feed(QByteArrayView piece)
{
    if (m_begun)
        return parse(piece);
    m_head.append(piece);
    if (m_head.size() < qsizetype(mark.size()))
        return {};
    m_begun = true;
    const QByteArray head = std::exchange(m_head, {});
    return parse(head.startsWith(QByteArrayView(mark)) ? QByteArrayView(head).sliced(mark.size())
                                                       : QByteArrayView(head));
}

std::expected<void, CsvFault> CsvReader::finish()
{
    if (!std::exchange(m_begun, true)) {
        if (auto parsed = parse(std::exchange(m_head, {})); !parsed)
            return parsed;
    }
    if (!m_tail.isEmpty())
        return fault(Kind::NotUtf8, m_checked);
    if (std::exchange(m_equalsHeld, false)) {
        if (auto parsed = parseText("="); !parsed)
            return parsed;
    }
    if (csv_fini(m_parser.get(), &cellEnds, &rowEnds, this) != 0)
        return fault(Kind::OpenQuotes, m_rowLine);
    return m_tooWide ? fault(Kind::ManyColumns, m_rowLine) : std::expected<void, CsvFault>{};
}

std::expected<void, CsvFault> CsvReader::checkEncoding(QByteArrayView piece)
{
    if (piece.contains('\0') || piece.startsWith("\xFF\xFE") || piece.startsWith("\xFE\xFF"))
        return fault(Kind::Utf16, 0);
    const QByteArray text = std::exchange(m_tail, {}) + piece.toByteArray();
    const auto whole = QByteArrayView(text).first(wholeLetters(text));
    if (!QUtf8StringView(whole).isValidUtf8())
        return fault(Kind::NotUtf8, m_checked + firstBadLine(whole, m_lastChecked));
    m_checked += breaksIn(whole, m_lastChecked);
    if (!whole.isEmpty())
        m_lastChecked = whole.back();
    m_tail = text.sliced(whole.size());
    return {};
}

/// Drops an = before the quotes of a cell, so that the quotes have their usual meaning.
std::expected<void, CsvFault> CsvReader::parse(QByteArrayView piece)
{
    if (auto checked = checkEncoding(piece); !checked)
        return checked;
    if (!piece.isEmpty() && std::exchange(m_equalsHeld, false) && piece.front() != '"') {
        if (auto parsed = parseText("="); !parsed)
            return parsed;
    }
    while (!piece.isEmpty()) {
        const qsizetype equals = piece.indexOf('=');
        const qsizetype before = equals < 0 ? piece.size() : equals;
        if (auto parsed = parseText(piece.first(before)); !parsed)
            return parsed;
        piece = piece.sliced(before);
        if (piece.isEmpty())
            break;
        m_equalsHeld = isBeforeCell() && (piece.size() == 1 || piece[1] == '"');
        if (!m_equalsHeld) {
            if (auto parsed = parseText(piece.first(1)); !parsed)
                return parsed;
        } else if (piece.size() > 1) {
            m_equalsHeld = false;
        }
        piece = piece.sliced(1);
    }
    return {};
}

bool CsvReader::isBeforeCell() const
{
    // libcsv's states 0 and 1: the row or the cell has not begun, apart from blanks.
    return m_parser->pstate <= 1;
}

std::expected<void, CsvFault> CsvReader::parseText(QByteArrayView text)
{
    const std::size_t taken =
        csv_parse(m_parser.get(), text.data(), std::size_t(text.size()), &cellEnds, &rowEnds, this);
    const auto done = text.first(qsizetype(taken));
    m_parsed += breaksIn(done, m_lastParsed);
    if (!done.isEmpty())
        m_lastParsed = done.back();
    if (taken != std::size_t(text.size()))
        return fault(Kind::BrokenQuotes, m_parsed);
    if (m_tooWide)
        return fault(Kind::ManyColumns, m_rowLine);
    if (m_parser->entry_pos > longestCell)
        return fault(Kind::LongCell, m_rowLine);
    return {};
}

void CsvReader::cellEnds(void *bytes, std::size_t size, void *self)
{
    auto &reader = *static_cast<CsvReader *>(self);
    const QByteArray cell(static_cast<const char *>(bytes), qsizetype(size));
    reader.m_breaksInRow += breaksIn(cell, 0);
    reader.m_tooWide = reader.m_tooWide || reader.m_cells.size() >= mostColumns;
    if (!reader.m_tooWide)
        reader.m_cells.append(cell);
}

void CsvReader::rowEnds(int terminator, void *self)
{
    auto &reader = *static_cast<CsvReader *>(self);
    if (reader.m_tooWide)
        return;
    const bool blank = reader.m_cells.isEmpty();
    const bool secondHalf = blank && terminator == '\n' && reader.m_terminator == '\r';
    reader.m_terminator = terminator;
    if (secondHalf)
        return;
    if (!blank)
        reader.m_take(reader.m_rowLine, reader.m_cells);
    reader.m_rowLine += 1 + std::exchange(reader.m_breaksInRow, 0);
    reader.m_cells.clear();
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coupon/csv_rows.h"

#include "core/coupon/csv_dialect.h"
#include "core/coupon/csv_layout.h"

#include <QIODevice>

#include <algorithm>

namespace seonchak {

namespace {

using Kind = CsvFault::Kind;

constexpr qsizetype pieceSize = 64 * 1024;
constexpr qsizetype headSize = 16 * 1024;
constexpr qsizetype sampleRows = 1000;
constexpr qsizetype sampleBytes = 1024 * 1024;

std::unexpected<CsvFault> fault(Kind kind)
{
    return std::unexpected(CsvFault{kind, 0});
}

} // namespace

CsvRows::CsvRows(const CsvReading &reading)
    : m_reading(reading)
{
}

std::expected<CsvCodes, CsvFault> CsvRows::read(QIODevice &device)
{
    qint64 bytes = 0;
    while (!device.atEnd()) {
        if (m_reading.stop.stop_requested())
            return fault(Kind::Stopped);
        const QByteArray piece = device.read(pieceSize);
        if (piece.isEmpty())
            return fault(Kind::Unreadable);
        bytes += piece.size();
        if (bytes > largestCsv)
            return fault(Kind::TooLarge);
        if (auto taken = takePiece(piece); !taken)
            return std::unexpected(taken.error());
        if (m_codes.rows > mostCsvRows)
            return fault(Kind::ManyRows);
        if (m_reading.progress)
            m_reading.progress(bytes);
    }
    return finish();
}

std::expected<void, CsvFault> CsvRows::takePiece(QByteArrayView bytes)
{
    if (!m_decoder) {
        const auto encoding = m_reading.encoding ? m_reading.encoding : guessEncoding(bytes);
        if (!encoding)
            return fault(Kind::Utf16);
        m_codes.encoding = *encoding;
        m_decoder.emplace(*encoding);
    }
    auto text = m_decoder->feed(bytes);
    if (!text)
        return std::unexpected(text.error());
    if (m_reader)
        return feed(*text);
    m_head += *text;
    return m_head.size() < headSize ? std::expected<void, CsvFault>{} : begin();
}

/// The head is complete: detects the separator.
std::expected<void, CsvFault> CsvRows::begin()
{
    const CsvDialect dialect = guessDialect(m_head);
    m_codes.separator = dialect.separator;
    m_reader.emplace(
        dialect.separator, [this](qint64 line, const QList<QByteArray> &cells) { takeRow(line, cells); },
        dialect.firstLine);
    return feed(std::exchange(m_head, {}).sliced(dialect.passOver));
}

std::expected<void, CsvFault> CsvRows::feed(const QByteArray &text)
{
    return m_reader->feed(text);
}

void CsvRows::takeRow(qint64 line, const QList<QByteArray> &cells)
{
    // Spreadsheets add rows of separators below the last row with content.
    if (std::ranges::all_of(cells, [](const QByteArray &cell) { return codeInCell(cell).isEmpty(); }))
        return;
    if (m_codes.rows > mostCsvRows)
        return;
    if (m_decided)
        return sift({line, cells});
    m_sample.append({line, cells});
    for (const QByteArray &cell : cells)
        m_sampleBytes += cell.size();
    if (m_sample.size() >= sampleRows || m_sampleBytes >= sampleBytes)
        decide();
}

void CsvRows::decide()
{
    m_decided = true;
    const auto sample = std::exchange(m_sample, {});
    if (sample.isEmpty())
        return;
    std::vector<QList<QByteArray>> rows;
    for (const Row &row : sample) {
        QList<QByteArray> cells;
        for (const QByteArray &cell : row.cells)
            cells.append(codeInCell(cell));
        rows.push_back(std::move(cells));
    }
    const CsvLayout layout = guessLayout(rows, m_reading.column, m_reading.header);
    m_codes.hasHeader = layout.headerRow >= 0;
    m_codes.column = layout.column;
    const qsizetype header = layout.headerRow;
    m_codes.columns = rows[std::size_t(std::max<qsizetype>(header, 0))];
    m_codes.headerLine = header < 0 ? 0 : sample[header].line;
    std::vector<QByteArray> cells;
    for (std::size_t row = std::size_t(header + 1); row < rows.size(); ++row)
        cells.push_back(rows[row].value(layout.column));
    m_sifter.setHabits(ColumnHabits(cells));
    for (qsizetype row = 0; row < sample.size(); ++row) {
        if (row < header) { // listed, so that nothing is lost silently
            ++m_codes.rows;
            m_sifter.refuse(sample[row].line, rows[std::size_t(row)].value(0), CodeFault::Title);
        } else if (row > header) {
            sift(sample[row]);
        }
    }
}

void CsvRows::sift(const Row &row)
{
    if (++m_codes.rows > mostCsvRows)
        return;
    const QByteArray cell = row.cells.value(m_codes.column);
    // Files merged from several have their header several times.
    if (m_codes.hasHeader && !cell.isEmpty() && codeInCell(cell) == m_codes.columns.value(m_codes.column))
        return m_sifter.refuse(row.line, codeInCell(cell), CodeFault::Title);
    m_sifter.take(row.line, cell);
}

std::expected<CsvCodes, CsvFault> CsvRows::finish()
{
    std::expected<void, CsvFault> ended;
    if (m_decoder)
        ended = m_decoder->finish();
    if (ended && !m_reader && !m_head.isEmpty())
        ended = begin();
    if (ended && m_reader)
        ended = m_reader->finish();
    if (!ended)
        return std::unexpected(ended.error());
    if (!m_decided)
        decide();
    if (m_codes.rows > mostCsvRows)
        return fault(Kind::ManyRows);
    if (m_codes.rows == 0)
        return fault(Kind::NoRows);
    m_codes.good = m_sifter.takeGood();
    m_codes.refused = m_sifter.takeRefused();
    return std::move(m_codes);
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/jmeter/jtl_csv.h"

#include "core/coupon/csv_dialect.h"

#include <optional>

namespace seonchak::lab {

namespace {

/// By default JMeter 2.13 writes no header line, and these columns.
const QList<QByteArray> &columnsOf213()
{
    static const QList<QByteArray> columns{"timeStamp",       "elapsed",    "label",      "responseCode",
                                           "responseMessage", "threadName", "dataType",   "success",
                                           "bytes",           "grpThreads", "allThreads", "Latency"};
    return columns;
}

bool isHeader(const QList<QByteArray> &cells)
{
    return cells.contains("timeStamp") && cells.contains("elapsed");
}

bool beginsWithDigit(const QByteArray &cell)
{
    return !cell.isEmpty() && cell[0] >= '0' && cell[0] <= '9';
}

QString sentenceOf(CsvFault::Kind kind)
{
    switch (kind) {
    case CsvFault::Kind::NotUtf8:
    case CsvFault::Kind::Utf16:
        return QStringLiteral("this is not UTF-8 text");
    case CsvFault::Kind::BrokenQuotes:
        return QStringLiteral("a quote stands where none may");
    case CsvFault::Kind::OpenQuotes:
        return QStringLiteral("quotes begin here that never end: the file is cut off");
    case CsvFault::Kind::LongCell:
        return QStringLiteral("a cell is longer than %1 bytes: mostly a quote that is missing")
            .arg(CsvReader::longestCell);
    default:
        return QStringLiteral("more than %1 columns").arg(CsvReader::mostColumns);
    }
}

bool maySeparate(char c)
{
    const bool isLetter = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return !isLetter && c != '"' && c != '\r' && c != '\n' && c != '_' && uchar(c) < 0x80;
}

/// The character beside a column name that is part of no other name, quoted or not.
std::optional<char> separatorBeside(QByteArrayView line, QByteArrayView name)
{
    const auto at = line.indexOf(name);
    if (at < 0)
        return std::nullopt;
    const auto skipQuote = [](QByteArrayView text) { return text.startsWith('"') ? text.sliced(1) : text; };
    const auto after = skipQuote(line.sliced(at + name.size()));
    if (!after.isEmpty() && maySeparate(after.front()))
        return after.front();
    auto before = line.first(at);
    if (before.endsWith('"'))
        before.chop(1);
    return !before.isEmpty() && maySeparate(before.back()) ? std::optional(before.back()) : std::nullopt;
}

char separatorOf(QByteArrayView head)
{
    qsizetype end = 0;
    while (end < head.size() && head[end] != '\r' && head[end] != '\n')
        ++end;
    const auto line = head.first(end);
    for (const char *name : {"timeStamp", "elapsed"}) {
        if (const auto found = separatorBeside(line, name))
            return *found;
    }
    constexpr qsizetype digitsOfMs = 13; // of a time stamp in this century
    qsizetype digits = 0;
    while (digits < end && line[digits] >= '0' && line[digits] <= '9')
        ++digits;
    const bool tells = digits == digitsOfMs && digits < end && maySeparate(line[digits]);
    return tells ? line[digits] : guessSeparator(head);
}

} // namespace

JtlCsv::JtlCsv(QByteArrayView head, JtlCollector &collector)
    : m_collector(collector)
    , m_reader(separatorOf(head.startsWith("\xEF\xBB\xBF") ? head.sliced(3) : head),
               [this](qint64 line, const QList<QByteArray> &cells) { takeRow(line, cells); })
{
}

Result<void> JtlCsv::feed(QByteArrayView piece)
{
    if (!piece.isEmpty())
        m_endsLine = piece.back() == '\n' || piece.back() == '\r';
    return afterParse(m_reader.feed(piece));
}

Result<void> JtlCsv::finish()
{
    if (const auto done = afterParse(m_reader.finish()); !done)
        return done;
    // JMeter ends every line: a line without its end may be incomplete in its last cell.
    if (m_line > 0 && !m_endsLine)
        return faultInLine(m_line, QStringLiteral("the last line does not end: the file is cut off"));
    return {};
}

/// A refused row's error takes precedence: it precedes the parser's error.
Result<void> JtlCsv::afterParse(const std::expected<void, CsvFault> &parsed)
{
    if (!m_state)
        return m_state;
    return parsed ? Result<void>{} : faultInLine(parsed.error().line, sentenceOf(parsed.error().kind));
}

void JtlCsv::takeRow(qint64 line, const QList<QByteArray> &cells)
{
    m_line = line;
    if (!m_state)
        return;
    if (m_columns.isEmpty()) {
        m_state = readHeader(line, cells);
        if (!m_state || isHeader(cells))
            return;
    }
    if (isHeader(cells)) {
        m_state = faultInLine(line, QStringLiteral("a second header: the file holds more than one run"));
        return;
    }
    if (cells.size() != m_columns.size()) {
        m_state = faultInLine(line, QStringLiteral("%1 columns instead of %2: cut off or broken")
                                        .arg(cells.size())
                                        .arg(m_columns.size()));
        return;
    }
    const auto cell = [&](const char *name) {
        const auto at = m_columns.indexOf(name);
        return at < 0 ? QByteArray() : cells[at];
    };
    JtlSample sample;
    sample.line = line;
    sample.timeStamp = cell("timeStamp");
    sample.elapsed = cell("elapsed");
    sample.status = cell("responseCode");
    sample.label = cell("label");
    sample.thread = cell("threadName");
    sample.url = cell("URL");
    sample.hasUrl = m_columns.contains("URL");
    m_state = m_collector.take(sample);
}

Result<void> JtlCsv::readHeader(qint64 line, const QList<QByteArray> &cells)
{
    if (isHeader(cells)) {
        m_columns = cells;
        if (!cells.contains("responseCode"))
            return faultInLine(line, QStringLiteral("there is no column responseCode"));
        return {};
    }
    if (!beginsWithDigit(cells[0]))
        return faultInLine(line, QStringLiteral("this is no result file of JMeter: neither a header line "
                                                "with timeStamp and elapsed, nor a sample, nor XML"));
    m_columns = columnsOf213();
    if (cells.size() != m_columns.size())
        return faultInLine(line,
                           QStringLiteral("no header line, and %1 columns where JMeter 2.13 writes %2: have "
                                          "JMeter write the names with "
                                          "-Jjmeter.save.saveservice.print_field_names=true")
                               .arg(cells.size())
                               .arg(m_columns.size()));
    return {};
}

} // namespace seonchak::lab

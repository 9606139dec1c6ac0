// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coupon/csv_codes.h"

#include "core/coupon/code_titles.h"
#include "core/coupon/csv_rows.h"
#include "core/coupon/csv_writer.h"

#include <QIODevice>

#include <algorithm>

namespace seonchak {

namespace {

constexpr qsizetype shownOfLong = 200; ///< of a code that is too long: enough to recognise it

std::optional<CodeFault> faultOf(QByteArrayView code)
{
    switch (codeFlaw(code)) {
    case CodeFlaw::None:
        return std::nullopt;
    case CodeFlaw::Empty:
        return CodeFault::Empty;
    case CodeFlaw::TooLong:
        return CodeFault::TooLong;
    case CodeFlaw::Invisible:
        return CodeFault::Invalid;
    case CodeFlaw::NotText:
        return CodeFault::NotText;
    }
    return CodeFault::Invalid;
}

bool isSeparator(char c)
{
    return c == ',' || c == ';' || c == '\t';
}

/// The lines of a pasted text, up to the last non-empty one.
QList<QByteArray> linesOf(const QByteArray &text)
{
    QByteArrayView whole(text);
    while (!whole.isEmpty() && QByteArrayView(" \t\r\n").contains(whole.back()))
        whole.chop(1);
    QList<QByteArray> lines;
    for (qsizetype start = 0; start < whole.size();) {
        const qsizetype stop = whole.indexOf('\n', start);
        const qsizetype after = stop < 0 ? whole.size() : stop;
        lines.append(whole.sliced(start, after - start).toByteArray());
        start = after + 1;
    }
    return lines;
}

/// The code or codes of a line; never empty.
QList<QByteArray> cellsOf(const QByteArray &line, PastedSeparators separators)
{
    if (separators == PastedSeparators::Within)
        return {codeInCell(line)};
    QList<QByteArray> cells;
    for (qsizetype start = 0; start <= line.size();) {
        qsizetype stop = start;
        while (stop < line.size() && !isSeparator(line[stop]))
            ++stop;
        if (auto cell = codeInCell(line.sliced(start, stop - start)); !cell.isEmpty())
            cells.append(std::move(cell));
        start = stop + 1;
    }
    return cells.isEmpty() ? QList<QByteArray>{QByteArray()} : cells;
}

} // namespace

QByteArray codeInCell(const QByteArray &cell)
{
    QByteArray code = trimmedCode(cell);
    // ="00123" within quotes, as some programs write the formula that protects zeros
    if (code.size() > 3 && code.startsWith("=\"") && code.endsWith('"'))
        code = trimmedCode(code.sliced(2, code.size() - 3));
    return withoutGuard(code);
}

void CodeSifter::take(qint64 line, const QByteArray &cell)
{
    const QByteArray code = codeInCell(cell);
    if (const auto damage = m_habits.damageOf(code)) {
        refuse(line, code, CodeFault::Damaged);
        m_refused.back().damage = damage;
    } else if (const auto fault = faultOf(code)) {
        refuse(line, code, *fault);
    } else if (const auto first = m_lines.constFind(code); first != m_lines.constEnd()) {
        refuse(line, code, CodeFault::Doubled);
        m_refused.back().firstLine = *first;
    } else {
        m_lines.insert(code, line);
        m_good.append(ListedCode{code, line, codeOddity(code)});
    }
}

void CodeSifter::refuse(qint64 line, const QByteArray &cell, CodeFault fault)
{
    const auto shown = fault == CodeFault::TooLong ? std::min(cell.size(), shownOfLong) : cell.size();
    m_refused.append(RefusedCode{line, cell.first(shown), fault, 0, {}});
}

bool hasSeparators(QByteArrayView text)
{
    return std::ranges::any_of(text.trimmed(), isSeparator);
}

CodeSifter siftLines(const QByteArray &text, PastedSeparators separators)
{
    QList<ListedCode> all;
    QList<QByteArray> cells;
    const QList<QByteArray> lines = linesOf(text);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        for (const QByteArray &cell : cellsOf(lines[i], separators)) {
            all.append(ListedCode{cell, i + 1});
            cells.append(cell);
        }
    }
    CodeSifter sifter;
    sifter.setHabits(ColumnHabits(cells));
    const bool isHeaded = lines.size() > 1 && std::ranges::any_of(all, [](const ListedCode &one) {
                              return one.line == 1 && codeTitleScore(one.code) >= sureTitle;
                          });
    for (const ListedCode &one : all) {
        if (one.line == 1 && isHeaded)
            sifter.refuse(1, one.code, CodeFault::Title);
        else
            sifter.take(one.line, one.code);
    }
    return sifter;
}

std::expected<CsvCodes, CsvFault> readCodes(QIODevice &device, const CsvReading &reading)
{
    auto codes = CsvRows(reading).read(device);
    const bool isOther = !codes && codes.error().kind == CsvFault::Kind::NotUtf8 && !reading.encoding;
    if (!isOther || device.isSequential() || !device.seek(0))
        return codes;
    CsvReading again = reading;
    again.encoding = CsvEncoding::Cp949;
    auto korean = CsvRows(again).read(device);
    const bool isNeither = !korean && korean.error().kind == CsvFault::Kind::NotUtf8;
    return isNeither ? codes : korean;
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coupon/csv_dialect.h"

#include "core/coupon/csv_writer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace seonchak {

namespace {

/// In order of preference: if two occur equally often, a comma is more likely part of a text or a number.
constexpr std::array<char, 4> separators{'\t', ';', '|', ','};
using Counts = std::array<qsizetype, separators.size()>;

constexpr std::size_t linesLookedAt = 30;

/// How often each separator occurs in each of the first lines; blank lines are ignored.
std::vector<Counts> countsOf(QByteArrayView head)
{
    std::vector<Counts> lines;
    Counts line{};
    bool quoted = false;
    bool blank = true;
    for (const char c : head) {
        quoted = quoted != (c == '"');
        if (!quoted && (c == '\n' || c == '\r')) {
            if (!std::exchange(blank, true))
                lines.push_back(std::exchange(line, {}));
            if (lines.size() == linesLookedAt)
                return lines;
            continue;
        }
        blank = false;
        for (std::size_t i = 0; i < separators.size(); ++i)
            line[i] += !quoted && c == separators[i] ? 1 : 0;
    }
    if (!blank)
        lines.push_back(line);
    return lines;
}

/// In how many lines separator `i` occurs equally often, but at least once.
std::ptrdiff_t linesAlike(const std::vector<Counts> &lines, std::size_t i)
{
    std::ptrdiff_t most = 0;
    for (const Counts &one : lines) {
        if (one[i] > 0)
            most =
                std::max(most, std::ranges::count_if(lines, [&](const Counts &o) { return o[i] == one[i]; }));
    }
    return most;
}

/// The separator declared by a line `sep=;`, quoted or not, possibly written as \t; '\0' if it declares none,
/// as Excel leaves it after saving the file again. Nullopt: a different line.
std::optional<char> separatorNamedIn(QByteArrayView line)
{
    if (line.size() >= 2 && line.startsWith('"') && line.endsWith('"'))
        line = line.sliced(1, line.size() - 2);
    if (line.size() < 4 || line.first(4).compare("sep=", Qt::CaseInsensitive) != 0)
        return std::nullopt;
    line = line.sliced(4);
    if (line.startsWith('"') && line.endsWith('"') && line.size() == 3)
        line = line.sliced(1, 1);
    if (line == "\\t")
        return '\t';
    const auto isLetter = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    if (line.isEmpty())
        return '\0';
    const char named = line.front();
    // Excel pads the line when it saves the file again: sep=;;;
    const bool alone = std::ranges::all_of(line, [named](char c) { return c == named; });
    if (!alone || isLetter(named) || uchar(named) > 0x7e || (uchar(named) < 0x20 && named != '\t') ||
        named == '"' || named == ' ' || named == '=' || named == '\'')
        return std::nullopt;
    return named;
}

} // namespace

char guessSeparator(QByteArrayView head)
{
    const auto lines = countsOf(head);
    std::size_t best = separators.size() - 1;
    std::pair<std::ptrdiff_t, qsizetype> bestScore{0, 0};
    for (std::size_t i = 0; i < separators.size(); ++i) {
        const auto alike = linesAlike(lines, i);
        const qsizetype first = lines.empty() ? 0 : lines.front()[i];
        // A title may precede; but a character in only a few lines separates nothing.
        const bool most = alike * 2 > std::ptrdiff_t(lines.size());
        const std::pair score{most ? alike : 0, first};
        if (score > bestScore) {
            bestScore = score;
            best = i;
        }
    }
    return separators[best];
}

CsvDialect guessDialect(QByteArrayView head)
{
    CsvDialect dialect;
    if (head.startsWith(csvMark)) {
        dialect.passOver = qsizetype(sizeof csvMark) - 1;
        head = head.sliced(dialect.passOver);
    }
    qsizetype end = 0;
    while (end < head.size() && head[end] != '\r' && head[end] != '\n')
        ++end;
    const auto named = separatorNamedIn(head.first(end));
    if (!named) {
        dialect.separator = guessSeparator(head);
        return dialect;
    }
    const bool crLf = head.sliced(end).startsWith("\r\n");
    const qsizetype line = std::min(end + (crLf ? 2 : 1), head.size());
    dialect.passOver += line;
    dialect.firstLine = 2;
    dialect.separator = *named == '\0' ? guessSeparator(head.sliced(line)) : *named;
    return dialect;
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coupon/csv_layout.h"

#include "core/coupon/code_text.h"
#include "core/coupon/code_titles.h"
#include "core/coupon/column_habits.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QString>

#include <algorithm>

namespace seonchak {

namespace {

using Rows = std::span<const QList<QByteArray>>;

constexpr double nearlyAll = 0.8; ///< of the rows below
constexpr std::size_t mostTitleRows = 5;

/// The style of a text.
struct Look
{
    bool letters = false;
    bool digits = false;
    bool lowerCase = false;
    bool foreign = false; ///< not ASCII, or contains white space
    QString shape;        ///< letters and digits as X, the rest unchanged
};

Look lookOf(QByteArrayView cell)
{
    Look look;
    const QString text = QString::fromUtf8(cell);
    for (const QChar c : text) {
        look.letters = look.letters || c.isLetter();
        look.digits = look.digits || c.isDigit();
        look.lowerCase = look.lowerCase || c.isLower();
        look.foreign = look.foreign || c.unicode() > 0x7e || c.isSpace();
        look.shape += c.isLetterOrNumber() ? QChar(u'X') : c;
    }
    return look;
}

/// What a column's non-empty cells have in common.
struct ColumnLook
{
    qsizetype cells = 0;
    double withDigits = 0;
    double withLowerCase = 0;
    double foreign = 0;
    double sameShape = 0; ///< share with the most frequent shape
    QString shape;
};

ColumnLook lookOfColumn(Rows rows, qsizetype column)
{
    ColumnLook all;
    QHash<QString, qsizetype> shapes;
    for (const auto &row : rows) {
        const QByteArray cell = row.value(column);
        if (cell.isEmpty())
            continue;
        const Look look = lookOf(cell);
        ++all.cells;
        all.withDigits += look.digits ? 1 : 0;
        all.withLowerCase += look.lowerCase ? 1 : 0;
        all.foreign += look.foreign ? 1 : 0;
        const qsizetype alike = ++shapes[look.shape];
        if (double(alike) > all.sameShape) {
            all.sameShape = double(alike);
            all.shape = look.shape;
        }
    }
    for (double *share : {&all.withDigits, &all.withLowerCase, &all.foreign, &all.sameShape})
        *share /= double(std::max<qsizetype>(all.cells, 1));
    return all;
}

/// How a word differs from all cells below it: two differences make a title.
struct Contrast
{
    bool digitsBelow = false;
    bool otherStyle = false; ///< lower case, other scripts or blanks, unlike all below
    bool otherShape = false; ///< unlike the one shape below

    [[nodiscard]] bool standsOut() const { return int(digitsBelow) + int(otherStyle) + int(otherShape) >= 2; }
};

Contrast contrastOf(QByteArrayView cell, const ColumnLook &below)
{
    const Look look = lookOf(cell);
    if (!look.letters || look.digits || below.cells == 0)
        return {};
    const bool lowerCase = look.lowerCase && below.withLowerCase <= 1 - nearlyAll;
    const bool foreign = look.foreign && below.foreign <= 1 - nearlyAll;
    const bool oneShape = below.cells >= 2 && below.sameShape >= nearlyAll && below.shape.size() > 3;
    return {below.withDigits >= nearlyAll, lowerCase || foreign, oneShape && below.shape != look.shape};
}

qsizetype filledCells(const QList<QByteArray> &row)
{
    return std::ranges::count_if(row, [](const QByteArray &cell) { return !cell.isEmpty(); });
}

bool hasSureTitle(const QList<QByteArray> &row)
{
    return std::ranges::any_of(row, [](const auto &cell) { return codeTitleScore(cell) >= sureTitle; });
}

bool looksLikeHeader(Rows rows, std::size_t at)
{
    const auto &row = rows[at];
    const Rows below = rows.subspan(at + 1);
    qsizetype standing = 0;
    qsizetype otherwise = 0; ///< cells that at least have another style
    bool isNamed = false;
    for (qsizetype column = 0; column < row.size(); ++column) {
        const auto contrast = contrastOf(row[column], lookOfColumn(below, column));
        standing += contrast.standsOut() ? 1 : 0;
        otherwise += contrast.standsOut() || contrast.otherStyle ? 1 : 0;
        isNamed = isNamed || (contrast.standsOut() && isColumnTitle(row[column]));
    }
    const qsizetype filled = filledCells(row);
    return isNamed || standing * 2 > filled || (standing > 0 && otherwise == filled);
}

/// Rows above a header have one cell, or sentences.
bool areTitles(Rows rows, std::size_t end)
{
    return std::ranges::all_of(rows.first(end), [&](const auto &row) {
        return filledCells(row) < filledCells(rows[end]) ||
               (filledCells(row) == 1 && codeFlaw(row.value(0)) == CodeFlaw::Invisible);
    });
}

int findHeader(Rows rows)
{
    const std::size_t last = std::min(mostTitleRows, rows.size());
    for (std::size_t at = 0; at < last; ++at) {
        if (hasSureTitle(rows[at]) && areTitles(rows, at))
            return int(at);
    }
    for (std::size_t at = 0; at < last && areTitles(rows, at); ++at) {
        const bool isTitle = at + 1 < last && filledCells(rows[at]) == 1 && filledCells(rows[at + 1]) > 1;
        if (!isTitle && looksLikeHeader(rows, at))
            return int(at);
    }
    return -1;
}

/// How similar this is to a code, 0…1.
double likenessOf(QByteArrayView cell)
{
    static const QRegularExpression phone(QStringLiteral(R"(^\+?\d{0,3}-?01\d[- ]?\d{3,4}[- ]?\d{4}$)"));
    if (codeFlaw(cell) != CodeFlaw::None || cell.contains('@') || ColumnHabits().damageOf(cell))
        return 0.05;
    const Look look = lookOf(cell);
    if (look.letters && look.digits)
        return 1;
    if (look.digits) {
        const bool isPhone = phone.match(QString::fromUtf8(cell)).hasMatch();
        return isPhone ? 0.1 : cell.size() >= 8 ? 0.8 : 0.2;
    }
    return look.foreign || look.lowerCase ? 0.2 : cell.size() >= 6 ? 0.6 : 0.3;
}

/// 0…50: for a column, by its data rows. Codes are distinct.
double likenessOfColumn(Rows rows, qsizetype column)
{
    QSet<QByteArray> distinct;
    double likeness = 0;
    for (const auto &row : rows) {
        const QByteArray cell = row.value(column);
        if (cell.isEmpty())
            continue;
        distinct.insert(cell);
        likeness += likenessOf(cell);
    }
    const double all = double(std::max<std::size_t>(rows.size(), 1));
    return 50 * (likeness / all) * (double(distinct.size()) / all);
}

int findColumn(Rows rows, int headerRow)
{
    const Rows data = rows.subspan(std::size_t(headerRow + 1));
    qsizetype columns = 0;
    for (const auto &row : rows)
        columns = std::max(columns, row.size());
    int best = 0;
    double bestScore = -1;
    for (qsizetype column = 0; column < columns; ++column) {
        const double title = headerRow < 0 ? 0 : codeTitleScore(rows[std::size_t(headerRow)].value(column));
        const double score = title + likenessOfColumn(data, column);
        if (score > bestScore + 1e-9) {
            bestScore = score;
            best = int(column);
        }
    }
    return best;
}

} // namespace

CsvLayout guessLayout(Rows rows, std::optional<int> column, std::optional<bool> header)
{
    CsvLayout layout;
    if (header.value_or(true))
        layout.headerRow = findHeader(rows);
    if (header == true && layout.headerRow < 0 && !rows.empty())
        layout.headerRow = 0;
    layout.column = column.value_or(findColumn(rows, layout.headerRow));
    return layout;
}

} // namespace seonchak

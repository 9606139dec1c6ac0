// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coupon/csv_writer.h"

#include <QByteArrayList>

#include <algorithm>
#include <ranges>

namespace seonchak {

namespace {

bool looksLikeFormula(QByteArrayView cell)
{
    return !cell.isEmpty() && QByteArrayView("=+-@\t\r").contains(cell.front());
}

/// '00123: how people preserve a number's zeros.
bool isProtectedNumber(QByteArrayView cell)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return cell.size() > 1 && cell.startsWith('\'') && std::ranges::all_of(cell.sliced(1), isDigit);
}

bool needsGuard(QByteArrayView cell)
{
    return looksLikeFormula(cell) || isProtectedNumber(cell);
}

QByteArray quoted(const QByteArray &cell)
{
    const bool needed =
        std::ranges::any_of(cell, [](char c) { return QByteArrayView(",;|\"\r\n\t ").contains(c); });
    return needed ? '"' + QByteArray(cell).replace('"', "\"\"") + '"' : cell;
}

} // namespace

QByteArray csvCell(const QByteArray &cell)
{
    return quoted(needsGuard(cell) ? '\'' + cell : cell);
}

QByteArray csvLine(const QList<QByteArray> &cells)
{
    QByteArrayList safe;
    for (const auto &cell : cells)
        safe.append(csvCell(cell));
    const QByteArray line = safe.join(',');
    // An empty cell alone would be an empty line.
    return (line.isEmpty() ? QByteArray("\"\"") : line) + "\r\n";
}

QByteArray withoutGuard(const QByteArray &cell)
{
    const bool guarded =
        isProtectedNumber(cell) || (cell.startsWith('\'') && needsGuard(QByteArrayView(cell).sliced(1)));
    return guarded ? cell.sliced(1) : cell;
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/nearest_name.h"

#include <algorithm>
#include <vector>

namespace seonchak {

namespace {

/// How many letters must be inserted, removed or changed to turn `a` into `b`.
qsizetype distance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(std::size_t(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = qsizetype(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const qsizetype changed = diagonal + (a[i] == b[qsizetype(j) - 1] ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, changed}));
        }
    }
    return row.back();
}

} // namespace

QString nearestName(const QString &text, const QStringList &names)
{
    constexpr qsizetype longest = 64; // a longer text is not a typing error
    const QString typed =
        text.section(QLatin1Char('/'), -1).toLower().replace(QLatin1Char('_'), QLatin1Char('-'));
    if (typed.isEmpty() || typed.size() > longest)
        return {};
    QString nearest;
    qsizetype least = std::max<qsizetype>(2, typed.size() / 3) + 1;
    for (const auto &name : names) {
        if (const auto far = distance(typed, name); far < std::min(least, name.size())) {
            least = far;
            nearest = name;
        }
    }
    return nearest;
}

} // namespace seonchak

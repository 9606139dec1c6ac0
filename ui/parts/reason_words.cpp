// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/reason_words.h"

#include "ui/parts/reach_words.h"

namespace seonchak {

QString ReasonWords::known(const Error &error, std::span<const Row> rows, const char *context,
                           const QString &place)
{
    for (const Row &row : rows) {
        if (!error.names.contains(row.kind))
            continue;
        const QString words = QCoreApplication::translate(context, row.words);
        return words.contains(QLatin1String("%1")) ? words.arg(place) : words;
    }
    return {};
}

QString ReasonWords::told(const Error &error, std::span<const Row> rows, const char *context,
                          const QString &place)
{
    if (const QString words = known(error, rows, context, place); !words.isEmpty())
        return words;
    const QString because = ReachWords::because(error.detail);
    if (because != error.detail)
        return because;
    return tr("Something unexpected happened (%1).").arg(error.detail);
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/engine/session.h"

#include <QByteArray>
#include <QList>

#include <span>

namespace seonchak {

/// Runs a SELECT, passes each row to `take`, and releases the read lock.
template <typename Take>
Result<void> eachRow(Session &session, const QString &sql, const QVariantList &values, Take take)
{
    const auto query = session.run(sql, values);
    if (!query)
        return std::unexpected(query.error());
    while ((*query)->next())
        take(std::as_const(**query));
    (*query)->finish();
    return {};
}

/// Runs a statement that changes rows; returns how many.
Result<qint64> affected(Session &session, const QString &sql, const QVariantList &values = {});
/// For callers that do not need the number.
Result<void> withoutCount(const Result<qint64> &affected);
/// Runs a SELECT of one number; 0 if there is no row or it is NULL.
Result<qint64> number(Session &session, const QString &sql, const QVariantList &values = {});

/// A text that both engines accept, also within JSON: valid UTF-8 without NUL, cut to `most` characters.
QString storable(const QString &text, qsizetype most = 2000);

/// Many values in one parameter: a JSON array, which eachText or eachNumber unpacks in the statement.
QString jsonOf(const QList<QByteArray> &codes);
QString jsonOf(std::span<const qint64> numbers);
/// A table expression `e` with columns key (0, 1, …) and value, over the JSON array of one `?`.
QString eachText(const Session &session);
QString eachNumber(const Session &session);

} // namespace seonchak

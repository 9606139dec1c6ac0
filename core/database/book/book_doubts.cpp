// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_doubts.h"

#include "core/database/engine/rows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

namespace seonchak::book {

namespace {

const char *const doubtColumns =
    "SELECT d.reservation, d.coupon_id, c.code, d.user_id, d.since, d.attempts, d.asked_at,"
    " d.answer FROM doubt d JOIN coupon c ON c.id = d.coupon_id";

OpenDoubt doubtIn(const QSqlQuery &row)
{
    OpenDoubt doubt;
    doubt.reservation = row.value(0).toLongLong();
    doubt.couponId = row.value(1).toLongLong();
    doubt.code = row.value(2).toString().toUtf8();
    doubt.user = row.value(3).toLongLong();
    doubt.since = row.value(4).toLongLong();
    doubt.attempts = row.value(5).toLongLong();
    if (!row.isNull(6))
        doubt.asked = row.value(6).toLongLong();
    doubt.answer = row.value(7).toString();
    return doubt;
}

Result<QList<OpenDoubt>> doubtsBy(Session &session, const QString &rest, const QVariantList &values)
{
    QList<OpenDoubt> doubts;
    const auto read = eachRow(session, QLatin1String(doubtColumns) + rest, values,
                              [&](const QSqlQuery &row) { doubts.append(doubtIn(row)); });
    if (!read)
        return std::unexpected(read.error());
    return doubts;
}

struct Asked
{
    qint64 times = 0;
    DoubtAttempt last;
};

} // namespace

Result<QList<OpenDoubt>> openDoubts(Session &session, int most)
{
    return doubtsBy(session, QStringLiteral(" ORDER BY d.since, d.reservation LIMIT ?"), {std::max(most, 0)});
}

Result<std::optional<OpenDoubt>> openDoubt(Session &session, qint64 reservation)
{
    const auto doubts = doubtsBy(session, QStringLiteral(" WHERE d.reservation = ?"), {reservation});
    if (!doubts)
        return std::unexpected(doubts.error());
    return doubts->isEmpty() ? std::nullopt : std::optional(doubts->front());
}

Result<void> writeAttempts(Session &session, const QList<DoubtAttempt> &attempts)
{
    // By reservation: one row each, in the same order in every program, to prevent deadlocks.
    QMap<qint64, Asked> asked;
    for (const DoubtAttempt &attempt : attempts) {
        Asked &one = asked[attempt.reservation];
        if (++one.times == 1 || attempt.at >= one.last.at)
            one.last = attempt;
    }
    if (asked.isEmpty())
        return {};
    QJsonArray rows;
    for (const Asked &one : std::as_const(asked))
        rows.append(QJsonArray{one.last.reservation, one.times, one.last.at, storable(one.last.answer)});
    const bool sqlite = session.engine() == DatabaseUrl::Engine::Sqlite;
    const QString each =
        sqlite ? QStringLiteral(
                     "(SELECT json_extract(value, '$[0]') AS reservation, json_extract(value, '$[1]') AS"
                     " times, json_extract(value, '$[2]') AS at, json_extract(value, '$[3]') AS answer"
                     " FROM json_each(?)) e")
               : QStringLiteral(
                     "(SELECT CAST(value->>0 AS bigint) AS reservation, CAST(value->>1 AS bigint) AS times,"
                     " CAST(value->>2 AS bigint) AS at, value->>3 AS answer"
                     " FROM json_array_elements(CAST(? AS json)) AS t(value)) e");
    const auto written =
        affected(session,
                 QStringLiteral("UPDATE doubt SET attempts = doubt.attempts + e.times, asked_at = e.at,"
                                " answer = e.answer FROM ") +
                     each + QStringLiteral(" WHERE doubt.reservation = e.reservation"),
                 {QString::fromUtf8(QJsonDocument(rows).toJson(QJsonDocument::Compact))});
    return written ? Result<void>{} : std::unexpected(written.error());
}

} // namespace seonchak::book

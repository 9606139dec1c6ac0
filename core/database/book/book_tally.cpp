// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_tally.h"

#include "core/database/book/row_names.h"
#include "core/database/engine/rows.h"

namespace seonchak::book {

namespace {

/// Each status is counted in its small index; all other rows are PUSHING (status 1): the schema's CHECK
/// allows no sixth status.
QString differences()
{
    return "WITH part AS MATERIALIZED ("
           "SELECT {Staged} AS kind, count(*) AS n FROM coupon WHERE status = {Staged}"
           " UNION ALL SELECT {Available}, count(*) FROM coupon WHERE status = {Available}"
           " UNION ALL SELECT {Issued}, count(*) FROM coupon WHERE status = {Issued}"
           " UNION ALL SELECT {Voided}, count(*) FROM coupon WHERE status = {Voided})"
           " SELECT kind, CAST(sum(n) AS bigint) AS n FROM (SELECT kind, n FROM part"
           " UNION ALL SELECT {Pushing}, (SELECT count(*) FROM coupon) - (SELECT sum(n) FROM part)"
           " UNION ALL SELECT {tally.Issues}, count(*) FROM issue"
           " UNION ALL SELECT kind, -n FROM tally) d GROUP BY kind HAVING sum(n) <> 0 ORDER BY kind"_sql;
}

} // namespace

Result<QList<TallyFault>> checkTally(Session &session)
{
    QList<TallyFault> faults;
    const auto read = eachRow(session, differences(), {}, [&](const QSqlQuery &row) {
        faults.append({row.value(0).toInt(), row.value(1).toLongLong()});
    });
    if (!read)
        return std::unexpected(read.error());
    return faults;
}

Result<QList<TallyFault>> mendTally(Session &session)
{
    const bool sqlite = session.engine() == DatabaseUrl::Engine::Sqlite;
    if (!sqlite) {
        // Two programs that add what is missing at the same time would add it twice.
        constexpr auto lock =
            "SELECT pg_advisory_xact_lock(7203446172022)"; // any number, the same in every program
        if (const auto locked = session.execute(QString::fromLatin1(lock)); !locked)
            return std::unexpected(locked.error());
    }
    // Counting and adding happen at one instant: a row inserted meanwhile adds its own.
    const QString sql =
        QStringLiteral("INSERT INTO tally (kind, n) SELECT kind, n FROM (") + differences() +
        (sqlite ? QStringLiteral(") WHERE 1 = 1 ON CONFLICT (kind) DO UPDATE SET n = tally.n + excluded.n")
                : QStringLiteral(") f"));
    auto faults = checkTally(session);
    if (!faults || faults->isEmpty())
        return faults;
    const auto mended = affected(session, sql);
    return mended ? faults : std::unexpected(mended.error());
}

QString tallyWords(const QList<TallyFault> &faults)
{
    QStringList words;
    for (const TallyFault &fault : faults) {
        const QString what = fault.kind == int(Tally::Issues)
                                 ? QStringLiteral("issue rows")
                                 : QStringLiteral("coupons of status %1").arg(fault.kind);
        words.append(QStringLiteral("%1%2 %3")
                         .arg(fault.error > 0 ? QStringLiteral("+") : QString())
                         .arg(fault.error)
                         .arg(what));
    }
    return words.join(QStringLiteral(", "));
}

} // namespace seonchak::book

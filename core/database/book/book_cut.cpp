// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_cut.h"

#include "core/database/book/book_audit.h"
#include "core/database/book/coupon_rows.h"
#include "core/database/book/row_names.h"
#include "core/database/engine/rows.h"

namespace seonchak::book {

namespace {

Error tooLate()
{
    return {Trouble::Conflict, QStringLiteral("somebody else has decided about this act"), {}};
}

Result<void> tellCut(Session &session, const Act &act, const QString &actor, const QString &result,
                     WallMs now)
{
    return writeAudit(session, {0, now, actor, act.action, act.detail, result});
}

} // namespace

Result<QList<CutAct>> cutActs(Session &session)
{
    QList<CutAct> found;
    const auto read =
        eachRow(session,
                "SELECT id, actor, action, detail, made, total, begun_at FROM act"
                " WHERE state = {act.Cut} AND owner = '' ORDER BY begun_at, id"_sql,
                {}, [&](const QSqlQuery &row) {
                    found.append({row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
                                  row.value(3).toString(), row.value(4).toLongLong(),
                                  row.value(5).toLongLong(), row.value(6).toLongLong()});
                });
    if (!read)
        return std::unexpected(read.error());
    return found;
}

Result<Act> takeCut(Session &session, const QString &id, const QString &owner, const QString &actor,
                    const QString &result, WallMs now)
{
    const auto taken = affected(session,
                                "UPDATE act SET owner = ?, state = {act.Open}, beat = beat + 1,"
                                " actor = ? WHERE id = ? AND state = {act.Cut} AND owner = ''"_sql,
                                {owner, storable(actor), id});
    if (!taken)
        return std::unexpected(taken.error());
    const auto act = readAct(session, id);
    if (*taken == 0) // A retry after a commit with unknown outcome finds its own change.
        return act && act->owner == owner ? act : Result<Act>(std::unexpected(tooLate()));
    if (!act)
        return act;
    const auto told = tellCut(session, *act, actor, result.arg(act->made), now);
    return told ? act : std::unexpected(told.error());
}

Result<Act> keepCut(Session &session, const QString &id, const QString &actor, WallMs now)
{
    const auto act = readAct(session, id);
    if (!act)
        return std::unexpected(tooLate());
    const QString which = " WHERE id = ? AND state = {act.Cut} AND owner = ''"_sql;
    const auto ended =
        act->keyed
            ? affected(session, "UPDATE act SET state = {act.Open}, ended_at = ?"_sql + which, {now, id})
            : affected(session, QStringLiteral("DELETE FROM act") + which, {id});
    if (!ended)
        return std::unexpected(ended.error());
    if (*ended == 0)
        return std::unexpected(tooLate());
    const QString far =
        act->total > 0 ? QStringLiteral("done: kept what exists, %1 of %2").arg(act->made).arg(act->total)
                       : QStringLiteral("done: kept what exists, %1").arg(act->made);
    const auto told = tellCut(session, *act, actor, far, now);
    return told ? act : std::unexpected(told.error());
}

Result<std::vector<IdSpan>> pushedSpans(Session &session, const QString &act)
{
    std::vector<IdSpan> spans;
    const auto read =
        eachRow(session, QStringLiteral("SELECT first_id, last_id, batch FROM push WHERE act = ?"), {act},
                [&](const QSqlQuery &row) {
                    spans.push_back(
                        {row.value(0).toLongLong(), row.value(1).toLongLong(), row.value(2).toLongLong()});
                });
    if (!read)
        return std::unexpected(read.error());
    return spans;
}

Result<SpanSlice> readSpan(Session &session, const IdSpan &span, CouponId below, int most)
{
    SpanSlice slice;
    QVariantList values{span.first, std::min(span.last, below - 1)};
    if (span.batch != 0)
        values << span.batch;
    values << most;
    const auto read =
        eachRow(session,
                QStringLiteral("SELECT c.id, c.status, c.code FROM coupon c WHERE c.id BETWEEN ? AND ?") +
                    (span.batch != 0 ? QStringLiteral(" AND c.batch = ?") : QString()) +
                    " AND +c.status IN ({Staged}, {Available}) AND c.old_code IS NULL"_sql +
                    QLatin1String(untouched) + QStringLiteral(" ORDER BY c.id DESC LIMIT ?"),
                values, [&](const QSqlQuery &row) {
                    slice.lowest = row.value(0).toLongLong();
                    if (RowStatus(row.value(1).toInt()) == RowStatus::Staged)
                        slice.staged.push_back(slice.lowest);
                    else
                        slice.available.append(row.value(2).toString().toUtf8());
                });
    if (!read)
        return std::unexpected(read.error());
    return slice;
}

Result<CouponId> newestId(Session &session)
{
    return number(session, QStringLiteral("SELECT coalesce(max(id), 0) FROM coupon"));
}

Result<std::vector<IdSpan>> spansOf(Session &session, const QList<QByteArray> &codes, CouponId above)
{
    std::vector<IdSpan> spans;
    if (session.engine() == DatabaseUrl::Engine::Sqlite) { // SQLite's transaction is exclusive.
        const auto newest = newestId(session);
        if (!newest)
            return std::unexpected(newest.error());
        if (*newest > above)
            spans.push_back({above + 1, *newest, 0});
        return spans;
    }
    const auto read = eachRow(session,
                              QStringLiteral("SELECT id FROM coupon WHERE code IN (SELECT value FROM ") +
                                  eachText(session) + QStringLiteral(") AND id > ? ORDER BY id"),
                              {jsonOf(codes), above}, [&](const QSqlQuery &row) {
                                  const CouponId id = row.value(0).toLongLong();
                                  if (spans.empty() || spans.back().last + 1 != id)
                                      spans.push_back({id, id, 0});
                                  spans.back().last = id;
                              });
    if (!read)
        return std::unexpected(read.error());
    return spans;
}

Result<QList<QByteArray>> stagedAmong(Session &session, const std::vector<CouponId> &ids)
{
    QList<QByteArray> codes;
    const auto read =
        eachRow(session,
                "SELECT code FROM coupon WHERE status = {Staged} AND id IN"
                " (SELECT value FROM "_sql +
                    eachNumber(session) + QStringLiteral(") ORDER BY id"),
                {jsonOf(ids)}, [&](const QSqlQuery &row) { codes.append(row.value(0).toString().toUtf8()); });
    if (!read)
        return std::unexpected(read.error());
    return codes;
}

} // namespace seonchak::book

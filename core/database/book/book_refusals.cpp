// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_refusals.h"

#include "core/database/book/book_doubts.h"
#include "core/database/book/book_reads.h"
#include "core/database/book/book_rebuild.h"
#include "core/database/book/row_names.h"
#include "core/database/book/stock_turns.h"
#include "core/database/engine/list_statement.h"
#include "core/database/engine/rows.h"

#include <QMap>

#include <algorithm>

namespace seonchak::book {

namespace {

constexpr const char *countKey = "refusals_count";
constexpr qint64 slackPart = 100; ///< forgetting starts this part of `most` above it, so that it is rare
constexpr qint64 forgottenAtLeast = 4000;

void merge(Refusal &into, const Refusal &more)
{
    into.firstAt = std::min(into.firstAt, more.firstAt);
    into.lastAt = std::max(into.lastAt, more.lastAt);
    into.times += more.times;
}

/// One row for each user and reason, in the table's order, which is the same in every program.
using RefusalRows = QMap<std::pair<UserId, Refusal::Reason>, Refusal>;

RefusalRows oneEach(const QList<Refusal> &refusals)
{
    RefusalRows rows;
    for (const Refusal &refusal : refusals) {
        const auto found = rows.find({refusal.user, refusal.reason});
        if (found == rows.end())
            rows.insert({refusal.user, refusal.reason}, refusal);
        else
            merge(*found, refusal);
    }
    return rows;
}

QString refusalsAsJson(const RefusalRows &rows)
{
    QByteArray text = "[";
    for (const Refusal &one : rows) {
        text += text.size() > 1 ? ",[" : "[";
        for (const qint64 n : {one.user, qint64(one.reason), one.firstAt, one.lastAt, one.times})
            text += QByteArray::number(n) + ',';
        text.back() = ']';
    }
    return QString::fromLatin1(text + ']');
}

/// A table expression `n`, with the sell-out of each row.
QString newRows(const QString &given)
{
    return "(SELECT g.*, CASE WHEN g.reason = {refusal.SoldOut} THEN coalesce((SELECT max(t.at)"
           " FROM stock_turn t WHERE t.kind = {stock_turn.Filled} AND t.at <= g.last_at), 0) ELSE 0 END AS "
           "filled_at"
           " FROM ("_sql +
           given + QStringLiteral(") g) n");
}

/// Over the JSON text of one `?`.
QString newRowsOfJson(const Session &session)
{
    const bool sqlite = session.engine() == DatabaseUrl::Engine::Sqlite;
    const QString column = sqlite ? QStringLiteral("json_extract(value, '$[%1]') AS %2")
                                  : QStringLiteral("CAST(value->>%1 AS bigint) AS %2");
    QStringList columns;
    for (const char *name : {"user_id", "reason", "first_at", "last_at", "times"})
        columns.append(column.arg(columns.size()).arg(QLatin1String(name)));
    return newRows(QStringLiteral("SELECT ") + columns.join(QStringLiteral(", ")) +
                   (sqlite ? QStringLiteral(" FROM json_each(?)")
                           : QStringLiteral(" FROM json_array_elements(CAST(? AS json)) AS e(value)")));
}

const QString listMark = QStringLiteral("%list");

QString newRowsOfList()
{
    return newRows(QStringLiteral("SELECT column1 AS user_id, column2 AS reason, column3 AS first_at,"
                                  " column4 AS last_at, column5 AS times FROM (VALUES ") +
                   listMark + u')');
}

ListStatement listStatementOf(const QString &sql)
{
    const auto mark = sql.indexOf(listMark);
    return {sql.left(mark).toUtf8(), 5, false, sql.mid(mark + listMark.size()).toUtf8()};
}

/// How many of the rows exist already.
QString countKnown(const QString &rows)
{
    return QStringLiteral("SELECT count(*) FROM ") + rows +
           QStringLiteral(" JOIN refusal r ON r.user_id = n.user_id AND r.reason = n.reason"
                          " AND r.pushed_at = n.filled_at");
}

/// A user refused both before and after a filling, between two writes, belongs to the later sell-out.
QString upsert(const Session &session, const QString &rows)
{
    const bool sqlite = session.engine() == DatabaseUrl::Engine::Sqlite;
    return QStringLiteral("INSERT INTO refusal (user_id, reason, pushed_at, first_at, last_at, times)"
                          " SELECT n.user_id, n.reason, n.filled_at, CASE WHEN n.first_at < n.filled_at"
                          " THEN n.last_at ELSE n.first_at END, n.last_at, n.times FROM ") +
           rows +
           QStringLiteral(" WHERE 1 = 1 ON CONFLICT (user_id, reason, pushed_at) DO UPDATE SET"
                          " first_at = %1(refusal.first_at, excluded.first_at),"
                          " last_at = %2(refusal.last_at, excluded.last_at),"
                          " times = refusal.times + excluded.times")
               .arg(sqlite ? QStringLiteral("min") : QStringLiteral("least"),
                    sqlite ? QStringLiteral("max") : QStringLiteral("greatest"));
}

/// The table's number of rows, stored as a meta value so that a million need not be counted. On PostgreSQL
/// other writers wait from here until this transaction ends.
Result<qint64> lockedCount(Session &session)
{
    return number(session,
                  QStringLiteral("INSERT INTO meta (key, value) VALUES (?, '0') ON CONFLICT (key) DO UPDATE"
                                 " SET value = meta.value RETURNING CAST(value AS bigint)"),
                  {QString::fromLatin1(countKey)});
}

/// Deletes the `many` oldest rows.
Result<qint64> forget(Session &session, qint64 many)
{
    const QString oldest = QStringLiteral(" FROM refusal ORDER BY last_at, user_id LIMIT ?");
    const auto newest =
        number(session,
               QStringLiteral("SELECT max(o.last_at) FROM (SELECT last_at") + oldest + QStringLiteral(") o"),
               {many});
    if (!newest)
        return newest;
    if (const auto noted = noteRefusalsLost(session, *newest); !noted)
        return std::unexpected(noted.error());
    return affected(session,
                    QStringLiteral("DELETE FROM refusal WHERE (user_id, reason, pushed_at) IN"
                                   " (SELECT user_id, reason, pushed_at") +
                        oldest + u')',
                    {many});
}

Result<QList<Refusal>> refusalsOf(Session &session, UserId user)
{
    QList<Refusal> refusals;
    const auto read = eachRow(session,
                              QStringLiteral("SELECT reason, first_at, last_at, times, pushed_at"
                                             " FROM refusal WHERE user_id = ? ORDER BY last_at DESC, reason"),
                              {user}, [&](const QSqlQuery &row) {
                                  const auto n = [&](int column) { return row.value(column).toLongLong(); };
                                  refusals.append({user, Refusal::Reason(n(0)), n(1), n(2), n(3), {}, n(4)});
                              });
    return read ? Result<QList<Refusal>>(refusals) : std::unexpected(read.error());
}

/// For each "sold out" refusal: when the last coupon of its filling had gone.
Result<void> findSellOuts(Session &session, QList<Refusal> &refusals)
{
    for (Refusal &refusal : refusals) {
        if (refusal.reason != Refusal::Reason::SoldOut || refusal.filledAt == 0)
            continue;
        const auto last = number(session,
                                 QStringLiteral("SELECT coalesce(max(coalesce(reserved_at, issued_at)), 0)"
                                                " FROM issue WHERE issued_at >= ?"
                                                " AND coalesce(reserved_at, issued_at) <= ?"),
                                 {refusal.filledAt, refusal.firstAt});
        if (!last)
            return std::unexpected(last.error());
        if (*last >= refusal.filledAt)
            refusal.sellOutAt = *last;
    }
    return {};
}

Result<void> findPlace(Session &session, WhyNot &answer)
{
    const Refusal &own = answer.refusals.first();
    const QString line =
        "SELECT count(*) FROM refusal WHERE reason = {refusal.SoldOut} AND pushed_at = ?"_sql;
    const auto earlier =
        number(session, line + QStringLiteral(" AND first_at < ?"), {own.filledAt, own.firstAt});
    const auto same = number(session, line + QStringLiteral(" AND first_at = ? AND user_id < ?"),
                             {own.filledAt, own.firstAt, own.user});
    const auto all = number(session, line, {own.filledAt});
    for (const auto *count : {&earlier, &same, &all})
        if (!*count)
            return std::unexpected(count->error());
    answer.place = *earlier + *same + 1;
    answer.refused = *all;
    return {};
}

/// "Sold out" was right, unless the stock had never been filled, or a person had emptied it.
Result<void> judgeSoldOut(Session &session, WhyNot &answer)
{
    const Refusal &newest = answer.refusals.first();
    if (newest.filledAt == 0) {
        answer.verdict = WhyNot::Verdict::TooEarly;
        return {};
    }
    const auto withdrawn = withdrawnAt(session, newest.filledAt, newest.lastAt);
    if (!withdrawn)
        return std::unexpected(withdrawn.error());
    if (*withdrawn > 0) {
        answer.verdict = WhyNot::Verdict::Withdrawn;
        answer.withdrawnAt = *withdrawn;
        return {};
    }
    answer.verdict = WhyNot::Verdict::SoldOut;
    return findPlace(session, answer);
}

Result<void> judgeNewest(Session &session, WhyNot &answer)
{
    const Refusal::Reason reason = answer.refusals.first().reason;
    if (reason == Refusal::Reason::SoldOut)
        return judgeSoldOut(session, answer);
    answer.verdict = rowOf(reason).verdict;
    return {};
}

Result<void> findRefusals(Session &session, WhyNot &answer)
{
    const auto since = meta(session, refusalsKnownSince);
    if (!since)
        return std::unexpected(since.error());
    if (!since->isEmpty())
        answer.knownSince = since->toLongLong();
    auto refusals = refusalsOf(session, answer.user);
    if (!refusals)
        return std::unexpected(refusals.error());
    answer.refusals = std::move(*refusals);
    return findSellOuts(session, answer.refusals);
}

/// The issue and doubt tables take precedence over any refusal.
Result<void> findCoupon(Session &session, WhyNot &answer)
{
    auto issued = byUser(session, answer.user);
    if (!issued)
        return std::unexpected(issued.error());
    if (*issued) {
        answer.verdict = WhyNot::Verdict::Issued;
        answer.coupon = std::move(*issued);
        return {};
    }
    CouponId inDoubt = 0;
    WallMs since = 0;
    const auto read = eachRow(session, QStringLiteral("SELECT coupon_id, since FROM doubt WHERE user_id = ?"),
                              {answer.user}, [&](const QSqlQuery &row) {
                                  inDoubt = row.value(0).toLongLong();
                                  since = row.value(1).toLongLong();
                              });
    if (!read || inDoubt == 0)
        return read;
    auto coupon = byId(session, inDoubt);
    if (!coupon)
        return std::unexpected(coupon.error());
    answer.verdict = WhyNot::Verdict::InDoubt;
    answer.coupon = std::move(*coupon);
    answer.doubtSince = since;
    return {};
}

/// Writes the rows; returns how many of them existed before.
Result<qint64> writeJson(Session &session, const RefusalRows &rows)
{
    const QString json = refusalsAsJson(rows);
    const QString given = newRowsOfJson(session);
    const auto known = number(session, countKnown(given), {json});
    if (!known)
        return known;
    const auto written = affected(session, upsert(session, given), {json});
    return written ? known : written;
}

Result<qint64> writeList(Session &session, const RefusalRows &rows)
{
    static const ListStatement count = listStatementOf(countKnown(newRowsOfList()));
    static const ListStatement write = listStatementOf(upsert(session, newRowsOfList()));
    const QList<Refusal> all = rows.values();
    const auto bind = [&](SqliteStatement &statement, int place, std::size_t at) {
        const Refusal &one = all[qsizetype(at)];
        for (const qint64 n : {one.user, qint64(one.reason), one.firstAt, one.lastAt, one.times})
            statement.bind(place++, n);
    };
    qint64 known = 0;
    const auto counted = runList(session, count, std::size_t(all.size()), bind,
                                 [&](const SqliteStatement &row, std::size_t) { known += row.number(0); });
    if (!counted)
        return counted;
    const auto written =
        runList(session, write, std::size_t(all.size()), bind, [](const SqliteStatement &, std::size_t) {});
    return written ? Result<qint64>(known) : written;
}

} // namespace

Result<void> writeRefusals(Session &session, const QList<Refusal> &refusals, qint64 most)
{
    const RefusalRows rows = oneEach(refusals);
    if (rows.isEmpty())
        return {};
    const auto count = lockedCount(session);
    if (!count)
        return std::unexpected(count.error());
    const auto known = session.takesLists() ? writeList(session, rows) : writeJson(session, rows);
    if (!known)
        return std::unexpected(known.error());
    qint64 now = *count + rows.size() - *known;
    if (now > most + most / slackPart) {
        const auto forgotten =
            forget(session, std::min(now - most, std::max(forgottenAtLeast, 2 * qint64(rows.size()))));
        if (!forgotten)
            return std::unexpected(forgotten.error());
        now -= *forgotten;
    }
    return setMeta(session, countKey, QByteArray::number(now));
}

Result<void> noteRefusalsLost(Session &session, WallMs at)
{
    const auto before = meta(session, refusalsKnownSince);
    if (!before)
        return std::unexpected(before.error());
    if (before->toLongLong() >= at)
        return {};
    return setMeta(session, refusalsKnownSince, QByteArray::number(at));
}

Result<WhyNot> whyNot(Session &session, UserId user)
{
    WhyNot answer;
    answer.user = user;
    const auto read = session.snapshot([&]() -> Result<void> {
        if (const auto refusals = findRefusals(session, answer); !refusals)
            return refusals;
        const auto coupon = findCoupon(session, answer);
        const bool decided = !coupon || answer.verdict != WhyNot::Verdict::NeverSeen;
        return decided || answer.refusals.isEmpty() ? coupon : judgeNewest(session, answer);
    });
    if (!read)
        return std::unexpected(read.error());
    return answer;
}

} // namespace seonchak::book

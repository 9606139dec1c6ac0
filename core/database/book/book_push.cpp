// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_changes.h"
#include "core/database/book/coupon_rows.h"
#include "core/database/book/row_names.h"
#include "core/database/book/stock_turns.h"

#include <algorithm>

// STAGED → PUSHING → AVAILABLE: moves coupons into the stock.
namespace seonchak::book {

namespace {

struct Claimed
{
    CouponId id = 0;
    QByteArray code;
};

Result<std::vector<Claimed>> claimedBy(Session &session, const QString &sql, const QVariantList &values)
{
    std::vector<Claimed> claimed;
    const auto read = eachRow(session, sql, values, [&](const QSqlQuery &row) {
        claimed.push_back({row.value(0).toLongLong(), row.value(1).toString().toUtf8()});
    });
    if (!read)
        return std::unexpected(read.error());
    std::ranges::sort(claimed, {}, &Claimed::id);
    return claimed;
}

/// PostgreSQL: rows that another program is claiming are skipped instead of waited for.
Result<std::vector<Claimed>> claimOnPostgresql(Session &session, qint64 batch, int most)
{
    return claimedBy(session,
                     "UPDATE coupon SET status = {Pushing}, batch = ? WHERE id IN (SELECT id FROM coupon"
                     " WHERE status = {Staged} AND old_code IS NULL ORDER BY id LIMIT ?"
                     " FOR UPDATE SKIP LOCKED) RETURNING id, code"_sql,
                     {batch, most});
}

/// SQLite: the transaction is exclusive, so reading first and then updating the same span is safe. It costs
/// half as much as RETURNING, and "+status" keeps the planner from walking the very index that the update
/// changes.
Result<std::vector<Claimed>> claimOnSqlite(Session &session, qint64 batch, int most)
{
    auto claimed = claimedBy(session,
                             "SELECT id, code FROM coupon WHERE status = {Staged} AND old_code IS NULL"
                             " ORDER BY id LIMIT ?"_sql,
                             {most});
    if (!claimed || claimed->empty())
        return claimed;
    const auto updated = affected(session,
                                  "UPDATE coupon SET status = {Pushing}, batch = ?"
                                  " WHERE id BETWEEN ? AND ? AND +status = {Staged} AND old_code IS NULL"_sql,
                                  {batch, claimed->front().id, claimed->back().id});
    if (!updated)
        return std::unexpected(updated.error());
    return claimed;
}

} // namespace

Result<void> notePush(Session &session, qint64 batch, CouponId first, CouponId last, WallMs now)
{
    const bool sqlite = session.engine() == DatabaseUrl::Engine::Sqlite;
    const QString low = sqlite ? QStringLiteral("min") : QStringLiteral("least");
    const QString high = sqlite ? QStringLiteral("max") : QStringLiteral("greatest");
    const auto noted =
        affected(session,
                 QStringLiteral("INSERT INTO push (batch, first_id, last_id, claimed_at, finished)"
                                " VALUES (?, ?, ?, ?, 0) ON CONFLICT (batch) DO UPDATE SET finished = 0,"
                                " claimed_at = excluded.claimed_at, first_id = %1(push.first_id,"
                                " excluded.first_id), last_id = %2(push.last_id, excluded.last_id)")
                     .arg(low, high),
                 {batch, first, last, now});
    return noted ? noteTurn(session, StockTurn::Filled, now) : std::unexpected(noted.error());
}

Result<PushSlice> claimForPush(Session &session, qint64 batch, int most, WallMs now)
{
    auto before = sliceOf(session, batch);
    if (!before || !before->codes.isEmpty())
        return before;
    const bool sqlite = session.engine() == DatabaseUrl::Engine::Sqlite;
    const auto claimed =
        sqlite ? claimOnSqlite(session, batch, most) : claimOnPostgresql(session, batch, most);
    if (!claimed)
        return std::unexpected(claimed.error());
    PushSlice slice{batch, {}};
    if (claimed->empty())
        return slice;
    slice.codes.reserve(qsizetype(claimed->size()));
    for (const Claimed &coupon : *claimed)
        slice.codes.append(coupon.code);
    if (auto noted = notePush(session, batch, claimed->front().id, claimed->back().id, now); !noted)
        return std::unexpected(noted.error());
    return slice;
}

Result<qint64> finishPush(Session &session, qint64 batch)
{
    const auto finished = affected(session,
                                   "UPDATE coupon SET status = {Available} WHERE id BETWEEN"
                                   " (SELECT first_id FROM push WHERE batch = ?) AND"
                                   " (SELECT last_id FROM push WHERE batch = ?)"
                                   " AND +status = {Pushing} AND batch = ?"_sql,
                                   {batch, batch, batch});
    if (!finished)
        return finished;
    const auto noted =
        affected(session, QStringLiteral("UPDATE push SET finished = 1 WHERE batch = ?"), {batch});
    return noted ? finished : noted;
}

Result<std::vector<qint64>> stalePushes(Session &session, WallMs before)
{
    std::vector<qint64> batches;
    const auto read =
        eachRow(session,
                QStringLiteral("SELECT batch FROM push WHERE finished = 0 AND claimed_at < ? ORDER BY batch"),
                {before}, [&](const QSqlQuery &row) { batches.push_back(row.value(0).toLongLong()); });
    if (!read)
        return std::unexpected(read.error());
    return batches;
}

Result<PushSlice> sliceOf(Session &session, qint64 batch)
{
    PushSlice slice{batch, {}};
    const QString sql = QStringLiteral("SELECT c.code%1 AND p.batch = ?%2 ORDER BY c.id")
                            .arg(pushingRows(), QLatin1String(untouched));
    const auto read = eachRow(session, sql, {batch}, [&](const QSqlQuery &row) {
        slice.codes.append(row.value(0).toString().toUtf8());
    });
    if (!read)
        return std::unexpected(read.error());
    return slice;
}

Result<qint64> markAvailable(Session &session, int most, WallMs now)
{
    const bool sqlite = session.engine() == DatabaseUrl::Engine::Sqlite;
    const auto marked = affected(
        session,
        "UPDATE coupon SET status = {Available} WHERE id IN (SELECT id FROM coupon WHERE status = {Staged}"
        " AND old_code IS NULL ORDER BY id LIMIT ?"_sql +
            (sqlite ? QStringLiteral(")") : QStringLiteral(" FOR UPDATE SKIP LOCKED)")),
        {most});
    return noteTurnOf(session, marked, StockTurn::Filled, now);
}

} // namespace seonchak::book

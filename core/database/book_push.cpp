// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book_changes.h"
#include "core/database/book_rebuild.h"
#include "core/database/coupon_rows.h"

#include <algorithm>

// STAGED (0) → PUSHING (1) → AVAILABLE (2): how coupons come into the stock.
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

/// PostgreSQL: rows that another program is just claiming are passed over instead of waited for.
Result<std::vector<Claimed>> claimOnPostgresql(Session &session, qint64 batch, int most, WallMs now)
{
    return claimedBy(
        session,
        QStringLiteral("UPDATE coupon SET status = 1, batch = ?, claimed_at = ? WHERE id IN (SELECT id"
                       " FROM coupon WHERE status = 0 AND old_code IS NULL ORDER BY id LIMIT ?"
                       " FOR UPDATE SKIP LOCKED) RETURNING id, code"),
        {batch, now, most});
}

/// SQLite: the transaction is alone, so reading first and then updating the span read is safe. It is half the
/// price of RETURNING, and "+status" keeps the planner from walking the very index that the update changes.
Result<std::vector<Claimed>> claimOnSqlite(Session &session, qint64 batch, int most, WallMs now)
{
    auto claimed =
        claimedBy(session,
                  QStringLiteral("SELECT id, code FROM coupon WHERE status = 0 AND old_code IS NULL"
                                 " ORDER BY id LIMIT ?"),
                  {most});
    if (!claimed || claimed->empty())
        return claimed;
    const auto updated =
        affected(session,
                 QStringLiteral("UPDATE coupon SET status = 1, batch = ?, claimed_at = ?"
                                " WHERE id BETWEEN ? AND ? AND +status = 0 AND old_code IS NULL"),
                 {batch, now, claimed->front().id, claimed->back().id});
    if (!updated)
        return std::unexpected(updated.error());
    return claimed;
}

/// A Redis that counts its batches lower than this is older than the book (highMarks).
Result<void> noteBatch(Session &session, qint64 batch)
{
    const auto highest = meta(session, highestBatchKey);
    if (!highest)
        return std::unexpected(highest.error());
    return highest->toLongLong() >= batch ? Result<void>{}
                                          : setMeta(session, highestBatchKey, QByteArray::number(batch));
}

} // namespace

Result<PushSlice> claimForPush(Session &session, qint64 batch, int most, WallMs now)
{
    auto before = sliceOf(session, batch);
    if (!before || !before->codes.isEmpty())
        return before;
    const bool sqlite = session.engine() == DatabaseUrl::Engine::Sqlite;
    const auto claimed =
        sqlite ? claimOnSqlite(session, batch, most, now) : claimOnPostgresql(session, batch, most, now);
    if (!claimed)
        return std::unexpected(claimed.error());
    PushSlice slice{batch, {}};
    slice.codes.reserve(qsizetype(claimed->size()));
    for (const Claimed &coupon : *claimed)
        slice.codes.append(coupon.code);
    if (slice.codes.isEmpty())
        return slice;
    if (const auto noted = noteBatch(session, batch); !noted)
        return std::unexpected(noted.error());
    return slice;
}

Result<qint64> finishPush(Session &session, qint64 batch)
{
    if (const auto noted = noteBatch(session, batch); !noted)
        return std::unexpected(noted.error());
    return affected(session, QStringLiteral("UPDATE coupon SET status = 2 WHERE status = 1 AND batch = ?"),
                    {batch});
}

Result<std::vector<qint64>> stalePushes(Session &session, WallMs before)
{
    std::vector<qint64> batches;
    const auto read =
        eachRow(session,
                QStringLiteral("SELECT batch FROM coupon WHERE status = 1 GROUP BY batch"
                               " HAVING max(claimed_at) < ? ORDER BY batch"),
                {before}, [&](const QSqlQuery &row) { batches.push_back(row.value(0).toLongLong()); });
    if (!read)
        return std::unexpected(read.error());
    return batches;
}

Result<PushSlice> sliceOf(Session &session, qint64 batch)
{
    PushSlice slice{batch, {}};
    const auto read = eachRow(
        session,
        QStringLiteral("SELECT c.code FROM coupon c WHERE c.status = 1 AND c.batch = ?"
                       " AND NOT EXISTS (SELECT 1 FROM issue i WHERE i.coupon_id = c.id)"
                       " AND NOT EXISTS (SELECT 1 FROM doubt d WHERE d.coupon_id = c.id) ORDER BY c.id"),
        {batch}, [&](const QSqlQuery &row) { slice.codes.append(row.value(0).toString().toUtf8()); });
    if (!read)
        return std::unexpected(read.error());
    return slice;
}

Result<qint64> markAvailable(Session &session, int most)
{
    const bool sqlite = session.engine() == DatabaseUrl::Engine::Sqlite;
    return affected(
        session,
        QStringLiteral("UPDATE coupon SET status = 2 WHERE id IN (SELECT id FROM coupon WHERE status = 0"
                       " AND old_code IS NULL ORDER BY id LIMIT ?") +
            (sqlite ? QStringLiteral(")") : QStringLiteral(" FOR UPDATE SKIP LOCKED)")),
        {most});
}

} // namespace seonchak::book

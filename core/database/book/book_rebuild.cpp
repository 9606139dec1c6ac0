// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_rebuild.h"

#include "core/database/book/coupon_rows.h"
#include "core/database/book/row_names.h"

#include <algorithm>

namespace seonchak::book {

Result<QByteArray> meta(Session &session, const QByteArray &key)
{
    QByteArray value;
    const auto read =
        eachRow(session, QStringLiteral("SELECT value FROM meta WHERE key = ?"), {QString::fromUtf8(key)},
                [&](const QSqlQuery &row) { value = row.value(0).toString().toUtf8(); });
    if (!read)
        return std::unexpected(read.error());
    return value;
}

Result<void> setMeta(Session &session, const QByteArray &key, const QByteArray &value)
{
    const auto set = affected(session,
                              QStringLiteral("INSERT INTO meta (key, value) VALUES (?, ?)"
                                             " ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
                              {QString::fromUtf8(key), QString::fromUtf8(value)});
    return set ? Result<void>{} : std::unexpected(set.error());
}

namespace {

/// Reads a number of the meta table; on PostgreSQL it also locks the row. SQLite has only one writer at a
/// time anyway.
Result<qint64> lockedNumber(Session &session, const QByteArray &key, const char *lock)
{
    const bool sqlite = session.engine() == DatabaseUrl::Engine::Sqlite;
    qint64 value = 0;
    const auto read = eachRow(session,
                              QStringLiteral("SELECT value FROM meta WHERE key = ?") +
                                  (sqlite ? QString() : QLatin1String(lock)),
                              {QString::fromUtf8(key)},
                              [&](const QSqlQuery &row) { value = row.value(0).toByteArray().toLongLong(); });
    return read ? Result<qint64>(value) : std::unexpected(read.error());
}

constexpr const char *fenceKey = "rebuild_fence";

} // namespace

Result<void> holdGeneration(Session &session, qint64 generation)
{
    const auto present = lockedNumber(session, "generation", " FOR SHARE");
    if (!present)
        return std::unexpected(present.error());
    if (*present != generation)
        return failure(Trouble::Unavailable, QStringLiteral("Redis was rebuilt meanwhile"));
    return {};
}

Result<qint64> nextFence(Session &session)
{
    qint64 fence = 0;
    const auto taken =
        eachRow(session,
                QStringLiteral("INSERT INTO meta (key, value) VALUES (?, '1') ON CONFLICT (key) DO UPDATE"
                               " SET value = CAST(CAST(meta.value AS bigint) + 1 AS text) RETURNING value"),
                {QString::fromUtf8(fenceKey)},
                [&](const QSqlQuery &row) { fence = row.value(0).toByteArray().toLongLong(); });
    return taken ? Result<qint64>(fence) : std::unexpected(taken.error());
}

Result<void> holdFence(Session &session, qint64 fence)
{
    const auto newest = lockedNumber(session, fenceKey, " FOR SHARE");
    if (!newest)
        return std::unexpected(newest.error());
    if (*newest != fence)
        return failure(Trouble::Unavailable, QStringLiteral("another server rebuilds Redis by now"));
    return {};
}

Result<HighMarks> highMarks(Session &session)
{
    HighMarks marks;
    const QString sql =
        QStringLiteral("SELECT (SELECT max(reservation) FROM issue WHERE reservation IS NOT NULL),"
                       " (SELECT max(reservation) FROM doubt), (SELECT max(reservation) FROM set_aside),"
                       " (SELECT max(batch) FROM push)");
    const auto read = eachRow(session, sql, {}, [&](const QSqlQuery &row) {
        const auto n = [&](int column) { return row.value(column).toLongLong(); };
        marks.reservation = std::max({n(0), n(1), n(2)});
        marks.batch = n(3);
    });
    if (!read)
        return std::unexpected(read.error());
    return marks;
}

Result<std::vector<StockRow>> stockAfter(Session &session, CouponId after, int most)
{
    std::vector<StockRow> rows;
    // "+status" makes it go along the ids, not along the index on status, which would need sorting.
    const QString sql =
        "SELECT c.id, c.code FROM coupon c WHERE c.id > ? AND +c.status IN ({Pushing}, {Available})"
        " AND NOT EXISTS (SELECT 1 FROM issue i WHERE i.coupon_id = c.id)"
        " AND NOT EXISTS (SELECT 1 FROM doubt d WHERE d.coupon_id = c.id)"
        " AND NOT EXISTS (SELECT 1 FROM set_aside s WHERE s.coupon_id = c.id) ORDER BY c.id LIMIT ?"_sql;
    const auto read = eachRow(session, sql, {after, most}, [&](const QSqlQuery &row) {
        rows.push_back({row.value(0).toLongLong(), row.value(1).toString().toUtf8()});
    });
    if (!read)
        return std::unexpected(read.error());
    return rows;
}

Result<std::vector<IssuedRow>> issuedUsersAfter(Session &session, UserId after, int most)
{
    std::vector<IssuedRow> rows;
    const QString sql =
        QStringLiteral("SELECT i.user_id, c.code FROM issue i JOIN coupon c ON c.id = i.coupon_id"
                       " WHERE i.user_id > ? ORDER BY i.user_id LIMIT ?");
    const auto read = eachRow(session, sql, {after, most}, [&](const QSqlQuery &row) {
        rows.push_back({row.value(0).toLongLong(), row.value(1).toString().toUtf8()});
    });
    if (!read)
        return std::unexpected(read.error());
    return rows;
}

Result<std::vector<DoubtEntry>> doubts(Session &session)
{
    std::vector<DoubtEntry> rows;
    const QString sql = QStringLiteral("SELECT d.reservation, d.user_id, c.code, d.since FROM doubt d"
                                       " JOIN coupon c ON c.id = d.coupon_id ORDER BY d.reservation");
    const auto read = eachRow(session, sql, {}, [&](const QSqlQuery &row) {
        rows.push_back({row.value(0).toLongLong(), row.value(1).toLongLong(),
                        row.value(2).toString().toUtf8(), row.value(3).toLongLong()});
    });
    if (!read)
        return std::unexpected(read.error());
    return rows;
}

Result<void> settleForRebuild(Session &session)
{
    for (const QString &sql :
         {"UPDATE coupon SET status = {Available} WHERE status = {Pushing}"_sql,
          QStringLiteral("UPDATE push SET finished = 1 WHERE finished = 0"),
          QStringLiteral("UPDATE coupon SET old_code = NULL WHERE old_code IS NOT NULL")}) {
        const auto done = affected(session, sql);
        if (!done)
            return std::unexpected(done.error());
    }
    return {};
}

} // namespace seonchak::book

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/stock_rows.h"

#include "core/database/book/book_ids.h"
#include "core/database/book/coupon_rows.h"
#include "core/database/book/row_names.h"
#include "core/database/book/stock_turns.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlQuery>

#include <algorithm>

namespace seonchak::book {

namespace {

/// Records the push for the coupons in the span of `ids`, a SELECT of the lowest and the highest id.
Result<void> notePushOf(Session &session, qint64 batch, const QString &ids, const QVariantList &values,
                        WallMs now)
{
    CouponId first = 0;
    CouponId last = 0;
    const auto read = eachRow(session, ids, values, [&](const QSqlQuery &row) {
        first = row.value(0).toLongLong();
        last = row.value(1).toLongLong();
    });
    return read ? notePush(session, batch, first, last, now) : read;
}

} // namespace

Result<qint64> claimCodesForPush(Session &session, qint64 batch, const QList<QByteArray> &codes, WallMs now)
{
    const QString named = QStringLiteral(" AND code IN (SELECT value FROM ") + eachText(session) + u')';
    const QString json = jsonOf(codes);
    const auto claimed = affected(session,
                                  "UPDATE coupon SET status = {Pushing}, batch = ?"
                                  " WHERE status = {Staged} AND old_code IS NULL"_sql +
                                      named,
                                  {batch, json});
    if (!claimed || *claimed == 0)
        return claimed;
    const QString span = QStringLiteral("SELECT min(id), max(id) FROM coupon WHERE batch = ?") + named;
    const auto noted = notePushOf(session, batch, span, {batch, json}, now);
    return noted ? claimed : std::unexpected(noted.error());
}

Result<qint64> addForPush(Session &session, qint64 batch, const QList<QByteArray> &codes, WallMs now)
{
    const auto edits =
        number(session, QStringLiteral("SELECT count(*) FROM coupon WHERE old_code IS NOT NULL"));
    if (!edits)
        return std::unexpected(edits.error());
    // Edits are rare, and reading the table being written costs SQLite a copy of every row.
    const QString passOver =
        *edits > 0 ? QStringLiteral("NOT EXISTS (SELECT 1 FROM coupon o WHERE o.old_code = e.value)")
                   : QStringLiteral("1 = 1");
    const auto before = number(session, QStringLiteral("SELECT max(id) FROM coupon"));
    if (!before)
        return before;
    const bool sqlite = session.engine() == DatabaseUrl::Engine::Sqlite;
    const QString sql =
        (sqlite ? QStringLiteral("INSERT OR IGNORE") : QStringLiteral("INSERT")) +
        " INTO coupon (code, status, batch, created_at) SELECT e.value, {Pushing}, ?, ? FROM "_sql +
        eachText(session) + QStringLiteral(" WHERE ") + passOver +
        (sqlite ? QString() : QStringLiteral(" ON CONFLICT DO NOTHING"));
    const auto added = affected(session, sql, {batch, now, jsonOf(codes)});
    if (!added || *added == 0)
        return added;
    const auto noted = notePushOf(
        session, batch, QStringLiteral("SELECT CAST(? AS bigint) + 1, max(id) FROM coupon"), {*before}, now);
    return noted ? added : std::unexpected(noted.error());
}

Result<qint64> markCodesAvailable(Session &session, const QList<QByteArray> &codes, WallMs now)
{
    const QString sql = "UPDATE coupon SET status = {Available} WHERE status = {Staged}"
                        " AND code IN (SELECT value FROM "_sql +
                        eachText(session) + QStringLiteral(")");
    return noteTurnOf(session, affected(session, sql, {jsonOf(codes)}), StockTurn::Filled, now);
}

Result<Coupon> addIssued(Session &session, const QByteArray &code, UserId user, WallMs now)
{
    auto added = add(session, {code}, now);
    if (!added)
        return std::unexpected(added.error());
    Coupon coupon = added->front();
    const auto issued =
        session.run(QStringLiteral("INSERT INTO issue (user_id, coupon_id, issued_at) VALUES (?, ?, ?)"),
                    {user, coupon.id, now});
    if (!issued)
        return std::unexpected(issued.error());
    const auto marked = session.run("UPDATE coupon SET status = {Issued} WHERE id = ?"_sql, {coupon.id});
    if (!marked)
        return std::unexpected(marked.error());
    coupon.status = CouponStatus::Issued;
    coupon.userId = user;
    coupon.issuedAt = now;
    return coupon;
}

Result<QList<Coupon>> listAmong(Session &session, const QList<QByteArray> &codes, const Filter &filter)
{
    auto found = couponsOf(session,
                           QStringLiteral("SELECT n.id FROM coupon n WHERE n.code IN (SELECT value FROM ") +
                               eachText(session) + u')',
                           {jsonOf(codes)});
    if (!found)
        return found;
    found->removeIf([&](const Coupon &coupon) {
        return coupon.id <= filter.after || (!filter.code.isEmpty() && filter.code != coupon.code) ||
               (filter.user && coupon.userId != filter.user) || !coupon.code.startsWith(filter.codePrefix) ||
               !hasPart(coupon.code, filter);
    });
    sortAs(*found, filter);
    const qsizetype from = std::clamp<qsizetype>(filter.offset, 0, found->size());
    return found->mid(from, std::max(filter.limit, 0));
}

Result<void> markIssuedRows(Session &session)
{
    return session.execute("UPDATE coupon SET status = {Issued} WHERE status = {Available}"
                           " AND id IN (SELECT coupon_id FROM issue)"_sql);
}

} // namespace seonchak::book

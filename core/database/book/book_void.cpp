// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_void.h"

#include "core/database/book/book_life.h"
#include "core/database/book/book_reads.h"
#include "core/database/book/book_rebuild.h"
#include "core/database/book/coupon_rows.h"
#include "core/database/book/row_names.h"
#include "core/database/book/stock_turns.h"

namespace seonchak::book {

namespace {

/// Makes those of `ids` (a SELECT of coupon ids) that are in one of `states` VOID; returns how many.
Result<qint64> voidThese(Session &session, const QString &ids, const QVariantList &values,
                         const QString &states, const VoidOrder &order)
{
    std::vector<qint64> done;
    const auto changed =
        eachRow(session,
                "UPDATE coupon SET status = {Voided}, version = version + 1 WHERE id IN ("_sql + ids +
                    QStringLiteral(") AND status IN (") + states + QStringLiteral(") RETURNING id"),
                values, [&](const QSqlQuery &row) { done.push_back(row.value(0).toLongLong()); });
    if (!changed)
        return std::unexpected(changed.error());
    if (done.empty())
        return 0;
    const auto told =
        affected(session,
                 "INSERT INTO life (coupon_id, at, what, user_id, actor, detail)"
                 " SELECT e.value, CAST(? AS bigint), {life.Voided}, NULL, CAST(? AS text), '' FROM "_sql +
                     eachNumber(session),
                 {order.at, order.actor, jsonOf(done)});
    if (!told)
        return std::unexpected(told.error());
    return qint64(done.size());
}

/// Records that this order has withdrawn coupons from the stock, as many as were voided.
Result<qint64> noteWithdrawal(Session &session, const Result<qint64> &voided, const VoidOrder &order)
{
    return noteTurnOf(session, voided, order.one ? StockTurn::OneWithdrawn : StockTurn::AllWithdrawn,
                      order.at);
}

/// Coupons with one of the codes of one `?`, or with one as the former code of a pending edit.
QString withCode(const Session &session, const char *column)
{
    return QStringLiteral("SELECT c.id FROM ") + eachText(session) +
           QStringLiteral(", coupon c WHERE c.%1 = e.value").arg(QLatin1String(column));
}

} // namespace

Result<qint64> voidStaged(Session &session, int most, const VoidOrder &order)
{
    return voidThese(session, "SELECT id FROM coupon WHERE status = {Staged} LIMIT ?"_sql, {most},
                     "{Staged}"_sql, order);
}

Result<qint64> voidIds(Session &session, const std::vector<CouponId> &ids, const VoidOrder &order)
{
    return voidThese(session,
                     QStringLiteral("SELECT c.id FROM coupon c WHERE c.old_code IS NULL AND c.id IN"
                                    " (SELECT value FROM ") +
                         eachNumber(session) + u')',
                     {jsonOf(ids)}, "{Staged}"_sql, order);
}

Result<qint64> voidThoseWith(Session &session, const QList<QByteArray> &codes, const VoidOrder &order)
{
    const auto voided = voidThese(session, withCode(session, "code") + QLatin1String(untouched),
                                  {jsonOf(codes)}, "{Available}"_sql, order);
    return noteWithdrawal(session, voided, order);
}

Result<qint64> voidAvailable(Session &session, int most, const VoidOrder &order)
{
    const auto voided = voidThese(session,
                                  "SELECT c.id FROM coupon c WHERE c.status = {Available}"_sql +
                                      QLatin1String(untouched) + QStringLiteral(" LIMIT ?"),
                                  {most}, "{Available}"_sql, order);
    return noteWithdrawal(session, voided, order);
}

Result<qint64> voidCodes(Session &session, const QList<QByteArray> &codes, qint64 generation,
                         const VoidOrder &order)
{
    if (const auto held = holdGeneration(session, generation); !held)
        return std::unexpected(held.error());
    const QString json = jsonOf(codes);
    for (const char *column : {"code", "old_code"}) {
        // PUSHING: Redis has a slice before the book has finished its push.
        const auto voided = voidThese(session, withCode(session, column) + QLatin1String(untouched), {json},
                                      "{Pushing}, {Available}"_sql, order);
        if (const auto noted = noteWithdrawal(session, voided, order); !noted)
            return noted;
    }
    return number(session,
                  "SELECT count(*) FROM coupon WHERE status = {Voided} AND id IN ("_sql +
                      withCode(session, "code") + QStringLiteral(" UNION ") + withCode(session, "old_code") +
                      u')',
                  {json, json});
}

Result<Coupon> beginVoid(Session &session, CouponId id, bool bookAlone, const VoidOrder &order)
{
    const bool sqlite = session.engine() == DatabaseUrl::Engine::Sqlite;
    const auto busy = number(session,
                             "SELECT CASE WHEN status = {Pushing} OR old_code IS NOT NULL"
                             " THEN 1 ELSE 0 END FROM coupon WHERE id = ?"_sql +
                                 (sqlite ? QString() : QStringLiteral(" FOR UPDATE")),
                             {id});
    if (!busy)
        return std::unexpected(busy.error());
    const auto found = byId(session, id);
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return failure(Trouble::NotFound, QStringLiteral("there is no coupon %1").arg(id));
    Coupon coupon = **found;
    const bool available = coupon.status == CouponStatus::Available;
    if (!available && coupon.status != CouponStatus::Staged)
        return failure(Trouble::Conflict,
                       QStringLiteral("the coupon is ") + QString::fromLatin1(statusName(coupon.status)));
    if (*busy > 0)
        return failure(Trouble::Conflict, QStringLiteral("the coupon is in a push or an edit just now"));
    if (available && !bookAlone)
        return coupon;
    auto voided = voidThese(session, QStringLiteral("SELECT CAST(? AS bigint)"), {id},
                            available ? "{Available}"_sql : "{Staged}"_sql, order);
    if (available)
        voided = noteWithdrawal(session, voided, order);
    if (!voided)
        return std::unexpected(voided.error());
    if (*voided == 0)
        return failure(Trouble::Conflict, QStringLiteral("the coupon is being changed just now"));
    coupon.status = CouponStatus::Void;
    return coupon;
}

Result<qint64> stockAmong(Session &session, const QList<QByteArray> &codes)
{
    const QString json = jsonOf(codes);
    return number(
        session,
        "SELECT count(*) FROM coupon c WHERE c.status IN ({Pushing}, {Available}) AND c.id IN ("_sql +
            withCode(session, "code") + QStringLiteral(" UNION ") + withCode(session, "old_code") + u')' +
            QLatin1String(untouched),
        {json, json});
}

Result<QHash<CouponStatus, qint64>> statusesOf(Session &session, const QList<CouponId> &ids)
{
    const auto coupons =
        couponsOf(session, QStringLiteral("SELECT e.value FROM ") + eachNumber(session), {jsonOf(ids)});
    if (!coupons)
        return std::unexpected(coupons.error());
    QHash<CouponStatus, qint64> statuses;
    for (const Coupon &coupon : *coupons)
        ++statuses[coupon.status];
    return statuses;
}

Result<qint64> voidAmong(Session &session, const QList<CouponId> &ids, bool bookAlone, const VoidOrder &order)
{
    const QString chosen = QStringLiteral("SELECT c.id FROM ") + eachNumber(session) +
                           QStringLiteral(", coupon c WHERE c.id = e.value AND c.old_code IS NULL");
    const auto staged = voidThese(session, chosen, {jsonOf(ids)}, "{Staged}"_sql, order);
    if (!staged || !bookAlone)
        return staged;
    const auto available = noteWithdrawal(
        session,
        voidThese(session, chosen + QLatin1String(untouched), {jsonOf(ids)}, "{Available}"_sql, order),
        order);
    return available ? Result<qint64>(*staged + *available) : available;
}

Result<QList<QByteArray>> stockCodesOf(Session &session, const QList<CouponId> &ids)
{
    QList<QByteArray> codes;
    const auto read =
        eachRow(session,
                QStringLiteral("SELECT c.code FROM ") + eachNumber(session) +
                    ", coupon c WHERE c.id = e.value AND c.status = {Available} AND c.old_code IS NULL"_sql +
                    QLatin1String(untouched),
                {jsonOf(ids)}, [&](const QSqlQuery &row) { codes.append(row.value(0).toString().toUtf8()); });
    return read ? Result<QList<QByteArray>>(codes) : std::unexpected(read.error());
}

} // namespace seonchak::book

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book_reads.h"

#include "core/database/coupon_rows.h"

#include <algorithm>

// Statuses are written as numbers here: 0 STAGED, 1 PUSHING, 2 AVAILABLE, 4 ISSUED, 5 VOID (RowStatus).
namespace seonchak::book {

namespace {

/// Ids of one row status, in order, along its index.
QString idsIn(int rowStatus)
{
    return QStringLiteral("SELECT id FROM (SELECT c.id FROM coupon c WHERE c.status = %1 AND c.id > ?%2"
                          " ORDER BY c.id LIMIT ?) s%1")
        .arg(rowStatus)
        .arg(QLatin1String(untouched));
}

QString idsInPush()
{
    return QStringLiteral("SELECT id FROM (SELECT c.id%1 AND c.id > ?%2 ORDER BY c.id LIMIT ?) s1")
        .arg(QLatin1String(pushingRows), QLatin1String(untouched));
}

/// A SELECT of the ids that a list shows, cut to its limit where the table is long.
struct IdQuery
{
    QString sql;
    QVariantList values;
};

IdQuery idsOfStatus(CouponStatus status, const Filter &filter)
{
    const QVariantList once{filter.after, filter.limit};
    switch (status) {
    case CouponStatus::Staged:
        return {idsIn(0) + QStringLiteral(" UNION ALL ") + idsInPush(), once + once};
    case CouponStatus::Available:
        return {idsIn(2), once};
    case CouponStatus::Void:
        return {idsIn(5), once};
    case CouponStatus::Issued:
        return {QStringLiteral("SELECT coupon_id FROM (SELECT coupon_id FROM issue WHERE coupon_id > ?"
                               " ORDER BY coupon_id LIMIT ?) s"),
                once};
    case CouponStatus::InDoubt:
        return {QStringLiteral("SELECT coupon_id FROM doubt d WHERE coupon_id > ?"
                               " AND NOT EXISTS (SELECT 1 FROM issue i WHERE i.coupon_id = d.coupon_id)"),
                {filter.after}};
    case CouponStatus::Reserved:
        break; // Redis' to know
    }
    return {QStringLiteral("SELECT id FROM coupon WHERE 1 = 0"), {}};
}

IdQuery idsFor(const Filter &filter)
{
    if (!filter.code.isEmpty())
        return {QStringLiteral("SELECT id FROM coupon WHERE code = ?"), {QString::fromUtf8(filter.code)}};
    if (filter.user) {
        return {QStringLiteral("SELECT coupon_id FROM issue WHERE user_id = ?"
                               " UNION SELECT coupon_id FROM doubt WHERE user_id = ?"),
                {*filter.user, *filter.user}};
    }
    if (filter.status)
        return idsOfStatus(*filter.status, filter);
    return {QStringLiteral("SELECT id FROM (SELECT id FROM coupon WHERE id > ? ORDER BY id LIMIT ?) s"),
            {filter.after, filter.limit}};
}

bool passes(const Coupon &coupon, const Filter &filter)
{
    return coupon.id > filter.after && (!filter.status || coupon.status == *filter.status) &&
           (!filter.user || coupon.userId == filter.user) &&
           (filter.code.isEmpty() || coupon.code == filter.code);
}

} // namespace

Result<std::optional<Coupon>> byId(Session &session, CouponId id)
{
    return couponOf(session, QStringLiteral("SELECT CAST(? AS bigint)"), {id});
}

Result<std::optional<Coupon>> byCode(Session &session, const QByteArray &code)
{
    return couponOf(session, QStringLiteral("SELECT id FROM coupon WHERE code = ?"),
                    {QString::fromUtf8(code)});
}

Result<std::optional<Coupon>> byUser(Session &session, UserId user)
{
    return couponOf(session, QStringLiteral("SELECT coupon_id FROM issue WHERE user_id = ?"), {user});
}

Result<QList<Coupon>> list(Session &session, const Filter &filter)
{
    const IdQuery ids = idsFor(filter);
    auto coupons = couponsOf(session, ids.sql, ids.values);
    if (!coupons)
        return coupons;
    coupons->removeIf([&](const Coupon &coupon) { return !passes(coupon, filter); });
    if (coupons->size() > filter.limit)
        coupons->resize(std::max(filter.limit, 0));
    return coupons;
}

Result<Counts> counts(Session &session)
{
    // AVAILABLE, the many, is not counted but taken as the rest of the rows: the schema's CHECK allows no
    // sixth status. PUSHING rows may be issued already: Redis has a slice before the book has its push
    // finished.
    const QString sql =
        QStringLiteral("SELECT (SELECT count(*) FROM coupon), (SELECT count(*) FROM issue),"
                       " (SELECT count(*) FROM coupon WHERE status = 0), (SELECT count(*)%1),"
                       " (SELECT count(*)%1%2), (SELECT count(*) FROM coupon WHERE status = 4),"
                       " (SELECT count(*) FROM coupon WHERE status = 5), (SELECT count(*) FROM doubt d"
                       "   WHERE NOT EXISTS (SELECT 1 FROM issue i WHERE i.coupon_id = d.coupon_id))")
            .arg(QLatin1String(pushingRows), QLatin1String(untouched));
    Counts counts;
    const auto read = eachRow(session, sql, {}, [&](const QSqlQuery &row) {
        const auto n = [&](int column) { return row.value(column).toLongLong(); };
        counts.generated = n(0);
        counts.issued = n(1);
        counts.pushing = n(4);
        counts.staged = n(2) + counts.pushing;
        counts.markedIssued = n(5);
        counts.voided = n(6);
        counts.inDoubt = n(7);
        const qint64 takenFromPushes = n(3) - counts.pushing;
        const qint64 rowsAvailable = counts.generated - n(2) - n(3) - counts.markedIssued - counts.voided;
        counts.available =
            rowsAvailable - (counts.issued + counts.inDoubt - counts.markedIssued - takenFromPushes);
    });
    if (!read)
        return std::unexpected(read.error());
    return counts;
}

Result<qint64> issuedAfter(Session &session, qint64 reservation)
{
    return number(session, QStringLiteral("SELECT count(*) FROM issue WHERE reservation > ?"), {reservation});
}

Result<qint64> bookedAmong(Session &session, const std::vector<qint64> &pending)
{
    const QString sql =
        QStringLiteral("SELECT count(*) FROM issue WHERE reservation IN (SELECT value FROM ") +
        eachNumber(session) + u')';
    return number(session, sql, {jsonOf(pending)});
}

Result<QList<QByteArray>> existing(Session &session, const QList<QByteArray> &codes)
{
    const QString sql = QStringLiteral("SELECT e.value FROM ") + eachText(session) +
                        QStringLiteral(" WHERE EXISTS (SELECT 1 FROM coupon c WHERE c.code = e.value)"
                                       " OR EXISTS (SELECT 1 FROM coupon c WHERE c.old_code = e.value)"
                                       " ORDER BY e.key");
    QList<QByteArray> found;
    const auto read = eachRow(session, sql, {jsonOf(codes)}, [&](const QSqlQuery &row) {
        const QByteArray code = row.value(0).toString().toUtf8();
        if (found.isEmpty() || found.back() != code)
            found.append(code);
    });
    if (!read)
        return std::unexpected(read.error());
    return found;
}

} // namespace seonchak::book

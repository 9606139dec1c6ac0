// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/coupon_rows.h"

namespace seonchak::book {

namespace {

CouponStatus shown(RowStatus status)
{
    switch (status) {
    case RowStatus::Staged:
    case RowStatus::Pushing:
        return CouponStatus::Staged;
    case RowStatus::Available:
        return CouponStatus::Available;
    case RowStatus::Issued:
        return CouponStatus::Issued;
    case RowStatus::Voided:
        return CouponStatus::Void;
    }
    return CouponStatus::Void;
}

Coupon couponIn(const QSqlQuery &row)
{
    Coupon coupon;
    coupon.id = row.value(0).toLongLong();
    coupon.code = row.value(1).toString().toUtf8();
    coupon.status = shown(RowStatus(row.value(2).toInt()));
    coupon.createdAt = row.value(3).toLongLong();
    if (!row.isNull(4)) {
        coupon.status = CouponStatus::Issued;
        coupon.userId = row.value(4).toLongLong();
        coupon.issuedAt = row.value(5).toLongLong();
    } else if (!row.isNull(6)) {
        coupon.status = CouponStatus::InDoubt;
        coupon.userId = row.value(6).toLongLong();
    }
    return coupon;
}

} // namespace

Result<QList<Coupon>> couponsOf(Session &session, const QString &ids, const QVariantList &values)
{
    const QString sql =
        QStringLiteral(
            "SELECT c.id, c.code, c.status, c.created_at, i.user_id, i.issued_at, d.user_id FROM coupon c"
            " LEFT JOIN issue i ON i.coupon_id = c.id LEFT JOIN doubt d ON d.coupon_id = c.id"
            " WHERE c.id IN (") +
        ids + QStringLiteral(") ORDER BY c.id");
    QList<Coupon> coupons;
    const auto read =
        eachRow(session, sql, values, [&](const QSqlQuery &row) { coupons.append(couponIn(row)); });
    if (!read)
        return std::unexpected(read.error());
    return coupons;
}

Result<std::optional<Coupon>> couponOf(Session &session, const QString &ids, const QVariantList &values)
{
    const auto coupons = couponsOf(session, ids, values);
    if (!coupons)
        return std::unexpected(coupons.error());
    return coupons->isEmpty() ? std::nullopt : std::optional(coupons->front());
}

} // namespace seonchak::book

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/database/book/row_names.h"
#include "core/database/engine/rows.h"

#include <optional>

namespace seonchak::book {

/// A condition: `c` is PUSHING by the push `p`. "+" makes SQLite search by id.
inline QString rowsOfPush()
{
    return " c.id BETWEEN p.first_id AND p.last_id AND c.batch = p.batch AND +c.status = {Pushing}"_sql;
}
/// "FROM" and "WHERE" of the PUSHING rows as `c`, each with its open push `p`. CROSS JOIN makes SQLite start
/// from the few open pushes.
inline QString pushingRows()
{
    return QStringLiteral(" FROM push p CROSS JOIN coupon c WHERE p.finished = 0 AND") + rowsOfPush();
}
/// Appended to a WHERE: `c` is neither issued nor in doubt.
inline const char *const untouched = " AND NOT EXISTS (SELECT 1 FROM issue i WHERE i.coupon_id = c.id)"
                                     " AND NOT EXISTS (SELECT 1 FROM doubt d WHERE d.coupon_id = c.id)";

/// Records that the PUSHING coupons of `batch` are between these ids, widening an earlier range.
Result<void> notePush(Session &session, qint64 batch, CouponId first, CouponId last, WallMs now);

/// Reads coupons with their rows in the issue and doubt tables; `ids` is a SELECT of coupon ids.
Result<QList<Coupon>> couponsOf(Session &session, const QString &ids, const QVariantList &values);
/// The first result of couponsOf, if any.
Result<std::optional<Coupon>> couponOf(Session &session, const QString &ids, const QVariantList &values);

} // namespace seonchak::book

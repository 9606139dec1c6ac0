// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_reads.h"
#include "core/database/engine/session.h"
#include <QVariantList>

/// How the conditions of a filter become a SELECT of coupon ids: what lists, counts and orders share.
namespace seonchak::book {

struct IdQuery
{
    QString sql;
    QVariantList values;

    void add(const QString &condition, const QVariantList &with)
    {
        sql += condition;
        values += with;
    }
};

/// Whether the filter says anything of how the code looks.
[[nodiscard]] bool asksForCode(const Filter &filter);
/// " AND" the code in `column` is as the filter wants it, however a book may spell it. A "+" before the
/// column keeps SQLite off the index.
void addCode(IdQuery &query, const Session &session, const QString &column, const Filter &filter);

/// Rows of coupons `c` that hold `condition`, the code and `after`.
[[nodiscard]] IdQuery idsOfRows(const Session &session, const QString &condition, const Filter &filter);
/// The ids of all that match, in no order and uncut; for filters without code and user.
[[nodiscard]] IdQuery idsFor(const Session &session, const Filter &filter);

/// What SQL cannot say, or may say twice of a broken book. The code's part is left to SQL.
[[nodiscard]] bool passes(const Coupon &coupon, const Filter &filter);
/// Whether the filter's part stands in this code.
[[nodiscard]] bool hasPart(const QByteArray &code, const Filter &filter);

/// How many coupons match a filter that leaves many.
Result<qint64> countMany(Session &session, const Filter &filter);

/// Sorts what is in memory as the filter orders it.
void sortAs(QList<Coupon> &coupons, const Filter &filter);
/// The ids of one page of a filter that leaves many, in its order.
Result<QList<CouponId>> pageOf(Session &session, const Filter &filter);

} // namespace seonchak::book

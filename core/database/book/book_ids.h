// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_reads.h"
#include "core/database/engine/session.h"
#include <QVariantList>

/// Turns the conditions of a filter into a SELECT of coupon ids, for lists, counts and orders.
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

/// Whether the filter has a condition on the code.
[[nodiscard]] bool asksForCode(const Filter &filter);
/// " AND" the code in `column` matches the filter, in any spelling that a book may have. A "+" before the
/// column keeps SQLite off the index.
void addCode(IdQuery &query, const Session &session, const QString &column, const Filter &filter);

/// Rows of coupons `c` that satisfy `condition`, and the filter's code and `after`.
[[nodiscard]] IdQuery idsOfRows(const Session &session, const QString &condition, const Filter &filter);
/// The ids of all matches, unordered and unlimited; for filters without code and user.
[[nodiscard]] IdQuery idsFor(const Session &session, const Filter &filter);

/// The conditions that SQL cannot express, or may repeat on a broken book. The code's condition is left to
/// SQL.
[[nodiscard]] bool passes(const Coupon &coupon, const Filter &filter);
/// Whether the code contains the filter's part.
[[nodiscard]] bool hasPart(const QByteArray &code, const Filter &filter);

/// How many coupons match a filter with many matches.
Result<qint64> countMany(Session &session, const Filter &filter);

/// Sorts coupons in memory in the filter's order.
void sortAs(QList<Coupon> &coupons, const Filter &filter);
/// The ids of one page of a filter with many matches, in its order.
Result<QList<CouponId>> pageOf(Session &session, const Filter &filter);

} // namespace seonchak::book

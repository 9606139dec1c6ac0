// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_ids.h"

#include "core/database/book/coupon_rows.h"
#include "core/database/book/row_names.h"
#include "core/database/engine/rows.h"

#include <algorithm>
#include <array>
#include <functional>
#include <vector>

// A million coupons are sorted along indexes, never in memory: an order is one SELECT along an index, or a
// few in sequence.
namespace seonchak::book {

namespace {

constexpr std::array shownStatuses{CouponStatus::Staged, CouponStatus::Available, CouponStatus::InDoubt,
                                   CouponStatus::Issued, CouponStatus::Void};
/// Up to this many are skipped one by one; more are counted.
constexpr qint64 fewToPassOver = 2000;

/// Coupons that do not match lie between those that do. Skipping many of them one by one takes too long.
enum class Gaps { None, InStock, WithoutUser, NotIssued };

/// A part of the list: a SELECT of ids above a given one, with its own ORDER BY, and its number of rows.
struct Segment
{
    std::function<IdQuery(CouponId above)> ids;
    std::function<Result<qint64>()> size = {};
    Gaps gaps = Gaps::None;
};

QString direction(const Filter &filter)
{
    return filter.descending ? QStringLiteral(" DESC") : QString();
}

/// How many coupons of this kind have an id in this range.
Result<qint64> countBetween(Session &session, Gaps gaps, CouponId above, CouponId upTo)
{
    const QString id = QStringLiteral("id > ? AND id <= ?");
    const QString couponId = QStringLiteral("coupon_id > ? AND coupon_id <= ?");
    QString sql = QStringLiteral("SELECT (SELECT count(*) FROM coupon WHERE ") + id + u')';
    int ranges = 2;
    if (gaps == Gaps::InStock) { // The lock strategies mark issued coupons, which are subtracted below.
        sql = "SELECT (SELECT count(*) FROM coupon WHERE status = {Available} AND %1)"
              " + (SELECT count(*) FROM coupon WHERE status = {Issued} AND %1)"_sql.arg(id);
        ++ranges;
    }
    sql += QStringLiteral(" - (SELECT count(*) FROM issue WHERE %1)").arg(couponId);
    if (gaps != Gaps::NotIssued) {
        sql += QStringLiteral(" - (SELECT count(*) FROM doubt d WHERE %1 AND NOT EXISTS"
                              " (SELECT 1 FROM issue i WHERE i.coupon_id = d.coupon_id))")
                   .arg(couponId);
        ++ranges;
    }
    QVariantList values;
    for (int i = 0; i < ranges; ++i)
        values += QVariantList{above, upTo};
    return number(session, sql, values);
}

/// The id above which to begin so that `offset`, which is reduced, has been skipped. Counts by halving, each
/// coupon once. During a push a page may begin a few coupons off.
Result<CouponId> beyondGaps(Session &session, Gaps gaps, CouponId after, qint64 &offset)
{
    if (offset == 0) // A caller that continues by `after` must miss none, and the counts below may be a few
                     // coupons off.
        return after;
    const auto issued =
        number(session, "SELECT CAST(sum(n) AS bigint) FROM tally WHERE kind = {tally.Issues}"_sql);
    const auto last = number(session, QStringLiteral("SELECT max(id) FROM coupon"));
    if (!issued || !last)
        return std::unexpected(issued ? last.error() : issued.error());
    const bool isNear = offset < fewToPassOver && after > 0;
    if (isNear || *issued < fewToPassOver)
        return after;
    CouponId low = std::max<CouponId>(after, 0);
    CouponId high = *last;
    while (high - low > fewToPassOver) {
        const CouponId middle = low + (high - low) / 2;
        const auto passed = countBetween(session, gaps, low, middle);
        if (!passed)
            return std::unexpected(passed.error());
        if (*passed > offset) {
            high = middle;
        } else {
            low = middle;
            offset -= std::max<qint64>(*passed, 0);
        }
    }
    return low;
}

Result<QList<CouponId>> read(Session &session, const std::vector<Segment> &segments, const Filter &filter)
{
    QList<CouponId> ids;
    qint64 offset = std::max<qint64>(filter.offset, 0);
    for (const Segment &segment : segments) {
        if (offset > 0 && segment.size) {
            const auto size = segment.size();
            if (!size)
                return std::unexpected(size.error());
            if (offset >= *size) {
                offset -= *size;
                continue;
            }
        }
        auto above = Result<CouponId>(filter.after);
        if (segment.gaps != Gaps::None)
            above = beyondGaps(session, segment.gaps, filter.after, offset);
        if (!above)
            return std::unexpected(above.error());
        const IdQuery query = segment.ids(*above);
        const auto done = eachRow(session, query.sql + QStringLiteral(" LIMIT ? OFFSET ?"),
                                  query.values + QVariantList{filter.limit - ids.size(), offset},
                                  [&](const QSqlQuery &row) { ids.append(row.value(0).toLongLong()); });
        if (!done)
            return std::unexpected(done.error());
        if (ids.size() >= filter.limit)
            break;
        offset = 0;
    }
    return ids;
}

/// In the order of ids, with one status or any.
Segment byIds(Session &session, const Filter &filter)
{
    Segment segment;
    segment.ids = [&session, filter](CouponId above) {
        Filter from = filter;
        from.after = above;
        IdQuery query = idsFor(session, from);
        query.sql += QStringLiteral(" ORDER BY 1") + direction(filter);
        return query;
    };
    segment.size = [&session, filter] { return countMany(session, filter); };
    if (filter.status == CouponStatus::Available && !asksForCode(filter) && !filter.descending)
        segment.gaps = Gaps::InStock;
    return segment;
}

QString haveStatus(CouponStatus status, const QString &column)
{
    const QString free = QLatin1String(untouched);
    const QString issued = QStringLiteral("EXISTS (SELECT 1 FROM issue i WHERE i.coupon_id = c.id)");
    switch (status) {
    case CouponStatus::Staged:
        return "(%1 = {Staged} OR (%1 = {Pushing}%2))"_sql.arg(column, free);
    case CouponStatus::Available:
        return "%1 = {Available}%2"_sql.arg(column, free);
    case CouponStatus::Void:
        return column + " = {Voided}"_sql;
    case CouponStatus::Issued:
        return issued;
    case CouponStatus::InDoubt:
        return QStringLiteral("EXISTS (SELECT 1 FROM doubt d WHERE d.coupon_id = c.id) AND NOT ") + issued;
    case CouponStatus::Reserved:
        break; // only Redis knows it
    }
    return QStringLiteral("1 = 0");
}

/// Along the codes if many match, else those of the status, sorted.
Result<Segment> byCode(Session &session, const Filter &filter)
{
    QString condition = QStringLiteral("1 = 1");
    if (filter.status) {
        const auto all = counts(session);
        Filter status;
        status.status = filter.status;
        const auto matching = countMany(session, status);
        if (!all || !matching)
            return std::unexpected(all ? matching.error() : all.error());
        const bool many = *matching > all->generated / 4;
        condition =
            haveStatus(*filter.status, many ? QStringLiteral("+c.status") : QStringLiteral("c.status"));
    }
    Segment segment;
    segment.ids = [&session, filter, condition](CouponId) {
        IdQuery query{QStringLiteral("SELECT c.id FROM coupon c WHERE ") + condition, {}};
        addCode(query, session, QStringLiteral("c.code"), filter);
        query.sql += QStringLiteral(" ORDER BY c.code") + direction(filter);
        return query;
    };
    return segment;
}

/// Ids from a table that names users, with `key` as a second column.
IdQuery keyedIds(const Session &session, const QString &table, const QString &key, const Filter &filter)
{
    IdQuery query{QStringLiteral("SELECT t.coupon_id, t.%1 FROM %2 t").arg(key, table), {}};
    if (asksForCode(filter))
        query.sql += QStringLiteral(" JOIN coupon c ON c.id = t.coupon_id");
    query.sql += QStringLiteral(" WHERE 1 = 1");
    addCode(query, session, QStringLiteral("c.code"), filter);
    if (table == QStringLiteral("doubt"))
        query.sql +=
            QStringLiteral(" AND NOT EXISTS (SELECT 1 FROM issue i WHERE i.coupon_id = t.coupon_id)");
    return query;
}

/// Coupons with a user, ordered by user.
Segment withUsers(Session &session, const Filter &filter)
{
    Segment segment;
    segment.ids = [&session, filter](CouponId) {
        IdQuery query;
        if (filter.status != CouponStatus::InDoubt)
            query = keyedIds(session, QStringLiteral("issue"), QStringLiteral("user_id"), filter);
        if (filter.status != CouponStatus::Issued) {
            const IdQuery doubts =
                keyedIds(session, QStringLiteral("doubt"), QStringLiteral("user_id"), filter);
            query.add((query.sql.isEmpty() ? QString() : QStringLiteral(" UNION ALL ")) + doubts.sql,
                      doubts.values);
        }
        query.sql += QStringLiteral(" ORDER BY 2") + direction(filter);
        return query;
    };
    segment.size = [&session, filter]() -> Result<qint64> {
        Filter one = filter;
        one.status = CouponStatus::Issued;
        const auto issued = countMany(session, one);
        one.status = CouponStatus::InDoubt;
        const auto inDoubt = countMany(session, one);
        if (!issued || !inDoubt)
            return issued ? inDoubt : issued;
        return *issued + *inDoubt;
    };
    return segment;
}

/// Issued coupons, ordered by time.
Segment withMoments(Session &session, const Filter &filter)
{
    Segment segment;
    segment.ids = [&session, filter](CouponId) {
        IdQuery query = keyedIds(session, QStringLiteral("issue"), QStringLiteral("issued_at"), filter);
        query.sql += QStringLiteral(" ORDER BY t.issued_at%1, t.user_id%1").arg(direction(filter));
        return query;
    };
    segment.size = [&session, filter] {
        Filter issued = filter;
        issued.status = CouponStatus::Issued;
        return countMany(session, issued);
    };
    return segment;
}

/// Coupons without a user, or without a time, in the order of ids.
Segment theOthers(Session &session, const Filter &filter)
{
    const bool byUser = filter.order == Order::User;
    Segment segment;
    segment.ids = [&session, filter, byUser](CouponId above) {
        Filter from = filter;
        from.after = above;
        const QString notIssued =
            QStringLiteral(" AND NOT EXISTS (SELECT 1 FROM issue i WHERE i.coupon_id = c.id)");
        IdQuery query = idsOfRows(
            session, QStringLiteral("1 = 1") + (byUser ? QLatin1String(untouched) : notIssued), from);
        query.sql += QStringLiteral(" ORDER BY 1");
        return query;
    };
    if (!asksForCode(filter))
        segment.gaps = byUser ? Gaps::WithoutUser : Gaps::NotIssued;
    return segment;
}

std::vector<Segment> byStatus(Session &session, const Filter &filter)
{
    std::vector<Segment> segments;
    Filter one = filter;
    one.descending = false;
    for (const CouponStatus status : shownStatuses) {
        one.status = status;
        segments.push_back(byIds(session, one));
    }
    if (filter.descending)
        std::ranges::reverse(segments);
    return segments;
}

std::vector<Segment> byKey(Session &session, const Filter &filter)
{
    const bool byUser = filter.order == Order::User;
    if (!filter.status)
        return {byUser ? withUsers(session, filter) : withMoments(session, filter),
                theOthers(session, filter)};
    if (filter.status == CouponStatus::Issued || (byUser && filter.status == CouponStatus::InDoubt))
        return {byUser ? withUsers(session, filter) : withMoments(session, filter)};
    Filter alike = filter;
    alike.descending = false;
    return {byIds(session, alike)};
}

/// Negative if `a` comes first. Coupons without a value come last in both directions.
template <typename T>
int compared(const std::optional<T> &a, const std::optional<T> &b, bool descending)
{
    if (!a || !b)
        return int(b.has_value()) - int(a.has_value());
    const int upwards = *a < *b ? -1 : int(*b < *a);
    return descending ? -upwards : upwards;
}

int compared(const Coupon &a, const Coupon &b, const Filter &filter)
{
    switch (filter.order) {
    case Order::Code:
        return compared(std::optional(a.code), std::optional(b.code), filter.descending);
    case Order::Status:
        return compared(std::optional(int(a.status)), std::optional(int(b.status)), filter.descending);
    case Order::User:
        return compared(a.userId, b.userId, filter.descending);
    case Order::Issued:
        return compared(a.issuedAt, b.issuedAt, filter.descending);
    case Order::Id:
    case Order::Created:
        break;
    }
    return compared(std::optional(a.id), std::optional(b.id), filter.descending);
}

} // namespace

void sortAs(QList<Coupon> &coupons, const Filter &filter)
{
    std::ranges::sort(coupons, [&](const Coupon &a, const Coupon &b) {
        const int first = compared(a, b, filter);
        return first != 0 ? first < 0 : a.id < b.id;
    });
}

Result<QList<CouponId>> pageOf(Session &session, const Filter &filter)
{
    switch (filter.order) {
    case Order::Code: {
        const auto segment = byCode(session, filter);
        return segment ? read(session, {*segment}, filter) : std::unexpected(segment.error());
    }
    case Order::Status:
        if (!filter.status)
            return read(session, byStatus(session, filter), filter);
        break;
    case Order::User:
    case Order::Issued:
        return read(session, byKey(session, filter), filter);
    case Order::Id:
    case Order::Created:
        return read(session, {byIds(session, filter)}, filter);
    }
    Filter alike = filter; // all of one status
    alike.descending = false;
    return read(session, {byIds(session, alike)}, filter);
}

} // namespace seonchak::book

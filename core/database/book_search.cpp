// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book_reads.h"

#include "core/coupon/code_text.h"
#include "core/database/coupon_rows.h"

#include <algorithm>
#include <limits>

// Statuses are written as numbers here: 0 STAGED, 1 PUSHING, 2 AVAILABLE, 4 ISSUED, 5 VOID (RowStatus).
namespace seonchak::book {

namespace {

/// As many coupons as are read whole and sifted here rather than by the database.
constexpr int fewMost = 4000;

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

/// The codes that begin with `prefix` are those from it up to, not including, the end; empty: no end. Both
/// engines order codes by their bytes, which is the order of the code points.
QString endOf(const QByteArray &prefix)
{
    constexpr char32_t last = 0x10ffff;
    constexpr char32_t beforeSurrogates = 0xd7ff;
    constexpr char32_t afterSurrogates = 0xe000;
    const auto points = QString::fromUtf8(prefix).toUcs4();
    for (qsizetype kept = points.size(); kept > 0; --kept) {
        const char32_t point = points[kept - 1];
        if (point == last)
            continue;
        const char32_t next = point == beforeSurrogates ? afterSurrogates : point + 1;
        return QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()), kept - 1) +
               QString::fromUcs4(&next, 1);
    }
    return {};
}

/// " AND" the code begins with the filter's prefix, however a book may spell it; `column` may have a "+" that
/// keeps SQLite off the index.
void addPrefix(IdQuery &query, const QString &column, const Filter &filter)
{
    if (filter.codePrefix.isEmpty())
        return;
    const char *joint = " AND (";
    const auto spellings = codeSpellings(filter.codePrefix);
    for (const QByteArray &prefix : spellings) {
        query.add(QLatin1String(joint) + QStringLiteral("(%1 >= ?").arg(column), {QString::fromUtf8(prefix)});
        if (const QString end = endOf(prefix); !end.isEmpty())
            query.add(QStringLiteral(" AND %1 < ?").arg(column), {end});
        query.sql += u')';
        joint = " OR ";
    }
    query.sql += u')';
}

/// Where a table `c` of coupons stands in the query already: the rest of its conditions.
void addRest(IdQuery &query, const Session &session, const Filter &filter)
{
    query.add(QStringLiteral(" AND c.id > ?"), {filter.after});
    const bool sqlite = session.engine() == DatabaseUrl::Engine::Sqlite;
    addPrefix(query, sqlite ? QStringLiteral("+c.code") : QStringLiteral("c.code"), filter);
}

IdQuery idsOfTable(const Session &session, const QString &table, const Filter &filter)
{
    if (filter.codePrefix.isEmpty())
        return {QStringLiteral("SELECT t.coupon_id AS id FROM %1 t WHERE t.coupon_id > ?").arg(table),
                {filter.after}};
    IdQuery query{
        QStringLiteral("SELECT c.id FROM %1 t JOIN coupon c ON c.id = t.coupon_id WHERE 1 = 1").arg(table),
        {}};
    addRest(query, session, filter);
    return query;
}

IdQuery idsOfRows(const Session &session, const QString &condition, const Filter &filter)
{
    IdQuery query{QStringLiteral("SELECT c.id FROM coupon c WHERE ") + condition, {}};
    addRest(query, session, filter);
    return query;
}

IdQuery idsOfStatus(const Session &session, CouponStatus status, const Filter &filter)
{
    const QString isUntouched = QLatin1String(untouched);
    switch (status) {
    case CouponStatus::Staged: {
        IdQuery query = idsOfRows(session, QStringLiteral("c.status = 0"), filter);
        query.sql += QStringLiteral(" UNION ALL SELECT c.id") + pushingRows() + isUntouched;
        addRest(query, session, filter);
        return query;
    }
    case CouponStatus::Available:
        return idsOfRows(session, QStringLiteral("c.status = 2") + isUntouched, filter);
    case CouponStatus::Void:
        return idsOfRows(session, QStringLiteral("c.status = 5"), filter);
    case CouponStatus::Issued:
        return idsOfTable(session, QStringLiteral("issue"), filter);
    case CouponStatus::InDoubt: {
        IdQuery query = idsOfTable(session, QStringLiteral("doubt"), filter);
        query.sql +=
            QStringLiteral(" AND NOT EXISTS (SELECT 1 FROM issue i WHERE i.coupon_id = t.coupon_id)");
        return query;
    }
    case CouponStatus::Reserved:
        break; // Redis' to know
    }
    return {QStringLiteral("SELECT c.id FROM coupon c WHERE 1 = 0"), {}};
}

/// The ids of all that match, in no order and uncut; for filters without code and user.
IdQuery idsFor(const Session &session, const Filter &filter)
{
    return filter.status ? idsOfStatus(session, *filter.status, filter)
                         : idsOfRows(session, QStringLiteral("1 = 1"), filter);
}

bool passes(const Coupon &coupon, const Filter &filter)
{
    return coupon.id > filter.after && (!filter.status || coupon.status == *filter.status) &&
           (!filter.user || coupon.userId == filter.user) &&
           (filter.code.isEmpty() || codeSpellings(filter.code).contains(coupon.code)) &&
           normalisedCode(coupon.code).startsWith(normalisedCode(filter.codePrefix));
}

/// The ids among which all matches are, where the filter leaves but a few; nothing where they are many.
Result<std::optional<IdQuery>> fewFor(Session &session, const Filter &filter)
{
    if (!filter.code.isEmpty()) {
        IdQuery query{QStringLiteral("SELECT id FROM coupon WHERE code IN ("), {}};
        for (const QByteArray &spelling : codeSpellings(filter.code))
            query.add(query.values.isEmpty() ? QStringLiteral("?") : QStringLiteral(", ?"),
                      {QString::fromUtf8(spelling)});
        query.sql += u')';
        return query;
    }
    if (filter.user) {
        return IdQuery{QStringLiteral("SELECT coupon_id FROM issue WHERE user_id = ?"
                                      " UNION SELECT coupon_id FROM doubt WHERE user_id = ?"),
                       {*filter.user, *filter.user}};
    }
    if (filter.codePrefix.isEmpty())
        return std::nullopt;
    IdQuery query{QStringLiteral("SELECT id FROM coupon WHERE 1 = 1"), {}};
    addPrefix(query, QStringLiteral("code"), filter);
    const auto many = number(session, QStringLiteral("SELECT count(*) FROM (%1 LIMIT ?) s").arg(query.sql),
                             query.values + QVariantList{fewMost + 1});
    if (!many)
        return std::unexpected(many.error());
    return *many <= fewMost ? std::optional(query) : std::nullopt;
}

Result<QList<Coupon>> sifted(Session &session, const IdQuery &few, const Filter &filter)
{
    auto coupons = couponsOf(session, few.sql, few.values);
    if (coupons)
        coupons->removeIf([&](const Coupon &coupon) { return !passes(coupon, filter); });
    return coupons;
}

} // namespace

Result<QList<Coupon>> list(Session &session, const Filter &filter)
{
    if (filter.limit <= 0)
        return QList<Coupon>{};
    const qint64 offset = std::max<qint64>(filter.offset, 0);
    const auto few = fewFor(session, filter);
    if (!few)
        return std::unexpected(few.error());
    if (*few) {
        auto coupons = sifted(session, **few, filter);
        return coupons ? coupons->mid(std::min<qsizetype>(offset, coupons->size()), filter.limit) : coupons;
    }
    IdQuery ids = idsFor(session, filter);
    ids.sql = QStringLiteral("SELECT s.id FROM (%1 ORDER BY 1 LIMIT ? OFFSET ?) s").arg(ids.sql);
    ids.values += QVariantList{filter.limit, offset};
    auto coupons = couponsOf(session, ids.sql, ids.values);
    if (coupons) // a broken book may say two things of one coupon: it shows as what couponsOf makes of it
        coupons->removeIf([&](const Coupon &coupon) { return !passes(coupon, filter); });
    return coupons;
}

Result<qint64> countMatching(Session &session, const Filter &filter)
{
    Filter whole = filter;
    whole.after = std::numeric_limits<qint64>::min();
    const auto few = fewFor(session, whole);
    if (!few)
        return std::unexpected(few.error());
    if (*few) {
        const auto coupons = sifted(session, **few, whole);
        return coupons ? Result<qint64>(coupons->size()) : std::unexpected(coupons.error());
    }
    if (!whole.status) {
        IdQuery all{QStringLiteral("SELECT count(*) FROM coupon WHERE 1 = 1"), {}};
        addPrefix(all, QStringLiteral("code"), whole);
        return number(session, all.sql, all.values);
    }
    if (whole.status == CouponStatus::Available && whole.codePrefix.isEmpty()) {
        const auto all = counts(session); // without a look at each of a million
        return all ? Result<qint64>(all->available) : std::unexpected(all.error());
    }
    const IdQuery ids = idsFor(session, whole);
    return number(session, QStringLiteral("SELECT count(*) FROM (%1) s").arg(ids.sql), ids.values);
}

} // namespace seonchak::book

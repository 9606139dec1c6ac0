// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_ids.h"

#include "core/coupon/code_text.h"
#include "core/database/book/coupon_rows.h"
#include "core/database/book/row_names.h"

namespace seonchak::book {

namespace {

/// No code is longer, in any spelling.
constexpr qsizetype longestPart = 4 * longestCode;

/// Codes with this prefix range from it up to, not including, the end; empty: no end. Both engines order
/// codes by their bytes, which is the order of the code points.
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

/// A LIKE pattern that matches this text literally. Escaped by "!": some servers treat a backslash in string
/// constants specially.
QString patternOf(const QByteArray &part)
{
    QString escaped;
    for (const QChar letter : QString::fromUtf8(part)) {
        if (letter == u'%' || letter == u'_' || letter == u'!')
            escaped += u'!';
        escaped += letter;
    }
    return u'%' + escaped + u'%';
}

/// SQLite's LIKE ignores case, PostgreSQL's does not.
void addPart(IdQuery &query, const Session &session, const QString &column, const Filter &filter)
{
    if (filter.codePart.isEmpty())
        return;
    if (filter.codePart.size() > longestPart) {
        query.sql += QStringLiteral(" AND 1 = 0");
        return;
    }
    const bool sqlite = session.engine() == DatabaseUrl::Engine::Sqlite;
    const char *joint = " AND (";
    const auto spellings = codeSpellings(filter.codePart);
    for (const QByteArray &part : spellings) {
        query.add(QLatin1String(joint) + column +
                      (sqlite ? QStringLiteral(" LIKE ? ESCAPE '!'") : QStringLiteral(" ILIKE ? ESCAPE '!'")),
                  {patternOf(part)});
        joint = " OR ";
    }
    query.sql += u')';
}

/// The remaining conditions, for a query that already has a table `c` of coupons.
void addRest(IdQuery &query, const Session &session, const Filter &filter)
{
    query.add(QStringLiteral(" AND c.id > ?"), {filter.after});
    const bool sqlite = session.engine() == DatabaseUrl::Engine::Sqlite;
    addCode(query, session, sqlite ? QStringLiteral("+c.code") : QStringLiteral("c.code"), filter);
}

IdQuery idsOfTable(const Session &session, const QString &table, const Filter &filter)
{
    if (!asksForCode(filter))
        return {QStringLiteral("SELECT t.coupon_id AS id FROM %1 t WHERE t.coupon_id > ?").arg(table),
                {filter.after}};
    IdQuery query{
        QStringLiteral("SELECT c.id FROM %1 t JOIN coupon c ON c.id = t.coupon_id WHERE 1 = 1").arg(table),
        {}};
    addRest(query, session, filter);
    return query;
}

} // namespace

bool asksForCode(const Filter &filter)
{
    return !filter.codePrefix.isEmpty() || !filter.codePart.isEmpty();
}

void addCode(IdQuery &query, const Session &session, const QString &column, const Filter &filter)
{
    addPrefix(query, column, filter);
    addPart(query, session, column, filter);
}

IdQuery idsOfRows(const Session &session, const QString &condition, const Filter &filter)
{
    IdQuery query{QStringLiteral("SELECT c.id FROM coupon c WHERE ") + condition, {}};
    addRest(query, session, filter);
    return query;
}

namespace {

IdQuery idsOfStatus(const Session &session, CouponStatus status, const Filter &filter)
{
    const QString isUntouched = QLatin1String(untouched);
    switch (status) {
    case CouponStatus::Staged: {
        IdQuery query = idsOfRows(session, "c.status = {Staged}"_sql, filter);
        query.sql += QStringLiteral(" UNION ALL SELECT c.id") + pushingRows() + isUntouched;
        addRest(query, session, filter);
        return query;
    }
    case CouponStatus::Available:
        return idsOfRows(session, "c.status = {Available}"_sql + isUntouched, filter);
    case CouponStatus::Void:
        return idsOfRows(session, "c.status = {Voided}"_sql, filter);
    case CouponStatus::Issued:
        return idsOfTable(session, QStringLiteral("issue"), filter);
    case CouponStatus::InDoubt: {
        IdQuery query = idsOfTable(session, QStringLiteral("doubt"), filter);
        query.sql +=
            QStringLiteral(" AND NOT EXISTS (SELECT 1 FROM issue i WHERE i.coupon_id = t.coupon_id)");
        return query;
    }
    case CouponStatus::Reserved:
        break; // only Redis knows it
    }
    return {QStringLiteral("SELECT c.id FROM coupon c WHERE 1 = 0"), {}};
}

} // namespace

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

bool hasPart(const QByteArray &code, const Filter &filter)
{
    return filter.codePart.isEmpty() ||
           QString::fromUtf8(normalisedCode(code))
               .contains(QString::fromUtf8(normalisedCode(filter.codePart)), Qt::CaseInsensitive);
}

} // namespace seonchak::book

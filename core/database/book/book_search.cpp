// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_ids.h"

#include "core/coupon/code_text.h"
#include "core/database/book/coupon_rows.h"
#include "core/database/engine/rows.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace seonchak::book {

namespace {

/// Up to this many coupons are read completely and filtered here instead of by the database.
constexpr int fewMost = 4000;

/// Ids that include all matches, if the filter leaves only a few; nullopt if there are many.
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
    if (!asksForCode(filter))
        return std::nullopt;
    IdQuery query{QStringLiteral("SELECT id FROM coupon WHERE 1 = 1"), {}};
    addCode(query, session, QStringLiteral("code"), filter);
    const auto many = number(session, QStringLiteral("SELECT count(*) FROM (%1 LIMIT ?) s").arg(query.sql),
                             query.values + QVariantList{fewMost + 1});
    if (!many)
        return std::unexpected(many.error());
    return *many <= fewMost ? std::optional(query) : std::nullopt;
}

Result<QList<Coupon>> sifted(Session &session, const IdQuery &few, const Filter &filter)
{
    auto coupons = couponsOf(session, few.sql, few.values);
    if (!coupons)
        return coupons;
    const bool foundByPart = filter.code.isEmpty() && !filter.user;
    coupons->removeIf([&](const Coupon &coupon) {
        return !passes(coupon, filter) || !(foundByPart || hasPart(coupon.code, filter));
    });
    sortAs(*coupons, filter);
    return coupons;
}

/// The coupons with these ids, in this order.
Result<QList<Coupon>> couponsInOrder(Session &session, const QList<CouponId> &ids)
{
    auto coupons = couponsOf(session, QStringLiteral("SELECT e.value FROM ") + eachNumber(session),
                             {jsonOf(std::span(ids.constData(), std::size_t(ids.size())))});
    if (!coupons)
        return coupons;
    QHash<CouponId, qsizetype> places;
    for (qsizetype i = 0; i < ids.size(); ++i)
        places.insert(ids[i], i);
    std::ranges::sort(*coupons, {}, [&](const Coupon &coupon) { return places.value(coupon.id); });
    return coupons;
}

qint64 countOf(const Counts &counts, CouponStatus status)
{
    switch (status) {
    case CouponStatus::Staged:
        return counts.staged;
    case CouponStatus::Available:
        return counts.available;
    case CouponStatus::InDoubt:
        return counts.inDoubt;
    case CouponStatus::Issued:
        return counts.issued;
    case CouponStatus::Void:
        return counts.voided;
    case CouponStatus::Reserved:
        break; // only Redis knows it
    }
    return 0;
}

} // namespace

Result<QList<Coupon>> list(Session &session, const Filter &filter)
{
    if (filter.limit <= 0)
        return QList<Coupon>{};
    const auto few = fewFor(session, filter);
    if (!few)
        return std::unexpected(few.error());
    if (*few) {
        auto coupons = sifted(session, **few, filter);
        const qint64 offset = std::max<qint64>(filter.offset, 0);
        return coupons ? coupons->mid(std::min<qsizetype>(offset, coupons->size()), filter.limit) : coupons;
    }
    auto coupons = Result<QList<Coupon>>(QList<Coupon>{});
    const auto read = session.snapshot(
        [&]() -> Result<void> { // A page must not miss users who are issued a coupon meanwhile.
            const auto ids = pageOf(session, filter);
            if (!ids)
                return std::unexpected(ids.error());
            coupons = couponsInOrder(session, *ids);
            return coupons ? Result<void>{} : std::unexpected(coupons.error());
        });
    if (!read)
        return std::unexpected(read.error());
    if (coupons) // A broken book may have two rows for one coupon: it appears as couponsOf returns it.
        coupons->removeIf([&](const Coupon &coupon) { return !passes(coupon, filter); });
    return coupons;
}

Result<qint64> countMany(Session &session, const Filter &filter)
{
    if (!filter.status) {
        IdQuery all{QStringLiteral("SELECT count(*) FROM coupon WHERE 1 = 1"), {}};
        addCode(all, session, QStringLiteral("code"), filter);
        return number(session, all.sql, all.values);
    }
    if (!asksForCode(filter)) { // without reading each of a million
        const auto all = counts(session);
        return all ? Result<qint64>(countOf(*all, *filter.status)) : std::unexpected(all.error());
    }
    const IdQuery ids = idsFor(session, filter);
    return number(session, QStringLiteral("SELECT count(*) FROM (%1) s").arg(ids.sql), ids.values);
}

Result<qint64> countMatching(Session &session, const Filter &filter)
{
    Filter whole = filter;
    whole.after = std::numeric_limits<qint64>::min();
    const auto few = fewFor(session, whole);
    if (!few)
        return std::unexpected(few.error());
    if (!*few)
        return countMany(session, whole);
    const auto coupons = sifted(session, **few, whole);
    return coupons ? Result<qint64>(coupons->size()) : std::unexpected(coupons.error());
}

} // namespace seonchak::book

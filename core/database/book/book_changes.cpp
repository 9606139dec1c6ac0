// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_changes.h"

#include "core/database/book/book_reads.h"
#include "core/database/book/coupon_rows.h"
#include "core/database/book/row_names.h"

#include <QHash>
#include <QRandomGenerator>

#include <algorithm>

namespace seonchak::book {

Result<QList<Coupon>> add(Session &session, const QList<QByteArray> &codes, WallMs now)
{
    // claimed_at starts as the creation time, so that a claim does not make the row grow and split its page.
    const QString sql = "INSERT INTO coupon (code, status, batch, created_at)"
                        " SELECT value, {Staged}, 1000, ? FROM (SELECT value FROM "_sql +
                        eachText(session) + QStringLiteral(" ORDER BY key) o RETURNING id, code");
    QHash<QByteArray, CouponId> ids;
    ids.reserve(codes.size());
    const auto inserted = eachRow(session, sql, {now, jsonOf(codes)}, [&](const QSqlQuery &row) {
        ids.insert(row.value(1).toString().toUtf8(), row.value(0).toLongLong());
    });
    if (!inserted)
        return std::unexpected(inserted.error());
    QList<Coupon> coupons;
    coupons.reserve(codes.size());
    for (const QByteArray &code : codes) {
        Coupon coupon;
        coupon.id = ids.value(code);
        coupon.code = code;
        coupon.createdAt = now;
        coupons.append(coupon);
    }
    return coupons;
}

Result<qint64> addFresh(Session &session, const QList<QByteArray> &codes, WallMs now)
{
    const auto edits =
        number(session, QStringLiteral("SELECT count(*) FROM coupon WHERE old_code IS NOT NULL"));
    if (!edits)
        return std::unexpected(edits.error());
    // Edits are rare, and reading the table being written costs SQLite a copy of every row.
    const QString passOver =
        *edits > 0 ? QStringLiteral("NOT EXISTS (SELECT 1 FROM coupon o WHERE o.old_code = e.value)")
                   : QStringLiteral("1 = 1");
    // OR IGNORE on SQLite: see SqliteInsert::insertRows.
    const bool sqlite = session.engine() == DatabaseUrl::Engine::Sqlite;
    const QString sql = (sqlite ? QStringLiteral("INSERT OR IGNORE") : QStringLiteral("INSERT")) +
                        " INTO coupon (code, status, batch, created_at)"
                        " SELECT e.value, {Staged}, 1000, ? FROM "_sql +
                        eachText(session) + QStringLiteral(" WHERE ") + passOver +
                        (sqlite ? QString() : QStringLiteral(" ON CONFLICT DO NOTHING"));
    return affected(session, sql, {now, jsonOf(codes)});
}

std::vector<QList<QByteArray>> slicesForAdd(QList<QByteArray> codes, qsizetype sliceSize)
{
    std::ranges::sort(codes);
    std::vector<QList<QByteArray>> slices;
    for (qsizetype at = 0; at < codes.size(); at += sliceSize) {
        slices.push_back(codes.mid(at, sliceSize));
        std::ranges::shuffle(slices.back(), *QRandomGenerator::system());
    }
    std::ranges::shuffle(slices, *QRandomGenerator::system());
    return slices;
}

namespace {

/// Succeeds if this coupon's code may be changed to `newCode` now; else the error says why not.
Result<void> mayRename(Session &session, const Coupon &coupon, const QByteArray &newCode)
{
    if (coupon.status != CouponStatus::Staged && coupon.status != CouponStatus::Available) {
        return failure(Trouble::Conflict,
                       QStringLiteral("the coupon is ") + QString::fromLatin1(statusName(coupon.status)),
                       {coupon.code});
    }
    const auto busy = number(session,
                             "SELECT count(*) FROM coupon WHERE id = ?"
                             " AND (status = {Pushing} OR old_code IS NOT NULL)"_sql,
                             {coupon.id});
    if (!busy)
        return std::unexpected(busy.error());
    if (*busy > 0)
        return failure(Trouble::Conflict, QStringLiteral("the coupon is in a push or another edit"),
                       {coupon.code});
    const auto taken = existing(session, {newCode});
    if (!taken)
        return std::unexpected(taken.error());
    if (!taken->isEmpty())
        return failure(Trouble::Conflict, QStringLiteral("the code is taken"), {newCode});
    return {};
}

} // namespace

Result<Coupon> beginRename(Session &session, CouponId id, const QByteArray &newCode)
{
    if (session.engine() == DatabaseUrl::Engine::Postgresql) {
        // Other edits and claims of this coupon wait here, so that what is read next stays true until it is
        // written.
        const auto locked =
            number(session, QStringLiteral("SELECT id FROM coupon WHERE id = ? FOR UPDATE"), {id});
        if (!locked)
            return std::unexpected(locked.error());
    }
    const auto coupon = byId(session, id);
    if (!coupon)
        return std::unexpected(coupon.error());
    if (!*coupon)
        return failure(Trouble::NotFound, QStringLiteral("there is no coupon %1").arg(id));
    const bool same = (*coupon)->code == newCode;
    if (const auto may = mayRename(session, **coupon, same ? QByteArray() : newCode); !may)
        return std::unexpected(may.error());
    if (!same) {
        const auto changed =
            affected(session,
                     QStringLiteral("UPDATE coupon SET old_code = code, code = ?, version = version + 1"
                                    " WHERE id = ?"),
                     {QString::fromUtf8(newCode), id});
        if (!changed && changed.error().trouble == Trouble::Conflict)
            return failure(Trouble::Conflict, QStringLiteral("the code is taken"), {newCode});
        if (!changed)
            return std::unexpected(changed.error());
    }
    return **coupon;
}

Result<void> finishRename(Session &session, CouponId id)
{
    return withoutCount(affected(
        session, QStringLiteral("UPDATE coupon SET old_code = NULL WHERE id = ? AND old_code IS NOT NULL"),
        {id}));
}

Result<void> undoRename(Session &session, CouponId id)
{
    return withoutCount(
        affected(session,
                 QStringLiteral("UPDATE coupon SET code = old_code, old_code = NULL, version = version + 1"
                                " WHERE id = ? AND old_code IS NOT NULL"),
                 {id}));
}

Result<std::vector<Rename>> unfinishedRenames(Session &session)
{
    // "+id": sorted afterwards, so that SQLite uses the small index of edits instead of walking the table by
    // id.
    std::vector<Rename> renames;
    const auto read =
        eachRow(session,
                QStringLiteral("SELECT id, old_code, code, status FROM coupon"
                               " WHERE old_code IS NOT NULL ORDER BY +id"),
                {}, [&](const QSqlQuery &row) {
                    renames.push_back({row.value(0).toLongLong(), row.value(1).toString().toUtf8(),
                                       row.value(2).toString().toUtf8(),
                                       RowStatus(row.value(3).toInt()) != RowStatus::Staged});
                });
    if (!read)
        return std::unexpected(read.error());
    return renames;
}

Result<void> setAside(Session &session, const QByteArray &code, UserId user, qint64 reservation,
                      const QString &why, WallMs now)
{
    const QString text = QString::fromUtf8(code);
    return withoutCount(affected(
        session,
        QStringLiteral("INSERT INTO set_aside (coupon_id, code, user_id, reservation, why, at) VALUES"
                       " ((SELECT max(id) FROM coupon WHERE code = ? OR old_code = ?), ?, ?, ?, ?, ?)"),
        {text, text, text, user, reservation, why, now}));
}

} // namespace seonchak::book

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/book_rows.h"

#include "core/database/book/book_refusals.h"
#include "core/database/book/row_names.h"
#include "core/database/engine/row_stream.h"

#include <unordered_map>

namespace seonchak::dossier {

namespace {

using book::operator""_sql;

/// One slice of a push.
struct Push
{
    CouponId first = 0;
    CouponId last = 0;
    WallMs at = 0;
};
using Pushes = std::unordered_map<qint64, Push>;

Result<Pushes> readPushes(Session &session)
{
    Pushes pushes;
    const auto read =
        streamRows(session, QStringLiteral("SELECT batch, first_id, last_id, claimed_at FROM push"),
                   [&](const QSqlQuery &row) {
                       pushes[row.value(0).toLongLong()] = {
                           row.value(1).toLongLong(), row.value(2).toLongLong(), row.value(3).toLongLong()};
                       return true;
                   });
    return read ? Result<Pushes>(std::move(pushes)) : std::unexpected(read.error());
}

CouponStatus stateOf(book::RowStatus status)
{
    switch (status) {
    case book::RowStatus::Staged:
    case book::RowStatus::Pushing:
        return CouponStatus::Staged;
    case book::RowStatus::Available:
        return CouponStatus::Available;
    case book::RowStatus::Issued:
        return CouponStatus::Issued;
    case book::RowStatus::Voided:
        break;
    }
    return CouponStatus::Void;
}

/// As in a coupon's biography: a STAGED or PUSHING coupon is not in the stock, and a batch counts as a push
/// only if that push claimed this very coupon.
WallMs pushedAt(const QSqlQuery &row, book::RowStatus status, const CouponRow &coupon, const Pushes &pushes)
{
    if (status == book::RowStatus::Staged || status == book::RowStatus::Pushing || row.isNull(4))
        return 0;
    const auto push = pushes.find(row.value(4).toLongLong());
    const bool claimed = push != pushes.end() && coupon.id >= push->second.first &&
                         coupon.id <= push->second.last && push->second.at >= coupon.created;
    return claimed ? push->second.at : 0;
}

CouponRow couponIn(const QSqlQuery &row, const Pushes &pushes, const UserNames &users)
{
    CouponRow coupon;
    coupon.id = row.value(0).toLongLong();
    coupon.code = row.value(1).toString().toUtf8();
    const auto status = book::RowStatus(row.value(2).toInt());
    coupon.state = stateOf(status);
    coupon.created = row.value(3).toLongLong();
    coupon.pushed = pushedAt(row, status, coupon, pushes);
    coupon.voided = row.value(10).toLongLong();
    if (!row.isNull(5)) {
        coupon.state = CouponStatus::Issued;
        coupon.user = users.of(row.value(5).toLongLong());
        coupon.reserved = row.value(6).toLongLong();
        coupon.issued = row.value(7).toLongLong();
    } else if (!row.isNull(8)) {
        coupon.state = CouponStatus::InDoubt;
        coupon.user = users.of(row.value(8).toLongLong());
        coupon.doubted = row.value(9).toLongLong();
    }
    return coupon;
}

QByteArray reasonName(int reason)
{
    if (reason >= 0 && std::size_t(reason) < reasonRows.size())
        return rowOf(Refusal::Reason(reason)).name;
    return "REASON_" + QByteArray::number(reason);
}

} // namespace

Result<BookCounts> countBook(Session &session)
{
    BookCounts counts;
    const auto read = streamRows(
        session,
        QStringLiteral("SELECT (SELECT count(*) FROM coupon), (SELECT count(*) FROM issue),"
                       " (SELECT count(*) FROM doubt d WHERE NOT EXISTS"
                       " (SELECT 1 FROM issue i WHERE i.coupon_id = d.coupon_id)),"
                       " (SELECT count(*) FROM refusal), (SELECT count(*) FROM audit)"),
        [&](const QSqlQuery &row) {
            counts = {row.value(0).toLongLong(), row.value(1).toLongLong(), row.value(2).toLongLong(),
                      row.value(3).toLongLong(), row.value(4).toLongLong()};
            return true;
        });
    return read ? Result<BookCounts>(counts) : std::unexpected(read.error());
}

Result<void> eachCoupon(Session &session, const UserNames &users, const Take<CouponRow> &take)
{
    const auto pushes = readPushes(session);
    if (!pushes)
        return std::unexpected(pushes.error());
    return streamRows(
        session,
        "SELECT c.id, c.code, c.status, c.created_at, c.batch, i.user_id,"
        " i.reserved_at, i.issued_at, d.user_id, d.since, CASE WHEN c.status = {Voided} THEN"
        " (SELECT max(l.at) FROM life l WHERE l.coupon_id = c.id AND l.what = {life.Voided}) END"
        " FROM coupon c LEFT JOIN issue i ON i.coupon_id = c.id"
        " LEFT JOIN doubt d ON d.coupon_id = c.id ORDER BY c.id"_sql,
        [&](const QSqlQuery &row) { return take(couponIn(row, *pushes, users)); });
}

Result<void> eachRefusal(Session &session, const UserNames &users, const Take<RefusalRow> &take)
{
    return streamRows(
        session,
        QStringLiteral("SELECT user_id, reason, first_at, last_at, times, pushed_at, sell_out_at"
                       " FROM refusal ORDER BY last_at, user_id"),
        [&](const QSqlQuery &row) {
            const auto n = [&](int column) { return row.value(column).toLongLong(); };
            return take({users.of(n(0)), reasonName(row.value(1).toInt()), n(2), n(3), n(4), n(5), n(6)});
        });
}

Result<void> eachAudit(Session &session, const UserNames &users, const Take<AuditEntry> &take)
{
    return streamRows(session,
                      QStringLiteral("SELECT id, at, actor, action, detail, result FROM audit ORDER BY id"),
                      [&](const QSqlQuery &row) {
                          return take({row.value(0).toLongLong(), row.value(1).toLongLong(),
                                       users.in(row.value(2).toString()), row.value(3).toString(),
                                       users.in(row.value(4).toString()), users.in(row.value(5).toString())});
                      });
}

} // namespace seonchak::dossier

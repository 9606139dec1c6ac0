// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_reads.h"

#include "core/coupon/code_text.h"
#include "core/database/book/book_tally.h"
#include "core/database/book/coupon_rows.h"
#include "core/database/engine/row_stream.h"

#include <QHash>

namespace seonchak::book {

Result<std::optional<Coupon>> byId(Session &session, CouponId id)
{
    return couponOf(session, QStringLiteral("SELECT CAST(? AS bigint)"), {id});
}

Result<std::optional<Coupon>> byCode(Session &session, const QByteArray &code)
{
    return couponOf(session, QStringLiteral("SELECT id FROM coupon WHERE code = ?"),
                    {QString::fromUtf8(code)});
}

Result<std::optional<Coupon>> byUser(Session &session, UserId user)
{
    return couponOf(session, QStringLiteral("SELECT coupon_id FROM issue WHERE user_id = ?"), {user});
}

Result<void> eachHolder(Session &session, const std::function<void(UserId)> &take)
{
    return session.snapshot([&] {
        return streamRows(session, QStringLiteral("SELECT user_id FROM issue"), [&](const QSqlQuery &row) {
            take(row.value(0).toLongLong());
            return true;
        });
    });
}

Result<QHash<UserId, Coupon>> byUsers(Session &session, std::span<const UserId> users)
{
    const auto coupons = couponsOf(session,
                                   QStringLiteral("SELECT i.coupon_id FROM ") + eachNumber(session) +
                                       QStringLiteral(" JOIN issue i ON i.user_id = e.value"),
                                   {jsonOf(users)});
    if (!coupons)
        return std::unexpected(coupons.error());
    QHash<UserId, Coupon> theirs;
    for (const Coupon &coupon : *coupons)
        theirs.insert(*coupon.userId, coupon);
    return theirs;
}

Result<Counts> counts(Session &session)
{
    // The schema's triggers count the large numbers (book_tally.h). Counted here are only the small ones:
    // doubts, and the slices of pending pushes. PUSHING rows may already be issued: Redis has a slice before
    // the book has finished its push. One statement is one instant. Each open push or doubt has its own
    // scalar subquery: as a join, PostgreSQL may read all coupons, or all issues.
    constexpr int inPushes = 20, untouchedInPushes = 21, doubts = 22; // in addition to the kinds of the tally
    const QString ofPush = QStringLiteral("CAST(coalesce(sum((SELECT count(*) FROM coupon c WHERE") +
                           rowsOfPush() +
                           QStringLiteral("%1)), 0) AS bigint) FROM push p WHERE p.finished = 0");
    const QString sql =
        QStringLiteral("SELECT kind, CAST(sum(n) AS bigint) FROM tally GROUP BY kind"
                       " UNION ALL SELECT %1, %2 UNION ALL SELECT %3, %4 UNION ALL SELECT %5,"
                       " CAST(coalesce(sum(1 - (SELECT count(*) FROM issue i WHERE i.coupon_id ="
                       " d.coupon_id)), 0) AS bigint) FROM doubt d")
            .arg(QString::number(inPushes), ofPush.arg(QString()), QString::number(untouchedInPushes),
                 ofPush.arg(QLatin1String(untouched)), QString::number(doubts));
    QHash<int, qint64> n;
    const auto read = eachRow(session, sql, {}, [&](const QSqlQuery &row) {
        n.insert(row.value(0).toInt(), row.value(1).toLongLong());
    });
    if (!read)
        return std::unexpected(read.error());
    Counts counts;
    const auto of = [&](RowStatus status) { return n.value(int(status)); };
    counts.generated = of(RowStatus::Staged) + of(RowStatus::Pushing) + of(RowStatus::Available) +
                       of(RowStatus::Issued) + of(RowStatus::Voided);
    counts.issued = n.value(int(Tally::Issues));
    counts.pushing = n.value(untouchedInPushes);
    counts.staged = of(RowStatus::Staged) + counts.pushing;
    counts.markedIssued = of(RowStatus::Issued);
    counts.voided = of(RowStatus::Voided);
    counts.inDoubt = n.value(doubts);
    const qint64 takenFromPushes = n.value(inPushes) - counts.pushing;
    const qint64 rowsAvailable =
        counts.generated - of(RowStatus::Staged) - n.value(inPushes) - counts.markedIssued - counts.voided;
    counts.available =
        rowsAvailable - (counts.issued + counts.inDoubt - counts.markedIssued - takenFromPushes);
    return counts;
}

Result<qint64> issuedAfter(Session &session, qint64 reservation)
{
    return number(session, QStringLiteral("SELECT count(*) FROM issue WHERE reservation > ?"), {reservation});
}

Result<qint64> bookedAmong(Session &session, const std::vector<qint64> &pending)
{
    if (pending.empty())
        return 0;
    const QString sql =
        QStringLiteral("SELECT count(*) FROM issue WHERE reservation IN (SELECT value FROM ") +
        eachNumber(session) + u')';
    return number(session, sql, {jsonOf(pending)});
}

Result<QList<QByteArray>> existing(Session &session, const QList<QByteArray> &codes)
{
    const QString sql = QStringLiteral("SELECT e.value FROM ") + eachText(session) +
                        QStringLiteral(" WHERE EXISTS (SELECT 1 FROM coupon c WHERE c.code = e.value)"
                                       " OR EXISTS (SELECT 1 FROM coupon c WHERE c.old_code = e.value)"
                                       " ORDER BY e.key");
    QList<QByteArray> spelled;
    spelled.reserve(codes.size());
    QHash<QByteArray, QByteArray> meant; // an old spelling → the requested code
    for (const QByteArray &code : codes) {
        for (const QByteArray &spelling : codeSpellings(code)) {
            spelled.append(spelling);
            if (spelling != code)
                meant.insert(spelling, code);
        }
    }
    QList<QByteArray> found;
    const auto read = eachRow(session, sql, {jsonOf(spelled)}, [&](const QSqlQuery &row) {
        const QByteArray stored = row.value(0).toString().toUtf8();
        const QByteArray code = meant.value(stored, stored);
        if (found.isEmpty() || found.back() != code)
            found.append(code);
    });
    if (!read)
        return std::unexpected(read.error());
    return found;
}

} // namespace seonchak::book

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book_reads.h"

#include "core/coupon/code_text.h"
#include "core/database/coupon_rows.h"

#include <QHash>

// Statuses are written as numbers here: 0 STAGED, 1 PUSHING, 2 AVAILABLE, 4 ISSUED, 5 VOID (RowStatus).
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

Result<Counts> counts(Session &session)
{
    // AVAILABLE, the many, is not counted but taken as the rest of the rows: the schema's CHECK allows no
    // sixth status. PUSHING rows may be issued already: Redis has a slice before the book has its push
    // finished.
    const QString sql =
        QStringLiteral("SELECT (SELECT count(*) FROM coupon), (SELECT count(*) FROM issue),"
                       " (SELECT count(*) FROM coupon WHERE status = 0), (SELECT count(*)%1),"
                       " (SELECT count(*)%1%2), (SELECT count(*) FROM coupon WHERE status = 4),"
                       " (SELECT count(*) FROM coupon WHERE status = 5), (SELECT count(*) FROM doubt d"
                       "   WHERE NOT EXISTS (SELECT 1 FROM issue i WHERE i.coupon_id = d.coupon_id))")
            .arg(QLatin1String(pushingRows), QLatin1String(untouched));
    Counts counts;
    const auto read = eachRow(session, sql, {}, [&](const QSqlQuery &row) {
        const auto n = [&](int column) { return row.value(column).toLongLong(); };
        counts.generated = n(0);
        counts.issued = n(1);
        counts.pushing = n(4);
        counts.staged = n(2) + counts.pushing;
        counts.markedIssued = n(5);
        counts.voided = n(6);
        counts.inDoubt = n(7);
        const qint64 takenFromPushes = n(3) - counts.pushing;
        const qint64 rowsAvailable = counts.generated - n(2) - n(3) - counts.markedIssued - counts.voided;
        counts.available =
            rowsAvailable - (counts.issued + counts.inDoubt - counts.markedIssued - takenFromPushes);
    });
    if (!read)
        return std::unexpected(read.error());
    return counts;
}

Result<qint64> issuedAfter(Session &session, qint64 reservation)
{
    return number(session, QStringLiteral("SELECT count(*) FROM issue WHERE reservation > ?"), {reservation});
}

Result<qint64> bookedAmong(Session &session, const std::vector<qint64> &pending)
{
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
    QHash<QByteArray, QByteArray> meant; // an old spelling → the code that was asked for
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

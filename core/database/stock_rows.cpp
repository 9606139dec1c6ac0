// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/stock_rows.h"

#include "core/database/session.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlQuery>

#include <algorithm>

namespace seonchak::book {

namespace {

QString codesAsJson(const QList<QByteArray> &codes)
{
    QJsonArray array;
    for (const auto &code : codes)
        array.append(QString::fromUtf8(code));
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

/// "(?)" as a table of texts, in each engine's words.
QString textsOf(const Session &session)
{
    return session.engine() == DatabaseUrl::Engine::Sqlite
               ? QStringLiteral("(SELECT value FROM json_each(?))")
               : QStringLiteral("(SELECT json_array_elements_text(CAST(? AS json)))");
}

} // namespace

Result<qint64> claimCodesForPush(Session &session, qint64 batch, const QList<QByteArray> &codes, WallMs now)
{
    const QString sql = QStringLiteral("UPDATE coupon SET status = 1, batch = ?, claimed_at = ?"
                                       " WHERE status = 0 AND code IN ")
                        + textsOf(session);
    const auto done = session.run(sql, {batch, now, codesAsJson(codes)});
    return done ? Result<qint64>((*done)->numRowsAffected()) : std::unexpected(done.error());
}

Result<qint64> markCodesAvailable(Session &session, const QList<QByteArray> &codes)
{
    const QString sql =
        QStringLiteral("UPDATE coupon SET status = 2 WHERE status = 0 AND code IN ") + textsOf(session);
    const auto done = session.run(sql, {codesAsJson(codes)});
    return done ? Result<qint64>((*done)->numRowsAffected()) : std::unexpected(done.error());
}

Result<Coupon> addIssued(Session &session, const QByteArray &code, UserId user, WallMs now)
{
    auto added = add(session, {code}, now);
    if (!added)
        return std::unexpected(added.error());
    Coupon coupon = added->front();
    const auto issued = session.run(
        QStringLiteral("INSERT INTO issue (user_id, coupon_id, issued_at) VALUES (?, ?, ?)"), {user, coupon.id, now});
    if (!issued)
        return std::unexpected(issued.error());
    const auto marked = session.run(QStringLiteral("UPDATE coupon SET status = 4 WHERE id = ?"), {coupon.id});
    if (!marked)
        return std::unexpected(marked.error());
    coupon.status = CouponStatus::Issued;
    coupon.userId = user;
    coupon.issuedAt = now;
    return coupon;
}

Result<QList<Coupon>> listAmong(Session &session, const QList<QByteArray> &codes, const Filter &filter)
{
    QList<Coupon> found;
    for (const auto &code : codes) {
        const auto one = byCode(session, code);
        if (!one)
            return std::unexpected(one.error());
        const bool wanted = *one && (*one)->id > filter.after && (filter.code.isEmpty() || filter.code == code)
                            && (!filter.user || (*one)->userId == filter.user);
        if (wanted)
            found.append(**one);
    }
    std::ranges::sort(found, {}, &Coupon::id);
    if (found.size() > filter.limit)
        found.resize(filter.limit);
    return found;
}

Result<void> markIssuedRows(Session &session)
{
    return session.execute(QStringLiteral("UPDATE coupon SET status = 4 WHERE status = 2"
                                          " AND id IN (SELECT coupon_id FROM issue)"));
}

} // namespace seonchak::book

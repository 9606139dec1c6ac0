// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_identity.h"

#include "core/database/book/coupon_rows.h"
#include "core/database/book/row_names.h"

#include <QSet>

namespace seonchak::book {

namespace {

NotStock::Why whyOf(const QSqlQuery &row)
{
    if (row.isNull(1))
        return NotStock::Why::Unknown;
    const auto status = RowStatus(row.value(1).toInt());
    if (status == RowStatus::Voided)
        return NotStock::Why::Void;
    return status == RowStatus::Staged ? NotStock::Why::Staged : NotStock::Why::Issued;
}

/// Those of the codes that are former codes of pending edits.
Result<QSet<QByteArray>> formerCodes(Session &session, const QList<QByteArray> &codes)
{
    QSet<QByteArray> former;
    const auto read = eachRow(session,
                              QStringLiteral("SELECT e.value FROM ") + eachText(session) +
                                  QStringLiteral(" JOIN coupon c ON c.old_code = e.value"),
                              {jsonOf(codes)},
                              [&](const QSqlQuery &row) { former.insert(row.value(0).toString().toUtf8()); });
    if (!read)
        return std::unexpected(read.error());
    return former;
}

} // namespace

Result<QList<NotStock>> notStock(Session &session, const QList<QByteArray> &codes)
{
    const QString sql = QStringLiteral("SELECT e.value, c.status FROM ") + eachText(session) +
                        " LEFT JOIN coupon c ON c.code = e.value WHERE c.id IS NULL"
                        " OR c.status NOT IN ({Pushing}, {Available})"
                        " OR EXISTS (SELECT 1 FROM issue i WHERE i.coupon_id = c.id)"_sql;
    QList<NotStock> found;
    QList<QByteArray> unknown;
    const auto read = eachRow(session, sql, {jsonOf(codes)}, [&](const QSqlQuery &row) {
        found.append({whyOf(row), row.value(0).toString().toUtf8()});
        if (found.back().why == NotStock::Why::Unknown)
            unknown.append(found.back().code);
    });
    if (!read)
        return std::unexpected(read.error());
    if (unknown.isEmpty())
        return found;
    const auto former = formerCodes(session, unknown);
    if (!former)
        return std::unexpected(former.error());
    found.removeIf([&](const NotStock &one) { return former->contains(one.code); });
    return found;
}

Result<QHash<UserId, QByteArray>> codesOfUsers(Session &session, const std::vector<UserId> &users)
{
    const QString sql =
        QStringLiteral("SELECT e.value, c.code FROM ") + eachNumber(session) +
        QStringLiteral(" JOIN issue i ON i.user_id = e.value JOIN coupon c ON c.id = i.coupon_id");
    QHash<UserId, QByteArray> codes;
    const auto read = eachRow(session, sql, {jsonOf(users)}, [&](const QSqlQuery &row) {
        codes.insert(row.value(0).toLongLong(), row.value(1).toString().toUtf8());
    });
    if (!read)
        return std::unexpected(read.error());
    return codes;
}

} // namespace seonchak::book

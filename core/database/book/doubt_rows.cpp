// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/coupon_rows.h"
#include "core/database/book/issue_rows.h"
#include "core/database/book/row_names.h"

namespace seonchak::book {

namespace {

/// The outer result is the database's, the inner one is this doubt's.
using Verdict = Result<Result<void>>;

Verdict close(Session &session, qint64 reservation)
{
    const auto closed =
        affected(session, QStringLiteral("DELETE FROM doubt WHERE reservation = ?"), {reservation});
    if (!closed)
        return std::unexpected(closed.error());
    return Result<void>{};
}

Verdict insert(Session &session, const DoubtEntry &entry, CouponId id)
{
    const auto inserted = affected(session,
                                   QStringLiteral("INSERT INTO doubt (reservation, coupon_id, user_id, since)"
                                                  " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"),
                                   {entry.reservation, id, entry.user, entry.since});
    if (!inserted)
        return std::unexpected(inserted.error());
    if (*inserted == 1)
        return Result<void>{};
    const auto same =
        number(session,
               QStringLiteral("SELECT count(*) FROM doubt WHERE reservation = ? AND coupon_id = ?"
                              " AND user_id = ?"),
               {entry.reservation, id, entry.user});
    if (!same)
        return std::unexpected(same.error());
    if (*same == 1)
        return Result<void>{};
    return Result<void>(failure(Trouble::Conflict,
                                QStringLiteral("the coupon, the user or the reservation is in another doubt"),
                                {entry.code}));
}

Verdict open(Session &session, const DoubtEntry &entry)
{
    CouponId id = 0;
    auto status = RowStatus::Voided;
    bool issued = false;
    const QString text = QString::fromUtf8(entry.code);
    const auto found =
        !isValidCode(entry.code)
            ? Result<void>{}
            : eachRow(
                  session,
                  QStringLiteral("SELECT c.id, c.status, EXISTS (SELECT 1 FROM issue i WHERE i.coupon_id ="
                                 " c.id) FROM coupon c WHERE c.code = ? OR c.old_code = ?"),
                  {text, text}, [&](const QSqlQuery &row) {
                      id = row.value(0).toLongLong();
                      status = RowStatus(row.value(1).toInt());
                      issued = row.value(2).toBool();
                  });
    if (!found)
        return std::unexpected(found.error());
    if (id == 0 || status == RowStatus::Voided)
        return Result<void>(
            failure(Trouble::NotFound, QStringLiteral("the book knows no such code"), {entry.code}));
    if (issued) // Another server was faster: an issued coupon is not in doubt.
        return Result<void>{};
    auto inserted = insert(session, entry, id);
    if (inserted && *inserted && status == RowStatus::Staged) {
        // STAGED rows are never in doubt or issued: the counts rely on that.
        const auto moved = affected(
            session, "UPDATE coupon SET status = {Available} WHERE id = ? AND status = {Staged}"_sql, {id});
        if (!moved)
            return std::unexpected(moved.error());
    }
    return inserted;
}

} // namespace

Result<std::vector<Result<void>>> writeDoubts(Session &session, std::span<const DoubtChange> changes)
{
    std::vector<Result<void>> answers;
    answers.reserve(changes.size());
    for (const DoubtChange &change : changes) {
        auto verdict = change.open ? open(session, change.entry) : close(session, change.entry.reservation);
        if (!verdict)
            return std::unexpected(verdict.error());
        answers.push_back(std::move(*verdict));
    }
    return answers;
}

} // namespace seonchak::book

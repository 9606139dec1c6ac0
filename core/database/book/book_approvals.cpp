// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_approvals.h"

#include "core/database/book/book_audit.h"
#include "core/database/book/row_names.h"
#include "core/database/engine/rows.h"

namespace seonchak {

QString Approval::words() const
{
    switch (act) {
    case Act::VoidAll:
        return QStringLiteral("void every coupon that is not issued");
    case Act::DeclareIssued:
        return QStringLiteral("declare reservation %1 issued").arg(subject);
    case Act::Restore:
        return QStringLiteral("restore reservation %1").arg(subject);
    }
    Q_UNREACHABLE();
}

namespace book {

namespace {

Result<QList<Approval>> approvalsWhere(Session &session, const QString &rest, const QVariantList &values)
{
    QList<Approval> found;
    const auto read = eachRow(session,
                              QStringLiteral("SELECT id, act, subject, person, actor, asked_at, until, state,"
                                             " second FROM approval WHERE ") +
                                  rest,
                              values, [&found](const QSqlQuery &row) {
                                  Approval one;
                                  one.id = row.value(0).toLongLong();
                                  one.act = Approval::Act(row.value(1).toInt());
                                  one.subject = row.value(2).toLongLong();
                                  one.person = row.value(3).toString();
                                  one.actor = row.value(4).toString();
                                  one.askedAt = row.value(5).toLongLong();
                                  one.until = row.value(6).toLongLong();
                                  one.state = Approval::State(row.value(7).toInt());
                                  one.second = row.value(8).toString();
                                  found.append(std::move(one));
                              });
    return read ? Result<QList<Approval>>(std::move(found)) : std::unexpected(read.error());
}

Result<std::optional<Approval>> approvalWhere(Session &session, const QString &rest,
                                              const QVariantList &values)
{
    const auto found = approvalsWhere(session, rest + QStringLiteral(" ORDER BY id LIMIT 1"), values);
    if (!found)
        return std::unexpected(found.error());
    return found->isEmpty() ? std::nullopt : std::optional<Approval>(found->first());
}

Result<void> noteApproval(Session &session, const QString &actor, const Approval &about,
                          const QString &result, WallMs now)
{
    const bool own = actor == about.actor;
    const QString detail = own ? about.words() : about.words() + QStringLiteral(", asked by ") + about.actor;
    return writeAudit(session, {0, now, actor, QStringLiteral("second-person"), detail,
                                QString(QStringLiteral("done: ") + result)});
}

/// Changes the state from `from` to `to` on behalf of `second`; false if the request is in another state.
Result<bool> turnApproval(Session &session, qint64 id, Approval::State from, Approval::State to,
                          const QString &second)
{
    const auto turned = affected(
        session, QStringLiteral("UPDATE approval SET state = ?, second = ? WHERE id = ? AND state = ?"),
        {int(to), second, id, int(from)});
    return turned ? Result<bool>(*turned > 0) : std::unexpected(turned.error());
}

std::unexpected<Error> noApproval()
{
    return failure(Trouble::NotFound, QStringLiteral("no such request waits for a second person"));
}

Result<Approval> askApproval(Session &session, Approval wanted, WallMs now)
{
    wanted.askedAt = now;
    wanted.until = now + Approval::lastsMs;
    wanted.state = Approval::State::Waiting;
    const auto made = affected(
        session,
        QStringLiteral("INSERT INTO approval (act, subject, person, actor, asked_at, until)"
                       " VALUES (?, ?, ?, ?, ?, ?)"),
        {int(wanted.act), wanted.subject, wanted.person, wanted.actor, wanted.askedAt, wanted.until});
    if (!made)
        return std::unexpected(made.error());
    if (const auto told = noteApproval(session, wanted.actor, wanted, QStringLiteral("asked"), now); !told)
        return std::unexpected(told.error());
    const auto row = approvalWhere(
        session, "act = ? AND subject = ? AND person = ? AND asked_at = ? AND state = {approval.Waiting}"_sql,
        {int(wanted.act), wanted.subject, wanted.person, wanted.askedAt});
    if (!row)
        return std::unexpected(row.error());
    return *row ? Result<Approval>(**row) : noApproval();
}

} // namespace

Result<Approval> useApproval(Session &session, const Approval &wanted, const QString &ticket, WallMs now)
{
    const QString same = QStringLiteral("act = ? AND subject = ? AND person = ? AND ");
    const QVariantList about{int(wanted.act), wanted.subject, wanted.person};
    const auto before =
        approvalWhere(session, same + QStringLiteral("ticket = ?"), QVariantList(about) << ticket);
    if (!before || *before)
        return before ? Result<Approval>(**before) : std::unexpected(before.error());
    const auto open =
        approvalWhere(session, same + "until > ? AND state IN ({approval.Waiting}, {approval.Approved})"_sql,
                      QVariantList(about) << now);
    if (!open)
        return std::unexpected(open.error());
    if (!*open)
        return askApproval(session, wanted, now);
    Approval found = **open;
    if (found.state == Approval::State::Waiting)
        return found;
    const auto used = affected(session,
                               "UPDATE approval SET state = {approval.Done}, ticket = ?"
                               " WHERE id = ? AND state = {approval.Approved}"_sql,
                               {ticket, found.id});
    if (!used)
        return std::unexpected(used.error());
    if (*used == 0)
        return failure(Trouble::Conflict, QStringLiteral("another server has used this approval"));
    found.state = Approval::State::Done;
    return found;
}

Result<void> giveApprovalBack(Session &session, const QString &ticket)
{
    return withoutCount(affected(session,
                                 "UPDATE approval SET state = {approval.Approved}, ticket = ''"
                                 " WHERE ticket = ? AND state = {approval.Done}"_sql,
                                 {ticket}));
}

Result<Approval> approve(Session &session, qint64 id, const Person &by, WallMs now)
{
    const auto row = approvalWhere(
        session, "id = ? AND until > ? AND state IN ({approval.Waiting}, {approval.Approved})"_sql,
        {id, now});
    if (!row || !*row)
        return row ? noApproval() : std::unexpected(row.error());
    Approval found = **row;
    if (found.person.compare(by.name, Qt::CaseInsensitive) == 0)
        return failure(Trouble::Conflict, QStringLiteral("requesters cannot approve their own request"));
    if (found.state == Approval::State::Approved) // The same again, or somebody was faster.
        return found;
    const auto turned =
        turnApproval(session, id, Approval::State::Waiting, Approval::State::Approved, by.actor);
    if (!turned || !*turned)
        return turned ? noApproval() : std::unexpected(turned.error());
    found.state = Approval::State::Approved;
    found.second = by.actor;
    const auto told = noteApproval(session, by.actor, found, QStringLiteral("approved"), now);
    return told ? Result<Approval>(found) : std::unexpected(told.error());
}

Result<Approval> declineApproval(Session &session, qint64 id, const Person &by, WallMs now)
{
    const auto row =
        approvalWhere(session, "id = ? AND until > ? AND state <> {approval.Done}"_sql, {id, now});
    if (!row || !*row)
        return row ? noApproval() : std::unexpected(row.error());
    Approval found = **row;
    if (found.state == Approval::State::Declined)
        return found.second == by.actor ? Result<Approval>(found) : noApproval();
    const auto turned = turnApproval(session, id, found.state, Approval::State::Declined, by.actor);
    if (!turned || !*turned)
        return turned ? noApproval() : std::unexpected(turned.error());
    found.state = Approval::State::Declined;
    found.second = by.actor;
    const bool own = found.person.compare(by.name, Qt::CaseInsensitive) == 0;
    const auto told = noteApproval(session, by.actor, found,
                                   own ? QStringLiteral("withdrawn") : QStringLiteral("declined"), now);
    return told ? Result<Approval>(found) : std::unexpected(told.error());
}

Result<QList<Approval>> openApprovals(Session &session, WallMs now)
{
    return approvalsWhere(session, "until > ? AND state <> {approval.Done} ORDER BY id"_sql, {now});
}

} // namespace book

} // namespace seonchak

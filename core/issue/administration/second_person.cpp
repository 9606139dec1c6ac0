// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/administration/second_person.h"

#include "core/database/engine/sql_pool.h"
#include "core/database/journal/journal.h"

#include <QCryptographicHash>
#include <QUuid>

namespace seonchak {

namespace {

/// The book stores a hash, not the key. Without a key each request gets a ticket of its own, created before
/// the write, so that a repeated write uses the same one.
QString ticketOf(const QByteArray &key)
{
    if (key.isEmpty())
        return QUuid::createUuid().toString(QUuid::WithoutBraces);
    return QString::fromLatin1(QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex());
}

std::unexpected<Error> nameless()
{
    return failure(Trouble::Nameless, QStringLiteral("this needs two persons, and the caller has no name"));
}

} // namespace

Approval SecondPerson::seenBy(const Actor &who, Approval approval)
{
    approval.own = !who.person.isEmpty() && approval.person.compare(who.person, Qt::CaseInsensitive) == 0;
    return approval;
}

QCoro::Task<Result<SecondPerson::Passed>> SecondPerson::pass(Actor who, Approval::Act act, qint64 subject,
                                                             QByteArray key)
{
    if (!m.isNeeded)
        co_return Passed();
    if (who.person.isEmpty())
        co_return nameless();
    Approval wanted;
    wanted.act = act;
    wanted.subject = subject;
    wanted.person = who.person;
    wanted.actor = who.told;
    const QString ticket = ticketOf(key);
    std::function<Result<Approval>(Session &)> work = [wanted, ticket,
                                                       now = m.clock.wallMs()](Session &session) {
        return book::useApproval(session, wanted, ticket, now);
    };
    const auto used = co_await m.journal.write<Approval>(std::move(work));
    if (!used)
        co_return std::unexpected(used.error());
    if (used->state != Approval::State::Done)
        co_return failure(Trouble::NeedsSecond, QStringLiteral("a second person has to approve it"));
    const QString words = QStringLiteral(", approved by ") + used->second;
    const Passed passed{words, ticket};
    co_return passed;
}

QCoro::Task<> SecondPerson::giveBack(Passed passed)
{
    if (passed.ticket.isEmpty())
        co_return;
    std::function<Result<bool>(Session &)> work = [ticket = passed.ticket](Session &session) -> Result<bool> {
        const auto given = book::giveApprovalBack(session, ticket);
        return given ? Result<bool>(true) : std::unexpected(given.error());
    };
    (void)co_await m.journal.write<bool>(std::move(work)); // Else a second person is asked once more.
}

QCoro::Task<Result<Approval>> SecondPerson::approve(Actor who, qint64 id)
{
    return decide(std::move(who), id, true);
}

QCoro::Task<Result<Approval>> SecondPerson::decline(Actor who, qint64 id)
{
    return decide(std::move(who), id, false);
}

QCoro::Task<Result<Approval>> SecondPerson::decide(Actor who, qint64 id, bool approves)
{
    if (who.person.isEmpty())
        co_return nameless();
    const book::Person by{who.person, who.told};
    std::function<Result<Approval>(Session &)> work = [by, id, approves,
                                                       now = m.clock.wallMs()](Session &session) {
        return approves ? book::approve(session, id, by, now) : book::declineApproval(session, id, by, now);
    };
    const auto decided = co_await m.journal.write<Approval>(std::move(work));
    co_return decided ? Result<Approval>(seenBy(who, *decided)) : std::unexpected(decided.error());
}

QCoro::Task<Result<QList<Approval>>> SecondPerson::open(Actor who)
{
    if (!m.isNeeded) // What was asked for before it was switched off concerns nobody.
        co_return QList<Approval>();
    std::function<Result<QList<Approval>>(Session &)> look = [now = m.clock.wallMs()](Session &session) {
        return book::openApprovals(session, now);
    };
    auto found = co_await m.readers.run<QList<Approval>>(std::move(look));
    if (!found)
        co_return std::unexpected(found.error());
    for (Approval &one : *found)
        one = seenBy(who, one);
    co_return *found;
}

} // namespace seonchak

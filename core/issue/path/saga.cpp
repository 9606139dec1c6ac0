// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/path/saga.h"

namespace seonchak {

namespace {
using Kind = IssueOutcome::Kind;

/// How many codes to try for one request if the partner says that another user has them.
constexpr int mostCodesTried = 5;
} // namespace

Saga::Saga(Parts parts)
    : m(std::move(parts))
{
}

Task<IssueOutcome> Saga::issue(UserId user)
{
    const Readiness::Passage passage(m.readiness);
    for (int tried = 0; tried < mostCodesTried; ++tried) {
        auto held = co_await m.gate.reserve(user);
        if (!held)
            co_return IssueOutcome::of(Kind::Unavailable, held.error().detail);
        switch (held->kind) {
        case Reservation::Kind::Already: {
            Meeting met = co_await meetUserKey(*held);
            if (met.outcome)
                co_return *met.outcome;
            if (!met.held)
                continue;
            held = *met.held;
            break;
        }
        case Reservation::Kind::InProgress:
            co_return IssueOutcome::of(Kind::InProgress);
        case Reservation::Kind::InDoubt:
            co_return IssueOutcome::of(Kind::InDoubt);
        case Reservation::Kind::SoldOut:
            co_return co_await nothing(*held, Kind::SoldOut);
        case Reservation::Kind::TooEarly:
            co_return co_await nothing(*held, Kind::NotOpen);
        case Reservation::Kind::Closed:
            co_return co_await nothing(*held, Kind::Closed);
        case Reservation::Kind::Reserved:
            break;
        }
        held->at = m.clock.wallMs();
        const auto sent = co_await m.partner.send(held->code, user, held->idempotencyKey(m.runId));
        IssueOutcome outcome = co_await afterSend(std::move(*held), sent);
        if (outcome.kind != Kind::Conflict)
            co_return outcome;
    }
    co_return IssueOutcome::of(
        Kind::Unavailable,
        QStringLiteral("the store holds each code that was tried, or the user key changes all the time"));
}

/// The stock has no coupon, and Redis does not know the user. The book may, if a user key has vanished.
Task<IssueOutcome> Saga::nothing(Reservation said, Kind why)
{
    if (!said.userKeysMissing)
        co_return IssueOutcome::of(why);
    const UserId user = said.user;
    auto theirs = co_await m.book.byUser(user);
    if (!theirs)
        co_return IssueOutcome::of(Kind::Unavailable, theirs.error().detail);
    if (!*theirs)
        co_return IssueOutcome::of(why);
    co_await remind(user, (*theirs)->code);
    co_return IssueOutcome::with(Kind::Already, **theirs);
}

Task<IssueOutcome> Saga::afterSend(Reservation held, SendOutcome sent)
{
    if (sent != SendOutcome::Busy && sent != SendOutcome::Cancelled)
        m.counters.add(Counter::PartnerCalls);
    switch (sent) {
    case SendOutcome::Accepted:
        return journal(std::move(held));
    case SendOutcome::Refused:
        m.counters.add(Counter::PartnerFailures);
        return refused(std::move(held));
    case SendOutcome::Busy:
        return compensate(std::move(held), Kind::Unavailable);
    case SendOutcome::AlreadyRegistered:
        return settleHolder(std::move(held));
    case SendOutcome::Cancelled:
        return leaveToTheSettler(std::move(held));
    case SendOutcome::Unknown:
        break;
    }
    m.counters.add(Counter::PartnerUnknown);
    return doubt(std::move(held));
}

Task<IssueOutcome> Saga::journal(Reservation held)
{
    IssueEntry entry{held.user, held.code, held.number, m.clock.wallMs(), held.at};
    const auto booked = co_await m.book.book(std::move(entry));
    if (!booked) // Written or not: the reservation stays, and the settler finds out.
        co_return IssueOutcome::of(Kind::Unavailable, booked.error().detail);
    switch (booked->kind) {
    case Booked::Kind::Issued:
        break;
    case Booked::Kind::UserHasOther:
        co_return co_await userHasOther(held, booked->coupon);
    case Booked::Kind::CodeHasOther:
        co_return co_await setAside(held, QStringLiteral("it is another user's in the book"));
    case Booked::Kind::NoSuchCode:
        co_return co_await setAside(held, QStringLiteral("the book does not know it"));
    }
    // The user keeps the coupon in any case: the settler or the rebuild repeats a lost commit.
    const auto committed = co_await m.gate.commit(held, held.user);
    IssueOutcome outcome = IssueOutcome::with(Kind::Valid, booked->coupon);
    if (!committed)
        outcome.why = committed.error().detail;
    co_return outcome;
}

/// A partner that allows one coupon per user refuses users whom Redis has forgotten: check the book.
Task<IssueOutcome> Saga::refused(Reservation held)
{
    auto outcome = co_await compensate(held, Kind::PartnerFailed);
    auto theirs = co_await m.book.byUser(held.user);
    if (!theirs || !*theirs)
        co_return outcome;
    co_await remind(held.user, (*theirs)->code);
    co_return IssueOutcome::with(Kind::Already, **theirs);
}

Task<IssueOutcome> Saga::compensate(Reservation held, Kind kind)
{
    // If the release fails the reservation stays pending: the settler makes the compensation later.
    const auto released = co_await m.gate.release(held, {});
    auto outcome = IssueOutcome::about(kind, held.code, released ? QString() : released.error().detail);
    outcome.reservedAt = held.at;
    outcome.restored = released && *released;
    co_return outcome;
}

Task<IssueOutcome> Saga::doubt(Reservation held)
{
    // The database first: the doubt must survive the loss of Redis.
    DoubtEntry entry{held.number, held.user, held.code, m.clock.wallMs()};
    const auto opened = co_await m.book.openDoubt(std::move(entry));
    const auto marked = co_await m.gate.markDoubt(held, m.doubtDue);
    if (marked && !*marked) { // We were stopped past our lease, and the settler has ended it.
        const auto closed = co_await m.book.closeDoubt(held.number);
        Q_UNUSED(closed) // The settler closes a doubt that is in the book but not in Redis.
    }
    QString why;
    if (!opened)
        why = opened.error().detail;
    else if (!marked)
        why = marked.error().detail;
    auto outcome = IssueOutcome::about(Kind::InDoubt, held.code, why);
    outcome.reservedAt = held.at;
    co_return outcome;
}

Task<IssueOutcome> Saga::leaveToTheSettler(Reservation held)
{
    // This program is ending. With a mark that is due immediately the next server need not wait for our
    // lease, which may be as long as the partner's timeout. If the mark is lost, the lease expires.
    const auto marked = co_await m.gate.markDoubt(held, std::chrono::milliseconds(0));
    Q_UNUSED(marked)
    co_return IssueOutcome::of(Kind::Unavailable, QStringLiteral("the program is ending"));
}

Task<IssueOutcome> Saga::settleHolder(Reservation held)
{
    const Holding answer = co_await m.partner.ask(held.code);
    if (answer.kind != Holding::Kind::Held)
        co_return co_await doubt(held);
    if (answer.holder == held.user)
        co_return co_await journal(held);
    IssueEntry entry{answer.holder, held.code, held.number, m.clock.wallMs(), held.at};
    const auto booked = co_await m.book.book(std::move(entry));
    if (!booked)
        co_return IssueOutcome::of(Kind::Unavailable, booked.error().detail);
    if (booked->kind == Booked::Kind::Issued) {
        const auto committed = co_await m.gate.commit(held, answer.holder);
        if (!committed)
            co_return IssueOutcome::of(Kind::Unavailable, committed.error().detail);
    } else if (booked->kind == Booked::Kind::UserHasOther) {
        // Redis had forgotten its holder, who has another coupon.
        const bool back = co_await takeBack(held, {});
        if (!back)
            co_return co_await doubt(held);
    } else {
        const QString why =
            QStringLiteral("the store gives it to user %1, the book does not").arg(answer.holder);
        const IssueOutcome aside = co_await setAside(held, why);
        if (aside.kind != Kind::Conflict)
            co_return aside;
    }
    co_return IssueOutcome::of(Kind::Conflict); // The present user gets another code.
}

/// Redis says that the user has a coupon. The book knows which one, and whether that is true.
Task<Saga::Meeting> Saga::meetUserKey(Reservation said)
{
    auto found = co_await m.book.byUser(said.user);
    if (found && !*found) // A user key is set after its row is committed, so this is unlikely: read again.
        found = co_await m.book.byUserForSure(said.user);
    if (!found)
        co_return Meeting{IssueOutcome::of(Kind::Unavailable, found.error().detail), {}};
    if (*found && (*found)->code == said.code)
        co_return Meeting{IssueOutcome::with(Kind::Already, **found), {}};
    const auto met = co_await replaceKey(said, *found);
    if (met)
        co_return *met;
    if (*found)
        co_return Meeting{IssueOutcome::with(Kind::Already, **found), {}};
    co_return Meeting{IssueOutcome::of(Kind::Unavailable, met.error().detail), {}};
}

/// The user key contradicts the book: the book is right, and no coupon may be lost because of it.
Task<Result<Saga::Meeting>> Saga::replaceKey(Reservation said, std::optional<Coupon> theirs)
{
    const auto keep = co_await isWorthKeeping(said.code);
    if (!keep)
        co_return std::unexpected(keep.error());
    const QByteArray right = theirs ? theirs->code : QByteArray();
    WrongUserKey wrong{said.user, said.code, right, *keep ? said.code : QByteArray()};
    const auto mended = co_await m.gate.mendUser(std::move(wrong));
    if (!mended)
        co_return std::unexpected(mended.error());
    Meeting met;
    if (theirs)
        met.outcome = IssueOutcome::with(Kind::Already, *theirs);
    if (!mended->done)
        co_return met;
    const QString detail =
        QStringLiteral("user %1: Redis had \"%2\"").arg(said.user).arg(QString::fromUtf8(said.code));
    const QString known = theirs ? QStringLiteral("the book has \"%1\"").arg(QString::fromUtf8(theirs->code))
                                 : QStringLiteral("the book does not know the user");
    m.book.report(QStringLiteral("wrong-user-key"), detail, QStringLiteral("done: ") + known);
    if (!theirs && mended->number != 0) {
        met.held = Reservation{Reservation::Kind::Reserved, said.user, said.code, mended->number,
                               m.gate.generation()};
    }
    co_return met;
}

/// Whether a code in a wrong user key is a coupon that would be lost with the key.
Task<Result<bool>> Saga::isWorthKeeping(QByteArray code)
{
    if (code.isEmpty())
        co_return false;
    // Redis first: anything issued meanwhile is in the book by the time the book is read.
    const auto lost = co_await m.gate.isNowhere(code);
    if (!lost || !*lost)
        co_return lost;
    const auto coupon = co_await m.book.byCode(code);
    if (!coupon)
        co_return std::unexpected(coupon.error());
    co_return *coupon && (*coupon)->status == CouponStatus::Available;
}

/// Redis had forgotten this user, and the partner has accepted another code meanwhile: that code goes back to
/// the stock.
Task<IssueOutcome> Saga::userHasOther(Reservation held, Coupon other)
{
    IssueOutcome outcome = IssueOutcome::with(Kind::Already, other);
    const bool back = co_await takeBack(held, other.code);
    if (back)
        co_return outcome;
    // The settler takes it back. Meanwhile the user is answered with their own coupon.
    const IssueOutcome left = co_await doubt(held);
    outcome.why = left.why;
    co_await remind(held.user, other.code);
    co_return outcome;
}

/// A code that the partner has for a user with another coupon: withdraws it there, then returns it to the
/// stock.
Task<bool> Saga::takeBack(Reservation held, QByteArray usersCode)
{
    // The mark comes first: it renews our lease, and fails if a settler has ended the reservation. The code
    // may then belong to another user, and must not be withdrawn.
    const auto marked = co_await m.gate.markDoubt(held, m.takeBackLease);
    if (!marked)
        co_return false;
    if (!*marked) {
        if (!usersCode.isEmpty())
            co_await remind(held.user, std::move(usersCode));
        co_return true;
    }
    const bool withdrawn = co_await m.partner.withdraw(held.code);
    if (!withdrawn)
        co_return false;
    held.adopted = true;
    const auto released = co_await m.gate.release(held, std::move(usersCode));
    co_return released.has_value();
}

/// Writes the key of a user whom Redis has forgotten. If this fails, the next request does it.
Task<> Saga::remind(UserId user, QByteArray code)
{
    WrongUserKey missing{user, std::nullopt, std::move(code)};
    const auto mended = co_await m.gate.mendUser(std::move(missing));
    Q_UNUSED(mended)
}

Task<IssueOutcome> Saga::setAside(Reservation held, QString why)
{
    m.counters.add(Counter::SetAside);
    const auto written = co_await m.book.setAside(held, why);
    if (!written)
        co_return IssueOutcome::of(Kind::Unavailable, written.error().detail);
    const auto dropped = co_await m.gate.drop(held);
    if (!dropped)
        co_return IssueOutcome::of(Kind::Unavailable, dropped.error().detail);
    co_return IssueOutcome::of(Kind::Conflict); // The present user gets another code.
}

} // namespace seonchak

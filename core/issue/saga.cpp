// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/saga.h"

namespace seonchak {

namespace {
using Kind = IssueOutcome::Kind;

/// How often one request is served with another code after the partner said that the first is someone else's.
constexpr int mostCodesTried = 5;
} // namespace

Saga::Saga(Parts parts)
    : m(std::move(parts))
{
}

QCoro::Task<IssueOutcome> Saga::issue(UserId user)
{
    const Readiness::Passage passage(m.readiness);
    for (int tried = 0; tried < mostCodesTried; ++tried) {
        auto held = co_await m.gate.reserve(user);
        if (!held)
            co_return IssueOutcome::of(Kind::Unavailable, held.error().detail);
        switch (held->kind) {
        case Reservation::Kind::Already:
            co_return co_await already(user);
        case Reservation::Kind::InProgress:
            co_return IssueOutcome::of(Kind::InProgress);
        case Reservation::Kind::InDoubt:
            co_return IssueOutcome::of(Kind::InDoubt);
        case Reservation::Kind::SoldOut:
            co_return IssueOutcome::of(Kind::SoldOut);
        case Reservation::Kind::Reserved:
            break;
        }
        held->at = m.clock.wallMs();
        const IssueOutcome outcome = co_await withReservation(*held);
        if (outcome.kind != Kind::Conflict)
            co_return outcome;
    }
    co_return IssueOutcome::of(Kind::Unavailable, QStringLiteral("the store holds each code that was tried"));
}

QCoro::Task<IssueOutcome> Saga::withReservation(Reservation held)
{
    const auto sent = co_await m.partner.send(held.code, held.user, held.idempotencyKey(m.runId));
    if (sent != SendOutcome::Busy && sent != SendOutcome::Cancelled)
        m.counters.add(Counter::StoreCalls);
    switch (sent) {
    case SendOutcome::Accepted:
        co_return co_await journal(held);
    case SendOutcome::Refused:
        m.counters.add(Counter::StoreFailures);
        co_return co_await compensate(held, Kind::StoreFailed);
    case SendOutcome::Busy:
        co_return co_await compensate(held, Kind::Unavailable);
    case SendOutcome::AlreadyRegistered:
        co_return co_await settleHolder(held);
    case SendOutcome::Cancelled: // The reservation stays, and the settler of the next server finds it.
        co_return IssueOutcome::of(Kind::Unavailable, QStringLiteral("the program is ending"));
    case SendOutcome::Unknown:
        break;
    }
    m.counters.add(Counter::StoreUnknown);
    co_return co_await doubt(held);
}

QCoro::Task<IssueOutcome> Saga::journal(Reservation held)
{
    IssueEntry entry{held.user, held.code, held.number, m.clock.wallMs(), held.at};
    const auto booked = co_await m.book.book(std::move(entry));
    if (!booked) // Written or not: the reservation stays, and the settler will find out.
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
    // The coupon is the user's whatever becomes of this: a lost commit is made good by the settler or the
    // rebuild.
    const auto committed = co_await m.gate.commit(held, held.user);
    IssueOutcome outcome = IssueOutcome::with(Kind::Valid, booked->coupon);
    if (!committed)
        outcome.why = committed.error().detail;
    co_return outcome;
}

QCoro::Task<IssueOutcome> Saga::compensate(Reservation held, Kind kind)
{
    // Where the release fails the reservation stays pending: the compensation is owed, and the settler pays
    // it.
    const auto released = co_await m.gate.release(held);
    auto outcome = IssueOutcome::about(kind, held.code, released ? QString() : released.error().detail);
    outcome.reservedAt = held.at;
    outcome.restored = released && *released;
    co_return outcome;
}

QCoro::Task<IssueOutcome> Saga::doubt(Reservation held)
{
    // The database first: losing Redis must not lose the doubt.
    DoubtEntry entry{held.number, held.user, held.code, m.clock.wallMs()};
    const auto opened = co_await m.book.openDoubt(std::move(entry));
    const auto marked = co_await m.gate.markDoubt(held, m.doubtDue);
    if (marked && !*marked) { // We were stopped past our lease, and the settler has ended it.
        const auto closed = co_await m.book.closeDoubt(held.number);
        Q_UNUSED(closed) // A doubt that the book has and Redis has not is closed by the settler.
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

QCoro::Task<IssueOutcome> Saga::settleHolder(Reservation held)
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
    } else {
        const QString why =
            QStringLiteral("the store gives it to user %1, the book does not").arg(answer.holder);
        const IssueOutcome aside = co_await setAside(held, why);
        if (aside.kind != Kind::Conflict)
            co_return aside;
    }
    co_return IssueOutcome::of(Kind::Conflict); // The present user is served with another code.
}

QCoro::Task<IssueOutcome> Saga::already(UserId user)
{
    auto found = co_await m.book.byUser(user);
    if (!found)
        co_return IssueOutcome::of(Kind::Unavailable, found.error().detail);
    if (!*found)
        co_return IssueOutcome::of(Kind::Unavailable,
                                   QStringLiteral("Redis knows the user's coupon, the book does not"));
    co_return IssueOutcome::with(Kind::Already, **found);
}

QCoro::Task<IssueOutcome> Saga::userHasOther(Reservation held, Coupon other)
{
    // Redis had forgotten this user. The drop reminds it, so that asking again does not take yet another
    // code.
    m.counters.add(Counter::SetAside);
    const auto written =
        co_await m.book.setAside(held, QStringLiteral("its user has another coupon in the book"));
    if (!written)
        co_return IssueOutcome::of(Kind::Unavailable, written.error().detail);
    const auto dropped = co_await m.gate.drop(held, other.code);
    auto outcome = IssueOutcome::with(Kind::Already, std::move(other));
    if (!dropped)
        outcome.why = dropped.error().detail;
    co_return outcome;
}

QCoro::Task<IssueOutcome> Saga::setAside(Reservation held, QString why)
{
    m.counters.add(Counter::SetAside);
    const auto written = co_await m.book.setAside(held, why);
    if (!written)
        co_return IssueOutcome::of(Kind::Unavailable, written.error().detail);
    const auto dropped = co_await m.gate.drop(held, {});
    if (!dropped)
        co_return IssueOutcome::of(Kind::Unavailable, dropped.error().detail);
    co_return IssueOutcome::of(Kind::Conflict); // The present user is served with another code.
}

} // namespace seonchak

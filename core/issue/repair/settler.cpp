// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/repair/settler.h"

#include "core/issue/ground/doubt_answers.h"

#include <algorithm>

namespace seonchak {

namespace {
/// How many are settled concurrently: a slow partner must not make a hundred doubts wait in a queue.
constexpr int mostUnderWay = 64;
/// A doubt in Redis is asked about every few seconds; one not asked about for this long was lost there.
constexpr qint64 quietMs = 30'000;
/// The most that Redis' clock and ours may drift apart between two rounds without having been set.
constexpr qint64 clockSlackMs = 1000;
constexpr qint64 nsPerMs = 1'000'000;

IssueEntry entryOf(const Claim &claim, UserId holder, WallMs now)
{
    return {holder, claim.reservation.code, claim.reservation.number, now, now - claim.ageMs};
}
} // namespace

Settler::Settler(Parts parts)
    : m(std::move(parts))
{
}

QCoro::Task<Result<int>> Settler::round()
{
    if (m_taken.size() >= mostUnderWay)
        co_return 0;
    forgetOldLeases();
    const auto claims = co_await m.claims.claim(m_cursor, m.lease);
    if (!claims) {
        m_cursor = 0;
        co_return std::unexpected(claims.error());
    }
    watchRedisClock(claims->nowMs);
    for (const auto &claim : claims->claims) {
        m_leases.insert(claim.reservation.number, m.clock.steadyNs());
        if (take(claim.reservation.number))
            settleCounted(claim); // Runs detached; its lease keeps the next round away from it.
    }
    co_return int(claims->claims.size());
}

QCoro::Task<> Settler::adoptLostDoubts()
{
    const auto quiet = co_await m.book.quietDoubts(m.clock.wallMs() - quietMs);
    if (!quiet)
        co_return;
    for (const DoubtEntry &doubt : *quiet) {
        if (m_taken.size() >= mostUnderWay)
            co_return;
        if (take(doubt.reservation))
            adopt(doubt);
    }
}

QCoro::Task<> Settler::adopt(DoubtEntry doubt)
{
    Reservation held{Reservation::Kind::Reserved, doubt.user, doubt.code, doubt.reservation,
                     m.gate.generation(),         0,          true};
    auto claimed = co_await m.claims.claimOne(held, doubt.since, false);
    // The rounds handle a doubt that Redis still holds: another server may be settling it under the previous
    // lease, and two settlers could withdraw at the partner what the next user has by then.
    bool put = false;
    bool lost = claimed && claimed->kind == NamedClaim::Kind::Gone;
    if (lost)
        lost = co_await isLost(doubt);
    if (lost) {
        claimed = co_await m.claims.claimOne(held, doubt.since, true);
        put = claimed && claimed->kind == NamedClaim::Kind::Claimed && claimed->othersLease.count() == 0;
    }
    if (claimed && claimed->kind == NamedClaim::Kind::UserHasOther) {
        // The user or the code is in another issue by now, for which the partner says who has the code.
        const auto closed = co_await m.book.closeDoubt(doubt.reservation);
        Q_UNUSED(closed) // If it stays open, it is adopted and closed again.
    } else if (put) {
        const Claim claim{held, claimed->ageMs, true};
        const Settled settled = co_await carryOut(claim, DoubtOrder::Ask, {});
        Q_UNUSED(settled) // Already in the counters and the news.
    }
    release(doubt.reservation);
}

/// Whether Redis lost this doubt. A doubt is closed in the book before Redis is updated, so a doubt that is
/// open in the book and missing in Redis was lost there. The exception is an issued coupon: then the settling
/// was interrupted before it closed the doubt, and the doubt is closed here.
QCoro::Task<bool> Settler::isLost(DoubtEntry doubt)
{
    const auto open = co_await m.book.quietDoubts(m.clock.wallMs() - quietMs);
    const bool stillOpen =
        open && std::ranges::find(*open, doubt.reservation, &DoubtEntry::reservation) != open->end();
    if (!stillOpen)
        co_return false;
    const auto known = co_await m.book.byCode(doubt.code);
    if (!known)
        co_return false;
    if (!*known || (*known)->status != CouponStatus::Issued)
        co_return true;
    const auto closed = co_await m.book.closeDoubt(doubt.reservation);
    Q_UNUSED(closed) // If it stays open, the next time closes it.
    co_return false;
}

/// If Redis' clock is set forward, a live saga's reservation looks old enough to believe the partner's
/// "unknown", though its call may still arrive. So no age beyond the time on our own clock since the jump is
/// believed. (The claim script handles a clock that is set back: such a reservation starts again.)
void Settler::watchRedisClock(qint64 redisMs)
{
    const Instant now{redisMs, m.clock.steadyNs()};
    const qint64 passed = (now.steadyNs - m_lastRound.steadyNs) / nsPerMs;
    const bool jumped = now.redisMs - m_lastRound.redisMs > passed + clockSlackMs;
    if (m_lastRound.redisMs != 0 && jumped)
        m_agesCountFrom = m_lastRound.steadyNs;
    m_lastRound = now;
}

qint64 Settler::trustedAge(const Claim &claim) const
{
    if (!m_agesCountFrom)
        return claim.ageMs;
    return std::min(claim.ageMs, (m.clock.steadyNs() - *m_agesCountFrom) / nsPerMs);
}

bool Settler::take(qint64 reservation)
{
    if (m_taken.contains(reservation))
        return false;
    m_taken.insert(reservation, true);
    return true;
}

void Settler::release(qint64 reservation)
{
    m_taken.remove(reservation);
}

bool Settler::hasLease(qint64 reservation) const
{
    return m_leases.contains(reservation) &&
           m.clock.steadyNs() - m_leases.value(reservation) <= std::chrono::nanoseconds(m.lease).count();
}

void Settler::forgetOldLeases()
{
    const qint64 before = m.clock.steadyNs() - std::chrono::nanoseconds(m.lease).count();
    m_leases.removeIf([before](const auto &lease) { return lease.value() < before; });
}

QCoro::Task<> Settler::settleCounted(Claim claim)
{
    const Settled settled = co_await carryOut(claim, DoubtOrder::Ask, {});
    Q_UNUSED(settled) // Already in the counters and the news.
    release(claim.reservation.number);
}

QCoro::Task<Settled> Settler::carryOut(Claim claim, DoubtOrder order, QString actor)
{
    const Settled settled = co_await begin(claim, order);
    if (settled.end == End::Issued)
        m.counters.add(Counter::SettledIssued);
    else if (settled.end == End::Restored)
        m.counters.add(Counter::SettledRestored);
    if (m.tell) {
        const News news{claim, order, actor, settled};
        m.tell(news);
    }
    co_return settled;
}

/// Not a coroutine: GCC 12 destroys a conditional expression in a coroutine twice.
QCoro::Task<Settled> Settler::begin(const Claim &claim, DoubtOrder order)
{
    if (order == DoubtOrder::Ask)
        return settle(claim);
    return byPerson(claim, order);
}

QCoro::Task<Settled> Settler::settle(Claim claim)
{
    const auto known = co_await m.book.byCode(claim.reservation.code);
    if (!known)
        co_return Settled::as(End::StillUnknown);
    if (!*known)
        co_return co_await setAside(claim, QStringLiteral("the book does not know it"), {});
    if ((*known)->status == CouponStatus::Issued)
        co_return co_await settleBooked(claim, (*known)->userId.value_or(claim.reservation.user));
    const Holding answer = co_await m.partner.ask(claim.reservation.code);
    switch (answer.kind) {
    case Holding::Kind::Held:
        co_return co_await bookFor(claim, answer.holder,
                                   QStringLiteral("the store has it for user %1").arg(answer.holder));
    case Holding::Kind::NeverHeard:
        if (trustedAge(claim) < m.quarantine.count())
            co_return Settled::as(End::StillUnknown, QString::fromLatin1(doubt_answer::mayStillArrive));
        co_return co_await restore(claim, QStringLiteral("the store never heard of it"));
    case Holding::Kind::Unknown:
        break;
    }
    co_return co_await leaveInDoubt(claim, QString::fromLatin1(doubt_answer::none));
}

QCoro::Task<Settled> Settler::byPerson(Claim claim, DoubtOrder order)
{
    const auto known = co_await m.book.byCode(claim.reservation.code);
    if (!known)
        co_return Settled::as(End::StillUnknown);
    if (*known && (*known)->status == CouponStatus::Issued)
        co_return co_await settleBooked(claim, (*known)->userId.value_or(claim.reservation.user));
    if (order == DoubtOrder::DeclareIssued)
        co_return co_await bookFor(claim, claim.reservation.user, {});
    co_return co_await restore(claim, {});
}

QCoro::Task<Settled> Settler::settleBooked(Claim claim, UserId holder)
{
    const QString answer = QStringLiteral("not asked: the book has it issued to user %1").arg(holder);
    if (claim.inDoubt) {
        const auto closed = co_await m.book.closeDoubt(claim.reservation.number);
        if (!closed)
            co_return Settled::as(End::StillUnknown, answer);
    }
    const auto committed = co_await m.gate.commit(claim.reservation, holder);
    co_return committed ? Settled::as(End::Issued, answer, holder) : Settled::as(End::StillUnknown, answer);
}

QCoro::Task<Settled> Settler::bookFor(Claim claim, UserId holder, QString answer)
{
    IssueEntry entry = entryOf(claim, holder, m.clock.wallMs());
    const auto booked = co_await m.book.book(std::move(entry));
    if (!booked)
        co_return Settled::as(End::StillUnknown, answer);
    if (booked->kind == Booked::Kind::UserHasOther) {
        if (answer.isEmpty())
            answer = QStringLiteral("not asked");
        answer += QStringLiteral("; user %1 has another coupon by the book").arg(holder);
        const QByteArray theirs = holder == claim.reservation.user ? booked->coupon.code : QByteArray();
        co_return co_await restore(claim, answer, theirs);
    }
    if (booked->kind != Booked::Kind::Issued)
        co_return co_await setAside(
            claim, QStringLiteral("the store gives it to someone else than the book does"), answer);
    // If the commit is lost, the next round finds the issue in the book and repeats the commit.
    const auto committed = co_await m.gate.commit(claim.reservation, holder);
    co_return committed ? Settled::as(End::Issued, answer, holder) : Settled::as(End::StillUnknown, answer);
}

/// `usersCode`: the coupon that the user has instead.
QCoro::Task<Settled> Settler::restore(Claim claim, QString answer, QByteArray usersCode)
{
    // Our own call may arrive after the partner's "unknown": so withdraw first.
    const bool withdrawn = co_await m.partner.withdraw(claim.reservation.code);
    if (!withdrawn)
        co_return co_await leaveInDoubt(claim, QString::fromLatin1(doubt_answer::notWithdrawn));
    if (answer.isEmpty())
        answer = QStringLiteral("the store has forgotten it");
    const auto closed = co_await m.book.closeDoubt(claim.reservation.number);
    if (!closed)
        co_return Settled::as(End::StillUnknown, answer);
    const auto released = co_await m.gate.release(claim.reservation, std::move(usersCode));
    co_return Settled::as(released ? End::Restored : End::StillUnknown, answer);
}

QCoro::Task<Settled> Settler::setAside(Claim claim, QString why, QString answer)
{
    const auto written = co_await m.book.setAside(claim.reservation, why);
    if (!written)
        co_return Settled::as(End::StillUnknown, answer);
    m.counters.add(Counter::SetAside);
    const auto closed = co_await m.book.closeDoubt(claim.reservation.number);
    const auto dropped = co_await m.gate.drop(claim.reservation);
    co_return Settled::as(closed && dropped ? End::SetAside : End::StillUnknown, answer);
}

/// A reservation whose server died and about which the partner does not answer becomes an ordinary doubt.
QCoro::Task<Settled> Settler::leaveInDoubt(Claim claim, QString answer)
{
    Settled settled = Settled::as(End::StillUnknown, std::move(answer));
    // Redis first, unlike in the saga: the mark fences off a saga that may continue after a stop, so that
    // only we end the doubt that the book is about to get.
    if (!claim.inDoubt) {
        const auto marked = co_await m.gate.markDoubt(claim.reservation, m.lease);
        if (!marked || !*marked)
            co_return settled;
        settled.doubted = true;
    }
    // Every time, because the database may have been unavailable when the doubt began.
    const auto &held = claim.reservation;
    DoubtEntry entry{held.number, held.user, held.code, m.clock.wallMs() - claim.ageMs};
    const auto opened = co_await m.book.openDoubt(std::move(entry));
    Q_UNUSED(opened) // Redis has it; the next round writes it.
    // We may have been stopped ourselves, and another server's settler was faster.
    const auto still = co_await m.gate.markDoubt(claim.reservation, m.lease);
    if (still && !*still) {
        const auto closed = co_await m.book.closeDoubt(held.number);
        Q_UNUSED(closed) // isLost() closes a doubt that is in the book but not in Redis.
        settled.doubted = false;
    }
    co_return settled;
}

} // namespace seonchak

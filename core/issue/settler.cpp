// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/settler.h"

namespace seonchak {

namespace {
/// How many are settled side by side: a partner that takes its time must not make a hundred doubts wait in
/// line.
constexpr int mostUnderWay = 64;
} // namespace

Settler::Settler(Parts parts)
    : m(std::move(parts))
{
}

QCoro::Task<Result<int>> Settler::round()
{
    if (m_underWay >= mostUnderWay)
        co_return 0;
    const auto claims = co_await m.gate.claim(m_cursor, m.lease);
    if (!claims) {
        m_cursor = 0;
        co_return std::unexpected(claims.error());
    }
    for (const auto &claim : *claims)
        settleCounted(claim); // Runs on by itself; its lease keeps the next round off it.
    co_return int(claims->size());
}

QCoro::Task<> Settler::settleCounted(Claim claim)
{
    ++m_underWay;
    const End end = co_await settle(std::move(claim));
    --m_underWay;
    if (end == End::Issued)
        m.counters.add(Counter::SettledIssued);
    else if (end == End::Restored)
        m.counters.add(Counter::SettledRestored);
}

QCoro::Task<Settler::End> Settler::settle(Claim claim)
{
    const auto known = co_await m.book.byCode(claim.reservation.code);
    if (!known)
        co_return End::StillUnknown;
    if (!*known)
        co_return co_await setAside(claim, QStringLiteral("the book does not know it"));
    if ((*known)->status == CouponStatus::Issued)
        co_return co_await settleBooked(claim, (*known)->userId.value_or(claim.reservation.user));
    const Holding answer = co_await m.partner.ask(claim.reservation.code);
    switch (answer.kind) {
    case Holding::Kind::Held:
        co_return co_await settleHeld(claim, answer.holder);
    case Holding::Kind::NeverHeard:
        if (claim.ageMs < m.quarantine.count())
            co_return End::StillUnknown;
        co_return co_await restore(claim);
    case Holding::Kind::Unknown:
        break;
    }
    co_return End::StillUnknown;
}

QCoro::Task<Settler::End> Settler::settleBooked(Claim claim, UserId holder)
{
    if (claim.inDoubt) {
        const auto closed = co_await m.book.closeDoubt(claim.reservation.number);
        if (!closed)
            co_return End::StillUnknown;
    }
    const auto committed = co_await m.gate.commit(claim.reservation, holder);
    co_return committed ? End::Issued : End::StillUnknown;
}

QCoro::Task<Settler::End> Settler::settleHeld(Claim claim, UserId holder)
{
    IssueEntry entry{holder, claim.reservation.code, claim.reservation.number, m.clock.wallMs()};
    const auto booked = co_await m.book.book(std::move(entry));
    if (!booked)
        co_return End::StillUnknown;
    if (booked->kind == Booked::Kind::UserHasOther)
        co_return co_await setAside(claim,
                                    QStringLiteral("the store gives it to a user who has another coupon"));
    if (booked->kind != Booked::Kind::Issued)
        co_return co_await setAside(claim,
                                    QStringLiteral("the store gives it to someone else than the book does"));
    const auto committed = co_await m.gate.commit(claim.reservation, holder);
    co_return committed ? End::Issued : End::StillUnknown;
}

QCoro::Task<Settler::End> Settler::restore(Claim claim)
{
    // "Never heard of it" may be followed by a late arrival of our own call: the withdrawal comes first.
    const bool withdrawn = co_await m.partner.withdraw(claim.reservation.code);
    if (!withdrawn)
        co_return End::StillUnknown;
    const auto closed = co_await m.book.closeDoubt(claim.reservation.number);
    if (!closed)
        co_return End::StillUnknown;
    const auto released = co_await m.gate.release(claim.reservation);
    co_return released ? End::Restored : End::StillUnknown;
}

QCoro::Task<Settler::End> Settler::setAside(Claim claim, QString why)
{
    const auto written = co_await m.book.setAside(claim.reservation, why);
    if (!written)
        co_return End::StillUnknown;
    m.counters.add(Counter::SetAside);
    const auto closed = co_await m.book.closeDoubt(claim.reservation.number);
    const auto dropped = co_await m.gate.drop(claim.reservation, {});
    co_return closed &&dropped ? End::SetAside : End::StillUnknown;
}

} // namespace seonchak

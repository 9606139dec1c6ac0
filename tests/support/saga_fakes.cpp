// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/saga_fakes.h"

namespace seonchak::testing {

namespace {

/// Schedules `act` and answers with what it returns, or with the failure that fate has in store.
template <typename T>
Promised<Result<T>> call(World &world, const Life &life, std::function<T()> act)
{
    const Promised<Result<T>> answer;
    world.schedule([&world, &life, act = std::move(act), answer] {
        const Fate fate = life.dead ? Fate::NotDone : world.fate();
        if (fate == Fate::NotDone) {
            answer.deliver(failure(Trouble::Unavailable, QStringLiteral("away")));
            return;
        }
        Result<T> result = act();
        if (fate == Fate::DoneButUnanswered)
            answer.deliver(failure(Trouble::Uncertain, QStringLiteral("no answer")));
        else
            answer.deliver(std::move(result));
    });
    return answer;
}

struct Nothing
{
};

} // namespace

Reservation FakeGate::reserveNow(UserId user)
{
    auto &w = m_world;
    if (const auto key = w.userKeys.find(user); key != w.userKeys.end())
        return {Reservation::Kind::Already, user, key->second, 0, 1};
    if (const auto held = w.pending.find(user); held != w.pending.end())
        return {
            held->second.doubt ? Reservation::Kind::InDoubt : Reservation::Kind::InProgress, user, {}, 0, 1};
    if (w.stock.empty())
        return {Reservation::Kind::SoldOut, user, {}, 0, 1};
    const QByteArray code = w.stock.front();
    w.stock.pop_front();
    w.pending[user] = {++w.lastNumber, code, false, w.nowMs + m_leaseMs};
    return {Reservation::Kind::Reserved, user, code, w.lastNumber, 1};
}

QCoro::Task<Result<Reservation>> FakeGate::reserve(UserId user)
{
    const auto answer = call<Reservation>(m_world, m_life, [this, user] { return reserveNow(user); });
    co_return co_await answer;
}

QCoro::Task<Result<bool>> FakeGate::commit(Reservation reservation, UserId winner)
{
    const auto answer = call<bool>(m_world, m_life, [this, reservation, winner] {
        const auto held = m_world.pending.find(reservation.user);
        const bool ours = held != m_world.pending.end() && held->second.number == reservation.number;
        const auto key = m_world.userKeys.find(winner);
        if (!ours && key != m_world.userKeys.end() && key->second == reservation.code)
            return false;
        m_world.userKeys[winner] = reservation.code;
        if (ours)
            m_world.pending.erase(held);
        else
            std::erase(m_world.stock, reservation.code);
        return true;
    });
    co_return co_await answer;
}

bool FakeGate::endable(std::map<UserId, World::Pending>::const_iterator held,
                       const Reservation &reservation) const
{
    return held != m_world.pending.end() && held->second.number == reservation.number &&
           (reservation.adopted || !held->second.doubt);
}

QCoro::Task<Result<bool>> FakeGate::release(Reservation reservation)
{
    const auto answer = call<bool>(m_world, m_life, [this, reservation] {
        const auto held = m_world.pending.find(reservation.user);
        if (!endable(held, reservation))
            return false;
        m_world.stock.push_back(reservation.code);
        m_world.pending.erase(held);
        ++m_world.compensations;
        return true;
    });
    co_return co_await answer;
}

QCoro::Task<Result<bool>> FakeGate::markDoubt(Reservation reservation, std::chrono::milliseconds due)
{
    const auto answer = call<bool>(m_world, m_life, [this, reservation, due] {
        const auto held = m_world.pending.find(reservation.user);
        if (held == m_world.pending.end() || held->second.number != reservation.number)
            return false;
        held->second.doubt = true;
        held->second.dueMs = m_world.nowMs + due.count();
        return true;
    });
    co_return co_await answer;
}

QCoro::Task<Result<bool>> FakeGate::drop(Reservation reservation, QByteArray usersCode)
{
    const auto answer = call<bool>(m_world, m_life, [this, reservation, usersCode] {
        const auto held = m_world.pending.find(reservation.user);
        if (!endable(held, reservation))
            return false;
        if (!usersCode.isEmpty())
            m_world.userKeys[reservation.user] = usersCode;
        m_world.pending.erase(held);
        return true;
    });
    co_return co_await answer;
}

std::vector<Claim> FakeGate::claimNow(std::chrono::milliseconds lease)
{
    std::vector<Claim> claims;
    for (auto &[user, held] : m_world.pending) {
        if (held.dueMs > m_world.nowMs)
            continue;
        held.dueMs = m_world.nowMs + lease.count();
        claims.push_back(
            {{Reservation::Kind::Reserved, user, held.code, held.number, 1, 0, true}, 1 << 30, held.doubt});
    }
    return claims;
}

QCoro::Task<Result<std::vector<Claim>>> FakeGate::claim(quint64 &cursor, std::chrono::milliseconds lease)
{
    cursor = 0;
    const auto answer = call<std::vector<Claim>>(m_world, m_life, [this, lease] { return claimNow(lease); });
    co_return co_await answer;
}

NamedClaim FakeGate::claimNow(const Reservation &held, bool put)
{
    auto &w = m_world;
    if (const auto own = w.pending.find(held.user); own != w.pending.end()) {
        if (own->second.number != held.number)
            return {NamedClaim::Kind::UserHasOther};
        const std::chrono::milliseconds others(std::max<qint64>(0, own->second.dueMs - w.nowMs));
        own->second.dueMs = w.nowMs + m_leaseMs;
        return {NamedClaim::Kind::Claimed, 1 << 30, others};
    }
    if (!put)
        return {NamedClaim::Kind::Gone};
    const bool codeTaken =
        std::ranges::any_of(w.pending, [&](const auto &other) { return other.second.code == held.code; });
    if (codeTaken || w.userKeys.contains(held.user))
        return {NamedClaim::Kind::UserHasOther};
    w.pending[held.user] = {held.number, held.code, true, w.nowMs + m_leaseMs};
    std::erase(w.stock, held.code);
    return {NamedClaim::Kind::Claimed, 1 << 30};
}

QCoro::Task<Result<NamedClaim>> FakeGate::claimOne(Reservation reservation, WallMs, bool put)
{
    const auto answer =
        call<NamedClaim>(m_world, m_life, [this, reservation, put] { return claimNow(reservation, put); });
    co_return co_await answer;
}

Coupon FakeBook::couponOf(const QByteArray &code) const
{
    Coupon coupon;
    coupon.id = 1;
    coupon.code = code;
    coupon.userId = m_world.holderOf(code);
    coupon.status = coupon.userId ? CouponStatus::Issued : CouponStatus::Available;
    return coupon;
}

Booked FakeBook::bookNow(const IssueEntry &entry)
{
    if (!m_world.codes.contains(entry.code))
        return {Booked::Kind::NoSuchCode, {}};
    if (const auto held = m_world.codeOf(entry.user); held && *held != entry.code)
        return {Booked::Kind::UserHasOther, couponOf(*held)};
    if (const auto holder = m_world.holderOf(entry.code); holder && *holder != entry.user)
        return {Booked::Kind::CodeHasOther, couponOf(entry.code)};
    m_world.issued.emplace(entry.code, World::Row{entry.user, entry.reservation});
    m_world.doubts.erase(entry.reservation);
    return {Booked::Kind::Issued, couponOf(entry.code)};
}

QCoro::Task<Result<Booked>> FakeBook::book(IssueEntry entry)
{
    const auto answer = call<Booked>(m_world, m_life, [this, entry] { return bookNow(entry); });
    co_return co_await answer;
}

QCoro::Task<Result<void>> FakeBook::openDoubt(DoubtEntry entry)
{
    const auto answer = call<Nothing>(m_world, m_life, [this, entry] {
        if (!m_world.issued.contains(entry.code))
            m_world.doubts.emplace(entry.reservation, World::Doubt{entry.user, entry.code, entry.since});
        return Nothing{};
    });
    const auto done = co_await answer;
    co_return done ? Result<void>{} : std::unexpected(done.error());
}

QCoro::Task<Result<void>> FakeBook::closeDoubt(qint64 reservation)
{
    const auto answer = call<Nothing>(m_world, m_life, [this, reservation] {
        m_world.doubts.erase(reservation);
        return Nothing{};
    });
    const auto done = co_await answer;
    co_return done ? Result<void>{} : std::unexpected(done.error());
}

QCoro::Task<Result<std::vector<DoubtEntry>>> FakeBook::quietDoubts(WallMs before)
{
    const auto answer = call<std::vector<DoubtEntry>>(m_world, m_life, [this, before] {
        std::vector<DoubtEntry> quiet;
        for (const auto &[number, doubt] : m_world.doubts) {
            if (doubt.sinceMs < before)
                quiet.push_back({number, doubt.user, doubt.code, doubt.sinceMs});
        }
        return quiet;
    });
    co_return co_await answer;
}

QCoro::Task<Result<void>> FakeBook::setAside(Reservation reservation, QString)
{
    const auto answer = call<Nothing>(m_world, m_life, [this, reservation] {
        m_world.setAside.push_back(reservation.code);
        return Nothing{};
    });
    const auto done = co_await answer;
    co_return done ? Result<void>{} : std::unexpected(done.error());
}

QCoro::Task<Result<std::optional<Coupon>>> FakeBook::byUser(UserId user)
{
    const auto answer = call<std::optional<Coupon>>(m_world, m_life, [this, user] {
        const auto code = m_world.codeOf(user);
        return code ? std::optional(couponOf(*code)) : std::nullopt;
    });
    co_return co_await answer;
}

QCoro::Task<Result<std::optional<Coupon>>> FakeBook::byCode(QByteArray code)
{
    const auto answer = call<std::optional<Coupon>>(m_world, m_life, [this, code] {
        return m_world.codes.contains(code) ? std::optional(couponOf(code)) : std::nullopt;
    });
    co_return co_await answer;
}

QCoro::Task<SendOutcome> FakePartner::send(QByteArray code, UserId user, QByteArray)
{
    const Promised<SendOutcome> answer;
    m_world.schedule([this, code, user, answer] {
        const Fate fate = m_life.dead ? Fate::NotDone : m_world.fate();
        if (fate == Fate::NotDone) {
            answer.deliver(SendOutcome::Unknown);
            return;
        }
        const auto held = m_world.atPartner.find(code);
        SendOutcome outcome = SendOutcome::Accepted;
        if (held != m_world.atPartner.end() && held->second != user)
            outcome = SendOutcome::AlreadyRegistered;
        else if (m_world.chance(m_world.refusalRate))
            outcome = SendOutcome::Refused;
        else
            m_world.atPartner[code] = user;
        answer.deliver(fate == Fate::DoneButUnanswered ? SendOutcome::Unknown : outcome);
    });
    co_return co_await answer;
}

QCoro::Task<Holding> FakePartner::ask(QByteArray code)
{
    const auto answer = call<Holding>(m_world, m_life, [this, code] {
        const auto held = m_world.atPartner.find(code);
        return held == m_world.atPartner.end() ? Holding{Holding::Kind::NeverHeard, 0}
                                               : Holding{Holding::Kind::Held, held->second};
    });
    const auto known = co_await answer;
    co_return known &&m_world.partnerAnswers ? *known : Holding{};
}

QCoro::Task<bool> FakePartner::withdraw(QByteArray code)
{
    if (!m_world.partnerAnswers)
        co_return false;
    const auto answer = call<Nothing>(m_world, m_life, [this, code] {
        m_world.atPartner.erase(code);
        return Nothing{};
    });
    const auto done = co_await answer;
    co_return done.has_value();
}

} // namespace seonchak::testing

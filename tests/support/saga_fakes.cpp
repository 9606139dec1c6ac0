// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/saga_fakes.h"

namespace seonchak::testing {

namespace {

/// Schedules `act` and answers with its result, or with the failure chosen by fate.
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
        return {held->second.doubt ? Reservation::Kind::InDoubt : Reservation::Kind::InProgress,
                user,
                {},
                held->second.number,
                1};
    if (w.stock.empty()) {
        Reservation none{Reservation::Kind::SoldOut, user, {}, 0, 1};
        none.userKeysMissing = w.userKeys.size() != w.usersCounted;
        return none;
    }
    const QByteArray code = w.stock.front();
    w.stock.pop_front();
    w.pending[user] = {++w.lastNumber, code, false, w.redisMs() + m_leaseMs, w.redisMs()};
    return {Reservation::Kind::Reserved, user, code, w.lastNumber, 1};
}

Task<Result<Reservation>> FakeGate::reserve(UserId user)
{
    const auto answer = call<Reservation>(m_world, m_life, [this, user] { return reserveNow(user); });
    co_return co_await answer;
}

Task<Result<bool>> FakeGate::commit(Reservation reservation, UserId winner)
{
    const auto answer = call<bool>(m_world, m_life, [this, reservation, winner] {
        const auto held = m_world.pending.find(reservation.user);
        const bool ours = held != m_world.pending.end() && held->second.number == reservation.number;
        const auto key = m_world.userKeys.find(winner);
        if (!ours && key != m_world.userKeys.end() && key->second == reservation.code)
            return false;
        m_world.userKeys[winner] = reservation.code;
        ++m_world.usersCounted;
        if (ours)
            m_world.pending.erase(held);
        else
            m_world.takeOut(reservation.code);
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

Task<Result<bool>> FakeGate::release(Reservation reservation, QByteArray usersCode)
{
    const auto answer = call<bool>(m_world, m_life, [this, reservation, usersCode] {
        const auto held = m_world.pending.find(reservation.user);
        if (!endable(held, reservation))
            return false;
        m_world.stock.push_back(reservation.code);
        m_world.pending.erase(held);
        if (usersCode.isEmpty())
            ++m_world.compensations;
        else
            m_world.userKeys[reservation.user] = usersCode;
        return true;
    });
    co_return co_await answer;
}

Task<Result<bool>> FakeGate::markDoubt(Reservation reservation, std::chrono::milliseconds due)
{
    const auto answer = call<bool>(m_world, m_life, [this, reservation, due] {
        const auto held = m_world.pending.find(reservation.user);
        if (held == m_world.pending.end() || held->second.number != reservation.number)
            return false;
        held->second.doubt = true;
        held->second.dueMs = m_world.redisMs() + due.count();
        return true;
    });
    co_return co_await answer;
}

Task<Result<bool>> FakeGate::drop(Reservation reservation)
{
    const auto answer = call<bool>(m_world, m_life, [this, reservation] {
        const auto held = m_world.pending.find(reservation.user);
        if (!endable(held, reservation))
            return false;
        m_world.pending.erase(held);
        return true;
    });
    co_return co_await answer;
}

Claims FakeGate::claimNow(std::chrono::milliseconds lease)
{
    constexpr qint64 slackMs = 1000;
    const qint64 now = m_world.redisMs();
    Claims claims{{}, now};
    for (auto &[user, held] : m_world.pending) {
        const qint64 longest = std::max<qint64>(m_leaseMs, lease.count());
        if (held.dueMs > now && held.dueMs <= now + longest + slackMs && held.startedMs <= now + slackMs)
            continue;
        held.startedMs = std::min(held.startedMs, now);
        held.dueMs = now + lease.count();
        claims.claims.push_back({{Reservation::Kind::Reserved, user, held.code, held.number, 1, 0, true},
                                 now - held.startedMs,
                                 held.doubt});
    }
    return claims;
}

Task<Result<Claims>> FakeGate::claim(quint64 &cursor, std::chrono::milliseconds lease)
{
    cursor = 0;
    const auto answer = call<Claims>(m_world, m_life, [this, lease] { return claimNow(lease); });
    co_return co_await answer;
}

NamedClaim FakeGate::claimNow(const Reservation &held, WallMs since, bool put)
{
    auto &w = m_world;
    const auto own = w.pending.find(held.user);
    if (own == w.pending.end())
        return put ? putNow(held, since) : NamedClaim{NamedClaim::Kind::Gone, 0, {}};
    if (own->second.number != held.number)
        return {NamedClaim::Kind::UserHasOther, 0, {}};
    std::chrono::milliseconds others(std::max<qint64>(0, own->second.dueMs - w.redisMs()));
    if (others.count() > m_leaseMs || own->second.startedMs > w.redisMs())
        others = {};
    own->second.startedMs = std::min(own->second.startedMs, w.redisMs());
    own->second.dueMs = w.redisMs() + m_leaseMs;
    return {NamedClaim::Kind::Claimed, w.redisMs() - own->second.startedMs, others};
}

NamedClaim FakeGate::putNow(const Reservation &held, WallMs since)
{
    auto &w = m_world;
    const bool codeTaken =
        std::ranges::any_of(w.pending, [&](const auto &other) { return other.second.code == held.code; });
    if (codeTaken || w.userKeys.contains(held.user))
        return {NamedClaim::Kind::UserHasOther, 0, {}};
    const qint64 started = std::min(since, w.redisMs());
    w.pending[held.user] = {held.number, held.code, true, w.redisMs() + m_leaseMs, started};
    w.takeOut(held.code);
    return {NamedClaim::Kind::Claimed, w.redisMs() - started, {}};
}

Task<Result<NamedClaim>> FakeGate::claimOne(Reservation reservation, WallMs since, bool put)
{
    const auto answer = call<NamedClaim>(
        m_world, m_life, [this, reservation, since, put] { return claimNow(reservation, since, put); });
    co_return co_await answer;
}

Task<Result<bool>> FakeGate::isNowhere(QByteArray code)
{
    const auto answer = call<bool>(m_world, m_life, [this, code] {
        const auto holds = [&](const auto &held) { return held.second.code == code; };
        return std::ranges::find(m_world.stock, code) == m_world.stock.end() &&
               std::ranges::none_of(m_world.pending, holds);
    });
    co_return co_await answer;
}

MendedUserKey FakeGate::mendNow(const WrongUserKey &wrong)
{
    auto &w = m_world;
    const auto key = w.userKeys.find(wrong.user);
    const auto found = key == w.userKeys.end() ? std::nullopt : std::optional(key->second);
    const auto held = w.pending.find(wrong.user);
    const bool inTheWay = held != w.pending.end() && (!held->second.doubt || !wrong.keep.isEmpty());
    if (found != wrong.found || inTheWay)
        return {};
    MendedUserKey mended{true, 0};
    if (!wrong.keep.isEmpty()) {
        mended.number = ++w.lastNumber;
        const bool doubt = !wrong.right.isEmpty();
        w.pending[wrong.user] = {mended.number, wrong.keep, doubt, doubt ? 0 : w.redisMs() + m_leaseMs,
                                 w.redisMs()};
    }
    if (wrong.right.isEmpty())
        w.userKeys.erase(wrong.user);
    else
        w.userKeys[wrong.user] = wrong.right;
    return mended;
}

Task<Result<MendedUserKey>> FakeGate::mendUser(WrongUserKey wrong)
{
    const auto answer = call<MendedUserKey>(m_world, m_life, [this, wrong] { return mendNow(wrong); });
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

Task<Result<Booked>> FakeBook::book(IssueEntry entry)
{
    const auto answer = call<Booked>(m_world, m_life, [this, entry] { return bookNow(entry); });
    co_return co_await answer;
}

Task<Result<void>> FakeBook::openDoubt(DoubtEntry entry)
{
    const auto answer = call<Nothing>(m_world, m_life, [this, entry] {
        if (!m_world.issued.contains(entry.code))
            m_world.doubts.emplace(entry.reservation, World::Doubt{entry.user, entry.code, entry.since});
        return Nothing{};
    });
    const auto done = co_await answer;
    co_return done ? Result<void>{} : std::unexpected(done.error());
}

Task<Result<void>> FakeBook::closeDoubt(qint64 reservation)
{
    const auto answer = call<Nothing>(m_world, m_life, [this, reservation] {
        m_world.doubts.erase(reservation);
        return Nothing{};
    });
    const auto done = co_await answer;
    co_return done ? Result<void>{} : std::unexpected(done.error());
}

Task<Result<std::vector<DoubtEntry>>> FakeBook::quietDoubts(WallMs before)
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

Task<Result<void>> FakeBook::setAside(Reservation reservation, QString)
{
    const auto answer = call<Nothing>(m_world, m_life, [this, reservation] {
        m_world.setAside.push_back(reservation.code);
        return Nothing{};
    });
    const auto done = co_await answer;
    co_return done ? Result<void>{} : std::unexpected(done.error());
}

Task<Result<std::optional<Coupon>>> FakeBook::byUser(UserId user)
{
    const auto answer = call<std::optional<Coupon>>(m_world, m_life, [this, user] {
        const auto code = m_world.codeOf(user);
        return code ? std::optional(couponOf(*code)) : std::nullopt;
    });
    co_return co_await answer;
}

Task<Result<std::optional<Coupon>>> FakeBook::byCode(QByteArray code)
{
    const auto answer = call<std::optional<Coupon>>(m_world, m_life, [this, code] {
        return m_world.codes.contains(code) ? std::optional(couponOf(code)) : std::nullopt;
    });
    co_return co_await answer;
}

Task<SendOutcome> FakePartner::send(QByteArray code, UserId user, QByteArray)
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

Task<Holding> FakePartner::ask(QByteArray code)
{
    const auto answer = call<Holding>(m_world, m_life, [this, code] {
        const auto held = m_world.atPartner.find(code);
        return held == m_world.atPartner.end() ? Holding{Holding::Kind::NeverHeard, 0}
                                               : Holding{Holding::Kind::Held, held->second};
    });
    const auto known = co_await answer;
    co_return known &&m_world.partnerAnswers ? *known : Holding{};
}

Task<bool> FakePartner::withdraw(QByteArray code)
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

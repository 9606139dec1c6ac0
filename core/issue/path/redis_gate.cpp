// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/path/redis_gate.h"

#include "core/redis/connection.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <array>

namespace seonchak {

namespace {
/// Redis runs a script without interruption: a limit keeps one call from delaying the others.
constexpr std::size_t mostPerCall = 512;
constexpr qint64 doneAfterTheLease = 2; ///< commit.lua's result for such an issue
constexpr int mostTries = 2;            ///< when connections are cut
constexpr auto gateFlush = static_cast<QEvent::Type>(QEvent::User + 1); ///< only ever posted to a gate
struct GateFlush final : QEvent, ShortLived
{
    GateFlush()
        : QEvent(gateFlush)
    {
    }
};
// The approximate size of a user's part of a call: the key, and numbers and codes.
constexpr std::size_t usualKey = 48;
constexpr std::size_t usualArguments = 64;

/// A saga ends its own reservation, a settler also one in doubt.
QByteArrayView statesToEnd(const Reservation &reservation)
{
    return reservation.adopted ? "RD" : "R";
}
/// One user's three items of the reserve script's answer.
Reservation reservationOf(const RedisReply *items, UserId user, qint64 generation)
{
    static constexpr std::array kinds{Reservation::Kind::Reserved,   Reservation::Kind::Already,
                                      Reservation::Kind::InProgress, Reservation::Kind::SoldOut,
                                      Reservation::Kind::InDoubt,    Reservation::Kind::TooEarly,
                                      Reservation::Kind::Closed};
    const auto kind = kinds[std::size_t(std::clamp<qint64>(items[0].integer, 0, kinds.size() - 1))];
    Reservation said{kind, user, items[1].text, items[2].integer, generation};
    if (said.isNothing())
        said.userKeysMissing = std::exchange(said.number, 0) != 0;
    return said;
}
template <typename Asked>
qint64 generationOf(const Asked &asked)
{
    return asked.reservation.generation;
}
} // namespace

RedisGate::RedisGate(RedisConnection &redis, Keys keys, Readiness &readiness, SaleClock &sale,
                     std::chrono::milliseconds lease)
    : m_redis(redis)
    , m_keys(std::move(keys))
    , m_available(m_keys.available())
    , m_pending(m_keys.pending())
    , m_stats(m_keys.stats())
    , m_userPrefix(m_keys.userPrefix())
    , m_readiness(readiness)
    , m_sale(sale)
    , m_lease(lease)
    , m_search(redis, m_keys)
    , m_remover(redis, m_keys, readiness)
    , m_reserve(Script::fromResource(QStringLiteral("reserve")))
    , m_commit(Script::fromResource(QStringLiteral("commit")))
    , m_release(Script::fromResource(QStringLiteral("release")))
    , m_doubt(Script::fromResource(QStringLiteral("doubt")))
    , m_mendUser(Script::fromResource(QStringLiteral("mend_user")))
    , m_timesText(m_timesTold.toText())
    , m_door(redis, readiness)
{
}

RedisGate::~RedisGate() = default;

/// Redis may refuse this to every request: the keeper checks immediately.
Error RedisGate::failed(const Error &error)
{
    if (error.trouble != Trouble::Uncertain)
        m_readiness.wake();
    return error;
}

void RedisGate::scheduleFlush()
{
    if (!std::exchange(m_flushScheduled, true))
        QCoreApplication::postEvent(this, new GateFlush);
}

bool RedisGate::event(QEvent *event)
{
    if (event->type() != gateFlush)
        return QObject::event(event);
    flush();
    return true;
}

/// Begins a call with the common keys; the users' keys follow, then the arguments.
ScriptCall RedisGate::callOn(const Script &script, std::size_t users, std::size_t arguments,
                             std::size_t payload) const
{
    constexpr std::size_t stockKeys = 3;
    ScriptCall call(script, stockKeys + users, arguments, payload + stockKeys * usualKey);
    call.add(m_available);
    call.add(m_pending);
    call.add(m_stats);
    return call;
}

const QByteArray &RedisGate::timesText()
{
    const SaleTimes now = m_sale.times();
    if (now != m_timesTold) {
        m_timesTold = now;
        m_timesText = now.toText();
    }
    return m_timesText;
}

void RedisGate::flush()
{
    m_flushScheduled = false;
    const qint64 generation = m_readiness.generation();
    while (m_reserves.isDue())
        sendReserves(m_reserves.begin(mostPerCall, [](const AskedReserve &) { return 0; }), generation);
    while (m_commits.isDue())
        sendCommits(m_commits.begin(mostPerCall, generationOf<AskedCommit>));
    while (m_ends.isDue())
        sendEnds(m_ends.begin(mostPerCall, generationOf<AskedEnd>));
}

template <typename Asked>
void RedisGate::ended(CallStage<Asked> &stage)
{
    if (stage.ended())
        scheduleFlush();
}

Task<Result<Reservation>> RedisGate::reserve(UserId user)
{
    for (int tries = 1;; ++tries) {
        bool open = m_door.isOpen();
        if (!open)
            open = co_await m_door.opens();
        if (!open)
            co_return failure(Trouble::Unavailable,
                              QStringLiteral("Redis and the book are being reconciled"));
        const Promised<Result<Reservation>> answer;
        m_reserves.add({user, answer});
        scheduleFlush();
        auto held = co_await answer;
        const bool cut = !held && m_redis.isReviving();
        if (!cut || tries == mostTries)
            co_return held;
    }
}

/// Another server may have just changed the times.
Reservation RedisGate::learned(Reservation said)
{
    if (said.kind == Reservation::Kind::TooEarly || said.kind == Reservation::Kind::Closed)
        m_sale.learn(SaleTimes::parse(std::exchange(said.code, {})));
    return said;
}

void RedisGate::sendReserves(std::vector<AskedReserve> asked, qint64 generation)
{
    constexpr std::size_t forAll = 3;
    const std::size_t users = asked.size();
    ScriptCall call = callOn(m_reserve, users, forAll + users, users * (usualKey + usualArguments));
    for (const auto &one : asked)
        call.add(m_userPrefix, one.user);
    call.add(generation);
    call.add(qint64(m_lease.count()));
    call.add(timesText());
    for (const auto &one : asked)
        call.add(one.user);
    auto done = [this, asked = std::move(asked), generation](RedisResult reply) mutable {
        ended(m_reserves);
        const bool good =
            reply && reply->kind == RedisReply::Kind::Array && reply->items.size() == asked.size() * 3;
        const Error error = !reply ? failed(reply.error()) : !good ? m_readiness.stale(generation) : Error{};
        for (std::size_t i = 0; i < asked.size(); ++i) {
            if (good)
                asked[i].answer.deliver(
                    learned(reservationOf(&reply->items[i * 3], asked[i].user, generation)));
            else
                asked[i].answer.deliver(std::unexpected(error));
        }
        m_reserves.reuse(std::move(asked));
    };
    m_redis.run(std::move(call), ShortLivedCall(std::move(done)));
}

Task<Result<bool>> RedisGate::commit(Reservation reservation, UserId winner)
{
    AskedCommit asked{std::move(reservation), winner};
    return repeated(m_commits, std::move(asked));
}

/// This server was stopped for longer than its lease, and the code went back to the stock. The book has
/// issued it by now, so it must be removed from the stock. (If it is reserved again, the partner says who has
/// it.)
Task<> RedisGate::endAfterTheLease(AskedCommit asked)
{
    const auto removed = co_await m_remover.remove(asked.reservation.code, asked.reservation.generation);
    asked.answer.deliver(removed ? Result<bool>(true) : std::unexpected(removed.error()));
}

Task<Result<bool>> RedisGate::release(Reservation reservation, QByteArray usersCode)
{
    AskedEnd asked{std::move(reservation), std::move(usersCode), true};
    return repeated(m_ends, std::move(asked));
}

Task<Result<bool>> RedisGate::drop(Reservation reservation)
{
    AskedEnd asked{std::move(reservation), {}, false};
    return repeated(m_ends, std::move(asked));
}

template <typename Asked>
Task<RedisGate::AnswerOf<Asked>> RedisGate::repeated(CallStage<Asked> &stage, Asked asked)
{
    for (int tries = 1;; ++tries) {
        bool open = m_door.isOpen(Door::To::End);
        if (!open)
            open = co_await m_door.opens(Door::To::End);
        Q_UNUSED(open) // If Redis is away, the command fails and says so.
        Asked again = asked;
        again.answer = decltype(Asked::answer)();
        const auto answer = again.answer;
        stage.add(std::move(again));
        scheduleFlush();
        auto done = co_await answer;
        const bool cut = !done && m_redis.isReviving();
        if (!cut || tries == mostTries)
            co_return done;
    }
}

void RedisGate::sendCommits(std::vector<AskedCommit> asked)
{
    const qint64 generation = generationOf(asked.front());
    constexpr std::size_t perIssue = 3;
    const std::size_t issues = asked.size();
    ScriptCall call = callOn(m_commit, issues, 1 + perIssue * issues, issues * (usualKey + usualArguments));
    for (const auto &one : asked)
        call.add(m_userPrefix, one.winner);
    call.add(generation);
    for (const auto &[reservation, winner, answer] : asked) {
        call.add(reservation.user);
        call.add(reservation.number);
        call.add(reservation.code);
    }
    auto done = [this, asked = std::move(asked), generation](RedisResult reply) mutable {
        ended(m_commits);
        const bool good =
            reply && reply->kind == RedisReply::Kind::Array && reply->items.size() == asked.size();
        const Error error = !reply ? failed(reply.error()) : !good ? m_readiness.stale(generation) : Error{};
        for (std::size_t i = 0; i < asked.size(); ++i) {
            if (!good)
                asked[i].answer.deliver(std::unexpected(error));
            else if (reply->items[i].integer == doneAfterTheLease)
                endAfterTheLease(asked[i]);
            else
                asked[i].answer.deliver(reply->items[i].integer == 1);
        }
        m_commits.reuse(std::move(asked));
    };
    m_redis.run(std::move(call), ShortLivedCall(std::move(done)));
}

void RedisGate::sendEnds(std::vector<AskedEnd> asked)
{
    const qint64 generation = generationOf(asked.front());
    constexpr std::size_t perEnd = 5;
    const std::size_t ends = asked.size();
    ScriptCall call = callOn(m_release, ends, 1 + perEnd * ends, ends * (usualKey + usualArguments));
    for (const auto &one : asked)
        call.add(m_userPrefix, one.reservation.user);
    call.add(generation);
    for (const auto &[reservation, usersCode, givesBack, answer] : asked) {
        call.add(reservation.user);
        call.add(reservation.number);
        call.add(givesBack ? QByteArrayView(reservation.code) : QByteArrayView());
        call.add(statesToEnd(reservation));
        call.add(usersCode);
    }
    auto done = [this, asked = std::move(asked), generation](RedisResult reply) mutable {
        ended(m_ends);
        const bool good =
            reply && reply->kind == RedisReply::Kind::Array && reply->items.size() == asked.size();
        const Error error = !reply ? failed(reply.error()) : !good ? m_readiness.stale(generation) : Error{};
        for (std::size_t i = 0; i < asked.size(); ++i) {
            if (good)
                asked[i].answer.deliver(reply->items[i].integer == 1);
            else
                asked[i].answer.deliver(std::unexpected(error));
        }
        m_ends.reuse(std::move(asked));
    };
    m_redis.run(std::move(call), ShortLivedCall(std::move(done)));
}

Task<Result<bool>> RedisGate::single(Script script, std::vector<QByteArray> keys,
                                     std::vector<QByteArray> arguments, qint64 generation)
{
    const auto reply = co_await m_redis.runTask(std::move(script), std::move(keys), std::move(arguments));
    if (!reply)
        co_return std::unexpected(reply.error());
    if (reply->kind != RedisReply::Kind::Integer)
        co_return std::unexpected(m_readiness.stale(generation));
    co_return reply->integer == 1;
}

Task<Result<bool>> RedisGate::markDoubt(Reservation reservation, std::chrono::milliseconds due)
{
    std::vector<QByteArray> keys{m_keys.pending(), m_keys.stats()};
    std::vector<QByteArray> arguments{QByteArray::number(reservation.generation),
                                      QByteArray::number(due.count()), QByteArray::number(reservation.user),
                                      QByteArray::number(reservation.number)};
    co_return co_await single(m_doubt, std::move(keys), std::move(arguments), reservation.generation);
}

Task<Result<bool>> RedisGate::isNowhere(QByteArray code)
{
    // Check reserved, stock, reserved: a code may move between the two meanwhile.
    for (const bool again : {false, true}) {
        const auto holders = co_await m_search.holders(code);
        if (!holders)
            co_return std::unexpected(holders.error());
        if (!holders->isEmpty())
            co_return false;
        if (again)
            break;
        const auto place = co_await m_search.place(code);
        if (!place)
            co_return std::unexpected(place.error());
        if (*place)
            co_return false;
    }
    std::vector<QByteArray> ask{"SISMEMBER", m_keys.voiding(), code};
    const auto voiding = co_await m_redis.commandTask(std::move(ask));
    co_return voiding ? Result<bool>(voiding->integer == 0) : std::unexpected(voiding.error());
}

Task<Result<MendedUserKey>> RedisGate::mendUser(WrongUserKey wrong)
{
    const qint64 generation = m_readiness.generation();
    std::vector<QByteArray> keys{m_keys.user(wrong.user), m_keys.pending(), m_keys.stats()};
    std::vector<QByteArray> arguments{QByteArray::number(generation),
                                      wrong.found ? QByteArray('=' + *wrong.found) : QByteArray("-"),
                                      wrong.right,
                                      QByteArray::number(wrong.user),
                                      QByteArray::number(m_lease.count()),
                                      wrong.keep};
    const auto reply = co_await m_redis.runTask(m_mendUser, std::move(keys), std::move(arguments));
    if (!reply)
        co_return std::unexpected(reply.error());
    if (reply->kind == RedisReply::Kind::Integer)
        co_return MendedUserKey{};
    if (reply->kind != RedisReply::Kind::Array || reply->items.size() != 2)
        co_return std::unexpected(m_readiness.stale(generation));
    co_return MendedUserKey{true, reply->items[1].integer};
}

} // namespace seonchak

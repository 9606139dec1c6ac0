// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/redis_gate.h"

#include "core/redis/connection.h"

#include <QMetaObject>

#include <algorithm>
#include <array>
#include <map>

namespace seonchak {

namespace {
/// Redis runs a script to its end before anything else: a bound keeps one call from holding up the others.
constexpr std::size_t mostPerCall = 512;
constexpr int mostTries = 2; ///< on connections that were cut

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}
/// A saga ends its reservation, a settler also one in doubt.
QByteArray statesToEnd(const Reservation &reservation)
{
    return reservation.adopted ? "RD" : "R";
}
/// One user's three items of the reserve script's answer.
Reservation reservationOf(const RedisReply *items, UserId user, qint64 generation)
{
    static constexpr std::array kinds{Reservation::Kind::Reserved, Reservation::Kind::Already,
                                      Reservation::Kind::InProgress, Reservation::Kind::SoldOut,
                                      Reservation::Kind::InDoubt};
    const auto kind = kinds[std::size_t(std::clamp<qint64>(items[0].integer, 0, 4))];
    return {kind, user, items[1].text, items[2].integer, generation};
}
} // namespace

RedisGate::RedisGate(RedisConnection &redis, Keys keys, Readiness &readiness, std::chrono::milliseconds lease)
    : m_redis(redis)
    , m_keys(std::move(keys))
    , m_readiness(readiness)
    , m_lease(lease)
    , m_reserve(Script::fromResource(QStringLiteral("reserve")))
    , m_commit(Script::fromResource(QStringLiteral("commit")))
    , m_release(Script::fromResource(QStringLiteral("release")))
    , m_doubt(Script::fromResource(QStringLiteral("doubt")))
    , m_drop(Script::fromResource(QStringLiteral("drop")))
    , m_claim(Script::fromResource(QStringLiteral("claim")))
    , m_claimOne(Script::fromResource(QStringLiteral("claim_one")))
    , m_door(redis, readiness)
{
}

RedisGate::~RedisGate() = default;

Error RedisGate::stale(qint64 generation)
{
    m_readiness.reportStale(generation);
    return {Trouble::Stale, QStringLiteral("Redis does not hold the present generation"), {}};
}

/// What Redis refused may be refused to everybody: the keeper has a look at once.
Error RedisGate::failed(const Error &error)
{
    if (error.trouble != Trouble::Uncertain)
        m_readiness.wake();
    return error;
}

void RedisGate::scheduleFlush()
{
    if (!std::exchange(m_flushScheduled, true))
        QMetaObject::invokeMethod(this, &RedisGate::flush, Qt::QueuedConnection);
}

void RedisGate::flush()
{
    m_flushScheduled = false;
    flushReserves();
    for (auto &group : takeByGeneration(m_commits)) {
        const auto generation = group.front().reservation.generation;
        flushEnds(m_commit, std::move(group), generation, true);
    }
    for (auto &group : takeByGeneration(m_releases)) {
        const auto generation = group.front().reservation.generation;
        flushEnds(m_release, std::move(group), generation, false);
    }
}

QCoro::Task<Result<Reservation>> RedisGate::reserve(UserId user)
{
    for (int tries = 1;; ++tries) {
        bool open = m_door.isOpen();
        if (!open)
            open = co_await m_door.opens();
        if (!open)
            co_return failure(Trouble::Unavailable,
                              QStringLiteral("Redis and the book are being reconciled"));
        const Promised<Result<Reservation>> answer;
        m_reserves.push_back({user, answer});
        scheduleFlush();
        auto held = co_await answer;
        const bool cut = !held && m_redis.isReviving();
        if (!cut || tries == mostTries)
            co_return held;
    }
}

void RedisGate::flushReserves()
{
    while (!m_reserves.empty()) {
        const auto end = m_reserves.begin() + qsizetype(std::min(mostPerCall, m_reserves.size()));
        std::vector<AskedReserve> asked(std::make_move_iterator(m_reserves.begin()),
                                        std::make_move_iterator(end));
        m_reserves.erase(m_reserves.begin(), end);
        sendReserves(std::move(asked), m_readiness.generation());
    }
}

void RedisGate::sendReserves(std::vector<AskedReserve> asked, qint64 generation)
{
    std::vector<QByteArray> keys{m_keys.available(), m_keys.pending(), m_keys.stats()};
    std::vector<QByteArray> arguments{number(generation), number(m_lease.count())};
    keys.reserve(keys.size() + asked.size());
    arguments.reserve(arguments.size() + asked.size());
    for (const auto &one : asked) {
        keys.push_back(m_keys.user(one.user));
        arguments.push_back(number(one.user));
    }
    auto done = [this, asked = std::move(asked), generation](RedisResult reply) {
        const bool good =
            reply && reply->kind == RedisReply::Kind::Array && reply->items.size() == asked.size() * 3;
        const Error error = !reply ? failed(reply.error()) : !good ? stale(generation) : Error{};
        for (std::size_t i = 0; i < asked.size(); ++i) {
            if (good)
                asked[i].answer.deliver(reservationOf(&reply->items[i * 3], asked[i].user, generation));
            else
                asked[i].answer.deliver(std::unexpected(error));
        }
    };
    m_redis.run(m_reserve, keys, arguments, std::move(done));
}

QCoro::Task<Result<bool>> RedisGate::commit(Reservation reservation, UserId winner)
{
    AskedEnd asked{std::move(reservation), winner, {}};
    co_return co_await end(&RedisGate::m_commits, std::move(asked));
}

QCoro::Task<Result<bool>> RedisGate::release(Reservation reservation)
{
    AskedEnd asked{std::move(reservation), 0, {}};
    co_return co_await end(&RedisGate::m_releases, std::move(asked));
}

QCoro::Task<Result<bool>> RedisGate::end(std::vector<AskedEnd> RedisGate::*queue, AskedEnd asked)
{
    for (int tries = 1;; ++tries) {
        bool open = m_door.isOpen(Door::To::End);
        if (!open)
            open = co_await m_door.opens(Door::To::End);
        Q_UNUSED(open) // Where Redis is away the command says so.
        const Promised<Result<bool>> answer;
        (this->*queue).push_back({asked.reservation, asked.winner, answer});
        scheduleFlush();
        auto done = co_await answer;
        const bool cut = !done && m_redis.isReviving();
        if (!cut || tries == mostTries)
            co_return done;
    }
}

std::vector<std::vector<RedisGate::AskedEnd>> RedisGate::takeByGeneration(std::vector<AskedEnd> &asked)
{
    std::vector<std::vector<AskedEnd>> groups;
    std::map<qint64, std::size_t> open;
    for (auto &one : asked) {
        const auto found = open.find(one.reservation.generation);
        if (found == open.end() || groups[found->second].size() >= mostPerCall) {
            open[one.reservation.generation] = groups.size();
            groups.emplace_back();
        }
        groups[open[one.reservation.generation]].push_back(std::move(one));
    }
    asked.clear();
    return groups;
}

void RedisGate::flushEnds(const Script &script, std::vector<AskedEnd> asked, qint64 generation, bool commits)
{
    std::vector<QByteArray> keys{m_keys.available(), m_keys.pending(), m_keys.stats()};
    std::vector<QByteArray> arguments{number(generation)};
    for (const auto &one : asked) {
        if (commits)
            keys.push_back(m_keys.user(one.winner));
        arguments.push_back(number(one.reservation.user));
        arguments.push_back(number(one.reservation.number));
        arguments.push_back(one.reservation.code);
        if (!commits)
            arguments.push_back(statesToEnd(one.reservation));
    }
    auto done = [this, asked = std::move(asked), generation](RedisResult reply) {
        const bool good =
            reply && reply->kind == RedisReply::Kind::Array && reply->items.size() == asked.size();
        const Error error = !reply ? failed(reply.error()) : !good ? stale(generation) : Error{};
        for (std::size_t i = 0; i < asked.size(); ++i) {
            if (good)
                asked[i].answer.deliver(reply->items[i].integer == 1);
            else
                asked[i].answer.deliver(std::unexpected(error));
        }
    };
    m_redis.run(script, keys, arguments, std::move(done));
}

QCoro::Task<Result<bool>> RedisGate::single(Script script, std::vector<QByteArray> keys,
                                            std::vector<QByteArray> arguments, qint64 generation)
{
    const auto reply = co_await m_redis.runTask(std::move(script), std::move(keys), std::move(arguments));
    if (!reply)
        co_return std::unexpected(reply.error());
    if (reply->kind != RedisReply::Kind::Integer)
        co_return std::unexpected(stale(generation));
    co_return reply->integer == 1;
}

QCoro::Task<Result<bool>> RedisGate::markDoubt(Reservation reservation, std::chrono::milliseconds due)
{
    std::vector<QByteArray> keys{m_keys.pending(), m_keys.stats()};
    std::vector<QByteArray> arguments{number(reservation.generation), number(due.count()),
                                      number(reservation.user), number(reservation.number)};
    co_return co_await single(m_doubt, std::move(keys), std::move(arguments), reservation.generation);
}

QCoro::Task<Result<bool>> RedisGate::drop(Reservation reservation, QByteArray usersCode)
{
    std::vector<QByteArray> keys{m_keys.pending(), m_keys.stats(), m_keys.user(reservation.user)};
    std::vector<QByteArray> arguments{number(reservation.generation), number(reservation.user),
                                      number(reservation.number), std::move(usersCode),
                                      statesToEnd(reservation)};
    co_return co_await single(m_drop, std::move(keys), std::move(arguments), reservation.generation);
}

QCoro::Task<Result<std::vector<Claim>>> RedisGate::claim(quint64 &cursor, std::chrono::milliseconds lease)
{
    const qint64 generation = m_readiness.generation();
    std::vector<QByteArray> keys{m_keys.pending(), m_keys.stats()};
    std::vector<QByteArray> arguments{number(generation), number(lease.count()), QByteArray::number(cursor),
                                      "200"};
    const auto reply = co_await m_redis.runTask(m_claim, std::move(keys), std::move(arguments));
    if (!reply)
        co_return std::unexpected(reply.error());
    if (reply->kind != RedisReply::Kind::Array || reply->items.empty())
        co_return std::unexpected(stale(generation));
    cursor = reply->items[0].text.toULongLong();
    std::vector<Claim> claims;
    for (std::size_t i = 1; i + 4 < reply->items.size(); i += 5) {
        const auto *part = &reply->items[i];
        claims.push_back({{Reservation::Kind::Reserved, part[0].text.toLongLong(), part[4].text,
                           part[1].text.toLongLong(), generation, 0, true},
                          part[2].text.toLongLong(),
                          part[3].text == "D"});
    }
    co_return claims;
}

QCoro::Task<Result<NamedClaim>> RedisGate::claimOne(Reservation reservation, WallMs since, bool put)
{
    std::vector<QByteArray> keys{m_keys.available(), m_keys.pending(), m_keys.stats(),
                                 m_keys.user(reservation.user)};
    std::vector<QByteArray> arguments{number(reservation.generation), number(m_lease.count()),
                                      number(reservation.user),       number(reservation.number),
                                      put ? reservation.code : "",    number(since)};
    const auto reply = co_await m_redis.runTask(m_claimOne, std::move(keys), std::move(arguments));
    if (!reply)
        co_return std::unexpected(reply.error());
    NamedClaim claim;
    if (reply->kind == RedisReply::Kind::Array && reply->items.size() == 2) {
        claim.kind = NamedClaim::Kind::Claimed;
        claim.ageMs = reply->items[0].integer;
        claim.othersLease = std::chrono::milliseconds(reply->items[1].integer);
    } else if (reply->text == "OTHER") {
        claim.kind = NamedClaim::Kind::UserHasOther;
    } else if (reply->text != "GONE") {
        co_return std::unexpected(stale(reservation.generation));
    }
    co_return claim;
}

} // namespace seonchak

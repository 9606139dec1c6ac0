// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/repair/redis_claims.h"

#include "core/redis/connection.h"

namespace seonchak {

RedisClaims::RedisClaims(RedisConnection &redis, Keys keys, Readiness &readiness, Gate &gate,
                         std::chrono::milliseconds lease)
    : m_redis(redis)
    , m_keys(std::move(keys))
    , m_readiness(readiness)
    , m_gate(gate)
    , m_lease(lease)
    , m_search(redis, m_keys)
    , m_remover(redis, m_keys, readiness)
    , m_claim(Script::fromResource(QStringLiteral("claim")))
    , m_claimOne(Script::fromResource(QStringLiteral("claim_one")))
{
}

Task<Result<Claims>> RedisClaims::claim(quint64 &cursor, std::chrono::milliseconds lease)
{
    const qint64 generation = m_readiness.generation();
    std::vector<QByteArray> keys{m_keys.pending(), m_keys.stats()};
    std::vector<QByteArray> arguments{QByteArray::number(generation), QByteArray::number(lease.count()),
                                      QByteArray::number(cursor), "200",
                                      QByteArray::number(std::max(lease, m_lease).count())};
    const auto reply = co_await m_redis.runTask(m_claim, std::move(keys), std::move(arguments));
    if (!reply)
        co_return std::unexpected(reply.error());
    if (reply->kind != RedisReply::Kind::Array || reply->items.size() < 2)
        co_return std::unexpected(m_readiness.stale(generation));
    Claims claims;
    claims.nowMs = reply->items[0].text.toLongLong();
    cursor = reply->items[1].text.toULongLong();
    for (std::size_t i = 2; i + 4 < reply->items.size(); i += 5) {
        const auto *part = &reply->items[i];
        claims.claims.push_back({{Reservation::Kind::Reserved, part[0].text.toLongLong(), part[4].text,
                                  part[1].text.toLongLong(), generation, 0, true},
                                 part[2].text.toLongLong(),
                                 part[3].text == "D"});
    }
    co_return claims;
}

Task<Result<NamedClaim>> RedisClaims::claimOne(Reservation reservation, WallMs since, bool put)
{
    std::vector<QByteArray> keys{m_keys.pending(), m_keys.stats(), m_keys.user(reservation.user)};
    std::vector<QByteArray> arguments{QByteArray::number(reservation.generation),
                                      QByteArray::number(m_lease.count()),
                                      QByteArray::number(reservation.user),
                                      QByteArray::number(reservation.number),
                                      put ? reservation.code : "",
                                      QByteArray::number(since)};
    const auto reply = co_await m_redis.runTask(m_claimOne, std::move(keys), std::move(arguments));
    if (!reply)
        co_return std::unexpected(reply.error());
    NamedClaim claim;
    if (reply->kind == RedisReply::Kind::Array && reply->items.size() == 3) {
        claim.kind = NamedClaim::Kind::Claimed;
        claim.ageMs = reply->items[0].integer;
        claim.othersLease = std::chrono::milliseconds(reply->items[1].integer);
        if (reply->items[2].integer == 1)
            co_return co_await afterPut(reservation, claim);
    } else if (reply->text == "OTHER") {
        claim.kind = NamedClaim::Kind::UserHasOther;
    } else if (reply->text != "GONE") {
        co_return std::unexpected(m_readiness.stale(reservation.generation));
    }
    co_return claim;
}

/// The doubt is back in Redis, so its code must not be in the stock. If another user has it reserved, or
/// reserved it from the stock meanwhile, that reservation stays and the doubt ends: the partner decides who
/// has the code. No other server works on the doubt before our lease ends.
Task<Result<NamedClaim>> RedisClaims::afterPut(Reservation reservation, NamedClaim claim)
{
    for (const bool removed : {false, true}) {
        const auto holders = co_await m_search.holders(reservation.code);
        if (!holders)
            co_return std::unexpected(holders.error());
        if (holders->size() > 1) {
            reservation.adopted = true;
            const auto dropped = co_await m_gate.drop(reservation);
            if (!dropped)
                co_return std::unexpected(dropped.error());
            co_return NamedClaim{NamedClaim::Kind::UserHasOther, 0, {}};
        }
        if (removed)
            break;
        const auto done = co_await m_remover.remove(reservation.code, reservation.generation);
        if (!done)
            co_return std::unexpected(done.error());
    }
    co_return claim;
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/station.h"

#include "core/issue/lock_steps.h"
#include "core/issue/redis_steps.h"
#include "core/issue/saga.h"
#include "core/issue/user_cache.h"

namespace seonchak {

WorkerStation::WorkerStation(SaleShared &shared)
    : m_shared(shared)
    , m_redis(shared.redis)
    , m_gate(m_redis, shared.keys, shared.readiness, shared.lease())
    , m_book(shared.journal, shared.readers, shared.clock)
    , m_partner(shared.partner.openHere())
    , m_issuer(makeIssuer())
{
    m_shared.stations.fetch_add(1);
    QObject::connect(&m_redis, &RedisConnection::readyChanged, &m_gate, [this](bool ready) {
        m_shared.stationsConnected.fetch_add(ready ? 1 : -1);
        m_connected = ready;
        // This worker may notice before the keeper that Redis was replaced: nobody passes before it is known.
        if (!ready)
            m_shared.readiness.close();
    });
    constexpr int openTickMs = 3;
    QObject::connect(&m_opening, &QTimer::timeout, &m_gate, [this] {
        if (!m_shared.redisStarted)
            return;
        m_opening.stop();
        m_redis.open();
    });
    m_opening.start(openTickMs);
}

WorkerStation::~WorkerStation()
{
    m_redis.disconnect();
    m_shared.stations.fetch_sub(1);
    m_shared.stationsConnected.fetch_sub(m_connected ? 1 : 0);
}

std::unique_ptr<Issuer> WorkerStation::makeIssuer()
{
    auto &s = m_shared;
    const StepParts steps{m_redis, s.keys, m_book, *m_partner, s.readiness, s.counters, s.clock};
    switch (s.options.strategy) {
    case Strategy::UserCache:
        return std::make_unique<UserCache>(steps, s.journal);
    case Strategy::RedisLpop:
        return std::make_unique<RedisLpop>(steps);
    case Strategy::RedisLpopLossy:
        return std::make_unique<RedisLpopLossy>(steps);
    case Strategy::RedisLpopCompensate:
        return std::make_unique<RedisLpopCompensate>(steps);
    case Strategy::DbPessimistic:
        return std::make_unique<DbPessimistic>(LockParts{*s.lockers, s.readiness, s.counters, s.clock});
    case Strategy::DbOptimistic:
        return std::make_unique<DbOptimistic>(LockParts{*s.lockers, s.readiness, s.counters, s.clock});
    case Strategy::Saga:
        break;
    }
    return std::make_unique<Saga>(
        Saga::Parts{m_gate, *m_partner, m_book, s.readiness, s.counters, s.clock, s.runId});
}

QCoro::Task<IssueOutcome> WorkerStation::issue(UserId user)
{
    const qint64 began = m_shared.clock.steadyNs();
    IssueOutcome outcome = co_await m_issuer->issue(user);
    m_shared.counters.issueLatency.record(m_shared.clock.steadyNs() - began);
    count(outcome.kind);
    co_return outcome;
}

void WorkerStation::count(IssueOutcome::Kind kind)
{
    using Kind = IssueOutcome::Kind;
    static constexpr std::array table{
        std::pair{Kind::Valid, Counter::Valid},       std::pair{Kind::Already, Counter::Already},
        std::pair{Kind::SoldOut, Counter::SoldOut},   std::pair{Kind::StoreFailed, Counter::StoreFailed},
        std::pair{Kind::InDoubt, Counter::InDoubt},   std::pair{Kind::InProgress, Counter::InProgress},
        std::pair{Kind::Conflict, Counter::Conflict}, std::pair{Kind::Unavailable, Counter::Unavailable},
    };
    for (const auto &[outcome, counter] : table) {
        if (outcome == kind)
            m_shared.counters.add(counter);
    }
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/station.h"

#include "core/issue/failpoint_ports.h"
#include "core/issue/lock_steps.h"
#include "core/issue/redis_steps.h"
#include "core/issue/saga.h"
#include "core/issue/user_cache.h"

namespace seonchak {

/// A station's ports with failpoints around them.
struct ArmedPorts
{
    FailpointGate gate;
    FailpointPartner partner;
    FailpointBook book;
};

WorkerStation::WorkerStation(SaleShared &shared)
    : m_shared(shared)
    , m_redis(shared.redis)
    , m_gate(m_redis, shared.keys, shared.readiness, shared.lease())
    , m_book(shared.journal, shared.readers, shared.clock, QStringLiteral("saga"))
    , m_partner(shared.partner.openHere())
    , m_armed(armPorts())
    , m_issuer(makeIssuer())
{
    m_shared.stations.fetch_add(1);
    QObject::connect(&m_redis, &RedisConnection::readyChanged, &m_gate, [this](bool ready) {
        m_shared.stationsConnected.fetch_add(ready ? 1 : -1);
        m_connected = ready;
        if (ready)
            return;
        // This worker may notice before the keeper that Redis was replaced: nobody passes before it is known.
        m_shared.readiness.close();
        m_shared.readiness.wake();
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

std::unique_ptr<ArmedPorts> WorkerStation::armPorts()
{
    if (!m_shared.failpoints)
        return nullptr;
    auto &points = *m_shared.failpoints;
    const bool isSaga = m_shared.options.strategy == Strategy::Saga;
    return std::unique_ptr<ArmedPorts>(new ArmedPorts{
        {m_gate, points}, {*m_partner, points}, {m_book, points, isSaga ? "book-commit" : "write-row"}});
}

std::unique_ptr<Issuer> WorkerStation::makeIssuer()
{
    auto &s = m_shared;
    Gate &gate = m_armed ? static_cast<Gate &>(m_armed->gate) : m_gate;
    Partner &partner = m_armed ? static_cast<Partner &>(m_armed->partner) : *m_partner;
    Book &book = m_armed ? static_cast<Book &>(m_armed->book) : m_book;
    Failpoints *points = s.failpoints.get();
    const StepParts steps{m_redis, s.keys, book, partner, s.readiness, s.counters, s.clock, points};
    const auto locks = [&] { return LockParts{*s.lockers, s.readiness, s.counters, s.clock, points}; };
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
        return std::make_unique<DbPessimistic>(locks());
    case Strategy::DbOptimistic:
        return std::make_unique<DbOptimistic>(locks());
    case Strategy::Saga:
        break;
    }
    return std::make_unique<Saga>(Saga::Parts{gate, partner, book, s.readiness, s.counters, s.clock, s.runId,
                                              std::chrono::milliseconds(1000), s.lease()});
}

void WorkerStation::cancel()
{
    if (std::exchange(m_cancelled, true))
        return;
    m_opening.stop();
    m_partner->cancel();
    QTimer::singleShot(SaleShared::lastWords, &m_gate, [this] { m_redis.close(); });
}

QCoro::Task<IssueOutcome> WorkerStation::issue(UserId user)
{
    if (m_cancelled) {
        count(IssueOutcome::Kind::Unavailable);
        co_return IssueOutcome::of(IssueOutcome::Kind::Unavailable, QStringLiteral("the program is ending"));
    }
    if (m_shared.pause.isPaused()) {
        count(IssueOutcome::Kind::Paused);
        co_return IssueOutcome::of(IssueOutcome::Kind::Paused);
    }
    if (!m_shared.pause.isKnown()) {
        count(IssueOutcome::Kind::Unavailable);
        co_return IssueOutcome::of(IssueOutcome::Kind::Unavailable, QStringLiteral("the book is away"));
    }
    if (m_shared.isStopped()) {
        count(IssueOutcome::Kind::Unavailable);
        co_return IssueOutcome::of(IssueOutcome::Kind::Unavailable,
                                   QStringLiteral("Redis or the database takes no writes"));
    }
    const qint64 began = m_shared.clock.steadyNs();
    IssueOutcome outcome = co_await m_issuer->issue(user);
    const qint64 took = m_shared.clock.steadyNs() - began;
    m_shared.counters.issueLatency.record(took);
    count(outcome.kind);
    tell(user, outcome, took);
    co_return outcome;
}

/// For the list of events, and for those who will ask later why they got none.
void WorkerStation::tell(UserId user, const IssueOutcome &outcome, qint64 tookNs)
{
    using Kind = IssueOutcome::Kind;
    const auto event = [&](Event::Kind kind, qint64 number = 0) {
        m_shared.events.add({kind, m_shared.clock.wallMs(), user, outcome.coupon.code, number, 0});
    };
    switch (outcome.kind) {
    case Kind::Valid:
        m_shared.chronicle.noteIssued();
        return event(Event::Kind::Issued, tookNs / 1000);
    case Kind::Already:
        return event(Event::Kind::Already);
    case Kind::SoldOut:
        m_shared.chronicle.noteSoldOut(user);
        return event(Event::Kind::SoldOut);
    case Kind::StoreFailed:
        noteReserved(user, outcome);
        m_shared.chronicle.noteStoreRefused(user, outcome.coupon.code);
        if (outcome.restored)
            noteLife(LifeEvent::What::Restored, user, outcome.coupon.code);
        return event(Event::Kind::StoreRefused);
    case Kind::InDoubt:
        if (!outcome.coupon.code.isEmpty()) { // Else it is the same doubt, asked about again.
            noteReserved(user, outcome);
            noteLife(LifeEvent::What::InDoubt, user, outcome.coupon.code);
        }
        return event(Event::Kind::InDoubt);
    case Kind::Unavailable:
        return event(Event::Kind::Unavailable);
    case Kind::InProgress:
    case Kind::Conflict:
    case Kind::Paused:
        return;
    }
}

void WorkerStation::noteReserved(UserId user, const IssueOutcome &outcome)
{
    if (outcome.reservedAt != 0)
        noteLife(LifeEvent::What::Reserved, user, outcome.coupon.code, outcome.reservedAt);
}

void WorkerStation::noteLife(LifeEvent::What what, UserId user, const QByteArray &code, WallMs at)
{
    m_shared.chronicle.noteLife({code, {what, at, user, {}, {}}});
}

void WorkerStation::count(IssueOutcome::Kind kind)
{
    using Kind = IssueOutcome::Kind;
    static constexpr std::array table{
        std::pair{Kind::Valid, Counter::Valid},        std::pair{Kind::Already, Counter::Already},
        std::pair{Kind::SoldOut, Counter::SoldOut},    std::pair{Kind::StoreFailed, Counter::StoreFailed},
        std::pair{Kind::InDoubt, Counter::InDoubt},    std::pair{Kind::InProgress, Counter::InProgress},
        std::pair{Kind::Conflict, Counter::Conflict},  std::pair{Kind::Unavailable, Counter::Unavailable},
        std::pair{Kind::Paused, Counter::Unavailable},
    };
    for (const auto &[outcome, counter] : table) {
        if (outcome == kind)
            m_shared.counters.add(counter);
    }
}

} // namespace seonchak

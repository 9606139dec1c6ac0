// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/sale/worker_station.h"

#include "core/issue/ground/outcome_row.h"
#include "core/issue/path/failpoint_ports.h"
#include "core/issue/path/lock_steps.h"
#include "core/issue/path/redis_steps.h"
#include "core/issue/path/saga.h"
#include "core/issue/path/user_cache.h"

#include <QTimer>

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
    , m_gate(m_redis, shared.keys, shared.readiness, shared.sale, shared.lease())
    , m_book(shared.journal, shared.readers, shared.clock, QStringLiteral("saga"))
    , m_beginning(shared.readers)
    , m_emptyStock(shared.emptyStock)
    , m_partner(shared.partner.openHere())
    , m_armed(armPorts())
    , m_issuer(makeIssuer())
{
    m_shared.stations.fetch_add(1);
    QObject::connect(&m_redis, &RedisConnection::readyChanged, &m_gate, [this](bool ready) {
        m_shared.stationsConnected.fetch_add(ready ? 1 : -1);
        m_connected = ready;
        if (ready)
            return m_shared.changes.wake();
        // This worker may notice before the keeper that Redis was replaced: the gate stays closed until this
        // is known.
        m_shared.readiness.close();
        m_shared.readiness.wake();
    });
    m_opening.emplace([this] {
        if (!m_shared.redisStarted)
            return;
        m_opening.reset();
        m_redis.open();
    });
    m_shared.changes.add(m_opening->waker());
    m_opening->waker().wake(); // It may have started before.
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
    const QStringList hooks = s.options.hooks.receiversOf(issuedHook);
    const auto locks = [&] { return LockParts{*s.lockers, s.readiness, s.counters, s.clock, points, hooks}; };
    switch (s.options.strategy) {
    case Strategy::UserCache:
        return std::make_unique<UserCache>(steps, s.journal, hooks);
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
    m_opening.reset();
    m_partner->cancel();
    QTimer::singleShot(SaleShared::redisCloseDelay, &m_gate, [this] { m_redis.close(); });
}

/// Why nothing can be issued now; nullopt if it can.
std::optional<IssueOutcome> WorkerStation::refusal() const
{
    using Kind = IssueOutcome::Kind;
    if (m_cancelled)
        return IssueOutcome::of(Kind::Unavailable, QStringLiteral("the program is ending"));
    // If the sale is over or not open yet, a customer need not wait for the end of a pause.
    if (m_shared.pause.isPaused() && m_shared.sale.stage() == SaleTimes::Stage::After)
        return IssueOutcome::of(Kind::Closed);
    if (m_shared.pause.isPaused() && m_shared.sale.stage() == SaleTimes::Stage::Before)
        return IssueOutcome::of(Kind::NotOpen);
    if (m_shared.pause.isPaused())
        return IssueOutcome::of(Kind::Paused);
    if (!m_shared.pause.isKnown())
        return IssueOutcome::of(Kind::Unavailable, QStringLiteral("the book is away"));
    if (m_shared.isStopped())
        return IssueOutcome::of(Kind::Unavailable, QStringLiteral("Redis or the database takes no writes"));
    return {};
}

std::optional<IssueOutcome> WorkerStation::outsideTheTimes() const
{
    switch (m_shared.sale.stage()) {
    case SaleTimes::Stage::Before:
        return IssueOutcome::of(IssueOutcome::Kind::NotOpen);
    case SaleTimes::Stage::After:
        return IssueOutcome::of(IssueOutcome::Kind::Closed);
    case SaleTimes::Stage::During:
        break;
    }
    return {};
}

Task<IssueOutcome> WorkerStation::issue(UserId user)
{
    if (const auto refused = refusal()) {
        tell(user, *refused, 0);
        co_return *refused;
    }
    const qint64 began = m_shared.clock.steadyNs();
    const bool isSaga = m_shared.options.strategy == Strategy::Saga;
    if (isSaga && isTurnedAway(user, began)) {
        const auto outcome = IssueOutcome::of(IssueOutcome::Kind::SoldOut);
        m_shared.counters.issueLatency.record(m_shared.clock.steadyNs() - began);
        tell(user, outcome, 0);
        co_return outcome;
    }
    Task<IssueOutcome> way = isSaga ? m_issuer->issue(user) : withinTheTimes(user);
    IssueOutcome outcome = co_await way;
    if (isSaga && outcome.kind == IssueOutcome::Kind::SoldOut && !m_beginning.hasBegun())
        outcome = co_await soldOut(std::move(outcome));
    if (isSaga && outcome.kind == IssueOutcome::Kind::SoldOut)
        m_emptyStock.noteSoldOut(began);
    const qint64 took = m_shared.clock.steadyNs() - began;
    m_shared.counters.issueLatency.record(took);
    if (outcome.kind == IssueOutcome::Kind::Valid)
        m_shared.counters.issueWaits.note(outcome.coupon.issuedAt.value_or(m_shared.clock.wallMs()), took);
    tell(user, outcome, took);
    co_return outcome;
}

/// Close to the opening or the end Redis' clock decides.
bool WorkerStation::isTurnedAway(UserId user, qint64 nowNs)
{
    if (!m_beginning.hasBegun() || !m_shared.readiness.isOpen() || !m_emptyStock.turnsAway(user, nowNs))
        return false;
    constexpr WallMs nearMs = 2 * EmptyStock::holdsNs / 1'000'000;
    const SaleTimes times = m_shared.sale.times();
    const WallMs now = m_shared.sale.nowMs();
    return times.stageAt(now - nearMs) == SaleTimes::Stage::During &&
           times.stageAt(now + nearMs) == SaleTimes::Stage::During;
}

/// With the saga Redis' script decides; the other strategies use the last measurement of its clock.
Task<IssueOutcome> WorkerStation::withinTheTimes(UserId user)
{
    if (const auto shut = outsideTheTimes()) {
        const auto theirs = co_await m_book.byUser(user);
        co_return theirs && *theirs ? IssueOutcome::with(IssueOutcome::Kind::Already, **theirs) : *shut;
    }
    co_return co_await m_issuer->issue(user);
}

/// If coupons exist but the stock was never filled, an empty stock means not open yet, even after the opening
/// time. The documents' own steps answer as documented.
Task<IssueOutcome> WorkerStation::soldOut(IssueOutcome outcome)
{
    const auto beginning = co_await m_beginning.ask();
    if (!beginning)
        co_return IssueOutcome::of(IssueOutcome::Kind::Unavailable, beginning.error().detail);
    if (*beginning == book::Beginning::Preparing)
        co_return IssueOutcome::of(IssueOutcome::Kind::NotOpen);
    co_return outcome;
}

/// Reports to the counters, the list of events, the coupons' biographies, and the refusals that users may ask
/// about later.
void WorkerStation::tell(UserId user, const IssueOutcome &outcome, qint64 tookNs)
{
    using Kind = IssueOutcome::Kind;
    const OutcomeRow &row = rowOf(outcome.kind);
    const QByteArray &code = outcome.coupon.code;
    m_shared.counters.add(row.counter);
    m_shared.counters.tempo.count(row.group, m_shared.clock.steadyNs());
    if (row.refusal)
        m_shared.chronicle.noteRefused(user, *row.refusal);
    if (outcome.kind == Kind::PartnerFailed) {
        noteReserved(user, outcome);
        m_shared.chronicle.notePartnerRefused(user, code);
        if (outcome.restored) {
            m_shared.emptyStock.withdraw();
            noteLife(LifeEvent::What::Restored, user, code);
        }
    } else if (outcome.kind == Kind::InDoubt && !code.isEmpty()) { // Otherwise it is an existing doubt.
        noteReserved(user, outcome);
        noteLife(LifeEvent::What::InDoubt, user, code);
    }
    const qint64 number = outcome.kind == Kind::Valid ? tookNs / 1000 : 0;
    if (row.event)
        m_shared.events.add({*row.event, m_shared.clock.wallMs(), user, code, number, 0});
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

} // namespace seonchak

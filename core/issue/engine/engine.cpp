// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/engine/engine.h"
#include "core/issue/ground/sale_shared.h"

#include "core/issue/ground/strategy.h"
#include "core/redis/pending_entry.h"

namespace seonchak {

namespace {
constexpr qint64 foreignPushGraceNs = 2'000'000'000;
constexpr std::chrono::seconds peakPeriod{30};
} // namespace

Engine::Engine(SaleShared &shared)
    : m_shared(shared)
    , m_privateRedis(shared.options.redis.kind == RedisAddress::Kind::Private
                         ? std::make_unique<PrivateRedis>(shared.options.dataDir)
                         : nullptr)
    , m_redis(shared.redis)
    , m_news(shared, m_redis, m_privateRedis.get())
    , m_gate(m_redis, shared.keys, shared.readiness, shared.sale, shared.lease())
    , m_claims(m_redis, shared.keys, shared.readiness, m_gate, shared.lease())
    , m_book(shared.journal, shared.readers, shared.clock, QStringLiteral("settler"))
    , m_partner(shared.partner.openHere())
    , m_stock({m_redis, shared.journal, shared.readers, shared.keys, stockHome(shared.options.strategy),
               shared.readiness, m_moving, shared.clock, [&shared] { shared.emptyStock.withdraw(); }})
    , m_sweep(shared)
    , m_register(shared, m_sweep)
    , m_acts(shared, m_stock, m_register)
    , m_cuts({shared, m_stock, m_register, m_acts})
    , m_rebuild({m_redis, shared.journal, shared.readers, shared.keys, stockHome(shared.options.strategy),
                 shared.readiness, shared.foreign, shared.log})
    , m_settler({m_gate, m_claims, *m_partner, m_book, shared.counters, shared.clock, shared.quarantine(),
                 std::chrono::milliseconds(3000),
                 [this](const Settler::News &news) { m_news.tellSettled(news); }})
    , m_doubts({m_redis, m_gate, m_claims, m_settler, shared.readers, shared.readiness, shared.keys})
    , m_pause({m_redis, shared.journal, shared.readers, shared.keys, shared.pause})
    , m_times({m_redis, shared.journal, shared.readers, shared.keys, shared.sale, shared.clock,
               shared.options.hooks})
    , m_beginning(shared.readers)
    , m_probe(m_redis, shared.keys)
    , m_keeper({m_redis, shared.journal, shared.readiness, m_rebuild, m_settler, m_stock, shared.counters,
                m_pause, m_times, shared.sale, shared.pause, shared.chronicle, m_probe, shared.outages,
                shared.clock, stockHome(shared.options.strategy)})
    , m_reserved(m_redis, shared.keys, shared.clock)
    , m_conservation(m_redis, shared.readers, shared.keys, stockHome(shared.options.strategy),
                     shared.counters, m_moving)
    , m_bookWatch({shared.journal, shared.readers,
                   [&shared](Event::Kind kind, const QString &detail) {
                       shared.events.add({kind, shared.clock.wallMs(), 0, {}, 0, 0, detail});
                   },
                   [&shared](const QString &line) { shared.log(line); },
                   [&shared] { return shared.chronicle.dropped(); }})
    , m_identities({m_redis, shared.readers, shared.keys,
                    stockHome(shared.options.strategy) == StockHome::RedisSaga,
                    [&shared] { return shared.readiness.generation(); },
                    [&shared] { return shared.counters.answered(); }, shared.clock})
    , m_lookBack(shared.readers, shared.chronicle, shared.counters.issueWaits, shared.clock)
    , m_sentry(shared)
{
    connect(&m_keeper, &Keeper::happened, this, [this](const QString &what) {
        m_shared.log(what);
        m_shared.changes.wake(); // An outage may have ended.
    });
    connect(&m_keeper, &Keeper::rebuilt, &m_news, &EngineNews::tellRebuilt);
    connect(&m_identities, &IdentitySweep::found, &m_news, &EngineNews::tellFault);
    if (shared.options.strategy == Strategy::Saga && !shared.failpoints) {
        m_emptyStock = std::make_unique<EmptyStockKeeper>(
            EmptyStockKeeper::Parts{m_redis, shared.readers, shared.keys, shared.readiness, shared.sale,
                                    shared.clock, shared.emptyStock});
    }
    connect(&m_peakTimer, &QTimer::timeout, this,
            [this] { m_shared.counters.tempo.peak(m_shared.clock.steadyNs()); });
    m_peakTimer.start(peakPeriod);
    if (stockHome(shared.options.strategy) != StockHome::Database)
        m_identities.start();
    if (m_privateRedis) {
        m_privateRedis->start();
    } else {
        m_shared.redisStarted = true;
        m_shared.changes.wake();
        m_redis.open();
    }
    m_keeper.start();
}

Engine::~Engine()
{
    m_identities.stop();
    m_keeper.stop();
    m_redis.close();
    if (m_privateRedis)
        m_privateRedis->stop();
}

void Engine::cancel()
{
    m_sentry.stop();
    if (m_emptyStock)
        m_emptyStock->stop();
    m_identities.stop();
    m_keeper.stop();
    m_doubts.cancel();
    m_partner->cancel();
    QTimer::singleShot(SaleShared::redisCloseDelay, this, [this] { m_redis.close(); });
}

bool Engine::isBookConnected() const
{
    return m_shared.journal.isConnected();
}

QCoro::Task<Status> Engine::status()
{
    const Promised<Status> answer;
    m_waiting.push_back(answer);
    if (!m_reading)
        readStatus();
    co_return co_await answer;
}

Status Engine::frame()
{
    Status status;
    const qint64 now = m_shared.clock.steadyNs();
    const auto peak = m_shared.counters.tempo.peak(now);
    status.lastSecond = m_shared.counters.tempo.lastSecond(now);
    status.peakPerSecond = peak.answers;
    status.peakAt = peak.answers > 0 ? m_shared.clock.wallMs() - (now - peak.endNs) / 1'000'000 : 0;
    status.strategy = strategyName(m_shared.options.strategy);
    status.uptimeSeconds = double(now - m_shared.startedNs) / 1e9;
    status.latency = m_shared.counters.issueLatency.summary();
    status.latencyCounts = m_shared.counters.issueLatency.counts();
    status.paused = m_shared.pause.isPaused();
    status.alarms = m_shared.alarms.raised();
    status.issuing = m_shared.isIssuing();
    status.outages = m_shared.outages.current();
    status.redisConnected = m_redis.isReady();
    status.redisUrl = m_shared.redis.masked();
    status.redisMode = m_shared.options.redis.mode();
    status.databaseConnected = m_shared.journal.isConnected();
    status.databaseEngine = m_shared.options.database.engineName();
    status.databaseTrouble = m_shared.journal.logTrouble();
    status.foreign = m_shared.foreign.found();
    status.journalDepth = qint64(m_shared.journal.depth());
    return status;
}

SaleView Engine::saleOf(const Status &status, bool begun) const
{
    const SaleTimes times = m_shared.sale.times();
    SaleView view{m_shared.options.saleName,
                  m_shared.options.saleLive,
                  SaleView::State::Open,
                  times.opensAt,
                  times.closesAt,
                  m_shared.sale.nowMs(),
                  m_shared.sale.offsetMs()};
    const auto stage = times.stageAt(view.now);
    if (stage == SaleTimes::Stage::After)
        view.state = SaleView::State::Closed;
    else if (stage == SaleTimes::Stage::Before)
        view.state = SaleView::State::Planned;
    else if (status.paused)
        view.state = SaleView::State::Paused;
    else if (!begun)
        view.state = SaleView::State::Preparing;
    else if (status.stockEverKnown && status.stock.available == 0)
        view.state = SaleView::State::SoldOut;
    return view;
}

/// Each server adds it to its own list.
void Engine::noteStage(const SaleView &sale)
{
    if (!m_shared.pause.isKnown())
        return; // The book was not read yet.
    const auto stage = m_shared.sale.times().stageAt(sale.now);
    const auto before = std::exchange(m_stage, stage);
    if (!before || *before == stage)
        return;
    if (stage == SaleTimes::Stage::After)
        m_shared.tell(Event::Kind::Ended);
    else if (stage == SaleTimes::Stage::During && sale.opensAt != 0)
        m_shared.tell(Event::Kind::Opened);
}

QCoro::Task<std::optional<StockNumbers>> Engine::readBookAlone()
{
    std::function<Result<book::Counts>(Session &)> look = [](Session &session) {
        return book::counts(session);
    };
    const auto counts = co_await m_shared.readers.run<book::Counts>(std::move(look));
    if (!counts)
        co_return std::nullopt;
    co_return StockNumbers{counts->generated, counts->staged, counts->available, 0,
                           counts->inDoubt,   counts->issued, counts->voided};
}

QCoro::Task<> Engine::readStatus()
{
    m_reading = true;
    while (!m_waiting.empty()) {
        const auto served = std::exchange(m_waiting, {});
        auto reading = co_await m_conservation.read(m_shared.readiness.generation());
        const qint64 now = m_shared.clock.steadyNs();
        if (reading) {
            reading->stock.misplaced = m_identities.faults().size();
            // While another server is pushing, coupons are in neither or both stores: show the previous
            // numbers.
            const bool unsure = reading->foreignPush && !reading->stock.conserved() &&
                                now - m_lastGoodNs < foreignPushGraceNs;
            if (!unsure)
                m_last = *reading;
            if (m_last.stock.conserved())
                m_lastGoodNs = now;
            m_haveLast = true;
        } else if (reading.error().trouble == Trouble::Stale) {
            m_shared.readiness.reportStale(m_shared.readiness.generation());
        }
        Status status = frame();
        status.stockKnown = reading.has_value();
        status.stockEverKnown = m_haveLast;
        if (!m_haveLast && status.databaseConnected)
            status.bookAlone = co_await readBookAlone();
        status.stock = m_last.stock;
        status.faults = m_last.stock.misplaced > 0 ? m_identities.faults() : QList<StockFault>();
        status.issuedUsers = m_last.issuedUsers;
        status.shared = m_last.shared;
        status.oldestDoubtMs = reading ? m_last.oldestDoubtMs : -1;
        m_lookBack.complete(status);
        const auto beginning = co_await m_beginning.ask();
        status.sale = saleOf(status, !beginning || *beginning == book::Beginning::Begun);
        noteStage(status.sale);
        m_sentry.take(status);
        for (const auto &one : served)
            one.deliver(status);
    }
    m_reading = false;
}

QCoro::Task<QSet<QByteArray>> Engine::reservedCodes()
{
    return m_reserved.codes();
}

QCoro::Task<QByteArray> Engine::reservedFor(UserId user)
{
    if (!m_redis.isReady())
        co_return QByteArray();
    std::vector<QByteArray> get{"HGET", m_shared.keys.pending(), QByteArray::number(user)};
    const auto reply = co_await m_redis.commandTask(std::move(get));
    const auto entry = reply ? PendingEntry::parse(reply->text) : std::nullopt;
    co_return entry && !entry->doubt ? entry->code : QByteArray();
}

} // namespace seonchak

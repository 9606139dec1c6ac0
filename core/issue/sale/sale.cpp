// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/sale/sale.h"

#include "core/async/owned_thread.h"
#include "core/issue/engine/reading_keeper.h"
#include "core/issue/engine/token_keeper.h"
#include "core/issue/sale/worker_station.h"
#include "core/webhook/hook_post.h"

namespace seonchak {

namespace {
constexpr std::chrono::seconds finishMost{3};
} // namespace

class Sale::Private
{
public:
    explicit Private(SaleOptions options)
        : shared(std::move(options))
        , thread(QStringLiteral("engine"))
    {
    }
    ~Private()
    {
        cancel();
        endPost();
        if (!thread.finishTasks(finishMost, [this] {
                tokens.reset();
                readings.reset();
                engine.reset();
            })) {
            // Nothing may be destroyed while a task uses it. The task's thread ends, so it never runs again.
            qWarning("tasks of the background did not end in time and are left behind");
            thread.stop();
            (void)tokens.release();
            (void)readings.release();
            (void)engine.release();
        }
    }

    void startPost()
    {
        if (shared.options.hooks.urls.isEmpty())
            return;
        postThread = std::make_unique<OwnedThread>(QStringLiteral("webhooks"));
        postThread->call([this] {
            post = std::make_unique<HookPost>(HookPost::Parts{shared.options.hooks, shared.options.database,
                                                              shared.journal, shared.clock, shared.ownPort,
                                                              QString::fromLatin1(shared.runId), shared.log});
        });
    }
    void endPost()
    {
        if (!postThread || postThread->finishTasks(finishMost, [this] { post.reset(); }))
            return;
        qWarning("webhooks did not end in time and are left behind");
        postThread->stop();
        (void)post.release();
    }

    void cancel()
    {
        if (postThread)
            postThread->post([this] { post->stop(); });
        shared.ending.request_stop();
        if (shared.failpoints)
            shared.failpoints->disarm(); // otherwise a pool's thread might wait in one forever
        shared.journal.hurry();
        thread.post([this] {
            if (tokens)
                tokens->stop();
            if (readings)
                readings->stop();
            if (engine)
                engine->cancel();
        });
    }

    SaleShared shared;
    ReadingLog past;
    OwnedThread thread;
    std::unique_ptr<Engine> engine;
    std::unique_ptr<ReadingKeeper> readings;
    std::unique_ptr<TokenKeeper> tokens;
    std::unique_ptr<OwnedThread> postThread; ///< null if there are no webhooks
    std::unique_ptr<HookPost> post;
    std::optional<Administration> administration;
    std::optional<Records> records;
};

Sale::Sale(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
}

Sale::~Sale() = default;

Result<std::unique_ptr<Sale>> Sale::open(SaleOptions options, Log log)
{
    const bool isPrivate = options.redis.kind == RedisAddress::Kind::Private;
    if (isPrivate) {
        const auto program = PrivateRedis::findProgram();
        if (!program)
            return std::unexpected(program.error());
    }
    auto parts = std::make_unique<Private>(std::move(options));
    parts->shared.log = std::move(log);
    if (const QString path = parts->shared.options.failpoints; !path.isEmpty()) {
        auto points = Failpoints::connect(path);
        if (!points)
            return std::unexpected(points.error());
        parts->shared.failpoints = std::move(*points);
    }
    if (isPrivate) {
        parts->shared.redis.kind = RedisAddress::Kind::Unix;
        parts->shared.redis.path = PrivateRedis(parts->shared.options.dataDir).socketPath();
    }
    parts->thread.call([&parts] {
        parts->engine = std::make_unique<Engine>(parts->shared);
        parts->readings = std::make_unique<ReadingKeeper>(*parts->engine, parts->shared.clock, parts->past);
        parts->tokens = std::make_unique<TokenKeeper>(parts->shared.options.database, parts->shared.journal,
                                                      parts->shared.tokens);
    });
    parts->startPost();
    parts->administration.emplace(parts->shared, *parts->engine);
    parts->records.emplace(parts->shared, *parts->engine);
    return std::unique_ptr<Sale>(new Sale(std::move(parts)));
}

void Sale::servesAt(int port)
{
    d->shared.ownPort = port;
}

bool Sale::isReady() const
{
    return d->shared.isIssuing();
}

WallMs Sale::wallMs() const
{
    return d->shared.clock.wallMs();
}

const SaleClock &Sale::clock() const
{
    return d->shared.sale;
}

bool Sale::isPaused() const
{
    return d->shared.pause.isPaused();
}

std::vector<Outage> Sale::outages() const
{
    return d->shared.outages.current();
}

const TokenDesk &Sale::tokens() const
{
    return d->shared.tokens;
}

bool Sale::isReadyThroughout() const
{
    return isReady() && d->shared.stationsConnected == d->shared.stations &&
           d->shared.tokens.state() != TokenDesk::State::Unread;
}

std::optional<Error> Sale::permanentTrouble() const
{
    const auto trouble = d->shared.journal.permanentTrouble();
    return trouble ? trouble : d->shared.foreign.refusal();
}

bool Sale::isLooking() const
{
    return d->shared.foreign.isLooking();
}

const SaleOptions &Sale::options() const
{
    return d->shared.options;
}

QString Sale::redisUrl() const
{
    return d->shared.redis.masked();
}

QString Sale::partnerDescription() const
{
    return d->shared.partner.description();
}

std::unique_ptr<IssueStation> Sale::openStation()
{
    return std::make_unique<WorkerStation>(d->shared);
}

Administration &Sale::administration()
{
    return *d->administration;
}

Records &Sale::records()
{
    return *d->records;
}

QCoro::Task<Status> Sale::status()
{
    std::function<QCoro::Task<Status>()> read = [this] { return d->engine->status(); };
    return runOn<Status>(d->engine.get(), std::move(read));
}

const ReadingLog &Sale::past() const
{
    return d->past;
}

const JobLog &Sale::jobs() const
{
    return d->shared.jobs;
}

qint64 Sale::steadyNs() const
{
    return d->shared.clock.steadyNs();
}

void Sale::tell(Event::Kind kind, qint64 number, const QString &detail)
{
    d->shared.events.add({kind, d->shared.clock.wallMs(), 0, {}, number, 0, detail});
}

void Sale::countRejected()
{
    d->shared.counters.add(Counter::Rejected);
}

void Sale::stopLongActs()
{
    d->shared.ending.request_stop();
    d->shared.journal.beBrief();
}

void Sale::cancel()
{
    d->cancel();
}

PostToLoop Sale::loop()
{
    return [this](std::function<void()> work) { d->thread.post(std::move(work)); };
}

void Sale::wakeAtChanges(const Waker &waker)
{
    auto &s = d->shared;
    for (Wakers *wakers : {&s.changes, &s.readiness.changes(), &s.journal.changes(), &s.tokens.changes(),
                           &s.foreign.changes()})
        wakers->add(waker);
}

void Sale::whenIdle(std::function<void()> idle)
{
    d->thread.whenIdle(std::move(idle));
}

int Sale::waitingTasks() const
{
    return d->thread.waitingTasks();
}

qint64 Sale::underWay() const
{
    return d->shared.readiness.underWay();
}

} // namespace seonchak

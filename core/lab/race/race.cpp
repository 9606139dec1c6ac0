// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/race/race.h"

#include "core/lab/compare/experiment.h"
#include "core/lab/race/race_stepper.h"
#include "core/lab/rig/own_server.h"
#include "core/lab/rig/step_control.h"
#include "core/lab/send/load_connection.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QThread>

#include <atomic>
#include <poll.h>

namespace seonchak::lab {

namespace {

/// Steps and answers come by different sockets of another process: a wait for a step looks for answers this
/// often.
constexpr std::chrono::milliseconds waitSlice{10};
constexpr int restLooks = 50;
constexpr int restLookMs = 50;

/// Named like an experiment's, so that an experiment removes what a killed race left behind.
QString uniqueName()
{
    static std::atomic<int> number{0};
    return familyOfNames() +
           QStringLiteral("%1-race%2").arg(QCoreApplication::applicationPid()).arg(number.fetch_add(1));
}

int couponsFor(const RaceSetting &setting)
{
    if (!hasStock(setting.strategy))
        return 0; // It creates its own.
    return setting.scenario == RaceScenario::DoubleClick ? 2 : 1;
}

/// A server with its stores, and the two requests.
class RaceBench final : public RaceWorld
{
public:
    explicit RaceBench(const RaceSetting &setting)
        : m_setting(setting)
    {
    }
    ~RaceBench() override
    {
        m_steps.reset(); // Waiting requests continue, so that the server can end in order.
    }
    RaceBench(const RaceBench &) = delete;
    RaceBench &operator=(const RaceBench &) = delete;

    Result<void> setUp();
    Result<StoreView> rest();

    Result<void> send(int lane, UserId user) override;
    Result<std::optional<RaceEvent>> next(std::chrono::milliseconds patience) override;
    Result<void> letGo(quint64 id) override;
    Result<StoreView> look() override;

private:
    Result<void> fill();
    std::optional<RaceEvent> answered();

    struct Client
    {
        LoadConnection connection;
        UserId user = 0;
        bool waits = false;
    };

    const RaceSetting &m_setting;
    QTemporaryDir m_dir;
    std::unique_ptr<OwnServer> m_server;
    std::unique_ptr<StepControl> m_steps;
    std::array<Client, 2> m_clients;
};

Result<void> RaceBench::setUp()
{
    OwnPlace place{m_dir.filePath(QStringLiteral("server")),
                   uniqueName(),
                   m_setting.database,
                   m_setting.redis,
                   m_setting.serverProgram,
                   m_setting.strategy};
    auto server = OwnServer::create(std::move(place));
    if (!server)
        return std::unexpected(server.error());
    m_server = std::move(*server);
    auto steps = StepControl::listen();
    if (!steps)
        return std::unexpected(steps.error());
    m_steps = std::move(*steps);
    const bool refuses = m_setting.scenario == RaceScenario::PartnerRefuses;
    const auto started = m_server->start({QStringLiteral("--store"), QStringLiteral("mock"),
                                          QStringLiteral("--store-failure-rate"),
                                          refuses ? QStringLiteral("1") : QStringLiteral("0"),
                                          QStringLiteral("--failpoints"), m_steps->path()});
    return started ? fill() : started;
}

/// Uses codes that are easy to distinguish.
Result<void> RaceBench::fill()
{
    QByteArrayList coupons;
    for (int i = 1; i <= couponsFor(m_setting); ++i)
        coupons.append("{\"code\":\"RACE-" + QByteArray::number(i) + "\"}");
    if (coupons.isEmpty())
        return {};
    const auto added = m_server->process().ask("POST", "/api/v1/coupons/add", '[' + coupons.join(',') + ']');
    return added ? Result<void>{} : std::unexpected(added.error());
}

Result<void> RaceBench::send(int lane, UserId user)
{
    auto &client = m_clients[std::size_t(lane)];
    client.user = user;
    if (!client.connection.open(m_server->process().port()))
        return failure(Trouble::Unavailable, QStringLiteral("no connection to the lab's server"));
    pollfd one{client.connection.descriptor(), POLLOUT, 0};
    constexpr int connectMs = 5000;
    const QByteArray text = "POST /api/v1/coupons/" + QByteArray::number(user) +
                            "/issue HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n";
    client.waits = ::poll(&one, 1, connectMs) == 1 && client.connection.send(text);
    return client.waits ? Result<void>{}
                        : failure(Trouble::Unavailable, QStringLiteral("the lab's server took no request"));
}

std::optional<RaceEvent> RaceBench::answered()
{
    for (int lane = 0; lane < int(m_clients.size()); ++lane) {
        auto &client = m_clients[std::size_t(lane)];
        pollfd one{client.connection.descriptor(), POLLIN, 0};
        if (!client.waits || ::poll(&one, 1, 0) < 1)
            continue;
        const bool alive = client.connection.onReady(true);
        auto &answer = client.connection.answer;
        if (alive && answer.state() == AnswerReader::State::Incomplete)
            continue;
        client.waits = false;
        RaceEvent event;
        event.lane = lane;
        event.answer.user = client.user;
        if (answer.state() == AnswerReader::State::Complete) {
            event.answer.status = answer.status();
            event.answer.fate = fateOf(answer.status(), answer.body(), event.answer.code);
        }
        return event;
    }
    return std::nullopt;
}

Result<std::optional<RaceEvent>> RaceBench::next(std::chrono::milliseconds patience)
{
    const auto until = std::chrono::steady_clock::now() + patience;
    do {
        if (auto crossing = m_steps->next(waitSlice)) {
            RaceEvent event;
            event.kind = crossing->after ? RaceEvent::Kind::After : RaceEvent::Kind::Before;
            event.id = crossing->id;
            event.user = crossing->user;
            event.step = crossing->step;
            return event;
        }
        if (auto answer = answered())
            return answer;
        if (m_steps->isServerGone())
            return failure(Trouble::Unavailable, QStringLiteral("the lab's server ended in the race"));
    } while (std::chrono::steady_clock::now() < until);
    return std::nullopt;
}

Result<void> RaceBench::letGo(quint64 id)
{
    Crossing crossing;
    crossing.id = id;
    return m_steps->go(crossing)
               ? Result<void>{}
               : failure(Trouble::Unavailable, QStringLiteral("the lab's server ended in the race"));
}

Result<StoreView> RaceBench::look()
{
    const auto truth = m_server->readStores();
    if (!truth)
        return std::unexpected(truth.error());
    return viewOf(*truth);
}

/// Reads the stores until two readings are equal.
Result<StoreView> RaceBench::rest()
{
    auto view = look();
    for (int i = 0; view && i < restLooks; ++i) {
        QThread::msleep(restLookMs);
        auto again = look();
        if (!again || *again == *view)
            return again;
        view = std::move(again);
    }
    return view;
}

} // namespace

Result<void> check(const RaceSetting &setting)
{
    if (!fits(setting.scenario, setting.strategy))
        return failure(
            Trouble::BadInput,
            QStringLiteral("--scenario %1 says nothing of %2, which never calls the store")
                .arg(QLatin1String(raceScenarioName(setting.scenario)), strategyName(setting.strategy)));
    if (setting.database != QLatin1String("sqlite")) {
        const auto url = DatabaseUrl::parse(setting.database, {});
        if (!url)
            return failure(Trouble::BadInput, QStringLiteral("--database: %1").arg(url.error().detail));
        if (url->engine != DatabaseUrl::Engine::Postgresql)
            return failure(Trouble::BadInput,
                           QStringLiteral("--database: the lab makes its own SQLite file: write sqlite"));
    }
    if (setting.redis != QLatin1String("private")) {
        const auto redis = RedisAddress::parse(setting.redis);
        if (!redis)
            return failure(Trouble::BadInput, QStringLiteral("--redis: %1").arg(redis.error().detail));
    }
    return {};
}

Result<RaceTrace> runRace(const RaceSetting &setting, const std::stop_token &stop,
                          const std::function<void(const RaceStep &)> &progress)
{
    if (const auto fine = check(setting); !fine)
        return std::unexpected(fine.error());
    RaceBench bench(setting);
    if (const auto ready = bench.setUp(); !ready)
        return std::unexpected(ready.error());
    RaceTrace trace;
    trace.strategy = setting.strategy;
    trace.scenario = setting.scenario;
    trace.engine = engineOf(setting.database);
    const UserId second = setting.scenario == RaceScenario::DoubleClick ? 1 : 2;
    for (const UserId user : {UserId(1), second})
        trace.lanes.append({user, 0, Fate::NoAnswer, {}});
    auto before = bench.look();
    if (!before)
        return std::unexpected(before.error());
    trace.before = std::move(*before);
    RaceStepper stepper(bench, trace, stop, progress);
    if (const auto run = stepper.run(); !run)
        return std::unexpected(run.error());
    auto rest = bench.rest();
    if (!rest)
        return std::unexpected(rest.error());
    trace.atRest = std::move(*rest);
    return trace;
}

} // namespace seonchak::lab

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/server.h"

#include "core/async/after_all.h"
#include "core/async/clock.h"
#include "core/async/owned_thread.h"
#include "server/api/api_worker.h"
#include "server/api/desk_roll.h"
#include "server/api/preflight_desk.h"
#include "server/api/running_acts.h"
#include "server/api/security.h"
#include "server/api/stream_feed.h"
#include "server/transport/desk_socket.h"
#include "server/transport/http_worker.h"

#include <QFile>

#include <chrono>
#include <vector>

namespace seonchak {

namespace {

constexpr std::chrono::seconds finishMost{3};

QByteArray readOpenApi()
{
    QFile file(QStringLiteral(":/openapi.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

http::Reach reachOf(const ServerOptions &options, std::optional<qint64> deskGroup)
{
    const QHostAddress address(options.host);
    const bool isAny = address == QHostAddress(QHostAddress::AnyIPv4) ||
                       address == QHostAddress(QHostAddress::AnyIPv6) || options.host.isEmpty();
    return {isAny, options.trustedProxies, deskGroup};
}

/// With the actual port, if any free port was requested.
std::optional<doctor::Surroundings> around(std::optional<doctor::Surroundings> surroundings, quint16 port)
{
    if (surroundings)
        surroundings->port = port;
    return surroundings;
}

/// Everything on one worker's thread.
struct Worker
{
    explicit Worker(const QString &name)
        : thread(name)
    {
    }
    ~Worker()
    {
        cancel();
        const auto destroy = [this] {
            http.reset();
            api.reset();
        };
        if (!thread.finishTasks(finishMost, destroy)) {
            // Nothing may be destroyed while a task uses it. The task's thread ends, so it never runs again.
            qWarning("requests did not end in time and are left behind");
            thread.stop();
            (void)http.release();
            (void)api.release();
        }
    }

    void cancel()
    {
        thread.post([this] {
            if (api)
                api->cancel();
        });
    }

    void whenIdle(std::function<void()> idle)
    {
        thread.post([this, idle = std::move(idle)] {
            if (http) // An answer is sent by a task as a rule, but not always.
                http->whenNoneInFlight([idle] { TaskHome::current()->whenIdle(idle); });
        });
    }

    OwnedThread thread;
    std::unique_ptr<http::ApiWorker> api;
    std::unique_ptr<http::HttpWorker> http;
};

/// Everything that the streams share, on its own thread.
struct Feed
{
    Feed(Sale &sale, http::DeskRoll &desks)
        : thread(QStringLiteral("stream"))
    {
        thread.call([&] { feed = std::make_unique<http::StreamFeed>(sale, desks); });
    }
    ~Feed()
    {
        if (!thread.finishTasks(finishMost, [this] { feed.reset(); })) {
            qWarning("readings for the streams did not end in time and are left behind");
            thread.stop();
            (void)feed.release();
        }
    }

    OwnedThread thread;
    std::unique_ptr<http::StreamFeed> feed;
};

} // namespace

class Server::Private
{
public:
    Private(const ServerOptions &options, quint16 boundPort, std::optional<http::DeskSocket> socket,
            Sale &sale)
        : desk(std::move(socket))
        , streams(sale, desks)
        , security(QStringList(options.allowedHosts) << options.host,
                   {options.adminToken, &sale.tokens(), options.requireIssuerToken},
                   reachOf(options, desk ? desk->group() : std::nullopt), options.rates)
        , preflight(around(options.surroundings, boundPort))
        , openApi(readOpenApi())
        , host(options.host)
        , port(boundPort)
    {
    }

    std::optional<http::DeskSocket> desk;
    SystemClock clock;
    http::DeskRoll desks{clock};
    Feed streams; ///< must outlive the workers
    http::Security security;
    WorkPool pool;
    http::RunningActs acts;
    http::PreflightDesk preflight; ///< must outlive the workers
    const QByteArray openApi;
    const QString host;
    const quint16 port;
    std::vector<std::unique_ptr<Worker>> workers;

    using Listen = std::function<Result<void>(http::HttpWorker &)>;
    Result<void> addWorker(const QString &name, Sale &sale,
                           const std::shared_ptr<http::TransportBudget> &budget, const Listen &listen);
};

Result<void> Server::Private::addWorker(const QString &name, Sale &sale,
                                        const std::shared_ptr<http::TransportBudget> &budget,
                                        const Listen &listen)
{
    auto worker = std::make_unique<Worker>(name);
    Result<void> listening;
    worker->thread.call([&] {
        worker->api = std::make_unique<http::ApiWorker>(
            http::SharedParts{sale, security, pool, openApi, *streams.feed, acts, desks, preflight});
        http::WorkerSettings settings;
        settings.handler = [api = worker->api.get()](http::Request request, http::Reply reply) {
            api->handle(std::move(request), std::move(reply));
        };
        settings.refuse = [&sale](http::Refusal refusal, const http::Request &head) {
            sale.countRejected();
            return http::refusalProblem(refusal, head);
        };
        settings.budget = budget;
        worker->http = std::make_unique<http::HttpWorker>(std::move(settings), clock);
        listening = listen(*worker->http);
    });
    workers.push_back(std::move(worker));
    return listening;
}

namespace {

/// The desks' socket; nullopt if there is none, and if the server may run without it.
Result<std::optional<http::DeskSocket>> openDeskSocket(const ServerOptions &options)
{
    if (options.deskSocket.isEmpty())
        return std::nullopt;
    auto socket = http::DeskSocket::open(options.deskSocket);
    if (socket) {
        qInfo("desks on this machine attach at unix:%s", qUtf8Printable(socket->path()));
        return std::optional<http::DeskSocket>(std::move(*socket));
    }
    if (!options.mayLackDeskSocket)
        return std::unexpected(socket.error());
    qInfo("no socket for desks: %s", qUtf8Printable(socket.error().detail));
    return std::nullopt;
}

} // namespace

Server::Server(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
}

Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::open(ServerOptions options, Sale &sale)
{
    const auto reserved = http::ReservedPort::take(options.host, options.port);
    if (!reserved)
        return std::unexpected(reserved.error());
    auto desk = openDeskSocket(options);
    if (!desk)
        return std::unexpected(desk.error());
    auto parts = std::make_unique<Private>(options, reserved->port(), std::move(*desk), sale);
    const auto budget = http::defaultBudget();
    Result<void> added;
    for (int number = 0; added && number < options.workers; ++number) {
        added = parts->addWorker(QStringLiteral("http-%1").arg(number), sale, budget,
                                 [&](http::HttpWorker &http) { return http.listen(*reserved); });
    }
    // On its own thread: looking the peer up in the system's user directory may take a while.
    if (added && parts->desk)
        added = parts->addWorker(QStringLiteral("desks"), sale, budget, [&](http::HttpWorker &http) {
            return http.listen(parts->desk->takeListener());
        });
    if (!added)
        return std::unexpected(added.error());
    return std::unique_ptr<Server>(new Server(std::move(parts)));
}

QString Server::url() const
{
    const bool v6 = d->host.contains(QLatin1Char(':')) && !d->host.startsWith(QLatin1Char('['));
    const QString host = v6 ? QStringLiteral("[%1]").arg(d->host) : d->host;
    return QStringLiteral("http://%1:%2").arg(host).arg(d->port);
}

http::PreflightDesk &Server::preflight()
{
    return d->preflight;
}

http::DeskRoll &Server::desks()
{
    return d->desks;
}

void Server::stopAccepting()
{
    d->preflight.stop();
    for (const auto &worker : d->workers)
        worker->thread.call([&worker] { worker->http->stopAccepting(); });
}

void Server::cancel()
{
    for (const auto &worker : d->workers)
        worker->cancel();
}

std::vector<PostToLoop> Server::loops()
{
    std::vector<PostToLoop> all;
    for (const auto &worker : d->workers)
        all.emplace_back(
            [&thread = worker->thread](std::function<void()> work) { thread.post(std::move(work)); });
    all.emplace_back(
        [&thread = d->streams.thread](std::function<void()> work) { thread.post(std::move(work)); });
    return all;
}

void Server::whenIdle(std::function<void()> idle)
{
    const auto oneIsIdle = afterAll(d->workers.size(), std::move(idle));
    for (const auto &worker : d->workers)
        worker->whenIdle(oneIsIdle);
}

int Server::waitingTasks() const
{
    int sum = 0;
    for (const auto &worker : d->workers)
        sum += worker->thread.waitingTasks();
    return sum;
}

int Server::inFlight() const
{
    int sum = 0;
    for (const auto &worker : d->workers)
        sum += worker->http->inFlight();
    return sum;
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/server.h"

#include "core/async/clock.h"
#include "core/async/owned_thread.h"
#include "server/api/api_worker.h"
#include "server/api/stream_feed.h"
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

http::Reach reachOf(const ServerOptions &options)
{
    const QHostAddress address(options.host);
    const bool isAny = address == QHostAddress(QHostAddress::AnyIPv4) ||
                       address == QHostAddress(QHostAddress::AnyIPv6) || options.host.isEmpty();
    return {isAny, options.trustedProxies};
}

/// What lives on one worker's thread.
struct Worker
{
    explicit Worker(int number)
        : thread(QStringLiteral("http-%1").arg(number))
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
            // Nothing may be destroyed under a running task. Its thread ends, so that it never runs again.
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

    OwnedThread thread;
    std::unique_ptr<http::ApiWorker> api;
    std::unique_ptr<http::HttpWorker> http;
};

/// What all streams live on, on a thread of its own.
struct Feed
{
    explicit Feed(Sale &sale)
        : thread(QStringLiteral("stream"))
    {
        thread.call([&] { feed = std::make_unique<http::StreamFeed>(sale); });
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
    Private(const ServerOptions &options, quint16 boundPort, Sale &sale)
        : streams(sale)
        , security(QStringList(options.allowedHosts) << options.host,
                   {options.adminToken, &sale.tokens(), options.requireIssuerToken}, reachOf(options),
                   options.rates)
        , openApi(readOpenApi())
        , host(options.host)
        , port(boundPort)
    {
    }

    SystemClock clock;
    Feed streams; ///< outlives the workers
    http::Security security;
    WorkPool pool;
    const QByteArray openApi;
    const QString host;
    const quint16 port;
    std::vector<std::unique_ptr<Worker>> workers;
};

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
    auto parts = std::make_unique<Private>(options, reserved->port(), sale);
    const auto budget = http::defaultBudget();
    for (int number = 0; number < options.workers; ++number) {
        auto worker = std::make_unique<Worker>(number);
        Result<void> listening;
        worker->thread.call([&] {
            worker->api = std::make_unique<http::ApiWorker>(http::ApiWorker::Parts{
                sale, parts->security, parts->pool, parts->openApi, *parts->streams.feed});
            http::WorkerSettings settings;
            settings.handler = [api = worker->api.get()](http::Request request, http::Reply reply) {
                api->handle(std::move(request), std::move(reply));
            };
            settings.refuse = [&sale](http::Refusal refusal, const http::Request &head) {
                sale.countRejected();
                return http::refusalProblem(refusal, head);
            };
            settings.budget = budget;
            worker->http = std::make_unique<http::HttpWorker>(std::move(settings), parts->clock);
            listening = worker->http->listen(*reserved);
        });
        if (!listening)
            return std::unexpected(listening.error());
        parts->workers.push_back(std::move(worker));
    }
    return std::unique_ptr<Server>(new Server(std::move(parts)));
}

QString Server::url() const
{
    const bool v6 = d->host.contains(QLatin1Char(':')) && !d->host.startsWith(QLatin1Char('['));
    const QString host = v6 ? QStringLiteral("[%1]").arg(d->host) : d->host;
    return QStringLiteral("http://%1:%2").arg(host).arg(d->port);
}

void Server::stopAccepting()
{
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

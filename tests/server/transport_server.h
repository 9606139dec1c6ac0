// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/owned_thread.h"
#include "server/transport/http_worker.h"
#include "server/transport/response_writer.h"
#include "server/transport/stream.h"
#include "tests/server/raw_client.h"

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

/// A transport with a scripted handler, for tests over real sockets.
namespace seonchak::http::testing {

class FakeClock final : public Clock
{
public:
    [[nodiscard]] qint64 wallMs() const override { return 784'111'777'000; } // Sun, 06 Nov 1994 08:49:37 GMT
    [[nodiscard]] qint64 steadyNs() const override { return m_ns.load(); }
    void advanceMs(qint64 ms) { m_ns += ms * 1'000'000; }

private:
    std::atomic<qint64> m_ns = 1;
};

inline Response plainRefusal(Refusal refusal, const Request &)
{
    const int status = statusOf(refusal);
    Response response{status, "application/problem+json", {}, {}, true};
    response.body = "{\"type\":\"about:blank\",\"title\":\"" + reasonPhrase(status).toByteArray() +
                    "\",\"status\":" + QByteArray::number(status) + ",\"detail\":\"" +
                    sentenceOf(refusal).toByteArray() + "\",\"code\":\"" + codeOf(refusal).toByteArray() +
                    "\"}";
    if (status == 503)
        response.headers.emplaceBack("Retry-After", "1");
    return response;
}

/// One worker on a thread. /slow waits for release(), /later for the next turn of the loop, /big answers 8
/// MiB, /stream is fed by what `feeder` makes, anything else is echoed.
class Server
{
public:
    explicit Server(std::shared_ptr<TransportBudget> budget = defaultBudget(),
                    RefusalAnswer refuse = plainRefusal)
        : m_port(ReservedPort::take(QStringLiteral("127.0.0.1"), 0).value())
    {
        m_thread.call([&] {
            WorkerSettings settings;
            settings.handler = [this](Request request, Reply reply) { handle(request, reply); };
            settings.budget = std::move(budget);
            settings.refuse = std::move(refuse);
            m_worker = std::make_unique<HttpWorker>(std::move(settings), clock);
            if (!m_worker->listen(m_port))
                qFatal("cannot listen");
        });
    }
    ~Server()
    {
        dropWorker();
        m_thread.call([this] { m_held.clear(); });
    }

    [[nodiscard]] quint16 port() const { return m_port.port(); }
    [[nodiscard]] const ReservedPort &reserved() const { return m_port; }
    [[nodiscard]] HttpWorker &worker() { return *m_worker; }
    [[nodiscard]] RawClient connect() const { return RawClient(port()); }
    void call(const std::function<void()> &work) { m_thread.call(work); }
    /// Lets time pass, between two turns of the worker's loop.
    void advanceMs(qint64 ms)
    {
        m_thread.call([this, ms] { clock.advanceMs(ms); });
    }
    void dropWorker()
    {
        m_thread.call([this] { m_worker.reset(); });
    }
    /// Answers everything held, in the reverse of the order it came in.
    void release()
    {
        m_thread.call([this] {
            for (auto held = std::exchange(m_held, {}); !held.empty(); held.pop_back())
                held.back()(body("slow"));
        });
    }
    static Response body(const QByteArray &text)
    {
        Response response;
        response.contentType = "text/plain";
        response.body = text;
        return response;
    }

    FakeClock clock;
    std::atomic<int> calls = 0;
    std::function<std::shared_ptr<StreamFeeder>()> feeder; ///< to be set before the first request for /stream

private:
    void handle(const Request &request, const Reply &reply)
    {
        ++calls;
        if (request.path == "/slow")
            return m_held.push_back(reply);
        if (request.path == "/later")
            return m_thread.post([reply] { reply(body("later")); });
        if (request.path == "/big")
            return reply(body(QByteArray(8 * 1024 * 1024, 'x')));
        if (request.path == "/stream") {
            auto response = body("is not sent");
            response.stream = feeder();
            return reply(response);
        }
        if (request.path == "/size")
            return reply(body(QByteArray::number(request.body.size())));
        if (request.path == "/twice") {
            reply(body("first"));
            return reply(body("second"));
        }
        auto response = body(request.method + ' ' + request.path + '?' + request.query + ' ' + request.body);
        if (request.path == "/nothing")
            response.status = 204;
        if (request.path == "/inject")
            response.headers = {{"X-A", "a\r\nX-B: b"}, {"X C", "c"}, {"content-length", "1"}, {"X-D", "d"}};
        reply(response);
    }

    OwnedThread m_thread{QStringLiteral("worker")};
    ReservedPort m_port;
    std::unique_ptr<HttpWorker> m_worker;
    std::vector<Reply> m_held;
};

inline QByteArray get(const QByteArray &path, const QByteArray &headers = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
}

inline QByteArray post(const QByteArray &path, const QByteArray &body)
{
    return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\n\r\n" + body;
}

} // namespace seonchak::http::testing

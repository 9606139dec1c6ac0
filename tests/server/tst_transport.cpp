// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/owned_thread.h"
#include "server/transport/http_worker.h"
#include "server/transport/listener.h"
#include "server/transport/qt_dispatch.h"
#include "tests/server/raw_client.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <sys/resource.h>

#include <atomic>
#include <optional>
#include <thread>
#include <vector>

using namespace seonchak;
using namespace seonchak::http;

namespace {

class FakeClock final : public Clock
{
public:
    [[nodiscard]] qint64 wallMs() const override { return 784'111'777'000; } // Sun, 06 Nov 1994 08:49:37 GMT
    [[nodiscard]] qint64 steadyNs() const override { return m_ns.load(); }
    void advanceMs(qint64 ms) { m_ns += ms * 1'000'000; }

private:
    std::atomic<qint64> m_ns = 1;
};

/// One worker on a thread. /slow waits for release(), /later for the next turn of the loop, /big answers 8
/// MiB, anything else is echoed.
class Server
{
public:
    explicit Server(std::shared_ptr<TransportBudget> budget = defaultBudget(),
                    RefusalAnswer refuse = plainRefusal)
        : m_port(ReservedPort::take(u"127.0.0.1"_qs, 0).value())
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

    OwnedThread m_thread{u"worker"_qs};
    ReservedPort m_port;
    std::unique_ptr<HttpWorker> m_worker;
    std::vector<Reply> m_held;
};

QByteArray get(const QByteArray &path, const QByteArray &headers = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
}

QByteArray post(const QByteArray &path, const QByteArray &body)
{
    return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\n\r\n" + body;
}

qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_qs);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    return file.readAll().split(' ').at(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

} // namespace

/// While it lives, the process can open only so many descriptors more.
class TightDescriptors
{
public:
    explicit TightDescriptors(int room)
    {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        const int lowest = ::dup(0); // every number below is in use
        ::close(lowest);
        auto tight = m_before;
        tight.rlim_cur = static_cast<rlim_t>(lowest + room);
        ::setrlimit(RLIMIT_NOFILE, &tight);
    }
    ~TightDescriptors() { ::setrlimit(RLIMIT_NOFILE, &m_before); }
    TightDescriptors(const TightDescriptors &) = delete;
    TightDescriptors &operator=(const TightDescriptors &) = delete;

private:
    rlimit m_before{};
};

class TransportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { raiseOpenFileLimit(); }

    void answersAreWhole();
    void requestsArriveWhole();
    void noInjectionThroughHeaders();
    void pipelinedAnswersKeepTheirOrder();
    void pipelinedHandlersRunOneAtATime();
    void manyPipelined();
    void persistence_data();
    void persistence();
    void expectContinue();
    void halfClosedClientsGetTheirAnswer();
    void clientsMayLeaveAtAnyMoment();
    void lateAndDoubledReplies();
    void chunksSplitAnywhere();
    void largestBody();

    void floods_data();
    void floods();
    void refusals_data();
    void refusals();
    void refusalsAreWordedByTheApplication();
    void unknownMethodsReachTheHandler();
    void parsersThatDisagree();
    void qtAcceptsNothing();

    void slowRequestsAreDropped();
    void idleConnectionsAreDropped();
    void unreadAnswersAreDropped();
    void unansweredRequestsAreDropped();
    void uploadsShareABudget();
    void connectionCap();
    void descriptorsRunOut();
    void noSpinningWithoutDescriptors();
    void manyConnectAtOnce();

    void ports();
    void workersShareAPort();
    void stopping();
};

void TransportTest::answersAreWhole()
{
    Server server;
    auto client = server.connect();
    QCOMPARE(client.ask(get("/a?b=c")).head,
             "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Type: text/plain\r\n"
             "Content-Length: 11\r\n\r\n");
    client.send("HEAD /a HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto head = client.readAnswer(false);
    QVERIFY(head.head.contains("\r\nContent-Length: 9\r\n"));
    client.send(get("/nothing"));
    const auto nothing = client.readAnswer(false);
    QCOMPARE(nothing.status, 204);
    QVERIFY(!nothing.head.contains("Content-"));
    QCOMPARE(client.ask(get("/z")).body, "GET /z? "); // neither left a body behind
    QCOMPARE(client.ask(get("/big")).body.size(), 8 * 1024 * 1024);
}

void TransportTest::requestsArriveWhole()
{
    Server server;
    auto client = server.connect();
    QCOMPARE(client.ask(post("/%2F%00?q=%0d", "a\r\n\r\nb")).body, "POST /%2F%00?q=%0d a\r\n\r\nb");
    QCOMPARE(client.ask("\r\n" + get("//b")).body, "GET //b? ");
    QCOMPARE(server.calls, 2);
}

void TransportTest::noInjectionThroughHeaders()
{
    Server server;
    const auto answer = server.connect().ask(get("/inject"));
    QVERIFY(answer.head.contains("\r\nX-A: a  X-B: b\r\nX-D: d\r\n"));
    QCOMPARE(answer.head.count("\r\nX-B"), 0);
    QVERIFY(!answer.head.contains("X C"));
    QVERIFY(!answer.head.contains("content-length"));
}

void TransportTest::pipelinedAnswersKeepTheirOrder()
{
    Server server;
    auto client = server.connect();
    client.send(get("/slow") + get("/2") + get("/3") + get("/slow") + get("/5"));
    QTRY_COMPARE(server.calls, 1);
    server.release();
    QCOMPARE(client.readAnswer().body, "slow");
    QCOMPARE(client.readAnswer().body, "GET /2? ");
    QCOMPARE(client.readAnswer().body, "GET /3? ");
    QTRY_COMPARE(server.calls, 4);
    server.release();
    QCOMPARE(client.readAnswer().body, "slow");
    QCOMPARE(client.readAnswer().body, "GET /5? ");
}

void TransportTest::pipelinedHandlersRunOneAtATime()
{
    Server server;
    auto client = server.connect();
    client.send(get("/slow") + get("/2"));
    QTRY_COMPARE(server.calls, 1);
    QCOMPARE(server.connect().ask(get("/other")).status, 200); // the loop has been round since
    QCOMPARE(server.calls, 2);
    server.release();
    QCOMPARE(client.readAnswer().body, "slow");
    QCOMPARE(client.readAnswer().body, "GET /2? ");
}

void TransportTest::manyPipelined()
{
    // More than is carried while an answer is pending: the rest waits in the client's and the kernel's
    // buffers.
    Server server;
    auto client = server.connect();
    constexpr int count = 5000;
    QByteArray all = get("/slow");
    for (int i = 0; i < count; ++i)
        all += get("/" + QByteArray::number(i));
    std::thread sender([&] { client.send(all); });
    QTRY_COMPARE(server.calls, 1);
    server.release();
    QCOMPARE(client.readAnswer().body, "slow");
    for (int i = 0; i < count; ++i)
        QCOMPARE(client.readAnswer().body, "GET /" + QByteArray::number(i) + "? ");
    sender.join();
}

void TransportTest::persistence_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<bool>("stays");
    QTest::newRow("1.1") << get("/") << QByteArray() << true;
    QTest::newRow("1.1 close") << get("/", "Connection: close\r\n") << QByteArray("close") << false;
    QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\nHost: a\r\n\r\n") << QByteArray("close") << false;
    QTest::newRow("1.0 keep-alive") << QByteArray(
                                           "GET / HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n")
                                    << QByteArray("keep-alive") << true;
}

void TransportTest::persistence()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, said);
    QFETCH(bool, stays);
    Server server;
    auto client = server.connect();
    const auto answer = client.ask(request + (stays ? QByteArray() : get("/not-run")));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.head.contains("\r\nConnection: "), !said.isEmpty());
    QVERIFY(said.isEmpty() || answer.head.contains(QByteArray("\r\nConnection: " + said + "\r\n")));
    if (stays)
        QCOMPARE(client.ask(request).status, 200);
    else
        QVERIFY(client.isClosedByServer());
    QCOMPARE(server.calls, stays ? 2 : 1);
}

void TransportTest::expectContinue()
{
    Server server;
    auto client = server.connect();
    const QByteArray head = "POST /c HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: ";
    client.send(head + "2\r\n\r\n");
    const QByteArray word = "HTTP/1.1 100 Continue\r\n\r\n";
    QCOMPARE(client.readBytes(word.size()), word);
    QCOMPARE(client.ask("ok").body, "POST /c? ok");
    QCOMPARE(client.ask(head + "2\r\n\r\nok").body, "POST /c? ok"); // did not wait: no word
    QCOMPARE(server.connect().ask(head + "99999999\r\n\r\n").status, 413);
    QCOMPARE(server.connect().ask(get("/", "Expect: more\r\n")).status, 417);
    QCOMPARE(server.calls, 2);
}

void TransportTest::halfClosedClientsGetTheirAnswer()
{
    Server server;
    for (int round = 0; round < 300; ++round) { // the end comes before, with or after the first answer
        auto client = server.connect();
        client.send(get("/later") + get("/2"));
        client.finishSending();
        QCOMPARE(client.readAnswer().body, "later");
        QCOMPARE(client.readAnswer().body, "GET /2? ");
        QVERIFY(client.isClosedByServer());
    }
    auto slow = server.connect();
    slow.send(get("/slow"));
    slow.finishSending();
    QTRY_COMPARE(server.calls, 601);
    server.release();
    QCOMPARE(slow.readAnswer().body, "slow");
    auto partial = server.connect();
    partial.send("GET / HT");
    partial.finishSending();
    QVERIFY(partial.isClosedByServer());
}

void TransportTest::clientsMayLeaveAtAnyMoment()
{
    Server server;
    const QByteArray bytes = post("/slow", "body") + get("/2") + get("/big");
    for (int round = 0; round < 2; ++round) {
        for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
            auto client = server.connect();
            QVERIFY(client.send(bytes.first(cut)));
            if (cut % 3 == 0)
                client.reset();
            else if (cut % 3 == 1)
                client.close();
            else
                client.finishSending();
            if (cut % 7 == 0)
                server.release();
        }
    }
    QTRY_VERIFY((server.release(), server.worker().inFlight() == 0));
    QTRY_COMPARE(server.worker().connections(), 0);
    QCOMPARE(server.connect().ask(get("/alive")).status, 200);
}

void TransportTest::lateAndDoubledReplies()
{
    Server server;
    auto client = server.connect();
    QCOMPARE(client.ask(get("/twice")).body, "first");
    QCOMPARE(client.ask(get("/next")).body, "GET /next? ");
    client.send(get("/slow"));
    QTRY_COMPARE(server.worker().inFlight(), 1);
    server.dropWorker();
    server.release(); // into the void
    QVERIFY(client.isClosedByServer());
}

void TransportTest::chunksSplitAnywhere()
{
    Server server;
    auto client = server.connect();
    const QByteArray bytes = "POST /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                             "3;x=y\r\nabc\r\n2\r\n\r\n\r\n0\r\nX: y\r\n\r\n";
    for (qsizetype cut = 1; cut < bytes.size(); ++cut) {
        client.send(bytes.first(cut));
        client.send(bytes.sliced(cut));
        QCOMPARE(client.readAnswer().body, "POST /c? abc\r\n");
    }
    for (const char byte : bytes)
        client.send(QByteArray(1, byte));
    QCOMPARE(client.readAnswer().body, "POST /c? abc\r\n");
}

void TransportTest::largestBody()
{
    Server server;
    auto client = server.connect();
    constexpr qsizetype most = 16 * 1024 * 1024;
    QCOMPARE(client.ask(post("/size", QByteArray(most, 'x'))).body, QByteArray::number(most));
    QCOMPARE(client.ask(post("/size", "x")).body, "1");
    QCOMPARE(client.ask(post("/size", QByteArray(most + 1, 'x'))).status, 413);
}

void TransportTest::floods_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<int>("status");
    constexpr qsizetype mebibyte = 1024 * 1024;
    QTest::newRow("40 MiB of headers")
        << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nX: ") << 40 * mebibyte << 431;
    QTest::newRow("40 MiB of body") << QByteArray(
                                           "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 41943040\r\n\r\n")
                                    << 40 * mebibyte << 413;
    QTest::newRow("1 MiB of URL") << QByteArray("GET /") << mebibyte << 414;
}

void TransportTest::floods()
{
    QFETCH(QByteArray, start);
    QFETCH(qsizetype, size);
    QFETCH(int, status);
    Server server;
    const QByteArray piece(64 * 1024, 'x');
    const auto flood = [&] {
        auto client = server.connect();
        client.send(start);
        bool sent = true;
        for (qsizetype left = size; sent && left > 0; left -= piece.size())
            sent = client.send(piece);
        return sent ? client.readAnswer().status
                    : -1; // cut off while sending, many clients never read the answer
    };
    QCOMPARE(flood(), status);
    const auto before = residentBytes();
    QCOMPARE(flood(), status);
#ifdef __SANITIZE_ADDRESS__
    constexpr qint64 most = 32 * 1024 * 1024; // freed memory stays in its quarantine
#else
    constexpr qint64 most = 2 * 1024 * 1024;
#endif
    QVERIFY(residentBytes() - before < most);
    QCOMPARE(server.calls, 0);
    QCOMPARE(server.connect().ask(get("/alive")).status, 200);
}

void TransportTest::refusals_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const QByteArray smuggled = get("/smuggled");
    const auto body = [&](const QByteArray &headers) -> QByteArray {
        return "POST /p HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n" + smuggled;
    };
    for (const char *length :
         {"-1", "abc", "18446744073709551615", "18446744073709551660", "+44", "0x2c", "44, 44", ""})
        QTest::addRow("length '%s'", length) << body("Content-Length: " + QByteArray(length) + "\r\n") << 400;
    const auto row = [](const char *name, const QByteArray &bytes, int status = 400) {
        QTest::newRow(name) << bytes << status;
    };
    row("length twice", body("Content-Length: 0\r\nContent-Length: 44\r\n"));
    row("length and chunks", body("Content-Length: 44\r\nTransfer-Encoding: chunked\r\n"));
    row("chunks and length", body("Transfer-Encoding: chunked\r\nContent-Length: 44\r\n"));
    row("other coding", body("Transfer-Encoding: identity\r\n"));
    row("hidden coding", body("Transfer-Encoding : chunked\r\n"));
    row("folded coding", body("Transfer-Encoding:\r\n chunked\r\n"));
    row("bad chunk size", body("Transfer-Encoding: chunked\r\n"));
    row("bad chunk end",
        "POST /p HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nxx0\r\n\r\n" + smuggled);
    row("upgrade",
        get("/p", "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n") + smuggled);
    row("upgrade alone", get("/p", "Upgrade: h2c\r\n") + smuggled);
    row("no host", "GET /p HTTP/1.1\r\n\r\n" + smuggled);
    row("two hosts", get("/p", "Host: b\r\n") + smuggled);
    row("bare LF", "GET /p HTTP/1.1\nHost: a\n\n" + smuggled);
    row("absolute", get("http://a/p") + smuggled);
    row("escape", get("/%zz") + smuggled);
    row("http 2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + smuggled, 505);
}

void TransportTest::refusals()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    Server server;
    auto client = server.connect();
    const auto answer = client.ask(bytes);
    QCOMPARE(answer.status, status);
    QVERIFY(answer.head.contains("\r\nContent-Type: application/problem+json\r\n"));
    QVERIFY(answer.head.contains("\r\nConnection: close\r\n"));
    QVERIFY(client.isClosedByServer());
    QCOMPARE(server.calls, 0);
}

void TransportTest::refusalsAreWordedByTheApplication()
{
    Server server(defaultBudget(), [](Refusal refusal, const Request &head) {
        auto response = Server::body(head.path + ' ' + head.header("accept-language") + ' ' +
                                     codeOf(refusal).toByteArray());
        response.status = statusOf(refusal);
        return response;
    });
    auto client = server.connect();
    const auto answer = client.ask(get("/p", "Accept-Language: en\r\nUpgrade: x\r\n"));
    QCOMPARE(answer.body, "/p en upgrade-refused");
    QVERIFY(client.isClosedByServer());
}

void TransportTest::unknownMethodsReachTheHandler()
{
    Server server;
    auto client = server.connect();
    for (const QByteArray method : {"TRACE", "BREW", "get", "OPTIONS", "CONNECT", "PATCH", "DELETE", "PUT"}) {
        const auto answer = client.ask(method + " /p HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx");
        QCOMPARE(answer.body, method + " /p? x");
    }
}

void TransportTest::parsersThatDisagree()
{
    QtDispatch dispatch;
    auto *listener = new Listener([](int descriptor) { ::close(descriptor); });
    QVERIFY(listener->start(ReservedPort::take(u"localhost"_qs, 0)->openListener().value()));
    dispatch.attach(listener, [listener](ParserSocket *socket) { listener->offer(socket); });
    Request good;
    good.method = "POST";
    good.path = "/a";
    good.headers = {{"host", "a"}};
    good.body = "body";
    Request bad = good;
    bad.path = "/a b";
    Request two = good;
    two.path = "/ HTTP/1.1\r\nHost: a\r\n\r\nPOST /";
    QVERIFY(dispatch.agreesOn(good));
    QVERIFY(!dispatch.agreesOn(bad));
    QVERIFY(dispatch.agreesOn(good));
    QVERIFY(!dispatch.agreesOn(two));
    QVERIFY(dispatch.agreesOn(good));
}

void TransportTest::qtAcceptsNothing()
{
    QtDispatch dispatch;
    int accepted = 0;
    const auto port = ReservedPort::take(u"localhost"_qs, 0);
    auto *listener = new Listener([&accepted](int descriptor) {
        ++accepted;
        ::close(descriptor);
    });
    QVERIFY(listener->start(port->openListener().value()));
    dispatch.attach(listener, [listener](ParserSocket *socket) { listener->offer(socket); });
    const QSignalSpy acceptedByQt(listener, &QTcpServer::newConnection);
    std::vector<RawClient> rush; // more than are accepted in one turn of the loop
    for (int i = 0; i < 600; ++i)
        rush.emplace_back(port->port());
    QTRY_COMPARE(accepted, 600);
    QCOMPARE(acceptedByQt.count(), 0);
}

void TransportTest::slowRequestsAreDropped()
{
    Server server;
    std::vector<RawClient> clients;
    const auto bytes = get("/x");
    for (int i = 0; i < 50; ++i) {
        clients.push_back(server.connect());
        clients.back().send(bytes.first(1 + i % 20));
    }
    auto honest = server.connect();
    QCOMPARE(honest.ask(get("/")).status, 200);
    QTRY_COMPARE(server.worker().connections(), 51);
    server.advanceMs(19'000);
    for (auto &client : clients)
        client.send("G"); // does not buy any time
    server.call([&] { server.worker().sweep(); });
    QCOMPARE(server.worker().connections(), 51);
    server.advanceMs(1'001);
    QTRY_COMPARE(server.worker().connections(), 1); // by its own timer
    for (auto &client : clients)
        QVERIFY(client.isClosedByServer());
    QCOMPARE(honest.ask(get("/")).status, 200);
    QCOMPARE(server.calls, 2);
}

void TransportTest::idleConnectionsAreDropped()
{
    Server server;
    auto fresh = server.connect();
    auto used = server.connect();
    QCOMPARE(used.ask(get("/")).status, 200);
    QTRY_COMPARE(server.worker().connections(), 2);
    server.advanceMs(59'000);
    QCOMPARE(used.ask(get("/")).status, 200);
    server.advanceMs(1'001);
    QVERIFY(fresh.isClosedByServer());
    QCOMPARE(used.ask(get("/")).status, 200);
    server.advanceMs(60'001);
    QVERIFY(used.isClosedByServer());
}

void TransportTest::unreadAnswersAreDropped()
{
    Server server;
    auto client = server.connect();
    client.send(get("/big"));
    QTRY_COMPARE(server.calls, 1);
    QCOMPARE(server.worker().inFlight(), 1);
    server.advanceMs(29'000);
    server.call([&] { server.worker().sweep(); });
    QCOMPARE(server.worker().connections(), 1);
    server.advanceMs(1'001);
    QTRY_COMPARE(server.worker().connections(), 0);
    QCOMPARE(server.worker().inFlight(), 0);
}

void TransportTest::unansweredRequestsAreDropped()
{
    Server server;
    auto client = server.connect();
    client.send(get("/slow"));
    QTRY_COMPARE(server.calls, 1);
    server.advanceMs(120'001);
    QVERIFY(client.isClosedByServer());
    QCOMPARE(server.worker().inFlight(), 1); // its handler is still at it
    server.release();
    QCOMPARE(server.worker().inFlight(), 0);
}

void TransportTest::uploadsShareABudget()
{
    const auto budget = std::make_shared<TransportBudget>(100, 100'000);
    Server server(budget);
    const QByteArray head = "POST /size HTTP/1.1\r\nHost: a\r\nContent-Length: 90001\r\n\r\n";
    auto first = server.connect();
    first.send(head + QByteArray(90'000, 'x'));
    QTRY_COMPARE(budget->heldBytes(), 90'000);
    auto second = server.connect();
    const auto refusal = second.ask(head + QByteArray(90'001, 'x'));
    QCOMPARE(refusal.status, 503);
    QVERIFY(refusal.head.contains("\r\nRetry-After: "));
    QCOMPARE(first.ask("x").body, "90001");
    QTRY_COMPARE(budget->heldBytes(), 0);
    QCOMPARE(server.connect().ask(post("/size", QByteArray(90'000, 'x'))).status, 200);
}

void TransportTest::connectionCap()
{
    const auto budget = std::make_shared<TransportBudget>(20, 1'000'000);
    Server server(budget);
    std::vector<RawClient> inside;
    for (int i = 0; i < 20; ++i) {
        inside.push_back(server.connect());
        QCOMPARE(inside.back().ask(get("/")).status, 200);
    }
    for (int i = 0; i < 30; ++i)
        QVERIFY(server.connect().isClosedByServer());
    QCOMPARE(budget->turnedAway(), 30);
    QCOMPARE(inside.front().ask(get("/")).status, 200);
    inside.pop_back();
    QTRY_COMPARE(budget->openConnections(), 19);
    QCOMPARE(server.connect().ask(get("/")).status, 200);
    inside.clear();
    QTRY_COMPARE(budget->openConnections(), 0);
}

void TransportTest::descriptorsRunOut()
{
    Server server;
    auto client = server.connect();
    QCOMPARE(client.ask(get("/")).status, 200);
    std::optional<TightDescriptors> tight(std::in_place, 1); // for the client's end only
    auto waiting = server.connect();
    waiting.send(get("/waited"));
    QCOMPARE(client.ask(get("/")).status, 200);
    QCOMPARE(server.calls, 2);
    tight.reset();
    QCOMPARE(waiting.readAnswer().body, "GET /waited? ");
}

void TransportTest::noSpinningWithoutDescriptors()
{
    const auto port = ReservedPort::take(u"localhost"_qs, 0);
    int accepted = 0;
    Listener listener([&accepted](int descriptor) {
        ++accepted;
        ::close(descriptor);
    });
    QVERIFY(listener.start(port->openListener().value()));
    RawClient first(port->port());
    QTRY_COMPARE(accepted, 1);
    QElapsedTimer elapsed;
    {
        const TightDescriptors tight(1);
        elapsed.start();
        RawClient second(port->port());
        QVERIFY(second.isConnected());
        QTRY_VERIFY(listener.pauses() >= 3);
    }
    QVERIFY(elapsed.elapsed() >= 150); // each pause is a tenth of a second
    QTRY_COMPARE(accepted, 2);
}

void TransportTest::manyConnectAtOnce()
{
    Server server;
    std::vector<std::vector<RawClient>> clients(4);
    std::vector<std::thread> threads;
    for (auto &mine : clients) {
        threads.emplace_back([&server, &mine] {
            for (int i = 0; i < 375; ++i) {
                mine.push_back(server.connect());
                mine.back().send(get("/"));
            }
        });
    }
    for (auto &thread : threads)
        thread.join();
    int served = 0;
    for (auto &mine : clients) {
        for (auto &client : mine)
            served += client.readAnswer().status == 200;
    }
    QCOMPARE(served, 1500);
}

void TransportTest::ports()
{
    Server server;
    const auto taken = ReservedPort::take(u"127.0.0.1"_qs, server.port());
    QVERIFY(!taken);
    QCOMPARE(taken.error().trouble, Trouble::Conflict);
    for (const auto &host : {u"localhost"_qs, u"::1"_qs, u"[::1]"_qs, u"0.0.0.0"_qs, u"::"_qs}) {
        const auto port = ReservedPort::take(host, 0);
        QVERIFY2(port, qPrintable(host));
        QVERIFY(port->port() > 0);
        const auto listener = port->openListener();
        QVERIFY2(listener, qPrintable(host));
        ::close(*listener);
    }
    for (const auto &host : {u""_qs, u"not an address"_qs, u"192.0.2.1"_qs}) {
        const auto port = ReservedPort::take(host, 0);
        QVERIFY2(!port, qPrintable(host));
        QCOMPARE(port.error().trouble, Trouble::BadInput);
    }
}

void TransportTest::workersShareAPort()
{
    Server server;
    OwnedThread thread(u"second"_qs);
    std::atomic<int> calls = 0;
    std::unique_ptr<HttpWorker> second;
    thread.call([&] {
        WorkerSettings settings;
        settings.handler = [&calls](const Request &, const Reply &reply) {
            ++calls;
            reply(Server::body("second"));
        };
        second = std::make_unique<HttpWorker>(std::move(settings), server.clock);
        if (!second->listen(server.reserved()))
            qFatal("cannot share the port");
    });
    for (int i = 0; i < 1000 && (calls == 0 || server.calls == 0); ++i)
        QCOMPARE(server.connect().ask(get("/")).status, 200);
    QVERIFY(calls > 0 && server.calls > 0);
    thread.call([&] { second.reset(); });
}

void TransportTest::stopping()
{
    Server server;
    auto idle = server.connect();
    QCOMPARE(idle.ask(get("/")).status, 200);
    auto busy = server.connect();
    busy.send(get("/slow") + get("/not-run"));
    QTRY_COMPARE(server.worker().inFlight(), 1);
    auto unread = server.connect();
    QCOMPARE(unread.ask(get("/")).status, 200);
    std::optional<RawClient> unaccepted;
    server.call([&] { // the worker has seen none of this when it is told to stop
        unread.send(get("/unread"));
        unaccepted.emplace(server.port());
        unaccepted->send(get("/unaccepted"));
        server.worker().stopAccepting();
    });
    QVERIFY(idle.isClosedByServer());
    QCOMPARE(unread.readAnswer().body, "GET /unread? ");
    QVERIFY(unread.isClosedByServer());
    QCOMPARE(unaccepted->readAnswer().body, "GET /unaccepted? ");
    QVERIFY(unaccepted->isClosedByServer());
    QVERIFY(!server.connect().isConnected());
    QCOMPARE(server.worker().inFlight(), 1);
    server.release();
    const auto answer = busy.readAnswer();
    QCOMPARE(answer.body, "slow");
    QVERIFY(answer.head.contains("\r\nConnection: close\r\n"));
    QVERIFY(busy.isClosedByServer());
    QCOMPARE(server.worker().inFlight(), 0);
    QCOMPARE(server.calls, 5);
}

QTEST_GUILESS_MAIN(TransportTest)
#include "tst_transport.moc"

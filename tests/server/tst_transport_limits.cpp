// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/open_files.h"
#include "server/transport/listener.h"
#include "server/transport/qt_dispatch.h"
#include "tests/server/transport_server.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <sys/resource.h>

#include <optional>
#include <thread>

using namespace seonchak;
using namespace seonchak::http;
using namespace seonchak::http::testing;

namespace {

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

} // namespace

class TransportLimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { raiseOpenFileLimit(); }
    void qtAcceptsNothing();
    void slowRequestsAreTold();
    void idleConnectionsAreDropped();
    void requestsThatCrossWithTheEndAreNotReset();
    void incompleteRequestsAreTold_data();
    void incompleteRequestsAreTold();
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

void TransportLimitsTest::qtAcceptsNothing()
{
    QtDispatch dispatch;
    int accepted = 0;
    const auto port = ReservedPort::take(QStringLiteral("localhost"), 0);
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

void TransportLimitsTest::slowRequestsAreTold()
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
    for (auto &client : clients) { // by its own timer
        const auto answer = client.readAnswer();
        QCOMPARE(answer.status, 408);
        QVERIFY(answer.head.contains("\r\nConnection: close\r\n"));
        QVERIFY(client.isClosedByServer());
    }
    clients.clear();
    QTRY_COMPARE(server.worker().connections(), 1);
    QCOMPARE(honest.ask(get("/")).status, 200);
    QCOMPARE(server.calls, 2);
}

void TransportLimitsTest::idleConnectionsAreDropped()
{
    Server server;
    auto fresh = server.connect();
    auto used = server.connect();
    QCOMPARE(used.ask(get("/")).status, 200);
    QTRY_COMPARE(server.worker().connections(), 2);
    auto blank = server.connect();
    blank.send("\r\n"); // as some clients send after a body: no request has begun
    QTRY_COMPARE(server.worker().connections(), 3);
    QCOMPARE(used.ask(get("/")).status, 200); // the worker has read the blank line by then
    server.advanceMs(64'000);
    QCOMPARE(used.ask(get("/")).status, 200);
    server.advanceMs(1'001);
    QVERIFY(fresh.isEndedInOrder());
    QVERIFY(blank.isEndedInOrder());
    QCOMPARE(used.ask(get("/")).status, 200);
    server.advanceMs(65'001);
    QVERIFY(used.isEndedInOrder());
}

void TransportLimitsTest::requestsThatCrossWithTheEndAreNotReset()
{
    Server server;
    auto client = server.connect();
    QCOMPARE(client.ask(get("/")).status, 200);
    server.advanceMs(65'001);
    server.call([&] { server.worker().sweep(); });
    for (int i = 0; i < 3; ++i)
        QVERIFY(client.send(get("/late")));
    QVERIFY(client.isEndedInOrder());
    QCOMPARE(server.calls, 1);
    client.close();
    QTRY_COMPARE(server.worker().connections(), 0);
}

void TransportLimitsTest::incompleteRequestsAreTold_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status"); // 0: an end without words
    QTest::newRow("nothing") << QByteArray() << 0;
    QTest::newRow("one byte") << QByteArray("G") << 408;
    QTest::newRow("head") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n") << 408;
    QTest::newRow("body") << post("/size", "x").replace("Content-Length: 1", "Content-Length: 2") << 408;
    QTest::newRow("chunk") << QByteArray(
                                  "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab")
                           << 408;
    QTest::newRow("second request") << QByteArray(get("/") + "GET /2 HT") << 408;
}

void TransportLimitsTest::incompleteRequestsAreTold()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    Server server;
    auto client = server.connect();
    client.send(bytes);
    if (bytes.startsWith("GET / HTTP/1.1\r\nHost: a\r\n\r\n"))
        QCOMPARE(client.readAnswer().status, 200);
    QTRY_COMPARE(server.worker().connections(), 1);
    QCOMPARE(server.connect().ask(get("/")).status, 200); // the loop has seen those bytes, too
    server.advanceMs(65'001);
    QCOMPARE(client.readAnswer().status, status);
    QVERIFY(client.isEndedInOrder());
}

void TransportLimitsTest::unreadAnswersAreDropped()
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

void TransportLimitsTest::unansweredRequestsAreDropped()
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

void TransportLimitsTest::uploadsShareABudget()
{
    const auto budget = std::make_shared<TransportBudget>(100, 100'000);
    Server server(budget);
    const QByteArray head = "POST /size HTTP/1.1\r\nHost: a\r\nContent-Length: 90001\r\n\r\n";
    auto first = server.connect();
    first.send(head + QByteArray(90'000, 'x'));
    QTRY_VERIFY(budget->heldBytes() >= 86'000); // the first 4 KiB are free
    auto second = server.connect();
    const auto refusal = second.ask(head + QByteArray(90'000, 'x'));
    QCOMPARE(refusal.status, 503);
    QVERIFY(refusal.head.contains("\r\nRetry-After: "));
    QCOMPARE(first.ask("x").body, "90001");
    QTRY_COMPARE(budget->heldBytes(), 0);
    QCOMPARE(server.connect().ask(post("/size", QByteArray(90'000, 'x'))).status, 200);
}

void TransportLimitsTest::connectionCap()
{
    const auto budget = std::make_shared<TransportBudget>(20, 1'000'000);
    Server server(budget);
    std::vector<RawClient> inside;
    for (int i = 0; i < 20; ++i) {
        inside.push_back(server.connect());
        QCOMPARE(inside.back().ask(get("/")).status, 200);
    }
    for (int i = 0; i < 30; ++i) {
        auto outside = server.connect();
        if (i % 2 == 0)
            outside.send(get("/"));
        const auto answer = outside.readAnswer();
        QCOMPARE(answer.status, 503);
        QVERIFY(answer.head.contains("\r\nRetry-After: "));
        QVERIFY(outside.isClosedByServer());
    }
    QCOMPARE(budget->turnedAway(), 30);
    QCOMPARE(inside.front().ask(get("/")).status, 200);
    inside.pop_back();
    QTRY_COMPARE(budget->openConnections(), 19);
    QCOMPARE(server.connect().ask(get("/")).status, 200);
    inside.clear();
    QTRY_COMPARE(budget->openConnections(), 0);
}

void TransportLimitsTest::descriptorsRunOut()
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

void TransportLimitsTest::noSpinningWithoutDescriptors()
{
    const auto port = ReservedPort::take(QStringLiteral("localhost"), 0);
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

void TransportLimitsTest::manyConnectAtOnce()
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

void TransportLimitsTest::ports()
{
    Server server;
    const auto taken = ReservedPort::take(QStringLiteral("127.0.0.1"), server.port());
    QVERIFY(!taken);
    QCOMPARE(taken.error().trouble, Trouble::Conflict);
    for (const auto &host : {QStringLiteral("localhost"), QStringLiteral("::1"), QStringLiteral("[::1]"),
                             QStringLiteral("0.0.0.0"), QStringLiteral("::")}) {
        const auto port = ReservedPort::take(host, 0);
        QVERIFY2(port, qPrintable(host));
        QVERIFY(port->port() > 0);
        const auto listener = port->openListener();
        QVERIFY2(listener, qPrintable(host));
        ::close(*listener);
    }
    for (const auto &host :
         {QStringLiteral(""), QStringLiteral("not an address"), QStringLiteral("192.0.2.1")}) {
        const auto port = ReservedPort::take(host, 0);
        QVERIFY2(!port, qPrintable(host));
        QCOMPARE(port.error().trouble, Trouble::BadInput);
    }
}

void TransportLimitsTest::workersShareAPort()
{
    Server server;
    OwnedThread thread(QStringLiteral("second"));
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

void TransportLimitsTest::stopping()
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

QTEST_GUILESS_MAIN(TransportLimitsTest)
#include "tst_transport_limits.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/transport_server.h"

#include <QTest>

#include <thread>

using namespace seonchak;
using namespace seonchak::http;
using namespace seonchak::http::testing;

class TransportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAreWhole();
    void requestsArriveWhole();
    void unknownMethodsReachTheHandler();
    void noInjectionThroughHeaders();
    void pipelinedAnswersKeepTheirOrder();
    void pipelinedHandlersRunOneAtATime();
    void manyPipelined();
    void persistence_data();
    void persistence();
    void upgradesAreIgnored_data();
    void upgradesAreIgnored();
    void everyFormOfTarget();
    void expectContinue();
    void halfClosedClientsGetTheirAnswer();
    void clientsMayLeaveAtAnyMoment();
    void tellsWhenNothingIsInFlight();
    void lateAndDoubledReplies();
    void chunksSplitAnywhere();
    void largestBody();
};

void TransportTest::answersAreWhole()
{
    Server server;
    auto client = server.connect();
    QCOMPARE(client.ask(get("/a?b=c")).head,
             "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Type: text/plain\r\n"
             "Content-Length: 11\r\nConnection: keep-alive\r\nKeep-Alive: timeout=65\r\n\r\n");
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

void TransportTest::unknownMethodsReachTheHandler()
{
    Server server;
    auto client = server.connect();
    for (const QByteArray method : {"TRACE", "BREW", "get", "OPTIONS", "CONNECT", "PATCH", "DELETE", "PUT"}) {
        const auto answer = client.ask(method + " /p HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx");
        QCOMPARE(answer.body, method + " /p? x");
    }
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
    QTest::newRow("1.1") << get("/") << QByteArray("keep-alive\r\nKeep-Alive: timeout=65") << true;
    QTest::newRow("1.1 close") << get("/", "Connection: close\r\n") << QByteArray("close") << false;
    QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\nHost: a\r\n\r\n") << QByteArray("close") << false;
    QTest::newRow("1.0 keep-alive") << QByteArray(
                                           "GET / HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n")
                                    << QByteArray("keep-alive\r\nKeep-Alive: timeout=65") << true;
    QTest::newRow("1.0 without a host")
        << QByteArray("GET / HTTP/1.0\r\n\r\n") << QByteArray("close") << false;
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
    QVERIFY(answer.head.contains(QByteArray("\r\nConnection: " + said + "\r\n")));
    QCOMPARE(answer.head.contains("Keep-Alive: "), stays);
    if (stays)
        QCOMPARE(client.ask(request).status, 200);
    else
        QVERIFY(client.isClosedByServer());
    QCOMPARE(server.calls, stays ? 2 : 1);
}

void TransportTest::upgradesAreIgnored_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("h2c") << QByteArray("Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
                                       "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n");
    QTest::newRow("websocket") << QByteArray("Connection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n"
                                             "Sec-WebSocket-Version: 13\r\n"
                                             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
    QTest::newRow("tls") << QByteArray("Connection: upgrade\r\nUpgrade: TLS/1.0, HTTP/1.1\r\n");
    QTest::newRow("without connection") << QByteArray("Upgrade: h2c\r\n");
}

void TransportTest::upgradesAreIgnored()
{
    QFETCH(QByteArray, headers);
    Server server;
    auto client = server.connect();
    const auto first = client.ask(get("/a", headers));
    QVERIFY2(first.head.startsWith("HTTP/1.1 200 "), first.head.constData());
    QVERIFY(!first.head.contains("Upgrade"));
    QCOMPARE(first.body, "GET /a? ");
    const auto second =
        client.ask("POST /b HTTP/1.1\r\nHost: a\r\n" + headers + "Content-Length: 4\r\n\r\nbody");
    QCOMPARE(second.body, "POST /b? body");
    QCOMPARE(client.ask(get("/c")).body, "GET /c? "); // the connection has stayed what it was
    QCOMPARE(server.calls, 3);
}

void TransportTest::everyFormOfTarget()
{
    Server server;
    auto client = server.connect();
    QCOMPARE(client.ask(get("http://b/p?q")).body, "GET /p?q ");
    QCOMPARE(client.ask("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n").body, "OPTIONS *? ");
    QCOMPARE(client.ask("GET /old HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").body, "GET /old? ");
    QCOMPARE(client.ask(get("/z")).body, "GET /z? ");
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

void TransportTest::tellsWhenNothingIsInFlight()
{
    Server server;
    std::atomic<int> told = 0;
    const auto ask = [&] { server.worker().whenNoneInFlight([&] { ++told; }); };
    server.call(ask);
    QCOMPARE(told.load(), 1); // now
    auto client = server.connect();
    client.send(get("/slow"));
    QTRY_COMPARE(server.worker().inFlight(), 1);
    server.call(ask);
    QCOMPARE(told.load(), 1);
    server.release();
    QTRY_COMPARE(told.load(), 2);
    QCOMPARE(client.readAnswer().body, "slow");
    QCOMPARE(client.ask(get("/next")).status, 200);
    server.call([] {}); // after the turn of the loop that sent it
    QCOMPARE(told.load(), 2);
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

QTEST_GUILESS_MAIN(TransportTest)
#include "tst_transport.moc"

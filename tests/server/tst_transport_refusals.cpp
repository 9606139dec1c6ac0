// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/listener.h"
#include "server/transport/qt_dispatch.h"
#include "tests/server/transport_server.h"
#include "tests/support/resident_bytes.h"

#include <QTest>

using namespace seonchak;
using namespace seonchak::http;
using namespace seonchak::http::testing;
using seonchak::testing::residentBytes;

namespace {

} // namespace

class TransportRefusalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void floods_data();
    void floods();
    void refusals_data();
    void refusals();
    void refusalsAreWordedByTheApplication();
    void parsersThatDisagree();
    void qtIsShownEachShapeOnce();
};

void TransportRefusalsTest::floods_data()
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

void TransportRefusalsTest::floods()
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

void TransportRefusalsTest::refusals_data()
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
    row("no host", "GET /p HTTP/1.1\r\n\r\n" + smuggled);
    row("two hosts", get("/p", "Host: b\r\n") + smuggled);
    row("bare LF", "GET /p HTTP/1.1\nHost: a\n\n" + smuggled);
    row("absolute form with a user", get("http://u@a/p") + smuggled);
    row("escape", get("/%zz") + smuggled);
    row("http 2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + smuggled, 505);
}

void TransportRefusalsTest::refusals()
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

void TransportRefusalsTest::refusalsAreWordedByTheApplication()
{
    Server server(defaultBudget(), [](Refusal refusal, const Request &head) {
        auto response = Server::body(head.path + ' ' + head.header("accept-language") + ' ' +
                                     codeOf(refusal).toByteArray());
        response.status = statusOf(refusal);
        return response;
    });
    auto client = server.connect();
    const auto answer = client.ask(get("/p", "Accept-Language: en\r\nHost: b\r\n"));
    QCOMPARE(answer.body, "/p en bad-host");
    QVERIFY(client.isClosedByServer());
}

void TransportRefusalsTest::parsersThatDisagree()
{
    QtDispatch dispatch;
    auto *listener = new Listener([](int descriptor) { ::close(descriptor); });
    QVERIFY(listener->start(ReservedPort::take(QStringLiteral("localhost"), 0)->openListener().value()));
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
    QCOMPARE(dispatch.shown(), 5);
}

void TransportRefusalsTest::qtIsShownEachShapeOnce()
{
    QtDispatch dispatch;
    auto *listener = new Listener([](int descriptor) { ::close(descriptor); });
    QVERIFY(listener->start(ReservedPort::take(QStringLiteral("localhost"), 0)->openListener().value()));
    dispatch.attach(listener, [listener](ParserSocket *socket) { listener->offer(socket); });
    const auto shown = [&](const QByteArray &method, const QByteArray &path, const QByteArray &host = "a",
                           const QByteArray &query = {}) {
        Request request;
        request.method = method;
        request.path = path;
        request.query = query;
        request.headers = {{"host", host}};
        const qint64 before = dispatch.shown();
        const bool agrees = dispatch.agreesOn(request);
        return agrees ? int(dispatch.shown() - before) : -1;
    };
    QCOMPARE(shown("POST", "/api/v1/coupons/1/issue"), 1);
    QCOMPARE(shown("POST", "/api/v1/coupons/2/issue"), 0);
    QCOMPARE(shown("POST", "/api/v1/coupons/9223372036854775807/issue"), 0);
    QCOMPARE(shown("POST", "/api/v1/coupons/x/issue"), 1);
    QCOMPARE(shown("POST", "/api/v1/coupons//issue"), 1);
    QCOMPARE(shown("GET", "/api/v1/coupons/1/issue"), 1);
    QCOMPARE(shown("POST", "/api/v1/coupons/1/issue", "b"), 1);
    QCOMPARE(shown("POST", "/api/v1/coupons/1/issue", "a", "q=1"), 1);
    QCOMPARE(shown("POST", "/api/v1/coupons/1/issue", "a", "q=1"), 1); // a query is never taken for known
    QCOMPARE(shown("GET", "/%41"), 1);
    QCOMPARE(shown("GET", "/%41"), 1);  // nor is what is encoded
    QCOMPARE(shown("GET", "/a b"), -1); // what Qt does not agree on is asked about each time
    QCOMPARE(shown("GET", "/a b"), -1);
    for (char c = 'a'; c <= 'z'; ++c) {
        for (char d = 'a'; d <= 'c'; ++d)
            QCOMPARE(shown("GET", QByteArray("/made-up/") + c + d), 1);
    }
    QCOMPARE(shown("POST", "/api/v1/coupons/3/issue"), 1); // forgotten meanwhile
    QCOMPARE(shown("POST", "/api/v1/coupons/4/issue"), 0);
}

QTEST_GUILESS_MAIN(TransportRefusalsTest)
#include "tst_transport_refusals.moc"

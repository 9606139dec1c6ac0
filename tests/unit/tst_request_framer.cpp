// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/framer_feed.h"

using namespace seonchak::http;
using namespace seonchak::http::testing;

Q_DECLARE_METATYPE(Refusal)

class RequestFramerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void good_data();
    void good();
    void unfinished_data();
    void unfinished();
    void contents();
    void theAuthorityOutranksTheHost();
    void anEmptyLineStartsNothing();
    void backToBack();
    void keepAlive_data();
    void keepAlive();
    void continueIsDueOnce();
    void limitsAreExact();
    void aLengthIsOnlyAPromise();
    void repeatedValuesAreShared();
    void secretsAreNotRemembered();
};

void RequestFramerTest::good_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &path,
                        const QByteArray &body) { QTest::newRow(name) << bytes << path << body; };
    row("plain", get(), "/", "");
    row("blank line first", "\r\n" + get(), "/", "");
    row("http 1.0", "GET /a HTTP/1.0\r\nHost: a\r\n\r\n", "/a", "");
    row("encoded", "GET /%00%2f%0d%0A HTTP/1.1\r\nHost: a\r\n\r\n", "/%00%2f%0d%0A", "");
    row("two slashes", "GET //h/p HTTP/1.1\r\nHost: a\r\n\r\n", "//h/p", "");
    row("unknown method", "BREW /pot HTTP/1.1\r\nHost: a\r\n\r\n", "/pot", "");
    row("lower-case method", "get / HTTP/1.1\r\nHost: a\r\n\r\n", "/", "");
    row("no white space after the colon", get("Host:a\r\n"), "/", "");
    row("white space around the value", get("Host: \t a \t\r\n"), "/", "");
    row("empty value", get("Host: a\r\nX:\r\n"), "/", "");
    row("latin-1 in a value", get("Host: a\r\nX: \xe9\r\n"), "/", "");
    row("host with port", get("Host: [::1]:8080\r\n"), "/", "");
    row("fixed body", post("Content-Length: 5\r\n", "hello"), "/x", "hello");
    row("empty body", post("Content-Length: 0\r\n", ""), "/x", "");
    row("leading zeros", post("Content-Length: 0005\r\n", "hello"), "/x", "hello");
    row("body with line ends", post("content-LENGTH: 6\r\n", "\r\n\r\n\n\n"), "/x", "\r\n\r\n\n\n");
    row("chunks", chunked("2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n"), "/x", "hello");
    row("no chunks", chunked("0\r\n\r\n"), "/x", "");
    row("chunk of line ends", chunked("4\r\n\r\n\r\n\r\n0\r\n\r\n"), "/x", "\r\n\r\n");
    row("capital Chunked", post("Transfer-Encoding: Chunked\r\n", "A\r\n0123456789\r\n0\r\n\r\n"), "/x",
        "0123456789");
    row("chunk extension", chunked("2;a=\"b\"\r\nhe\r\n0;x\r\n\r\n"), "/x", "he");
    row("leading zeros in a chunk size", chunked("0002\r\nhe\r\n000\r\n\r\n"), "/x", "he");
    row("trailers are dropped", chunked("1\r\nx\r\n0\r\nContent-Length: 9\r\nX: y\r\n\r\n"), "/x", "x");
    row("expectation without a body", get("Host: a\r\nExpect: 100-continue\r\n"), "/", "");
    row("http 1.0 without a host", "GET /a HTTP/1.0\r\n\r\n", "/a", "");
    row("http 1.0 with an empty host", "GET /a HTTP/1.0\r\nHost:\r\n\r\n", "/a", "");
    row("absolute form", "GET http://b:80/p HTTP/1.1\r\nHost: a\r\n\r\n", "/p", "");
    row("absolute form, capital https", "GET HTTPS://b HTTP/1.1\r\nHost: a\r\n\r\n", "/", "");
    row("absolute form with a query alone", "GET http://b?q HTTP/1.1\r\nHost: a\r\n\r\n", "/", "");
    row("asterisk", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", "*", "");
    row("asterisk in absolute form", "OPTIONS http://b HTTP/1.1\r\nHost: a\r\n\r\n", "*", "");
    row("upgrade", get("Host: a\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"), "/", "");
    row("upgrade with a body",
        post("Upgrade: websocket\r\nConnection: Upgrade\r\nContent-Length: 2\r\n", "ok"), "/x", "ok");
    row("trailers are welcome", get("Host: a\r\nTE: trailers\r\nConnection: TE, close\r\n"), "/", "");
    row("unknown expectation of http 1.0", "GET / HTTP/1.0\r\nHost: a\r\nExpect: x\r\n\r\n", "/", "");
}

void RequestFramerTest::good()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    const auto whole = feedAll(bytes + "GET /next", smallLimits());
    QCOMPARE(whole.verdict, Verdict::Complete);
    QCOMPARE(whole.used, bytes.size());
    QCOMPARE(whole.path, path);
    QCOMPARE(whole.body, body);
    compareSplits(bytes + "GET /next", smallLimits());
}

void RequestFramerTest::unfinished_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("line") << QByteArray("GET / HT");
    QTest::newRow("head") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n");
    QTest::newRow("last LF") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r");
    QTest::newRow("body") << post("Content-Length: 5\r\n", "hell");
    QTest::newRow("chunk") << chunked("5\r\nhell");
    QTest::newRow("last chunk") << chunked("5\r\nhello\r\n0\r\n");
    QTest::newRow("trailer") << chunked("0\r\nX: y\r\n");
}

void RequestFramerTest::unfinished()
{
    QFETCH(QByteArray, bytes);
    const auto whole = feedAll(bytes, smallLimits());
    QCOMPARE(whole.verdict, Verdict::NeedMore);
    QCOMPARE(whole.used, bytes.size());
    compareSplits(bytes, smallLimits());
}

void RequestFramerTest::contents()
{
    RequestFramer framer;
    (void)framer.feed(
        "PUT /a%2Fb?q=%20&r=?/ HTTP/1.1\r\nHOST: h:1\r\nX-Some-Thing:  v w \r\nx-some-thing: 2\r\n"
        "Content-Length: 2\r\n\r\nok");
    QCOMPARE(framer.verdict(), Verdict::Complete);
    const auto request = framer.take();
    QCOMPARE(request.method, "PUT");
    QCOMPARE(request.path, "/a%2Fb");
    QCOMPARE(request.query, "q=%20&r=?/");
    QCOMPARE(request.body, "ok");
    const Headers expected{
        {"host", "h:1"}, {"x-some-thing", "v w"}, {"x-some-thing", "2"}, {"content-length", "2"}};
    QVERIFY(request.headers == expected);
    QCOMPARE(request.header("x-some-thing"), "v w");
    QVERIFY(!framer.started());
}

void RequestFramerTest::theAuthorityOutranksTheHost()
{
    const auto hostsOf = [](const QByteArray &bytes) {
        RequestFramer framer;
        (void)framer.feed(bytes);
        QByteArrayList hosts;
        for (const auto &[name, value] : framer.request().headers) {
            if (name == "host")
                hosts.append(value);
        }
        return hosts;
    };
    QCOMPARE(hostsOf("GET http://b:1/ HTTP/1.1\r\nHost: a\r\nX: y\r\n\r\n"), QByteArrayList{"b:1"});
    QCOMPARE(hostsOf("GET http://b/ HTTP/1.0\r\n\r\n"), QByteArrayList{"b"});
    QCOMPARE(hostsOf("GET / HTTP/1.0\r\n\r\n"), QByteArrayList{});
}

void RequestFramerTest::anEmptyLineStartsNothing()
{
    RequestFramer framer;
    (void)framer.feed("\r");
    QVERIFY(framer.started());
    (void)framer.feed("\n");
    QVERIFY(!framer.started());
    (void)framer.feed("G");
    QVERIFY(framer.started());
}

void RequestFramerTest::backToBack()
{
    const QByteArray all = get() + post("Content-Length: 5\r\n", "GET /") + "\r\n" +
                           chunked("3\r\nGET\r\n0\r\n\r\n") + get("Host: a\r\nConnection: close\r\n");
    for (qsizetype piece = 1; piece <= all.size(); ++piece) {
        RequestFramer framer;
        QByteArrayList seen;
        for (qsizetype at = 0; at < all.size(); at += piece) {
            auto bytes = QByteArrayView(all).sliced(at, std::min(piece, all.size() - at));
            while (!bytes.isEmpty()) {
                bytes = bytes.sliced(framer.feed(bytes));
                QVERIFY(framer.verdict() != Verdict::Refused);
                if (framer.verdict() == Verdict::Complete) {
                    const auto request = framer.take();
                    seen.append(request.method + ' ' + request.body);
                }
            }
        }
        QCOMPARE(seen, (QByteArrayList{"GET ", "POST GET /", "POST GET", "GET "}));
    }
}

void RequestFramerTest::keepAlive_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("expected");
    QTest::newRow("1.1") << get() << true;
    QTest::newRow("1.1 close") << get("Host: a\r\nConnection: CLOSE\r\n") << false;
    QTest::newRow("1.1 list") << get("Host: a\r\nConnection: x , close\r\n") << false;
    QTest::newRow("1.1 two lines") << get("Host: a\r\nConnection: close\r\nConnection: keep-alive\r\n")
                                   << false;
    QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\nHost: a\r\n\r\n") << false;
    QTest::newRow("1.0 asks") << QByteArray("GET / HTTP/1.0\r\nHost: a\r\nConnection: Keep-Alive\r\n\r\n")
                              << true;
}

void RequestFramerTest::keepAlive()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, expected);
    QCOMPARE(feedAll(bytes, {}).keepAlive, expected);
}

void RequestFramerTest::continueIsDueOnce()
{
    const auto bytes = post("Expect: 100-Continue\r\nContent-Length: 2\r\n", "");
    RequestFramer framer;
    (void)framer.feed(bytes.chopped(1));
    QVERIFY(!framer.takeContinueDue());
    (void)framer.feed(bytes.last(1));
    QVERIFY(framer.takeContinueDue());
    QVERIFY(!framer.takeContinueDue());
    RequestFramer none;
    (void)none.feed(get("Host: a\r\nExpect: 100-continue\r\n"));
    QVERIFY(!none.takeContinueDue());
}

void RequestFramerTest::limitsAreExact()
{
    const auto limits = smallLimits();
    const auto target = [](qsizetype size) -> QByteArray {
        return "GET /" + QByteArray(size - 1, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n";
    };
    QCOMPARE(feedAll(target(64), limits).verdict, Verdict::Complete);
    QCOMPARE(feedAll(target(65), limits).verdict, Verdict::Refused);
    const auto head = [](qsizetype size) -> QByteArray { // with the last, empty line
        return get("Host: a\r\nX: " + QByteArray(size - 2 - 9 - 5, 'a') + "\r\n");
    };
    QCOMPARE(feedAll(head(256), limits).verdict, Verdict::Complete);
    QCOMPARE(feedAll(head(257), limits).verdict, Verdict::Refused);
    const auto body = [](qsizetype size) -> QByteArray {
        return post("Content-Length: " + QByteArray::number(size) + "\r\n", QByteArray(size, 'x'));
    };
    QCOMPARE(feedAll(body(32), limits).verdict, Verdict::Complete);
    QCOMPARE(feedAll(body(33), limits).verdict, Verdict::Refused);
    const auto chunks = [](qsizetype size) -> QByteArray {
        return chunked(QByteArray("1\r\nx\r\n").repeated(size) + "0\r\n\r\n");
    };
    QCOMPARE(feedAll(chunks(32), limits).verdict, Verdict::Complete);
    QCOMPARE(feedAll(chunks(33), limits).verdict, Verdict::Refused);
    compareSplits(head(256), limits);
    compareSplits(head(257), limits);
}

void RequestFramerTest::aLengthIsOnlyAPromise()
{
    RequestFramer framer;
    (void)framer.feed(post("Content-Length: 16777216\r\n", "x"));
    QCOMPARE(framer.verdict(), Verdict::NeedMore);
    QVERIFY(framer.request().body.capacity() < 128 * 1024);
}

/// Clients send most headers with every request.
void RequestFramerTest::repeatedValuesAreShared()
{
    RepeatedValues values;
    RequestFramer framer({}, &values);
    const auto agentIn = [&framer](const QByteArray &agent) {
        const QByteArray bytes = get("Host: a\r\nUser-Agent: " + agent + "\r\n");
        return framer.feed(bytes) == bytes.size() ? framer.take().header("user-agent") : QByteArray();
    };
    const QByteArray first = agentIn("customer/1.0");
    const QByteArray again = agentIn("customer/1.0");
    const QByteArray other = agentIn("customer/2.0"); // has the same place
    const QByteArray last = agentIn("customer/1.0");
    QCOMPARE(first, "customer/1.0");
    QCOMPARE(again.constData(), first.constData());
    QCOMPARE(other, "customer/2.0");
    QCOMPARE(first, "customer/1.0");
    QCOMPARE(last, "customer/1.0");
    const QByteArray tooLong(129, 'x');
    QVERIFY(values.of("user-agent", tooLong).constData() != values.of("user-agent", tooLong).constData());
}

void RequestFramerTest::secretsAreNotRemembered()
{
    RepeatedValues values;
    for (const char *name : {"authorization", "cookie", "x-api-key"}) {
        const QByteArray first = values.of(name, "Bearer 1");
        const QByteArray again = values.of(name, "Bearer 1");
        QCOMPARE(first, "Bearer 1");
        QCOMPARE(again, "Bearer 1");
        QVERIFY2(first.constData() != again.constData(), name);
    }
}

QTEST_APPLESS_MAIN(RequestFramerTest)
#include "tst_request_framer.moc"

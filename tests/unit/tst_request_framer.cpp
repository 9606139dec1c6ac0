// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/request_framer.h"

#include <QTest>

using namespace seonchak::http;
using Verdict = RequestFramer::Verdict;

Q_DECLARE_METATYPE(Refusal)

namespace {

SizeLimits smallLimits()
{
    return {.target = 64, .head = 256, .fields = 8, .body = 32};
}

/// Everything a framer says about some bytes, to compare one way of cutting them with another.
struct Outcome
{
    Verdict verdict;
    int refusal;
    qsizetype used;
    QByteArray method, path, query, body;
    Headers headers;
    bool keepAlive;
    bool operator==(const Outcome &) const = default;
};

Outcome outcomeOf(const RequestFramer &framer, qsizetype used)
{
    const auto &request = framer.request();
    const bool refused = framer.verdict() == Verdict::Refused;
    return {framer.verdict(),
            refused ? static_cast<int>(framer.refusal()) : -1,
            used,
            request.method,
            request.path,
            request.query,
            request.body,
            request.headers,
            framer.keepAlive()};
}

Outcome feedAll(const QByteArray &bytes, const SizeLimits &limits)
{
    RequestFramer framer(limits);
    const auto used = framer.feed(bytes);
    return outcomeOf(framer, used);
}

/// Feeds `bytes` in two pieces; the second only as far as the framer asks for it, as a connection would.
Outcome feedSplit(const QByteArray &bytes, qsizetype cut, const SizeLimits &limits)
{
    RequestFramer framer(limits);
    auto used = framer.feed(bytes.first(cut));
    if (framer.verdict() == Verdict::NeedMore)
        used += framer.feed(bytes.sliced(cut));
    return outcomeOf(framer, used);
}

Outcome feedByteByByte(const QByteArray &bytes, const SizeLimits &limits)
{
    RequestFramer framer(limits);
    qsizetype used = 0;
    while (framer.verdict() == Verdict::NeedMore && used < bytes.size()) {
        const auto taken = framer.feed(QByteArrayView(bytes).sliced(used, 1));
        used += taken;
        if (taken == 0)
            break;
    }
    return outcomeOf(framer, used);
}

/// Where a refused request stops being read may differ with the pieces; what is said about it may not.
void compareSplits(const QByteArray &bytes, const SizeLimits &limits)
{
    const auto withoutUse = [](Outcome outcome) {
        if (outcome.verdict == Verdict::Refused)
            outcome.used = 0;
        return outcome;
    };
    const auto whole = withoutUse(feedAll(bytes, limits));
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        const auto split = withoutUse(feedSplit(bytes, cut, limits));
        QVERIFY2(split == whole, qPrintable(u"cut at %1: verdict %2 refusal %3, whole %4 %5"_qs.arg(cut)
                                                .arg(static_cast<int>(split.verdict))
                                                .arg(split.refusal)
                                                .arg(static_cast<int>(whole.verdict))
                                                .arg(whole.refusal)));
    }
    QVERIFY(withoutUse(feedByteByByte(bytes, limits)) == whole);
}

QByteArray get(const QByteArray &headers = "Host: a\r\n")
{
    return "GET / HTTP/1.1\r\n" + headers + "\r\n";
}

QByteArray post(const QByteArray &headers, const QByteArray &body)
{
    return "POST /x HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n" + body;
}

QByteArray chunked(const QByteArray &body)
{
    return post("Transfer-Encoding: chunked\r\n", body);
}

} // namespace

class RequestFramerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void good_data();
    void good();
    void bad_data();
    void bad();
    void unfinished_data();
    void unfinished();
    void contents();
    void backToBack();
    void keepAlive_data();
    void keepAlive();
    void continueIsDueOnce();
    void limitsAreExact();
    void aLengthIsOnlyAPromise();
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

void RequestFramerTest::bad_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Refusal>("refusal");
    const auto row = [](const char *name, const QByteArray &bytes, Refusal refusal) {
        QTest::newRow(name) << bytes << refusal;
    };
    const auto line = [&row](const char *name, const QByteArray &requestLine, Refusal refusal) {
        row(name, requestLine + "\r\nHost: a\r\n\r\n", refusal);
    };
    using enum Refusal;
    line("http 0.9", "GET /", BadRequestLine);
    line("two spaces", "GET  / HTTP/1.1", BadRequestLine);
    line("space at the end", "GET / HTTP/1.1 ", BadRequestLine);
    line("space in the target", "GET /a b HTTP/1.1", BadRequestLine);
    line("tab for space", "GET\t/ HTTP/1.1", BadRequestLine);
    line("bad method", "G(T / HTTP/1.1", BadRequestLine);
    line("long method", QByteArray(33, 'A') + " / HTTP/1.1", BadRequestLine);
    line("lower-case protocol", "GET / http/1.1", BadRequestLine);
    line("no minor version", "GET / HTTP/1", BadRequestLine);
    line("letters for version", "GET / HTTP/x.y", BadRequestLine);
    line("two blank lines", "\r\n\r\nGET / HTTP/1.1", BadRequestLine);
    row("starts with a space", " GET / HTTP/1.1\r\nHost: a\r\n\r\n", BadRequestLine);
    row("tls", QByteArray::fromHex("16030100"), BadRequestLine);
    row("bare LF after the request line", "GET / HTTP/1.1\nHost: a\r\n\r\n", BadRequestLine);
    row("bare LF after a header", "GET / HTTP/1.1\r\nHost: a\n\r\n", BadHeader);
    row("bare LF at the end", "GET / HTTP/1.1\r\nHost: a\r\n\n", BadHeader);
    line("bare CR in the request line", "GET / HTTP/1.1\rX: y", BadRequestLine);
    row("bare CR in a header", get("Host: a\r\nX: a\rY: b\r\n"), BadHeader);
    row("two CRs", get("Host: a\r\r\n"), BadHeader);
    line("http 2", "GET / HTTP/2.0", UnknownVersion);
    row("http 2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", UnknownVersion);
    line("http 1.2", "GET / HTTP/1.2", UnknownVersion);
    line("absolute form", "GET http://a/ HTTP/1.1", BadTarget);
    line("asterisk", "OPTIONS * HTTP/1.1", BadTarget);
    line("authority", "CONNECT a:80 HTTP/1.1", BadTarget);
    line("no target", "GET x HTTP/1.1", BadTarget);
    line("bad percent", "GET /%zz HTTP/1.1", BadTarget);
    line("cut percent", "GET /%a HTTP/1.1", BadTarget);
    line("lone percent", "GET /% HTTP/1.1", BadTarget);
    line("bad percent in the query", "GET /?a=%g0 HTTP/1.1", BadTarget);
    line("fragment", "GET /#a HTTP/1.1", BadTarget);
    line("NUL", QByteArray("GET /a\0b HTTP/1.1", 17), BadTarget);
    line("DEL", "GET /a\x7f HTTP/1.1", BadTarget);
    line("utf-8", "GET /\xec\x84\xa0 HTTP/1.1", BadTarget);
    row("folded", get("Host: a\r\nX: a\r\n b\r\n"), BadHeader);
    row("folded at once", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", BadHeader);
    row("space before the colon", get("Host : a\r\n"), BadHeader);
    row("no colon", get("Host: a\r\nX\r\n"), BadHeader);
    row("no name", get("Host: a\r\n: x\r\n"), BadHeader);
    row("bad name", get("Host: a\r\nX(: x\r\n"), BadHeader);
    row("NUL in a value", get(QByteArray("Host: a\r\nX: a\0b\r\n", 17)), BadHeader);
    row("escape in a value", get("Host: a\r\nX: \x1b[1m\r\n"), BadHeader);
    row("no host", get(""), BadHost);
    row("no host in http 1.0", "GET / HTTP/1.0\r\n\r\n", BadHost);
    row("two hosts", get("Host: a\r\nHost: a\r\n"), BadHost);
    row("empty host", get("Host:\r\n"), BadHost);
    row("list of hosts", get("Host: a, b\r\n"), BadHost);
    row("host with a path", get("Host: a/b\r\n"), BadHost);
    row("host with a user", get("Host: u@a\r\n"), BadHost);
    for (const char *length : {"", "-1", "+1", "abc", "1 2", "0x5", "1.0", "5, 5", "5,6",
                               "9223372036854775808", "18446744073709551615", "18446744073709551621"}) {
        QTest::addRow("length '%s'", length)
            << post("Content-Length: " + QByteArray(length) + "\r\n", "hello") << BadLength;
    }
    row("length twice", post("Content-Length: 5\r\nContent-Length: 5\r\n", "hello"), BadLength);
    row("length, then encoding", post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
        BadLength);
    row("encoding, then length", post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n"),
        BadLength);
    for (const char *coding : {"", "gzip", "identity", "gzip, chunked", "chunked, chunked",
                               "chunked, identity", "chunkedx", "xchunked", "\"chunked\"", "chunked;q=1"}) {
        QTest::addRow("encoding '%s'", coding)
            << post("Transfer-Encoding: " + QByteArray(coding) + "\r\n", "0\r\n\r\n") << BadLength;
    }
    row("encoding twice", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", ""),
        BadLength);
    row("encoding in http 1.0", "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        BadLength);
    row("upgrade", get("Host: a\r\nUpgrade: websocket\r\n"), Upgrade);
    row("connection: upgrade", get("Host: a\r\nConnection: keep-alive, Upgrade\r\n"), Upgrade);
    row("expects something else", post("Expect: 200-ok\r\nContent-Length: 1\r\n", "x"), UnknownExpectation);
    for (const char *size :
         {"", "x", "-1", "+1", "0x1", "1 ", " 1", "1_0", "1\x01", ";a", "ffffffffffffffff"})
        QTest::addRow("chunk size '%s'", size)
            << chunked(QByteArray(size) + "\r\nx\r\n0\r\n\r\n") << BadChunk;
    row("chunk extension too long", chunked("1;" + QByteArray(300, 'a') + "\r\nx\r\n0\r\n\r\n"), BadChunk);
    row("control in a chunk extension", chunked("1;\x01\r\nx\r\n0\r\n\r\n"), BadChunk);
    row("chunk size ends in LF", chunked("1\nx\r\n0\r\n\r\n"), BadChunk);
    row("chunk without CRLF", chunked("1\r\nx0\r\n\r\n"), BadChunk);
    row("chunk with LF", chunked("1\r\nx\n0\r\n\r\n"), BadChunk);
    row("chunk longer than said", chunked("1\r\nxx\r\n0\r\n\r\n"), BadChunk);
    row("bad trailer", chunked("0\r\nX\r\n\r\n"), BadHeader);
    row("folded trailer", chunked("0\r\nX: y\r\n z\r\n\r\n"), BadHeader);
    line("long target", "GET /" + QByteArray(64, 'a') + " HTTP/1.1", TargetTooLong);
    line("very long target", "GET /" + QByteArray(1000, 'a') + " HTTP/1.1", TargetTooLong);
    row("endless target", "GET /" + QByteArray(1000, 'a'), TargetTooLong);
    row("endless word", QByteArray(1000, 'a'), BadRequestLine);
    row("long header", get("Host: a\r\nX: " + QByteArray(300, 'a') + "\r\n"), HeadTooLarge);
    row("endless header", "GET / HTTP/1.1\r\nX: " + QByteArray(300, 'a'), HeadTooLarge);
    row("many headers", get("Host: a\r\n" + QByteArray("a:\r\n").repeated(8)), HeadTooLarge);
    row("long trailers", chunked("0\r\n" + QByteArray("a: bcdefgh\r\n").repeated(30) + "\r\n"), HeadTooLarge);
    row("long body", post("Content-Length: 33\r\n", ""), BodyTooLarge);
    row("very long body", post("Content-Length: 9223372036854775807\r\n", ""), BodyTooLarge);
    row("long body that is expected", post("Expect: 100-continue\r\nContent-Length: 33\r\n", ""),
        BodyTooLarge);
    row("long chunk", chunked("21\r\n"), BodyTooLarge);
    row("chunks too long together", chunked("1f\r\n" + QByteArray(31, 'x') + "\r\n2\r\n"), BodyTooLarge);
}

void RequestFramerTest::bad()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Refusal, refusal);
    const auto whole = feedAll(bytes, smallLimits());
    QCOMPARE(whole.verdict, Verdict::Refused);
    QCOMPARE(codeOf(static_cast<Refusal>(whole.refusal)), codeOf(refusal));
    compareSplits(bytes, smallLimits());
    RequestFramer framer(smallLimits());
    (void)framer.feed(bytes);
    QCOMPARE(framer.feed(get()), 0);
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

QTEST_APPLESS_MAIN(RequestFramerTest)
#include "tst_request_framer.moc"

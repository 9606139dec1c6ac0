// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/framer_feed.h"

using namespace seonchak::http;
using namespace seonchak::http::testing;

Q_DECLARE_METATYPE(Refusal)

class FramerRefusalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bad_data();
    void bad();
};

void FramerRefusalsTest::bad_data()
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
    line("absolute form of another scheme", "GET ftp://a/ HTTP/1.1", BadTarget);
    line("absolute form with a user", "GET http://u@a/ HTTP/1.1", BadTarget);
    line("absolute form without a host", "GET http:///p HTTP/1.1", BadTarget);
    line("absolute form with a fragment", "GET http://a#b HTTP/1.1", BadTarget);
    line("absolute form with a bad percent", "GET http://a/%zz HTTP/1.1", BadTarget);
    row("absolute form without Host", "GET http://a/ HTTP/1.1\r\n\r\n", BadHost);
    line("asterisk of another method", "GET * HTTP/1.1", BadTarget);
    line("asterisk with more", "OPTIONS */ HTTP/1.1", BadTarget);
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
    row("two hosts in http 1.0", "GET / HTTP/1.0\r\nHost:\r\nHost: a\r\n\r\n", BadHost);
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

void FramerRefusalsTest::bad()
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

QTEST_APPLESS_MAIN(FramerRefusalsTest)
#include "tst_framer_refusals.moc"

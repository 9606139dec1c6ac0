// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/endpoint_tools.h"
#include "server/api/forwarded_header.h"
#include "server/api/security.h"
#include "server/api/trusted_proxies.h"

#include <QTest>

using namespace seonchak;
using namespace seonchak::http;

namespace {

TrustedProxies trusting(const QStringList &texts)
{
    QList<Network> networks;
    for (const auto &text : texts)
        networks.append(Network::parse(text).value());
    return TrustedProxies(networks);
}

Request from(const char *peer, const Headers &headers)
{
    Request request;
    request.path = "/x";
    request.headers = headers;
    request.peer = QHostAddress(QString::fromLatin1(peer));
    return request;
}

} // namespace

/// F5: who a request is from, through proxies that we trust and through those that we do not.
class TestForwarded : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void networks_data();
    void networks();
    void nodes_data();
    void nodes();
    void strangersAreNotBelieved_data();
    void strangersAreNotBelieved();
    void proxiesAreBelieved_data();
    void proxiesAreBelieved();
    void whatCannotBeReadIsMalformed();
    void onlyTheNextProxySaysHowItWasReached();
    void originsBehindAProxy_data();
    void originsBehindAProxy();
};

void TestForwarded::networks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("inside"); // empty: refused
    QTest::addColumn<QString>("outside");
    const auto row = [](const char *text, const char *inside, const char *outside) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(inside)
                            << QString::fromLatin1(outside);
    };
    row("127.0.0.1", "127.0.0.1", "127.0.0.2");
    row("10.0.0.0/8", "10.255.0.1", "11.0.0.1");
    row("10.1.2.3/8", "10.255.0.1", "11.0.0.1");
    row("::1", "::1", "::2");
    row("[::1]", "::1", "127.0.0.1");
    row("2001:db8::/32", "2001:db8:ffff::1", "2001:db9::1");
    row("::ffff:10.0.0.1", "10.0.0.1", "10.0.0.2");
    for (const char *bad :
         {"", "localhost", "proxy.example", "10", "10.1", "010.0.0.1", "1.2.3.4/33", "1.2.3.4/x", "1.2.3.4/",
          "1.2.3.4/-1", "::1/129", "0.0.0.0/0", "::/0", "1.2.3.4, 1.2.3.5", "*"})
        row(bad, "", "");
}

void TestForwarded::networks()
{
    QFETCH(QString, text);
    QFETCH(QString, inside);
    QFETCH(QString, outside);
    const auto network = Network::parse(text);
    QCOMPARE(network.has_value(), !inside.isEmpty());
    if (network) {
        QVERIFY(network->contains(QHostAddress(inside)));
        QVERIFY(!network->contains(QHostAddress(outside)));
    }
}

void TestForwarded::nodes_data()
{
    QTest::addColumn<QByteArray>("node");
    QTest::addColumn<QString>("address"); // empty: none
    const auto row = [](const char *node, const char *address) {
        QTest::newRow(node) << QByteArray(node) << QString::fromLatin1(address);
    };
    row("203.0.113.7", "203.0.113.7");
    row(" 203.0.113.7 ", "203.0.113.7");
    row("203.0.113.7:4711", "203.0.113.7");
    row("203.0.113.7:_hidden", "203.0.113.7");
    row("2001:db8::1", "2001:db8::1");
    row("[2001:db8::1]", "2001:db8::1");
    row("[2001:db8::1]:4711", "2001:db8::1");
    row("::ffff:127.0.0.1", "127.0.0.1");
    row("[::1%lo]", "::1");
    for (const char *none : {"", "unknown", "_hidden", "localhost", "127.1", "127", "0x7f.0.0.1",
                             "127.0.0.01", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1 evil", "[::1", "::1]",
                             "[::1]x", "1.2.3.4.5", "\"127.0.0.1\"", "2130706433"})
        row(none, "");
}

void TestForwarded::nodes()
{
    QFETCH(QByteArray, node);
    QFETCH(QString, address);
    QCOMPARE(nodeAddress(node), address.isEmpty() ? QHostAddress() : QHostAddress(address));
}

void TestForwarded::strangersAreNotBelieved_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"forwarded",           "x-forwarded-for",
                             "x-forwarded-proto",   "x-forwarded-host",
                             "x-forwarded-port",    "x-forwarded-anything",
                             "x-forwarded",         "x-real-ip",
                             "x-client-ip",         "x-cluster-client-ip",
                             "cf-connecting-ip",    "true-client-ip",
                             "fastly-client-ip",    "x-original-forwarded-for",
                             "x-proxyuser-ip",      "via",
                             "fly-client-ip",       "x-envoy-external-address",
                             "x-appengine-user-ip", "x-remote-ip",
                             "x-azure-clientip",    "client-ip",
                             "forwarded-for"})
        QTest::newRow(name) << QByteArray(name);
}

void TestForwarded::strangersAreNotBelieved()
{
    QFETCH(QByteArray, name);
    const Security open({}, {});
    const Security closed({}, {"secret"});
    for (const char *value : {"203.0.113.7", "127.0.0.1", "for=127.0.0.1", "", "1.1 proxy"}) {
        Request request = from("127.0.0.1", {{"host", "localhost"}, {name, value}});
        request.sender = open.senderOf(request);
        QCOMPARE(open.admit(request, Need::View).error(), Problem::NotLocal);
        QVERIFY(!open.refuses(request));                                            // issuing still works
        QCOMPARE(closed.admit(request, Need::View).error(), Problem::Unauthorized); // the token decides
        QCOMPARE(actorOf(request), QStringLiteral("REST 127.0.0.1 (forwarded)"));
        request.sender.name = QStringLiteral("kim");
        QCOMPARE(actorOf(request), QStringLiteral("kim (127.0.0.1, forwarded)"));
    }
    Request plain =
        from("127.0.0.1", {{"host", "localhost"}, {"user-agent", "via forwarded"}, {"x-request-id", "1"}});
    plain.sender = open.senderOf(plain);
    QVERIFY(open.admit(plain, Need::View));
    QCOMPARE(actorOf(plain), QStringLiteral("REST 127.0.0.1"));
}

void TestForwarded::proxiesAreBelieved_data()
{
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<QString>("actor");
    QTest::addColumn<bool>("isNear");
    const auto row = [](const char *name, const Headers &headers, const char *actor, bool isNear = false) {
        QTest::newRow(name) << headers << QString::fromLatin1(actor) << isNear;
    };
    const char *const client = "REST 203.0.113.7 via 127.0.0.1";
    const char *const nobody = "REST unknown via 127.0.0.1";
    row("no header", {}, "REST 127.0.0.1", true);
    row("usual", {{"x-forwarded-for", "203.0.113.7"}}, client);
    row("spoofed beginning", {{"x-forwarded-for", "127.0.0.1, 203.0.113.7"}}, client);
    row("spoofed first line", {{"x-forwarded-for", "127.0.0.1"}, {"x-forwarded-for", "203.0.113.7"}}, client);
    row("chain of trusted ones", {{"x-forwarded-for", "127.0.0.1, 203.0.113.7, 10.0.0.9"}}, client);
    row("all are trusted", {{"x-forwarded-for", "127.0.0.1, 10.0.0.9"}}, "REST 127.0.0.1 via 127.0.0.1",
        true);
    row("with port", {{"x-forwarded-for", "203.0.113.7:4711"}}, client);
    row("a client on this machine", {{"x-forwarded-for", "::1"}}, "REST ::1 via 127.0.0.1", true);
    row("standard", {{"forwarded", "for=203.0.113.7"}}, client);
    row("standard, spoofed beginning", {{"forwarded", "for=127.0.0.1, For=\"203.0.113.7:80\";proto=https"}},
        client);
    row("standard, IPv6", {{"forwarded", "for=\"[2001:db8::7]:4711\""}}, "REST 2001:db8::7 via 127.0.0.1");
    row("standard, escaped", {{"forwarded", "for=\"203\\.0.113.7\""}}, client);
    row("comma in quotes", {{"forwarded", "for=203.0.113.7;by=\"a, for=127.0.0.1\""}}, client);
    row("standard, several lines", {{"forwarded", "for=127.0.0.1"}, {"forwarded", "for=203.0.113.7"}},
        client);
    row("both agree", {{"forwarded", "for=203.0.113.7"}, {"x-forwarded-for", "203.0.113.7"}}, client);
    row("real ip alone", {{"x-real-ip", "203.0.113.7"}}, client);
    row("real ip agrees", {{"x-real-ip", "203.0.113.7"}, {"x-forwarded-for", "9.9.9.9, 203.0.113.7"}},
        client);
    row("both differ", {{"forwarded", "for=127.0.0.1"}, {"x-forwarded-for", "203.0.113.7"}}, nobody);
    row("real ip differs", {{"x-real-ip", "203.0.113.7"}, {"x-forwarded-for", "127.0.0.1"}}, nobody);
    row("hidden", {{"forwarded", "for=_hidden"}}, nobody);
    row("unknown", {{"forwarded", "for=127.0.0.1, for=unknown"}}, nobody);
    row("no for", {{"forwarded", "proto=https"}}, nobody);
    row("malformed", {{"forwarded", "for=127.0.0.1 for=127.0.0.1"}}, nobody);
    row("twice in one hop", {{"forwarded", "for=127.0.0.1;for=127.0.0.1"}}, nobody);
    row("no end of a quote", {{"forwarded", "for=\"127.0.0.1"}}, nobody);
    row("no address", {{"x-forwarded-for", "127.0.0.1, evil"}}, nobody);
    row("empty", {{"x-forwarded-for", ""}}, nobody);
    row("empty end", {{"x-forwarded-for", "127.0.0.1,"}}, nobody);
    row("only via", {{"via", "1.1 proxy"}}, nobody);
    row("not ours to believe", {{"cf-connecting-ip", "127.0.0.1"}}, nobody);
}

void TestForwarded::proxiesAreBelieved()
{
    QFETCH(Headers, headers);
    QFETCH(QString, actor);
    QFETCH(bool, isNear);
    const Security security({}, {},
                            {false,
                             {Network::parse(QStringLiteral("127.0.0.1")).value(),
                              Network::parse(QStringLiteral("10.0.0.0/8")).value()}});
    Request request = from("::ffff:127.0.0.1", headers);
    request.sender = security.senderOf(request);
    QCOMPARE(actorOf(request), actor);
    QCOMPARE(security.admit(request, Need::View).has_value(), isNear);
    // With a token its holder comes first, and the proxy is told no more.
    request.sender.name = QStringLiteral("kim");
    const QString from = actor.section(QStringLiteral(" via "), 0, 0).section(u' ', 1);
    const QString via = from == QStringLiteral("unknown") ? QStringLiteral(" via 127.0.0.1") : QString();
    QCOMPARE(actorOf(request), QStringLiteral("kim (%1%2)").arg(from, via));
}

void TestForwarded::whatCannotBeReadIsMalformed()
{
    for (const char *good : {"", " , ,", "for=a", "for=a;", ";for=a", "for=a ; proto=b,, by=c", "x=\"\""})
        QVERIFY2(parseForwarded(good), good);
    for (const char *bad :
         {"for", "for=", "=a", "for =a", "for= a", "for=a b", "for=\"a\\", "for=[::1]", "for=a:1"})
        QVERIFY2(!parseForwarded(bad), bad);
}

void TestForwarded::onlyTheNextProxySaysHowItWasReached()
{
    const auto proxies = trusting({QStringLiteral("127.0.0.1")});
    const auto sender =
        proxies.senderOf(from("127.0.0.1", {{"x-forwarded-for", "203.0.113.7"},
                                            {"x-forwarded-proto", "http, HTTPS"},
                                            {"x-forwarded-host", "evil.example, shop.example"}}));
    QCOMPARE(sender.scheme, "https");
    QCOMPARE(sender.host, "shop.example");
    const auto stranger = proxies.senderOf(from("127.0.0.2", {{"x-forwarded-proto", "https"}}));
    QCOMPARE(stranger.scheme, "");
    const auto standard = proxies.senderOf(
        from("127.0.0.1",
             {{"forwarded", "for=a;host=evil.example, for=203.0.113.7;proto=https;host=\"shop.example\""}}));
    QCOMPARE(standard.scheme + ' ' + standard.host, "https shop.example");
}

void TestForwarded::originsBehindAProxy_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<Headers>("told");
    QTest::addColumn<bool>("passes");
    const Headers shop{{"x-forwarded-host", "shop.example"}, {"x-forwarded-proto", "https"}};
    QTest::newRow("the shop") << QByteArray("https://shop.example") << shop << true;
    QTest::newRow("its other scheme") << QByteArray("http://shop.example") << shop << false;
    QTest::newRow("our own name") << QByteArray("https://localhost:8080") << shop << false;
    QTest::newRow("only the scheme") << QByteArray("https://localhost:8080")
                                     << Headers{{"x-forwarded-proto", "https"}} << true;
    QTest::newRow("another") << QByteArray("https://evil.example") << shop << false;
}

void TestForwarded::originsBehindAProxy()
{
    QFETCH(QByteArray, origin);
    QFETCH(Headers, told);
    QFETCH(bool, passes);
    for (const bool isTrusted : {true, false}) {
        const Security security(
            {}, {"secret"},
            {false,
             {Network::parse(isTrusted ? QStringLiteral("127.0.0.1") : QStringLiteral("10.0.0.1")).value()}});
        Request request = from("127.0.0.1", Headers{{"host", "localhost:8080"}, {"origin", origin}} + told);
        request.sender = security.senderOf(request);
        const bool isPlainOwn = origin.endsWith("localhost:8080");
        QCOMPARE(!security.refuses(request), isTrusted ? passes : isPlainOwn);
    }
}

QTEST_GUILESS_MAIN(TestForwarded)
#include "tst_forwarded.moc"

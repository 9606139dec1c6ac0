// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/ground/outcome_row.h"
#include "core/wire/desk_json.h"
#include "core/wire/people_json.h"
#include "server/api/authority.h"
#include "server/api/json.h"
#include "server/api/json_keys.h"
#include "server/api/problem.h"
#include "server/api/router.h"
#include "server/api/security.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkInterface>
#include <QSysInfo>
#include <QTest>

using namespace seonchak;
using namespace seonchak::http;

/// What the world sends that a laboratory does not: languages with weights, ports that go without saying,
/// probes by address, and keys that stand twice.
class TestApiEdge : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void languages_data();
    void languages();
    void problemsVary();
    void problemsAreWrittenAsQtWouldWriteThem();
    void origins_data();
    void origins();
    void everyOriginCounts();
    void probesCallUsByAnyAddress();
    void headGoesWhereGetGoes();
    void optionsAreAnswered();
    void pathsAreDecodedOnce_data();
    void pathsAreDecodedOnce();
    void keysThatStandTwice_data();
    void keysThatStandTwice();
    void userIdsAreTexts();
};

void TestApiEdge::languages_data()
{
    QTest::addColumn<QByteArray>("wanted");
    QTest::addColumn<bool>("english");
    const auto row = [](const char *wanted, bool english) {
        QTest::newRow(wanted) << QByteArray(wanted) << english;
    };
    row("", false);
    row("en", true);
    row("ko", false);
    row("en-US,en;q=0.9", true);
    row("EN-gb", true);
    row("ko;q=0.1, en;q=0.9", true);
    row("en;q=0.1, ko;q=0.9", false);
    row("en;q=0.5,ko;q=0.5", true);
    row("ko;q=0.5,en;q=0.5", false);
    row("ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7", false);
    row("en-US,ko;q=0.95,en;q=0.9", true);
    row("de, en;q=0.2", true);
    row("de, ko;q=0.1, en;q=0.2", true);
    row("de", false);
    row("*", false);
    row("*;q=0.5, ko;q=0.1", true);
    row("en;q=0, *", false);
    row("ko;q=0, *", true);
    row("ko;q=0", true);
    row("ko;q=0,en;q=0", false);
    row("en;q=0", false);
    row("en;q=0.001", true);
    row("en ; Q=1.000 , ko", true);
    row("en;q=1.0,ko;q=0.999", true);
    row(", en,", true);
    row("en;q=2", false);
    row("en;q=0.1234", false);
    row("en;q=.5", false);
    row("en;q=1.5", false);
    row("en;q=-1", false);
    row("en;q=", false);
    row("en;q", false);
    row("en;level=1", false);
    row("en-", false);
    row("en_US", false);
    row("-en", false);
    row("english", false);
    row("korean, en", true);
    row("x-en", false);
    row("enormously-long", false);
    row("ko;q=0.1, en;q=0.9, ;;;", false);
}

void TestApiEdge::languages()
{
    QFETCH(QByteArray, wanted);
    QFETCH(bool, english);
    Request request;
    request.headers = {{"accept-language", wanted}};
    QCOMPARE(languageOf(request) == Language::English, english);
    request.headers.clear(); // several lines are one list
    for (const auto &part : wanted.split(','))
        request.headers.append({"accept-language", part});
    QCOMPARE(languageOf(request) == Language::English, english);
}

void TestApiEdge::problemsVary()
{
    const auto varies = [](const Response &response) {
        return response.headers.contains(std::pair<QByteArray, QByteArray>("Vary", "Accept-Language"));
    };
    QVERIFY(varies(problem(IssueOutcome::Kind::SoldOut, {})));
    const auto late = refusalProblem(http::Refusal::TimedOut, {});
    QVERIFY(varies(late));
    QCOMPARE(late.status, 408);
    QVERIFY(late.body.contains("\"request-timeout\""));
}

void TestApiEdge::problemsAreWrittenAsQtWouldWriteThem()
{
    for (const char *language : {"ko", "en"}) {
        for (const char *path : {"/api/v1/coupons/42/issue", "/a\"b\\c"}) {
            Request request;
            request.path = path;
            request.headers = {{"accept-language", language}};
            QList<Response> all;
            for (int kind = 0; kind < int(Problem::Count_); ++kind)
                all << problem(Problem(kind), request);
            for (const OutcomeRow &row : outcomeRows) {
                if (!row.result)
                    all << problem(row.kind, request);
            }
            for (const Response &response : all) {
                const auto read = QJsonDocument::fromJson(response.body);
                QCOMPARE(response.body, read.toJson(QJsonDocument::Compact));
                QCOMPARE(read[u"instance"].toString(), QString::fromLatin1(path));
                QCOMPARE(read[u"status"].toInt(), response.status);
                QCOMPARE(read[u"title"].toString(), read[u"detail"].toString());
                QCOMPARE(read.object().size(), 6);
                QCOMPARE(response.headers.value(0).second, QByteArray(language));
            }
        }
    }
    const auto more =
        problem(Problem::CodeExists, {}, {}, {{QStringLiteral("codes"), QJsonArray{QStringLiteral("A")}}});
    QVERIFY(more.body.contains("\"codes\":[\"A\"]"));
    QCOMPARE(QJsonDocument::fromJson(more.body).object().size(), 7);
    QVERIFY(problem(Problem::InvalidBody, {}, QStringLiteral("why \"so\"")).body.contains("why \\\"so\\\""));
}

void TestApiEdge::origins_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<bool>("passes");
    const auto row = [](const char *host, const char *origin, bool passes) {
        QTest::addRow("%s at %s", origin, host) << QByteArray(host) << QByteArray(origin) << passes;
    };
    row("shop.example:443", "https://shop.example", true);
    row("shop.example", "https://shop.example", true);
    row("shop.example", "https://shop.example:443", true);
    row("localhost:80", "http://localhost", true);
    row("localhost", "http://localhost:80", true);
    row("Shop.Example", "HTTPS://SHOP.example", true);
    row("[::1]:80", "http://[0:0::1]", true);
    row("[::1]:8080", "http://[::1]:8080", true);
    row("shop.example:8080", "http://shop.example:8080", true);
    row("shop.example:", "http://shop.example", true);
    row("shop.example:8080", "http://shop.example", false);
    row("shop.example", "http://shop.example:8080", false);
    row("shop.example:80", "https://shop.example", false);
    row("shop.example:443", "http://shop.example", false);
    row("shop.example", "http://evil.example", false);
    row("shop.example", "http://shop.example.evil.example", false);
    row("shop.example", "null", false);
    row("shop.example", "", false);
    row("shop.example", "shop.example", false);
    row("shop.example", "ftp://shop.example", false);
    row("shop.example", "http://shop.example/", false);
    row("shop.example", "http://u@shop.example", false);
    row("shop.example", "http://evil.example http://shop.example", false);
    row("shop.example", "http://shop.example:0x50", false);
    row("", "http://shop.example", false);
}

void TestApiEdge::origins()
{
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, origin);
    QFETCH(bool, passes);
    const Security security({QStringLiteral("shop.example")}, {"secret"});
    Request request;
    request.peer = QHostAddress::LocalHost;
    request.headers = {{"host", host}, {"origin", origin}};
    request.sender = security.senderOf(request);
    const auto refused = security.refuses(request);
    QCOMPARE(!refused, passes);
    if (!passes)
        QCOMPARE(*refused, Problem::Forbidden);
}

void TestApiEdge::everyOriginCounts()
{
    const Security security({}, {"secret"});
    Request request;
    request.headers = {
        {"host", "localhost"}, {"origin", "http://localhost"}, {"origin", "http://evil.example"}};
    QCOMPARE(security.refuses(request).value(), Problem::Forbidden);
}

void TestApiEdge::probesCallUsByAnyAddress()
{
    QByteArrayList names{"localhost", "127.0.0.1:9", "[::1]", "127.0.0.2",
                         QSysInfo::machineHostName().toLatin1() + ":80"};
    for (const auto &address : QNetworkInterface::allAddresses()) {
        const QByteArray text = address.toString().toLatin1();
        const bool isVersion4 = address.protocol() == QAbstractSocket::IPv4Protocol;
        names.append((isVersion4 ? text : QByteArray('[' + text + ']')) + ":8080");
    }
    const Security here({}, {"secret"});
    const Security everywhere({}, {"secret"}, {true, {}});
    for (const auto &name : names) {
        Request request;
        request.headers = {{"host", name}};
        QVERIFY2(!here.refuses(request, true), name.constData());
        const bool isAddress = !plainAddress(Authority::parse(name)->host).isNull();
        QVERIFY2(!everywhere.refuses(request) || !isAddress, name.constData());
    }
    for (const char *foreign :
         {"evil.example", "192.0.2.77", "[2001:db8::77]", "localhost.evil.example", "127.1"}) {
        Request request;
        request.headers = {{"host", foreign}};
        QCOMPARE(here.refuses(request, true).value(), Problem::Misdirected);
        QCOMPARE(everywhere.refuses(request).value(), Problem::Misdirected);
    }
    for (const char *path : {"/healthz", "/readyz", "/metrics"}) {
        for (const char *method : {"GET", "HEAD", "OPTIONS", "POST"})
            QVERIFY(findRoute(method, path).isProbe);
    }
    QVERIFY(findRoute("OPTIONS", "/").isProbe);
    QVERIFY(!findRoute("GET", "/api/v1/status").isProbe);
    QVERIFY(!findRoute("GET", "/").isProbe);
}

void TestApiEdge::headGoesWhereGetGoes()
{
    for (const char *path :
         {"/healthz", "/readyz", "/metrics", "/openapi.json", "/api/v1/status", "/api/v1/coupons",
          "/api/v1/coupons/7", "/api/v1/users/7", "/api/v1/audit", "/api/v1/webhooks", "/api/v1/events"}) {
        const QByteArray kept(path); // the routes' ids are views of it
        const auto get = findRoute("GET", kept);
        const auto head = findRoute("HEAD", kept);
        QVERIFY2(get.endpoint && get.endpoint == head.endpoint, path);
        QCOMPARE(head.need, get.need);
        QCOMPARE(head.id, get.id);
    }
    QVERIFY(!findRoute("HEAD", "/api/v1/generate").endpoint);
    QVERIFY(!findRoute("HEAD", "/nowhere").endpoint);
}

void TestApiEdge::optionsAreAnswered()
{
    const auto coupon = findRoute("OPTIONS", "/api/v1/coupons/7");
    QVERIFY(coupon.isOptions && coupon.need == Need::Nothing);
    QCOMPARE(coupon.allow, "GET, HEAD, PUT, DELETE, OPTIONS");
    QCOMPARE(findRoute("OPTIONS", "/api/v1/coupons/7/issue").allow, "POST, OPTIONS");
    for (const char *whole : {"*", "/"})
        QVERIFY(findRoute("OPTIONS", whole).isOptions);
    QVERIFY(!findRoute("OPTIONS", "/nowhere").isOptions);
    QVERIFY(findRoute("GET", "/").allow.isEmpty());
}

void TestApiEdge::pathsAreDecodedOnce_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("plain"); // "-": refused
    const auto row = [](const char *path, const char *plain) {
        QTest::newRow(path) << QByteArray(path) << QByteArray(plain);
    };
    row("/a", "/a");
    row("/%34%32", "/42");
    row("/%61p%69", "/api");
    row("/%7e%2D%2e%5F", "/~-._");
    row("/%2534", "/%2534");
    row("/%25%334", "/%2534");
    row("/%2f%2F", "/%2f%2F");
    row("/%0d%0a", "/%0d%0a");
    row("/%ea%b0%80", "/%ea%b0%80");
    row("/%20%3f%23", "/%20%3f%23");
    row("/%00", "-");
    row("/a%00b", "-");
}

void TestApiEdge::pathsAreDecodedOnce()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, plain);
    QCOMPARE(routablePath(path).value_or("-"), plain);
}

void TestApiEdge::keysThatStandTwice_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("key"); // empty: none
    const auto row = [](const char *text, const char *key) {
        QTest::newRow(text) << QByteArray(text) << QString::fromUtf8(key);
    };
    row(R"({"code":"A","code":"B"})", "code");
    row(R"({"code":"A","c\u006fde":"B"})", "code");
    row(R"({"\u0063ode":"A","code":"B"})", "code");
    row(R"([{"code":"A"},{"code":"B"}])", "");
    row(R"([{"code":"A"},{"code":"B","code":"B"}])", "code");
    row(R"({"a":{"b":1,"b":2}})", "b");
    row(R"({"a":{"b":1},"c":{"b":2}})", "");
    row(R"({"a":[{"x":1,"x":1}]})", "x");
    row(R"({"a":{"b":1},"a":2})", "a");
    row(R"({"a":"a","b":"a","c":["a","a"]})", "");
    row(R"({"a":"{\"b\":1,\"b\":2}"})", "");
    row(R"({"a\"":1,"a":2,"a\\":3})", "");
    row(R"({"a\"":1,"a\u0022":2})", "a\"");
    row(R"({"":1,"":2})", "");
    row("{ \"쿠폰\" : 1 ,\n\t\"\\ucfe0\\ud3f0\" : 2 }", "쿠폰");
    row("[]", "");
    row("\"a\"", "");
}

void TestApiEdge::keysThatStandTwice()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, key);
    const auto doubled = json::doubledKey(text);
    QCOMPARE(doubled.has_value(), !key.isEmpty() || text.contains(R"("":1,"")"));
    QCOMPARE(doubled.value_or(QString()), key);
    bool notJson = false;
    const auto order = json::readGenerateOrder(R"({"count":1,"c\u006funt":1000000})", notJson);
    QVERIFY(!order && !notJson && order.error().detail.contains(QStringLiteral("\"count\"")));
}

void TestApiEdge::userIdsAreTexts()
{
    constexpr qint64 beyond = 9'007'199'254'740'993;
    const auto parsed = [](const QByteArray &text) { return QJsonDocument::fromJson(text).object(); };
    const QString key = QStringLiteral("userIdText");
    const QString text = QStringLiteral("9007199254740993");
    Coupon coupon;
    coupon.code = "A";
    coupon.id = 1;
    QVERIFY(parsed(json::coupon(coupon)).value(key).isNull());
    QVERIFY(parsed(json::coupon(coupon)).contains(key));
    coupon.userId = beyond;
    QCOMPARE(parsed(json::coupon(coupon, "VALID")).value(key).toString(), text);
    WhyNot answer;
    answer.user = beyond;
    QCOMPARE(parsed(json::whyNot(answer)).value(key).toString(), text);
    OpenDoubt doubt;
    doubt.user = beyond;
    QCOMPARE(parsed(json::doubts({doubt}, 0)).value(QStringLiteral("items"))[0][key].toString(), text);
    Event event;
    event.user = beyond;
    QCOMPARE(parsed(json::events(EventPage{{event}, 1, 0, false}))
                 .value(QStringLiteral("items"))[0][key]
                 .toString(),
             text);
    event.user = 0;
    QVERIFY(parsed(json::events(EventPage{{event}, 1, 0, false}))
                .value(QStringLiteral("items"))[0][key]
                .isNull());
}

QTEST_GUILESS_MAIN(TestApiEdge)
#include "tst_api_edge.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/json.h"
#include "server/api/problem.h"
#include "server/api/router.h"
#include "server/api/security.h"

#include <QJsonDocument>
#include <QTest>

using namespace seonchak;
using namespace seonchak::http;

namespace {

Request from(const Headers &headers, const char *peer = "127.0.0.1")
{
    Request request;
    request.path = "/x";
    request.headers = headers;
    request.peer = QHostAddress(QString::fromLatin1(peer));
    return request;
}

} // namespace

class TestApi : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void literalPathsWin();
    void wrongVerbsAreToldTheRightOnes();
    void whoMayAsk_data();
    void whoMayAsk();
    void tokensAreComparedWhole();
    void guessingGetsSlower();
    void bodiesAreReadStrictly_data();
    void bodiesAreReadStrictly();
    void couponTextsAreEscaped();
    void problemsSpeakTheClientsLanguage();
};

void TestApi::literalPathsWin()
{
    QVERIFY(findRoute("POST", "/api/v1/coupons/add").endpoint == Endpoint::AddCoupons);
    QVERIFY(!findRoute("GET", "/api/v1/coupons/add").endpoint);
    QVERIFY(findRoute("GET", "/api/v1/coupons/7").endpoint == Endpoint::GetCoupon);
    QCOMPARE(findRoute("POST", "/api/v1/coupons/7/issue").id, QByteArray("7"));
    QVERIFY(!findRoute("POST", "/api/v1/coupons//issue").endpoint);
    QVERIFY(!findRoute("POST", "/api/v1/coupons/7/8/issue").endpoint);
    QVERIFY(findRoute("GET", "/api/v1/coupons/").allow.isEmpty());
}

void TestApi::wrongVerbsAreToldTheRightOnes()
{
    QCOMPARE(findRoute("DELETE", "/api/v1/coupons/7").allow, QByteArray("GET, PUT"));
    QCOMPARE(findRoute("GET", "/api/v1/coupons/add").allow, QByteArray("POST"));
    QCOMPARE(findRoute("HEAD", "/healthz").allow, QByteArray("GET"));
    QCOMPARE(findRoute("GET", "/nowhere").allow, QByteArray());
}

void TestApi::whoMayAsk_data()
{
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<int>("status"); // 0: may pass
    QTest::newRow("loopback") << Headers{{"host", "127.0.0.1:8080"}} << 0;
    QTest::newRow("localhost, any case") << Headers{{"host", "LocalHost"}} << 0;
    QTest::newRow("IPv6") << Headers{{"host", "[::1]:8080"}} << 0;
    QTest::newRow("allowed name") << Headers{{"host", "desk.example"}} << 0;
    QTest::newRow("foreign host") << Headers{{"host", "evil.example"}} << 421;
    QTest::newRow("name that only begins so") << Headers{{"host", "localhost.evil.example"}} << 421;
    QTest::newRow("no host") << Headers{} << 421;
    QTest::newRow("own origin") << Headers{{"host", "localhost:1"}, {"origin", "http://localhost:1"}} << 0;
    QTest::newRow("foreign origin") << Headers{{"host", "localhost:1"}, {"origin", "http://evil.example"}}
                                    << 403;
    QTest::newRow("other port") << Headers{{"host", "localhost:1"}, {"origin", "http://localhost:2"}} << 403;
    QTest::newRow("null origin") << Headers{{"host", "localhost:1"}, {"origin", "null"}} << 403;
    QTest::newRow("cross-site fetch")
        << Headers{{"host", "localhost:1"}, {"sec-fetch-site", "cross-site"}} << 403;
}

void TestApi::whoMayAsk()
{
    QFETCH(Headers, headers);
    QFETCH(int, status);
    const Security security({QStringLiteral("Desk.example")}, {});
    const Request request = from(headers);
    const auto refused = security.refuses(request);
    QCOMPARE(refused ? problem(*refused, request).status : 0, status);
}

void TestApi::tokensAreComparedWhole()
{
    const Security security({}, "secret");
    const auto given = [&](const char *text) {
        return security.isAdministrator(from({{"authorization", text}}));
    };
    QVERIFY(given("Bearer secret"));
    QVERIFY(given("bearer  secret "));
    for (const char *wrong :
         {"Bearer secre", "Bearer secrets", "Bearer Secret", "Bearer", "Bearer ", "Basic secret", ""})
        QVERIFY2(!given(wrong), wrong);
    QVERIFY(Security({}, {}).isAdministrator(from({})));
}

void TestApi::guessingGetsSlower()
{
    Security security({}, "secret");
    for (int i = 0; i < 5; ++i)
        QCOMPARE(security.delayAfterFailure(), 0);
    const int first = security.delayAfterFailure();
    QVERIFY(first > 0);
    QVERIFY(security.delayAfterFailure() > first);
    for (int i = 0; i < 100; ++i)
        QVERIFY(security.delayAfterFailure() <= 3200);
    security.forgetFailures();
    QCOMPARE(security.delayAfterFailure(), 0);
}

void TestApi::bodiesAreReadStrictly_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("verdict"); // of readCodes: a count, "shape" or "json"
    const auto row = [](const char *body, const char *verdict) {
        QTest::newRow(QByteArray(body).left(40).constData())
            << QByteArray(body) << QString::fromLatin1(verdict);
    };
    row("{\"code\":\"A\"}", "1");
    row("[{\"code\":\"A\"},{\"code\":\"B\"}]", "2");
    row("[]", "shape");
    row("{}", "shape");
    row("{\"code\":1}", "shape");
    row("{\"code\":\"A\",\"x\":1}", "shape");
    row("{\"code\":\"A B\"}", "shape");
    row("[\"A\"]", "shape");
    row("[{\"code\":\"A\"},null]", "shape");
    row("{\"code\":\"A\"", "json");
    row("\"A\"", "json");
    row("", "json");
    QTest::newRow("10,000 deep") << QByteArray(10'000, '[') + QByteArray(10'000, ']')
                                 << QStringLiteral("json");
    QTest::newRow("not UTF-8") << QByteArray("{\"code\":\"\xff\"}") << QStringLiteral("json");
}

void TestApi::bodiesAreReadStrictly()
{
    QFETCH(QByteArray, body);
    bool notJson = false;
    const auto codes = json::readCodes(body, notJson);
    const QString verdict = codes     ? QString::number(codes->size())
                            : notJson ? QStringLiteral("json")
                                      : QStringLiteral("shape");
    QTEST(verdict, "verdict");
}

void TestApi::couponTextsAreEscaped()
{
    Coupon coupon;
    coupon.code = "a\"b\\<쿠폰>";
    const auto object = QJsonDocument::fromJson(json::coupon(coupon, "VALID")).object();
    QCOMPARE(object.value(QStringLiteral("code")).toString(), QString::fromUtf8(coupon.code));
    QVERIFY(object.value(QStringLiteral("userId")).isNull());
    QCOMPARE(object.value(QStringLiteral("createdAt")).toString(),
             QStringLiteral("1970-01-01T00:00:00.000Z"));
}

void TestApi::problemsSpeakTheClientsLanguage()
{
    const auto korean = problem(Problem::SoldOut, from({}));
    QVERIFY(korean.body.contains("쿠폰 재고가 모두 소진되었습니다."));
    const auto english = problem(Problem::SoldOut, from({{"accept-language", "en-GB,ko;q=0.5"}}));
    QVERIFY(english.body.contains("All coupons have been issued."));
    QCOMPARE(QJsonDocument::fromJson(english.body).object().value(QStringLiteral("code")).toString(),
             QStringLiteral("sold-out"));
}

QTEST_GUILESS_MAIN(TestApi)
#include "tst_api.moc"

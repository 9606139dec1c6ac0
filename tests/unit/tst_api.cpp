// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/ground/outcome_row.h"
#include "core/wire/desk_json.h"
#include "core/wire/people_json.h"
#include "server/api/endpoints.h"
#include "server/api/json.h"
#include "server/api/problem.h"
#include "server/api/router.h"
#include "server/api/security.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
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

QJsonObject openApi()
{
    QFile file(qEnvironmentVariable("SEONCHAK_SOURCE_DIR") + QStringLiteral("/resources/openapi.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QByteArray pathFor(const QByteArray &method, const QByteArray &path)
{
    const Route route = findRoute(method, path);
    return QByteArray(route.endpoint ? route.endpoint->path : "");
}

} // namespace

class TestApi : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void literalPathsWin();
    void theDocumentHasEachEndpoint();
    void theDeskIsTheAdministratorsAlone();
    void refusedTokensAreWrittenOnceAWhile();
    void whyNotSaysHowLateItWas();
    void reservationsAreTexts();
    void wrongVerbsAreToldTheRightOnes();
    void whoMayAsk_data();
    void whoMayAsk();
    void tokensAreComparedWhole();
    void bodiesAreReadStrictly_data();
    void bodiesAreReadStrictly();
    void couponTextsAreEscaped();
    void problemsSpeakTheClientsLanguage();
    void eachOutcomeWithoutACouponHasAnAnswer();
    void theDocumentHasEachProblemOnce();
};

void TestApi::literalPathsWin()
{
    QCOMPARE(pathFor("POST", "/api/v1/coupons/add"), "/api/v1/coupons/add");
    QVERIFY(!findRoute("GET", "/api/v1/coupons/add").endpoint);
    QCOMPARE(pathFor("GET", "/api/v1/coupons/7"), "/api/v1/coupons/*");
    QCOMPARE(findRoute("POST", "/api/v1/coupons/7/issue").id, QByteArray("7"));
    QVERIFY(!findRoute("POST", "/api/v1/coupons//issue").endpoint);
    QVERIFY(!findRoute("POST", "/api/v1/coupons/7/8/issue").endpoint);
    QVERIFY(findRoute("GET", "/api/v1/coupons/").allow.isEmpty());
    QCOMPARE(pathFor("GET", "/api/v1/coupons/void"), "/api/v1/coupons/void");
    QVERIFY(!findRoute("DELETE", "/api/v1/coupons/void").endpoint);
    QCOMPARE(findRoute("GET", "/api/v1/coupons/7/life").id, QByteArray("7"));
    QCOMPARE(pathFor("DELETE", "/api/v1/coupons/7"), "/api/v1/coupons/*");
    QCOMPARE(findRoute("POST", "/api/v1/doubts/68719476737/restore").id, QByteArray("68719476737"));
}

/// A row of an endpoint and its operation in the OpenAPI document: one for the other, and those with a body
/// are those whose media type is looked at.
void TestApi::theDocumentHasEachEndpoint()
{
    const QJsonObject paths = openApi()[QStringLiteral("paths")].toObject();
    static const QRegularExpression id(QStringLiteral("\\{[^}]*\\}"));
    const auto line = [](const QByteArray &method, const QByteArray &path, bool hasBody) {
        return QByteArray(method + ' ' + path + (hasBody ? " with a body" : ""));
    };
    QSet<QByteArray> written;
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QByteArray pattern = path.key().replace(id, QStringLiteral("*")).toLatin1();
        const QJsonObject item = path->toObject();
        for (const char *method : {"get", "put", "post", "delete"}) {
            const auto operation = item.value(QLatin1String(method));
            if (operation.isObject())
                written.insert(line(QByteArray(method).toUpper(), pattern,
                                    operation.toObject().contains(QStringLiteral("requestBody"))));
        }
    }
    QSet<QByteArray> rows;
    for (const EndpointTable &table : allEndpoints()) {
        for (const EndpointRow &row : table)
            rows.insert(line(row.method, row.path, row.trait == Trait::ReadsBody));
    }
    QCOMPARE((rows - written).values(), QByteArrayList()); // These are not in the document, or otherwise.
    QCOMPARE((written - rows).values(), QByteArrayList()); // These are in the document alone.
}

void TestApi::theDeskIsTheAdministratorsAlone()
{
    for (const auto &[method, path] :
         {std::pair{"POST", "/api/v1/issuing/pause"}, std::pair{"POST", "/api/v1/issuing/resume"},
          std::pair{"DELETE", "/api/v1/coupons/1"}, std::pair{"GET", "/api/v1/coupons/void"},
          std::pair{"POST", "/api/v1/coupons/void"}, std::pair{"GET", "/api/v1/coupons/1/life"},
          std::pair{"GET", "/api/v1/users/1"}, std::pair{"GET", "/api/v1/doubts"},
          std::pair{"POST", "/api/v1/doubts/1/ask"}, std::pair{"POST", "/api/v1/doubts/1/issued"},
          std::pair{"POST", "/api/v1/doubts/1/restore"}, std::pair{"GET", "/api/v1/audit"},
          std::pair{"GET", "/api/v1/webhooks"}, std::pair{"POST", "/api/v1/webhooks/1/send"},
          std::pair{"GET", "/api/v1/events"}}) {
        const Route route = findRoute(method, path);
        QVERIFY2(route.endpoint && route.need != Need::Nothing, path);
    }
}

void TestApi::refusedTokensAreWrittenOnceAWhile()
{
    using Add = RefusalTally::Add;
    RefusalTally tally;
    QString from = QStringLiteral("REST 10.0.0.1");
    QCOMPARE(tally.add(from), Add::Write);
    QCOMPARE(tally.add(from), Add::WriteLater);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(tally.add(from), Add::Counted);
    QCOMPARE(tally.take(from), 101);
    QCOMPARE(tally.add(from), Add::WriteLater); // The interval begins anew with each entry.
    int entries = 0;
    QSet<QString> actors;
    for (int i = 0; i < 10'000; ++i) {
        QString other = QStringLiteral("REST 10.1.%1.%2").arg(i / 250).arg(i % 250);
        entries += tally.add(other) == Add::Counted ? 0 : 1;
        actors.insert(other);
    }
    QVERIFY2(entries <= 66 && actors.size() <= 64, qPrintable(QString::number(entries)));
}

void TestApi::whyNotSaysHowLateItWas()
{
    WhyNot answer;
    answer.verdict = WhyNot::Verdict::SoldOut;
    answer.user = 42;
    answer.refusals = {{42, seonchak::Refusal::Reason::SoldOut, 5'500, 9'000, 3, 5'000, 1}};
    answer.place = 7;
    const auto object = QJsonDocument::fromJson(json::whyNot(answer)).object();
    QCOMPARE(object.value(QStringLiteral("verdict")).toString(), QStringLiteral("SOLD_OUT"));
    QCOMPARE(object.value(QStringLiteral("secondsAfterSellOut")).toDouble(), 0.5);
    QCOMPARE(object.value(QStringLiteral("refusedAt")).toString(),
             QStringLiteral("1970-01-01T00:00:05.500Z"));
    QCOMPARE(object.value(QStringLiteral("place")).toInt(), 7);
    QVERIFY(object.value(QStringLiteral("failedAt")).isNull());
    QVERIFY(object.value(QStringLiteral("coupon")).isNull());
}

void TestApi::reservationsAreTexts()
{
    OpenDoubt doubt;
    doubt.reservation = (qint64(1) << 53) + 1; // More than a JavaScript number can tell.
    doubt.since = 1'000;
    const auto items =
        QJsonDocument::fromJson(json::doubts({doubt}, 3'500)).object().value(QStringLiteral("items"));
    QCOMPARE(items[0][QStringLiteral("reservation")].toString(), QStringLiteral("9007199254740993"));
    QCOMPARE(items[0][QStringLiteral("ageSeconds")].toDouble(), 2.5);
}

void TestApi::wrongVerbsAreToldTheRightOnes()
{
    QCOMPARE(findRoute("PATCH", "/api/v1/coupons/7").allow, QByteArray("GET, HEAD, PUT, DELETE, OPTIONS"));
    QCOMPARE(findRoute("GET", "/api/v1/coupons/add").allow, QByteArray("POST, OPTIONS"));
    QCOMPARE(findRoute("HEAD", "/api/v1/coupons/add").allow, QByteArray("POST, OPTIONS"));
    QCOMPARE(findRoute("POST", "/healthz").allow, QByteArray("GET, HEAD, OPTIONS"));
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
    QTest::newRow("no host, as HTTP/1.0 may") << Headers{} << 0;
    QTest::newRow("port beyond all") << Headers{{"host", "localhost:65536"}} << 421;
    QTest::newRow("last port") << Headers{{"host", "localhost:65535"}} << 0;
    QTest::newRow("no port after the colon") << Headers{{"host", "localhost:"}} << 0;
    QTest::newRow("two ports") << Headers{{"host", "127.0.0.1:80:80"}} << 421;
    QTest::newRow("IPv6 without brackets") << Headers{{"host", "::1:80"}} << 421;
    QTest::newRow("port that is none") << Headers{{"host", "localhost:evil.example"}} << 421;
    QTest::newRow("final dot") << Headers{{"host", "localhost."}} << 0;
    QTest::newRow("long IPv6") << Headers{{"host", "[0:0::0:1]"}} << 0;
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
    const Security security({}, {"secret"});
    const auto given = [&](const char *text) {
        return security.admit(from({{"authorization", text}}), Need::Administer).has_value();
    };
    QVERIFY(given("Bearer secret"));
    QVERIFY(given("bearer  secret "));
    for (const char *wrong :
         {"Bearer secre", "Bearer secrets", "Bearer Secret", "Bearer", "Bearer ", "Basic secret", ""})
        QVERIFY2(!given(wrong), wrong);
    const Headers twice{{"authorization", "Bearer secret"}, {"authorization", "Bearer secret"}};
    QVERIFY(!security.admit(from(twice), Need::Administer)); // Who chooses one of two may choose another.
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
    const auto korean = problem(IssueOutcome::Kind::SoldOut, from({}));
    QVERIFY(korean.body.contains("쿠폰 재고가 모두 소진되었습니다."));
    const auto english = problem(IssueOutcome::Kind::SoldOut, from({{"accept-language", "en-GB,ko;q=0.5"}}));
    QVERIFY(english.body.contains("All coupons have been issued."));
    QCOMPARE(QJsonDocument::fromJson(english.body).object().value(QStringLiteral("code")).toString(),
             QStringLiteral("sold-out"));
}

void TestApi::eachOutcomeWithoutACouponHasAnAnswer()
{
    for (const OutcomeRow &row : outcomeRows) {
        if (row.result)
            continue;
        const ProblemText &text = row.problem;
        for (const bool korean : {true, false}) {
            const Response response = problem(row.kind, from({{"accept-language", korean ? "ko" : "en"}}));
            const auto body = QJsonDocument::fromJson(response.body).object();
            QCOMPARE(response.status, text.status);
            QCOMPARE(body.value(u"status").toInt(), text.status);
            QCOMPARE(body.value(u"code").toString(), QLatin1String(text.code));
            QCOMPARE(body.value(u"title").toString(), QString::fromUtf8(korean ? text.korean : text.english));
            QByteArray retryAfter = "0";
            for (const auto &[name, value] : response.headers)
                retryAfter = name == "Retry-After" ? value : retryAfter;
            QCOMPARE(retryAfter.toInt(), text.retryAfter);
        }
    }
}

void TestApi::theDocumentHasEachProblemOnce()
{
    QStringList codes;
    const auto take = [&codes](const Response &response) {
        codes << QJsonDocument::fromJson(response.body).object().value(u"code").toString();
    };
    for (int kind = 0; kind < int(Problem::Count_); ++kind)
        take(problem(Problem(kind), from({})));
    for (const OutcomeRow &row : outcomeRows) {
        if (!row.result &&
            row.kind != IssueOutcome::Kind::Unavailable) // which is a problem of other requests as well
            take(problem(row.kind, from({})));
    }
    QVERIFY(!codes.contains(QString()));
    QCOMPARE(codes.removeDuplicates(), 0);
    const QJsonValue schemas = openApi()[u"components"][u"schemas"];
    QStringList written = schemas[u"ProblemCode"][u"enum"].toVariant().toStringList();
    codes.sort();
    written.sort();
    QCOMPARE(codes, written);
}

QTEST_GUILESS_MAIN(TestApi)
#include "tst_api.moc"

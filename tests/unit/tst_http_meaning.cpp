// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/partner/http_meaning.h"

#include <QTest>

using namespace seonchak;

Q_DECLARE_METATYPE(seonchak::SendOutcome)
Q_DECLARE_METATYPE(seonchak::Holding::Kind)

namespace {

HttpAnswer answered(int status, const QByteArray &body = {}, const QByteArray &type = "application/json")
{
    return {HttpAnswer::Kind::Complete, status, type, body, {}};
}

} // namespace

class HttpMeaningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void meaningOfSends_data();
    void meaningOfSends();
    void meaningOfQuestions_data();
    void meaningOfQuestions();
    void meaningOfWithdrawals_data();
    void meaningOfWithdrawals();
};

void HttpMeaningTest::meaningOfSends_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<SendOutcome>("outcome");
    const QByteArray json = "application/json; charset=utf-8";
    const auto row = [&](const char *name, int status, const QByteArray &type, const QByteArray &body,
                         SendOutcome outcome) { QTest::newRow(name) << status << type << body << outcome; };
    row("200 empty", 200, {}, {}, SendOutcome::Accepted);
    row("200 empty json", 200, json, {}, SendOutcome::Accepted);
    row("201 same", 201, json, R"({"code":"A","userId":42})", SendOutcome::Accepted);
    row("202 more members", 202, json, R"({"code":"A","userId":42,"note":"hi"})", SendOutcome::Accepted);
    row("204", 204, {}, {}, SendOutcome::Accepted);
    row("200 text", 200, "text/plain", "OK", SendOutcome::Accepted);
    row("200 text without a label", 200, {}, "OK", SendOutcome::Accepted);
    row("200 same, whatever its label", 200, "text/html", R"({"code":"A"})", SendOutcome::Accepted);
    row("F4: a page", 200, "text/html; charset=utf-8", "<!doctype html><p>back soon</p>",
        SendOutcome::Unknown);
    row("F4: a page called text", 200, "text/plain", "<html></html>", SendOutcome::Unknown);
    row("F4: a page without a label", 200, {}, "  <html></html>", SendOutcome::Unknown);
    row("html without markup", 200, "text/html", "OK", SendOutcome::Unknown);
    row("U1: a result code", 200, json, R"({"resultCode":"E500"})", SendOutcome::Unknown);
    row("U1: a result code called text", 200, "text/plain", R"({"resultCode":"E500"})", SendOutcome::Unknown);
    row("200 no such members", 200, json, R"({"ok":true})", SendOutcome::Unknown);
    row("200 the code deeper", 200, json, R"({"data":{"code":"A"}})", SendOutcome::Unknown);
    row("200 array", 200, json, R"([{"code":"A"}])", SendOutcome::Unknown);
    row("200 xml", 200, "application/xml", "<code>A</code>", SendOutcome::Unknown);
    row("200 bytes", 200, "application/octet-stream", QByteArray("\x00\x01", 2), SendOutcome::Unknown);
    row("200 bytes called text", 200, "text/plain", QByteArray("\x00\x01", 2), SendOutcome::Unknown);
    row("206", 206, "text/plain", "OK", SendOutcome::Unknown);
    row("200 other code", 200, json, R"({"code":"B","userId":42})", SendOutcome::Unknown);
    row("200 other user", 200, json, R"({"code":"A","userId":43})", SendOutcome::Unknown);
    row("200 user just beside, large", 200, json, R"({"userId":9223372036854775807})", SendOutcome::Unknown);
    row("200 user of another type", 200, json, R"({"code":"A","userId":"42"})", SendOutcome::Unknown);
    row("200 code of another type", 200, json, R"({"code":1,"userId":42})", SendOutcome::Unknown);
    row("200 null code", 200, json, R"({"code":null})", SendOutcome::Unknown);
    row("200 other code, no type", 200, {}, R"({"code":"B"})", SendOutcome::Unknown);
    row("200 cut off", 200, json, R"({"code":"A","us)", SendOutcome::Unknown);
    row("200 cut off, no type", 200, "text/plain", R"({"code":"A","us)", SendOutcome::Unknown);
    row("200 html that claims to be json", 200, json, "<html></html>", SendOutcome::Unknown);
    row("100", 100, {}, {}, SendOutcome::Unknown);
    row("300", 300, {}, {}, SendOutcome::Unknown);
    row("304", 304, {}, {}, SendOutcome::Unknown);
    row("400", 400, {}, {}, SendOutcome::Refused);
    row("408", 408, {}, {}, SendOutcome::Refused);
    row("409", 409, {}, {}, SendOutcome::AlreadyRegistered);
    row("425", 425, {}, {}, SendOutcome::Refused);
    row("429", 429, {}, {}, SendOutcome::Refused);
    row("499", 499, {}, {}, SendOutcome::Refused);
    row("500", 500, {}, {}, SendOutcome::Unknown);
    row("503", 503, {}, {}, SendOutcome::Unknown);
    row("599", 599, {}, {}, SendOutcome::Unknown);
    row("600", 600, {}, {}, SendOutcome::Unknown);
    row("0", 0, {}, {}, SendOutcome::Unknown);
}

void HttpMeaningTest::meaningOfSends()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(SendOutcome, outcome);
    const SendReport report = meaningOfSend(answered(status, body, type), "A", 42);
    QCOMPARE(report.outcome, outcome);
    QCOMPARE(report.sign, outcome == SendOutcome::Unknown ? Sign::Failing : Sign::Alive);
}

void HttpMeaningTest::meaningOfQuestions_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Holding::Kind>("kind");
    QTest::newRow("held") << 200 << QByteArray(R"({"code":"A","userId":7})") << Holding::Kind::Held;
    QTest::newRow("404") << 404 << QByteArray() << Holding::Kind::NeverHeard;
    QTest::newRow("empty") << 200 << QByteArray() << Holding::Kind::Unknown;
    QTest::newRow("other code") << 200 << QByteArray(R"({"code":"B","userId":7})") << Holding::Kind::Unknown;
    QTest::newRow("no code") << 200 << QByteArray(R"({"userId":7})") << Holding::Kind::Unknown;
    QTest::newRow("no user") << 200 << QByteArray(R"({"code":"A"})") << Holding::Kind::Unknown;
    QTest::newRow("user zero") << 200 << QByteArray(R"({"code":"A","userId":0})") << Holding::Kind::Unknown;
    QTest::newRow("user negative") << 200 << QByteArray(R"({"code":"A","userId":-7})")
                                   << Holding::Kind::Unknown;
    QTest::newRow("user a fraction") << 200 << QByteArray(R"({"code":"A","userId":7.5})")
                                     << Holding::Kind::Unknown;
    QTest::newRow("user too large") << 200 << QByteArray(R"({"code":"A","userId":1e30})")
                                    << Holding::Kind::Unknown;
    QTest::newRow("array") << 200 << QByteArray(R"([{"code":"A","userId":7}])") << Holding::Kind::Unknown;
    QTest::newRow("404 with a page") << 404 << QByteArray("<html>Not Found</html>")
                                     << Holding::Kind::NeverHeard;
    QTest::newRow("204") << 204 << QByteArray() << Holding::Kind::Unknown;
    QTest::newRow("301") << 301 << QByteArray() << Holding::Kind::Unknown;
    QTest::newRow("401") << 401 << QByteArray() << Holding::Kind::Unknown;
    QTest::newRow("410") << 410 << QByteArray() << Holding::Kind::Unknown;
    QTest::newRow("500") << 500 << QByteArray() << Holding::Kind::Unknown;
}

void HttpMeaningTest::meaningOfQuestions()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(Holding::Kind, kind);
    const Holding holding = meaningOfAsk(answered(status, body), "A");
    QCOMPARE(holding.kind, kind);
    QCOMPARE(holding.holder, kind == Holding::Kind::Held ? 7 : 0);
}

void HttpMeaningTest::meaningOfWithdrawals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("gone");
    QTest::newRow("204") << 204 << QByteArray() << true;
    QTest::newRow("404") << 404 << QByteArray() << true;
    QTest::newRow("empty") << 200 << QByteArray() << true;
    QTest::newRow("json") << 200 << QByteArray(R"({"deleted":true})") << true;
    QTest::newRow("another code") << 200 << QByteArray(R"({"code":"B"})") << false;
    QTest::newRow("a page") << 200 << QByteArray("<html></html>") << false;
    QTest::newRow("404 with a page") << 404 << QByteArray("<html></html>") << true;
    QTest::newRow("500") << 500 << QByteArray() << false;
}

void HttpMeaningTest::meaningOfWithdrawals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, gone);
    QCOMPARE(meaningOfWithdraw(answered(status, body), "A"), gone);
}

QTEST_GUILESS_MAIN(HttpMeaningTest)
#include "tst_http_meaning.moc"

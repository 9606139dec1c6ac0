// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/partner/partner_house.h"
#include "tests/support/partner_fixture.h"

#include <QTest>

using namespace seonchak;
using Mode = PartnerBehaviour::Mode;

class HttpPartnerTest : public QObject, private PartnerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(startServer()); }
    void cleanup() { m_server.reset(); }
    void sends_data();
    void sends();
    void questions_data();
    void questions();
    void withdrawals_data();
    void withdrawals();
    void saysWhatTheContractSays();
    void codesOfAllKindsArrive_data();
    void codesOfAllKindsArrive();
    void unsendableIsNeverSent();
    void sameKeyIsTheSameCall();
    void redirectsAreNotFollowed();
    void proxiesOfTheEnvironmentAreNotUsed();
    void credentialsGoToThePartnerOnly();
};

void HttpPartnerTest::sends_data()
{
    QTest::addColumn<Mode>("mode");
    QTest::addColumn<int>("status");
    QTest::addColumn<SendOutcome>("outcome");
    QTest::addColumn<Sign>("sign");
    QTest::addColumn<bool>("held");
    const auto row = [](const char *name, Mode mode, int status, SendOutcome outcome, Sign sign, bool held) {
        QTest::newRow(name) << mode << status << outcome << sign << held;
    };
    row("accepted", Mode::Accept, 0, SendOutcome::Accepted, Sign::Alive, true);
    row("forgotten", Mode::Forget, 0, SendOutcome::Accepted, Sign::Alive, false);
    for (const int status : {400, 401, 403, 404, 408, 413, 422, 425, 429, 451})
        row(numbered("refused ", status).constData(), Mode::Refuse, status, SendOutcome::Refused, Sign::Alive,
            false);
    row("conflict", Mode::Conflict, 0, SendOutcome::AlreadyRegistered, Sign::Alive, false);
    row("500 before acting", Mode::Error500Before, 0, SendOutcome::Unknown, Sign::Failing, false);
    row("500 after acting", Mode::Error500After, 0, SendOutcome::Unknown, Sign::Failing, true);
    row("503", Mode::Refuse, 503, SendOutcome::Unknown, Sign::Failing, false);
    row("304", Mode::Refuse, 304, SendOutcome::Unknown, Sign::Failing, false);
    row("redirect", Mode::Redirect, 0, SendOutcome::Unknown, Sign::Failing, false);
    row("closed before acting", Mode::CloseBefore, 0, SendOutcome::Unknown, Sign::Failing, false);
    row("closed after acting", Mode::CloseAfter, 0, SendOutcome::Unknown, Sign::Failing, true);
    row("garbage", Mode::Garbage, 0, SendOutcome::Unknown, Sign::Failing, true);
    row("broken json", Mode::BrokenJson, 0, SendOutcome::Unknown, Sign::Failing, true);
    row("another coupon", Mode::EchoOther, 0, SendOutcome::Unknown, Sign::Failing, true);
    row("huge", Mode::Huge, 0, SendOutcome::Unknown, Sign::Failing, true);
    row("long headers", Mode::LongHeaders, 0, SendOutcome::Unknown, Sign::Failing, true);
    row("huge headers", Mode::HugeHeaders, 0, SendOutcome::Unknown, Sign::Failing, true);
}

void HttpPartnerTest::sends()
{
    QFETCH(Mode, mode);
    QFETCH(int, status);
    QFETCH(SendOutcome, outcome);
    QFETCH(Sign, sign);
    QFETCH(bool, held);
    PartnerBehaviour behaviour;
    behaviour.mode = mode;
    behaviour.status = status;
    m_server->behave(behaviour);
    HttpPartner partner(optionsFor(m_server->url()));
    const SendReport report = sendNow(partner);
    QCOMPARE(report.outcome, outcome);
    QCOMPARE(report.sign, sign);
    QCOMPARE(holds("A"), held);
    // The same client goes on with the next call as if nothing had been.
    behave(Mode::Accept);
    QCOMPARE(sendNow(partner, "B", 43, "key-2").outcome, SendOutcome::Accepted);
}

void HttpPartnerTest::questions_data()
{
    QTest::addColumn<Mode>("mode");
    QTest::addColumn<UserId>("liar");
    QTest::addColumn<Holding::Kind>("kind");
    QTest::addColumn<UserId>("holder");
    const auto row = [](const char *name, Mode mode, UserId liar, Holding::Kind kind, UserId holder) {
        QTest::newRow(name) << mode << liar << kind << holder;
    };
    row("truth", Mode::Accept, 0, Holding::Kind::Held, 42);
    row("a lie", Mode::Lie, 77, Holding::Kind::Held, 77);
    row("a denial", Mode::Lie, 0, Holding::Kind::NeverHeard, 0);
    row("another code", Mode::EchoOther, 0, Holding::Kind::Unknown, 0);
    row("500", Mode::Error500Before, 0, Holding::Kind::Unknown, 0);
    row("closed", Mode::CloseBefore, 0, Holding::Kind::Unknown, 0);
    row("garbage", Mode::Garbage, 0, Holding::Kind::Unknown, 0);
    row("broken json", Mode::BrokenJson, 0, Holding::Kind::Unknown, 0);
    row("huge", Mode::Huge, 0, Holding::Kind::Unknown, 0);
    row("redirect", Mode::Redirect, 0, Holding::Kind::Unknown, 0);
    row("refused", Mode::Refuse, 0, Holding::Kind::Unknown, 0);
}

void HttpPartnerTest::questions()
{
    QFETCH(Mode, mode);
    QFETCH(UserId, liar);
    QFETCH(Holding::Kind, kind);
    QFETCH(UserId, holder);
    m_server->memory().hold("A", 42);
    PartnerBehaviour behaviour;
    behaviour.mode = mode;
    behaviour.verb = "GET";
    behaviour.holder = liar;
    m_server->behave(behaviour);
    HttpPartner partner(optionsFor(m_server->url()));
    auto asking = partner.ask("A");
    const Holding holding = QCoro::waitFor(asking);
    QCOMPARE(holding.kind, kind);
    QCOMPARE(holding.holder, holder);
    behave(Mode::Accept);
    auto never = partner.ask("never sent");
    QCOMPARE(QCoro::waitFor(never).kind, Holding::Kind::NeverHeard);
}

void HttpPartnerTest::withdrawals_data()
{
    QTest::addColumn<Mode>("mode");
    QTest::addColumn<bool>("known");
    QTest::addColumn<bool>("sure");
    QTest::newRow("known") << Mode::Accept << true << true;
    QTest::newRow("never heard of") << Mode::Accept << false << true;
    QTest::newRow("refused") << Mode::Refuse << true << false;
    QTest::newRow("500 after acting") << Mode::Error500After << true << false;
    QTest::newRow("closed after acting") << Mode::CloseAfter << true << false;
    QTest::newRow("redirect") << Mode::Redirect << true << false;
}

void HttpPartnerTest::withdrawals()
{
    QFETCH(Mode, mode);
    QFETCH(bool, known);
    QFETCH(bool, sure);
    if (known)
        m_server->memory().hold("A", 42);
    behave(mode, -1, -1, "DELETE");
    HttpPartner partner(optionsFor(m_server->url()));
    auto withdrawing = partner.withdraw("A");
    QCOMPARE(QCoro::waitFor(withdrawing), sure);
    if (sure)
        QVERIFY(!holds("A"));
}

void HttpPartnerTest::saysWhatTheContractSays()
{
    QUrl url = m_server->url();
    url.setPath(QStringLiteral("/api/v2/")); // a slash at the end is no part of the base
    HttpPartner partner(optionsFor(url));
    QCOMPARE(sendNow(partner, "A", 9'007'199'254'740'993, "res-1").outcome, SendOutcome::Accepted);
    QCOMPARE(QCoro::waitFor(partner.ask("A")).holder,
             9'007'199'254'740'993); // beyond a double's exact integers
    QCOMPARE(QCoro::waitFor(partner.withdraw("A")), true);
    const auto &calls = m_server->memory().calls();
    QCOMPARE(calls.size(), 3);
    QCOMPARE(calls[0].verb, "POST");
    QCOMPARE(calls[0].path, "/api/v2/coupons");
    QCOMPARE(calls[0].key, "res-1");
    QCOMPARE(calls[0].code, "A");
    QCOMPARE(calls[0].user, 9'007'199'254'740'993);
    QCOMPARE(calls[1].verb, "GET");
    QCOMPARE(calls[1].path, "/api/v2/coupons/A");
    QCOMPARE(calls[2].verb, "DELETE");
    QCOMPARE(calls[2].path, "/api/v2/coupons/A");
    QCOMPARE(m_server->connectionsTaken(), 1); // kept alive
}

void HttpPartnerTest::codesOfAllKindsArrive_data()
{
    QTest::addColumn<QByteArray>("code");
    for (const char *code :
         {"PLAIN-1", "a/b", "a?b#c", "100%25", "쿠폰", "\"quoted\\", ".", "..", "...", "a+b&c=d", "~_-"})
        QTest::newRow(code) << QByteArray(code);
}

void HttpPartnerTest::codesOfAllKindsArrive()
{
    QFETCH(QByteArray, code);
    HttpPartner partner(optionsFor(m_server->url()));
    QCOMPARE(sendNow(partner, code).outcome, SendOutcome::Accepted);
    QVERIFY(holds(code));
    QCOMPARE(QCoro::waitFor(partner.ask(code)).holder, 42);
    QCOMPARE(QCoro::waitFor(partner.withdraw(code)), true);
    QVERIFY(!holds(code));
}

void HttpPartnerTest::unsendableIsNeverSent()
{
    HttpPartner partner(optionsFor(m_server->url()));
    QCOMPARE(sendNow(partner, "A", 42, "key\r\nX-Injected: 1").outcome, SendOutcome::Refused);
    QCOMPARE(sendNow(partner, "\xff\xfe", 42, "key").outcome, SendOutcome::Refused);
    QCOMPARE(sendNow(partner, "two words", 42, "key").outcome, SendOutcome::Refused);
    QCOMPARE(m_server->memory().calls().size(), 0);
}

void HttpPartnerTest::sameKeyIsTheSameCall()
{
    HttpPartner partner(optionsFor(m_server->url()));
    QCOMPARE(sendNow(partner, "A", 42, "k").outcome, SendOutcome::Accepted);
    QCOMPARE(sendNow(partner, "A", 42, "k").outcome, SendOutcome::Accepted);
    QCOMPARE(sendNow(partner, "A", 42, "other").outcome, SendOutcome::AlreadyRegistered);
    QCOMPARE(sendNow(partner, "A", 43, "another").outcome, SendOutcome::AlreadyRegistered);
    QCOMPARE(m_server->memory().held().value("A").user, 42);
}

void HttpPartnerTest::redirectsAreNotFollowed()
{
    behave(Mode::Redirect, 1);
    HttpPartner partner(optionsFor(m_server->url()));
    QCOMPARE(sendNow(partner).outcome, SendOutcome::Unknown);
    QCOMPARE(m_server->memory().calls().size(), 1);
    QVERIFY(!holds("A"));
}

void HttpPartnerTest::proxiesOfTheEnvironmentAreNotUsed()
{
    const QList<const char *> names{"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"};
    for (const char *name : names)
        qputenv(name, "http://127.0.0.1:1");
    HttpPartner partner(optionsFor(m_server->url()));
    const auto outcome = sendNow(partner).outcome;
    for (const char *name : names)
        qunsetenv(name);
    QCOMPARE(outcome, SendOutcome::Accepted);
}

void HttpPartnerTest::credentialsGoToThePartnerOnly()
{
    PartnerOptions options;
    options.url = m_server->url();
    options.url.setUserName(QStringLiteral("me@shop"));
    options.url.setPassword(QStringLiteral("s:e/c ret"));
    const PartnerHouse house(options);
    const auto partner = house.openHere();
    QCOMPARE(QCoro::waitFor(partner->send("A", 42, "k")), SendOutcome::Accepted);
    QCOMPARE(m_server->memory().calls().first().authorization,
             "Basic " + QByteArray("me@shop:s:e/c ret").toBase64());
    QVERIFY(house.description().contains(m_server->url().toString()));
    QVERIFY(!house.description().contains(QStringLiteral("shop")));
    QVERIFY(!house.description().contains(QStringLiteral("ret")));
}

QTEST_GUILESS_MAIN(HttpPartnerTest)
#include "tst_http_partner.moc"

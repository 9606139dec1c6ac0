// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/webhook/hook_options.h"
#include "core/webhook/hook_plan.h"
#include "core/webhook/hook_watch.h"

#include <QTest>

using namespace seonchak;

namespace {
using State = HookDelivery::State;
constexpr WallMs noon = 1'700'000'000'000;
constexpr qint64 second = 1'000'000'000;
} // namespace

/// What is sent, when again, by whom; without a socket.
class TestHooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsAsStandardWebhooksDo();
    void secretsAreReadLineByLine();
    void urlsOfOthersOnly_data();
    void urlsOfOthersOnly();
    void knowsPrivateAddresses_data();
    void knowsPrivateAddresses();
    void issuedIsToldOnlyWhereItIsAskedFor();
    void triesAgainLaterAndLater();
    void judgesAnswers();
    void anOwnerThatMovesKeepsItsReceiver();
};

/// The specification's own example.
void TestHooks::signsAsStandardWebhooksDo()
{
    const auto keys = parseHookSecrets("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");
    QVERIFY(keys);
    const QByteArray body = "{\"test\": 2432232314}";
    QCOMPARE(hookSignature(*keys, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body),
             QByteArray("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));

    const HookEvent event{"coupon.issued", "coupon.issued:7", noon, "{\"couponId\":7}"};
    const auto message = hookMessage("book", event, *keys, noon + 999);
    QCOMPARE(message.body,
             QByteArray("{\"type\":\"coupon.issued\",\"timestamp\":\"2023-11-14T22:13:20.000Z\","
                        "\"data\":{\"couponId\":7}}"));
    QCOMPARE(message.timestamp, noon / 1000);
    QCOMPARE(hookMessage("book", event, *keys, noon + 60'000).id, message.id);
    QVERIFY(hookId("another", event.occurrence) != message.id);
    QVERIFY(!message.id.contains('.'));
}

void TestHooks::secretsAreReadLineByLine()
{
    const QByteArray one = "whsec_" + QByteArray(24, 'a').toBase64();
    const QByteArray two = "whsec_" + QByteArray(64, 'b').toBase64();
    const auto keys = parseHookSecrets(one + "\r\n\n " + two);
    QVERIFY(keys);
    QCOMPARE(*keys, (QList<QByteArray>{QByteArray(24, 'a'), QByteArray(64, 'b')}));
    QCOMPARE(hookSignature(*keys, "i", 1, "b").count("v1,"), 2);
    const QByteArray tooShort = "whsec_" + QByteArray(23, 'a').toBase64();
    for (const QByteArray &wrong : {QByteArray(), QByteArray("secret"), tooShort, QByteArray("whsec_!!!!"),
                                    QByteArray(one + "\nrubbish")}) {
        const auto refused = parseHookSecrets(wrong);
        QVERIFY2(!refused, wrong.constData());
        QVERIFY(!refused.error().detail.contains("rubbish"));
    }
}

void TestHooks::urlsOfOthersOnly_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isFine");
    QTest::newRow("https") << "https://example.com/hook?team=1" << true;
    QTest::newRow("http") << "http://example.com:8080" << true;
    QTest::newRow("ftp") << "ftp://example.com/x" << false;
    QTest::newRow("file") << "file:///etc/passwd" << false;
    QTest::newRow("no host") << "http:///x" << false;
    QTest::newRow("words") << "not a url" << false;
    QTest::newRow("password") << "https://me:pass@example.com/" << false;
    QTest::newRow("fragment") << "https://example.com/#x" << false;
    QTest::newRow("port 0") << "https://example.com:0/" << false;
}

void TestHooks::urlsOfOthersOnly()
{
    QFETCH(QString, url);
    QFETCH(bool, isFine);
    QCOMPARE(parseHookUrl(url).has_value(), isFine);
}

void TestHooks::knowsPrivateAddresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isPrivate");
    for (const char *address :
         {"127.0.0.1", "127.9.9.9", "10.1.2.3", "172.31.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
          "0.0.0.0", "::1", "::", "fd00::1", "fe80::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1"})
        QTest::newRow(address) << address << true;
    for (const char *address :
         {"8.8.8.8", "172.32.0.1", "193.168.1.1", "2001:4860:4860::8888", "::ffff:8.8.8.8"})
        QTest::newRow(address) << address << false;
}

void TestHooks::knowsPrivateAddresses()
{
    QFETCH(QString, address);
    QFETCH(bool, isPrivate);
    QCOMPARE(isPrivateAddress(QHostAddress(address)), isPrivate);
}

void TestHooks::issuedIsToldOnlyWhereItIsAskedFor()
{
    HookOptions options;
    options.urls = {"https://a/", "https://b/"};
    QCOMPARE(options.receiversOf("sale.opened"), options.urls);
    QCOMPARE(options.receiversOf(issuedHook), QStringList());
    options.events = {issuedHook};
    QCOMPARE(options.receiversOf(issuedHook), options.urls);
    QCOMPARE(options.receiversOf("sale.opened"), QStringList());
}

void TestHooks::triesAgainLaterAndLater()
{
    const QList<qint64> pauses{5, 5 * 60, 30 * 60, 2 * 3600, 5 * 3600, 10 * 3600};
    for (int tries = 1; tries <= pauses.size(); ++tries)
        QCOMPARE(nextHookTry(tries, noon), noon + pauses[tries - 1] * 1000);
    QCOMPARE(nextHookTry(int(pauses.size()) + 1, noon), std::nullopt);
}

void TestHooks::judgesAnswers()
{
    HookDelivery delivery;
    delivery.id = 3;
    const auto stateAfter = [&](int status, int triesBefore) {
        delivery.tries = triesBefore;
        return outcomeOf(delivery, {status, "words"}, noon);
    };
    QCOMPARE(stateAfter(200, 0).state, State::Delivered);
    QCOMPARE(stateAfter(204, 6).state, State::Delivered);
    QCOMPARE(stateAfter(410, 0).state, State::SwitchedOff);
    for (const int status : {0, 199, 301, 302, 307, 400, 404, 500, 503}) {
        QCOMPARE(stateAfter(status, 0).state, State::Waiting);
        QCOMPARE(stateAfter(status, 0).nextAt, noon + 5000);
        QCOMPARE(stateAfter(status, 5).nextAt, noon + 10LL * 3600 * 1000);
        QCOMPARE(stateAfter(status, 6).state, State::GivenUp);
    }
}

void TestHooks::anOwnerThatMovesKeepsItsReceiver()
{
    HookWatch watch(5 * second);
    const HookReceiver nobodys{"u", {}, 0, 0, 0};
    QVERIFY(watch.mayTake(nobodys, "me", 0));
    HookReceiver theirs{"u", "them", 4, 0, 0};
    QVERIFY(!watch.mayTake(theirs, "me", 10 * second));
    QVERIFY(!watch.mayTake(theirs, "me", 14 * second));
    theirs.beat = 5;
    QVERIFY(!watch.mayTake(theirs, "me", 16 * second));
    QVERIFY(!watch.mayTake(theirs, "me", 20 * second));
    QVERIFY(watch.mayTake(theirs, "me", 21 * second));
    // An owner that had nothing to do is not dead.
    watch.rest();
    QVERIFY(!watch.mayTake(theirs, "me", 900 * second));
    QVERIFY(watch.mayTake({"u", "me", 9, 0, 0}, "me", 900 * second));
}

QTEST_GUILESS_MAIN(TestHooks)
#include "tst_hooks.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/saga_server.h"

#include <QTest>

using namespace seonchak;
using namespace seonchak::testing;
using Kind = IssueOutcome::Kind;

/// User keys that vanish or that somebody else wrote (F3, U6), and leases by a clock that was set (F20).
class TestSagaKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void userForgottenByRedisKeepsOneCoupon();
    void userForgottenByRedisAndRefusedHasTheirCoupon();
    void userForgottenByRedisIsNotToldSoldOut();
    void aCodeThatCannotBeWithdrawnIsADoubt();
    void aForgottenHolderDoesNotCostTheNextUsersCode();
    void aForeignUserKeyIsAnsweredWithANewCoupon_data();
    void aForeignUserKeyIsAnsweredWithANewCoupon();
    void aCouponThatOnlyAForeignUserKeyNamesIsNotLost();
    void aUserKeyWithAnotherCodeIsPutRight();
    void leasesSurviveAClockThatWasSet_data();
    void leasesSurviveAClockThatWasSet();
    void aClockSetForwardDoesNotEndALivingSaga();
};

void TestSagaKeys::userForgottenByRedisKeepsOneCoupon()
{
    World world(1);
    world.addStock(3);
    Server server(world);
    QCOMPARE(askAlone(world, server, 5).kind, Kind::Valid);
    world.userKeys.clear();
    const auto again = askAlone(world, server, 5);
    QCOMPARE(again.kind, Kind::Already);
    QCOMPARE(again.coupon.code, QByteArray("C0"));
    QCOMPARE(world.stock.size(), std::size_t(2));
    QCOMPARE(world.compensations, 0); // The partner refused nothing.
    QCOMPARE(world.userKeys.at(5), QByteArray("C0"));
    QVERIFY2(broken(world, {}).isEmpty(), qPrintable(broken(world, {})));
    QCOMPARE(askAlone(world, server, 5).kind, Kind::Already);
    QCOMPARE(world.stock.size(), std::size_t(2));
}

void TestSagaKeys::userForgottenByRedisAndRefusedHasTheirCoupon()
{
    World world(1);
    world.addStock(3);
    Server server(world);
    QCOMPARE(askAlone(world, server, 5).kind, Kind::Valid);
    world.userKeys.clear();
    world.refusalRate = 1; // A partner that gives each user one coupon.
    const auto again = askAlone(world, server, 5);
    QCOMPARE(again.kind, Kind::Already);
    QCOMPARE(again.coupon.code, QByteArray("C0"));
    QVERIFY2(broken(world, {}).isEmpty(), qPrintable(broken(world, {})));
}

void TestSagaKeys::userForgottenByRedisIsNotToldSoldOut()
{
    World world(1);
    world.addStock(1);
    Server server(world);
    QCOMPARE(askAlone(world, server, 5).kind, Kind::Valid);
    world.userKeys.clear();
    const auto again = askAlone(world, server, 5);
    QCOMPARE(again.kind, Kind::Already);
    QCOMPARE(again.coupon.code, QByteArray("C0"));
    QCOMPARE(world.userKeys.at(5), QByteArray("C0"));
    QCOMPARE(askAlone(world, server, 6).kind, Kind::SoldOut);
}

void TestSagaKeys::aCodeThatCannotBeWithdrawnIsADoubt()
{
    World world(1);
    world.addStock(2);
    Server server(world);
    QCOMPARE(askAlone(world, server, 5).kind, Kind::Valid);
    world.userKeys.clear();
    world.partnerAnswers = false; // To withdrawals.
    QCOMPARE(askAlone(world, server, 5).kind, Kind::Already);
    QVERIFY(world.pending.at(5).doubt);
    QCOMPARE(world.doubts.size(), std::size_t(1));
    QCOMPARE(askAlone(world, server, 5).kind, Kind::Already); // Not "in doubt": the coupon is known.
    world.partnerAnswers = true;
    settleAll(world, server);
    QCOMPARE(world.stock.size(), std::size_t(1));
    QVERIFY2(broken(world, {}).isEmpty(), qPrintable(broken(world, {})));
}

void TestSagaKeys::aForgottenHolderDoesNotCostTheNextUsersCode()
{
    World world(1);
    world.addStock(3);
    Server server(world);
    QCOMPARE(askAlone(world, server, 5).kind, Kind::Valid);
    world.atPartner["C1"] = 5; // Sent for 5, whose key had vanished; then Redis lost the reservation.
    const auto next = askAlone(world, server, 6);
    QCOMPARE(next.kind, Kind::Valid);
    QCOMPARE(next.coupon.code, QByteArray("C2"));
    QCOMPARE(world.stock.size(), std::size_t(1));
    QVERIFY2(broken(world, {}).isEmpty(), qPrintable(broken(world, {})));
}

void TestSagaKeys::aForeignUserKeyIsAnsweredWithANewCoupon_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("coupon");
    QTest::newRow("of an unknown code") << QByteArray("FOREIGN") << QByteArray("C0");
    QTest::newRow("empty or of another type") << QByteArray() << QByteArray("C0");
    QTest::newRow("of a code in the stock") << QByteArray("C1") << QByteArray("C0");
}

void TestSagaKeys::aForeignUserKeyIsAnsweredWithANewCoupon()
{
    QFETCH(QByteArray, key);
    World world(1);
    world.addStock(2);
    world.userKeys[77] = key;
    Server server(world);
    const auto outcome = askAlone(world, server, 77);
    QCOMPARE(outcome.kind, Kind::Valid);
    QTEST(outcome.coupon.code, "coupon");
    QCOMPARE(world.reports.size(), std::size_t(1));
    QVERIFY2(broken(world, {}).isEmpty(), qPrintable(broken(world, {})));
}

void TestSagaKeys::aCouponThatOnlyAForeignUserKeyNamesIsNotLost()
{
    World world(1);
    world.addStock(2);
    world.userKeys[77] = world.stock.back();
    world.stock.pop_back();
    Server server(world);
    const auto outcome = askAlone(world, server, 77);
    QCOMPARE(outcome.kind, Kind::Valid);
    QCOMPARE(outcome.coupon.code, QByteArray("C1"));
    QVERIFY2(broken(world, {}).isEmpty(), qPrintable(broken(world, {})));
}

void TestSagaKeys::aUserKeyWithAnotherCodeIsPutRight()
{
    World world(1);
    world.addStock(3);
    Server server(world);
    QCOMPARE(askAlone(world, server, 5).kind, Kind::Valid);
    world.userKeys[5] = "C2"; // And whoever wrote it took that coupon out of the stock.
    world.stock.pop_back();
    const auto outcome = askAlone(world, server, 5);
    QCOMPARE(outcome.kind, Kind::Already);
    QCOMPARE(outcome.coupon.code, QByteArray("C0"));
    QCOMPARE(world.userKeys.at(5), QByteArray("C0"));
    settleAll(world, server);
    QCOMPARE(world.stock.size(), std::size_t(2));
    QVERIFY2(broken(world, {}).isEmpty(), qPrintable(broken(world, {})));
}

void TestSagaKeys::leasesSurviveAClockThatWasSet_data()
{
    constexpr qint64 day = 86'400'000;
    QTest::addColumn<qint64>("startedMs");
    QTest::addColumn<qint64>("dueMs");
    QTest::newRow("set back a day") << day << day + leaseMs;
    QTest::newRow("due in a day") << qint64(0) << day;
    QTest::newRow("begins in a day") << day << qint64(0);
}

void TestSagaKeys::leasesSurviveAClockThatWasSet()
{
    QFETCH(qint64, startedMs);
    QFETCH(qint64, dueMs);
    World world(1);
    world.addStock(1);
    world.stock.clear();
    world.nowMs = 100;
    world.pending[7] = {1, "C0", false, dueMs, startedMs};
    Server server(world, std::chrono::milliseconds(6000));
    for (int second = 0; second < 20 && !world.pending.empty(); ++second) {
        world.nowMs += 1000;
        settleOnce(server);
        world.runAll();
    }
    QVERIFY(world.pending.empty());
    QCOMPARE(world.stock.size(), std::size_t(1));
}

void TestSagaKeys::aClockSetForwardDoesNotEndALivingSaga()
{
    World world(1);
    world.addStock(1);
    world.nowMs = 100;
    Server living(world);
    Server other(world, std::chrono::milliseconds(6000));
    settleOnce(other);
    world.runAll();
    std::vector<Answer> answers;
    ask(living, 5, answers);
    QVERIFY(world.step()); // reserve; the call to the partner is under way
    const auto call = world.takeWaiting();
    world.redisAheadMs = 86'400'000;
    world.nowMs += 1000;
    settleOnce(other);
    world.runAll();
    QVERIFY2(world.pending.contains(5), "the store's \"never heard of it\" was believed");
    call(); // The partner accepts.
    world.runAll();
    settleAll(world, other);
    QCOMPARE(answers.at(0).outcome.kind, Kind::Valid);
    QVERIFY2(broken(world, answers).isEmpty(), qPrintable(broken(world, answers)));
}

QTEST_GUILESS_MAIN(TestSagaKeys)
#include "tst_saga_keys.moc"

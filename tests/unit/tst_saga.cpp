// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/saga_server.h"

#include <QTest>

using namespace seonchak;
using namespace seonchak::testing;
using Kind = IssueOutcome::Kind;

class TestSaga : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void issuesOnceAndThenSaysAlready();
    void soldOutTakesNothing();
    void refusalIsCompensated();
    void unknownButCarriedOutIsSettledAsIssued();
    void unknownAndNotCarriedOutIsRestored();
    void bookAwayLeavesTheReservationToTheSettler();
    void lostCommitIsMadeGood();
    void codeOfAnotherUserIsGivenToItsHolder();
    void releaseTwiceRestoresOnce();
    void refusalNamesTheCodeThatWentBack();
    void aDoubtNamesItsCodeOnce();
};

void TestSaga::issuesOnceAndThenSaysAlready()
{
    World world(1);
    world.addStock(2);
    Server server(world);
    const auto first = askAlone(world, server, 42);
    QCOMPARE(first.kind, Kind::Valid);
    QCOMPARE(first.coupon.code, QByteArray("C0"));
    const auto again = askAlone(world, server, 42);
    QCOMPARE(again.kind, Kind::Already);
    QCOMPARE(again.coupon.code, QByteArray("C0"));
    QCOMPARE(world.stock.size(), std::size_t(1));
    QVERIFY2(broken(world, {}).isEmpty(), qPrintable(broken(world, {})));
}

void TestSaga::soldOutTakesNothing()
{
    World world(1);
    Server server(world);
    QCOMPARE(askAlone(world, server, 1).kind, Kind::SoldOut);
    QVERIFY(world.pending.empty());
}

void TestSaga::refusalIsCompensated()
{
    World world(1);
    world.addStock(1);
    world.refusalRate = 1;
    Server server(world);
    QCOMPARE(askAlone(world, server, 1).kind, Kind::PartnerFailed);
    QCOMPARE(world.stock.size(), std::size_t(1));
    QCOMPARE(world.compensations, 1);
    world.refusalRate = 0;
    QCOMPARE(askAlone(world, server, 2).kind, Kind::Valid);
}

void TestSaga::unknownButCarriedOutIsSettledAsIssued()
{
    World world(1);
    world.addStock(1);
    Server server(world);
    // The partner has it by the time it is asked; its answer to the first call never came.
    std::vector<Answer> answers;
    const auto held = Reservation{Reservation::Kind::Reserved, 7, "C0", 1, 1};
    world.stock.clear();
    world.pending[7] = {1, "C0", true, 0};
    world.doubts.emplace(1, World::Doubt{7, "C0", 0});
    world.atPartner["C0"] = 7;
    settleAll(world, server);
    QCOMPARE(world.holderOf(held.code), std::optional<UserId>(7));
    QVERIFY2(broken(world, answers).isEmpty(), qPrintable(broken(world, answers)));
    QCOMPARE(server.counters.value(Counter::SettledIssued), 1);
}

void TestSaga::unknownAndNotCarriedOutIsRestored()
{
    World world(1);
    world.addStock(1);
    world.stock.clear();
    world.pending[7] = {1, "C0", true, 0};
    world.doubts.emplace(1, World::Doubt{7, "C0", 0});
    Server server(world);
    settleAll(world, server);
    QCOMPARE(world.stock.size(), std::size_t(1));
    QVERIFY2(broken(world, {}).isEmpty(), qPrintable(broken(world, {})));
    QCOMPARE(server.counters.value(Counter::SettledRestored), 1);
}

void TestSaga::bookAwayLeavesTheReservationToTheSettler()
{
    World world(1);
    world.addStock(1);
    Server server(world);
    std::vector<Answer> answers;
    ask(server, 5, answers);
    QVERIFY(world.step()); // reserve
    QVERIFY(world.step()); // partner
    world.faultRate = 1;   // the book, and the commit: neither is reached
    world.runAll();
    QCOMPARE(answers.at(0).outcome.kind, Kind::Unavailable);
    QCOMPARE(world.pending.size(), std::size_t(1));
    world.faultRate = 0;
    QCOMPARE(askAlone(world, server, 5).kind, Kind::InProgress);
    settleAll(world, server);
    QCOMPARE(askAlone(world, server, 5).kind, Kind::Already);
}

void TestSaga::lostCommitIsMadeGood()
{
    World world(1);
    world.addStock(1);
    Server server(world);
    std::vector<Answer> answers;
    ask(server, 5, answers);
    QVERIFY(world.step()); // reserve
    QVERIFY(world.step()); // partner
    QVERIFY(world.step()); // book
    server.life.dead = true;
    world.runAll();
    QCOMPARE(answers.at(0).outcome.kind, Kind::Valid); // It is on disk: the user has it.
    QVERIFY(!world.userKeys.contains(5));
    Server other(world);
    settleAll(world, other);
    QVERIFY2(broken(world, answers).isEmpty(), qPrintable(broken(world, answers)));
}

void TestSaga::codeOfAnotherUserIsGivenToItsHolder()
{
    World world(1);
    world.addStock(2);
    world.atPartner["C0"] = 99; // Accepted for 99 before Redis forgot the reservation.
    Server server(world);
    const auto outcome = askAlone(world, server, 5);
    QCOMPARE(outcome.kind, Kind::Valid);
    QCOMPARE(outcome.coupon.code, QByteArray("C1"));
    QCOMPARE(world.holderOf("C0"), std::optional<UserId>(99));
    QVERIFY2(broken(world, {}).isEmpty(), qPrintable(broken(world, {})));
}

void TestSaga::releaseTwiceRestoresOnce()
{
    World world(1);
    world.addStock(1);
    Server server(world);
    world.refusalRate = 1;
    std::vector<Answer> answers;
    ask(server, 5, answers);
    QVERIFY(world.step());
    const auto number = world.pending.at(5).number;
    world.runAll();
    for (int i = 0; i < 4; ++i)
        server.gate.release({Reservation::Kind::Reserved, 5, "C0", number, 1}, {});
    world.runAll();
    QCOMPARE(world.stock.size(), std::size_t(1));
    QCOMPARE(world.compensations, 1);
}

void TestSaga::refusalNamesTheCodeThatWentBack()
{
    World world(1);
    world.addStock(1);
    world.nowMs = 5'000;
    world.refusalRate = 1;
    Server server(world);
    const auto outcome = askAlone(world, server, 7);
    QCOMPARE(outcome.kind, Kind::PartnerFailed);
    QCOMPARE(outcome.coupon.code, QByteArray("C0"));
    QCOMPARE(outcome.reservedAt, 5'000);
    QVERIFY(outcome.restored);
}

void TestSaga::aDoubtNamesItsCodeOnce()
{
    World world(1);
    world.addStock(1);
    Server server(world);
    world.pending[9] = {1, "C0", true, 1'000'000};
    world.stock.clear();
    const auto again = askAlone(world, server, 9);
    QCOMPARE(again.kind, Kind::InDoubt);
    QVERIFY(again.coupon.code.isEmpty()); // It was told when the doubt began.
}

QTEST_GUILESS_MAIN(TestSaga)
#include "tst_saga.moc"

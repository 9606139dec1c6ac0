// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/saga_server.h"

#include <QTest>

using namespace seonchak;
using namespace seonchak::testing;
using Kind = IssueOutcome::Kind;

namespace {

/// A server with one doubt: the partner has the code, or not, and did not say.
Claim oneDoubt(World &world, Server &server, bool carriedOut)
{
    world.addStock(1);
    const Reservation held{Reservation::Kind::Reserved, 7, "C0", 1, 1, 0, true};
    world.stock.clear();
    world.pending[7] = {1, "C0", true, 0};
    world.lastNumber = 1;
    world.doubts.emplace(1, World::Doubt{7, "C0", 0});
    if (carriedOut)
        world.atPartner["C0"] = 7;
    Q_UNUSED(server)
    return {held, 10'000, true};
}

QCoro::Task<> order(Server &server, Claim claim, DoubtOrder what, Settled &into)
{
    into = co_await server.settler.carryOut(claim, what, QStringLiteral("desk"));
}

} // namespace

/// How doubts end: by a person, by the settler of another server, after Redis lost them.
class TestSagaDoubts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPersonDeclaresItIssued();
    void aPersonRestoresIt();
    void aDeadServersReservationBecomesADoubt();
    void aLateSagaCannotEndADoubt();
    void aDoubtThatRedisLostIsTakenUp();
    void aDoubtThatRedisHasIsLeftToItsLease();
    void aDoubtThatEndsMeanwhileIsNotPutBack();
    void aDoubtAboutAnIssuedCouponIsClosed();
    void theSettlerTellsWhatThePartnerSaid();
    void aTakenReservationIsLeftAlone();
};

void TestSagaDoubts::aPersonDeclaresItIssued()
{
    World world(1);
    Server server(world);
    const auto claim = oneDoubt(world, server, true);
    Settled settled;
    order(server, claim, DoubtOrder::DeclareIssued, settled);
    world.runAll();
    QCOMPARE(settled.end, Settled::End::Issued);
    QCOMPARE(world.holderOf("C0"), std::optional<UserId>(7));
    QVERIFY(settled.answer.isEmpty()); // Nobody asked the partner.
    QVERIFY2(broken(world, {}).isEmpty(), qPrintable(broken(world, {})));
}

void TestSagaDoubts::aPersonRestoresIt()
{
    World world(1);
    Server server(world);
    const auto claim = oneDoubt(world, server, true);
    Settled settled;
    order(server, claim, DoubtOrder::Restore, settled);
    world.runAll();
    QCOMPARE(settled.end, Settled::End::Restored);
    QVERIFY(world.atPartner.empty()); // Else the partner would give it to two users.
    QCOMPARE(world.stock.size(), 1U);
    QVERIFY2(broken(world, {}).isEmpty(), qPrintable(broken(world, {})));
}

void TestSagaDoubts::aDeadServersReservationBecomesADoubt()
{
    World world(1);
    world.addStock(1);
    world.stock.clear();
    world.pending[7] = {1, "C0", false, 0};
    world.nowMs = 1;
    Server server(world);
    world.partnerAnswers = false;
    settleOnce(server);
    world.runAll();
    QVERIFY(world.pending.at(7).doubt);
    QCOMPARE(world.doubts.size(), std::size_t(1));
    QCOMPARE(world.doubts.at(1).code, QByteArray("C0"));
    QVERIFY(server.news.at(0).settled.doubted);
    // Asked again it is the same doubt, and nothing new.
    world.nowMs += leaseMs;
    settleOnce(server);
    world.runAll();
    QVERIFY(!server.news.at(1).settled.doubted);
    world.partnerAnswers = true;
    settleAll(world, server);
    QVERIFY2(broken(world, {}).isEmpty(), qPrintable(broken(world, {})));
}

void TestSagaDoubts::aLateSagaCannotEndADoubt()
{
    World world(1);
    world.addStock(1);
    world.refusalRate = 1;
    Server stopped(world);
    Server other(world);
    std::vector<Answer> answers;
    ask(stopped, 7, answers);
    QVERIFY(world.step()); // reserve
    QVERIFY(world.step()); // refused at the partner; the compensation waits while its server is stopped
    const auto late = world.takeWaiting();
    world.nowMs += leaseMs + 1;
    world.partnerAnswers = false;
    settleOnce(other);
    world.runAll();
    QCOMPARE(world.doubts.size(), std::size_t(1));
    late(); // The compensation arrives now.
    world.runAll();
    QVERIFY2(world.pending.contains(7) && world.stock.empty(), "the saga ended a doubt of the settler's");
    world.partnerAnswers = true;
    world.refusalRate = 0;
    settleAll(world, other);
    QVERIFY2(broken(world, answers).isEmpty(), qPrintable(broken(world, answers)));
}

void TestSagaDoubts::aDoubtThatRedisLostIsTakenUp()
{
    World world(1);
    world.addStock(
        1); // Redis is back to where it was before the reservation: the code is in the stock again.
    world.doubts.emplace(1, World::Doubt{7, "C0", 0});
    world.lastNumber = 1;
    world.atPartner["C0"] = 7;
    Server server(world);
    server.settler.adoptLostDoubts();
    world.runAll();
    QCOMPARE(world.doubts.size(), std::size_t(1)); // Not yet: its saga may be about to mark it.
    world.nowMs = 31'000;
    server.settler.adoptLostDoubts();
    world.runAll();
    QCOMPARE(world.holderOf("C0"), std::optional<UserId>(7));
    QVERIFY2(broken(world, {}).isEmpty(), qPrintable(broken(world, {})));
}

void TestSagaDoubts::aDoubtThatRedisHasIsLeftToItsLease()
{
    World world(1);
    world.addStock(1);
    world.stock.clear();
    world.nowMs = 31'000;
    world.pending[7] = {1, "C0", true, world.nowMs + leaseMs}; // Another server asks at this moment.
    world.doubts.emplace(1, World::Doubt{7, "C0", 0});
    Server server(world);
    server.settler.adoptLostDoubts();
    world.runAll();
    QVERIFY(server.news.empty());
    QVERIFY(world.stock.empty());
    settleAll(world, server);
    QVERIFY2(broken(world, {}).isEmpty(), qPrintable(broken(world, {})));
}

void TestSagaDoubts::aDoubtThatEndsMeanwhileIsNotPutBack()
{
    World world(1);
    world.addStock(1);
    world.nowMs = 31'000;
    world.doubts.emplace(1, World::Doubt{7, "C0", 0});
    Server server(world);
    server.settler.adoptLostDoubts();
    QVERIFY(world.step()); // The book names it; then another server's settler restores it.
    world.doubts.clear();
    world.runAll();
    QVERIFY(server.news.empty());
    QVERIFY(world.pending.empty());
    QCOMPARE(world.stock.size(), std::size_t(1));
    QCOMPARE(world.compensations, 0);
}

void TestSagaDoubts::aDoubtAboutAnIssuedCouponIsClosed()
{
    World world(1);
    world.addStock(1);
    Server server(world);
    QCOMPARE(askAlone(world, server, 8).kind, Kind::Valid);
    world.nowMs = 31'000;
    world.doubts.emplace(-1, World::Doubt{7, "C0", 0}); // Left behind by a server that broke off.
    server.settler.adoptLostDoubts();
    world.runAll();
    QVERIFY(world.doubts.empty());
    QVERIFY(server.news.empty()); // Nothing to settle: its user counts once.
    QVERIFY2(broken(world, {}).isEmpty(), qPrintable(broken(world, {})));
}

void TestSagaDoubts::theSettlerTellsWhatThePartnerSaid()
{
    World world(1);
    Server server(world);
    const auto claim = oneDoubt(world, server, true);
    Settled settled;
    order(server, claim, DoubtOrder::Ask, settled);
    world.runAll();
    QCOMPARE(settled.end, Settled::End::Issued);
    QCOMPARE(settled.holder, 7);
    QVERIFY2(settled.answer.contains(QStringLiteral("user 7")), qPrintable(settled.answer));
    QCOMPARE(server.news.size(), 1U);
    QCOMPARE(server.news[0].actor, QStringLiteral("desk"));
    QVERIFY(broken(world, {}).isEmpty());
}

void TestSagaDoubts::aTakenReservationIsLeftAlone()
{
    World world(1);
    Server server(world);
    oneDoubt(world, server, true);
    QVERIFY(server.settler.take(1));
    QVERIFY(!server.settler.take(1));
    settleOnce(server);
    world.runAll();
    QVERIFY(world.issued.empty());
    server.settler.release(1);
    settleAll(world, server);
    QCOMPARE(world.holderOf("C0"), std::optional<UserId>(7));
}

QTEST_GUILESS_MAIN(TestSagaDoubts)
#include "tst_saga_doubts.moc"

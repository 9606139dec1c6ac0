// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/saga.h"
#include "core/issue/settler.h"
#include "tests/support/saga_world.h"

#include <QTest>

using namespace seonchak;
using namespace seonchak::testing;
using Kind = IssueOutcome::Kind;

namespace {

constexpr qint64 leaseMs = 9000;

/// One server: a saga and a settler over the same world.
struct Server
{
    explicit Server(World &world)
        : gate(world, life, leaseMs)
        , book(world, life)
        , partner(world, life)
        , clock(world)
        , saga({gate, partner, book, readiness, counters, clock, "book"})
        , settler({gate, partner, book, counters, clock})
    {
        readiness.open(1);
    }
    Life life;
    FakeGate gate;
    FakeBook book;
    FakePartner partner;
    FakeClock clock;
    Readiness readiness;
    Counters counters;
    Saga saga;
    Settler settler;
};

struct Answer
{
    UserId user;
    IssueOutcome outcome;
};

QCoro::Task<> ask(Server &server, UserId user, std::vector<Answer> &answers)
{
    const IssueOutcome outcome = co_await server.saga.issue(user);
    answers.push_back({user, outcome});
}

QCoro::Task<> settleOnce(Server &server)
{
    const auto done = co_await server.settler.round();
    Q_UNUSED(done)
}

IssueOutcome askAlone(World &world, Server &server, UserId user)
{
    std::vector<Answer> answers;
    ask(server, user, answers);
    world.runAll();
    return answers.at(0).outcome;
}

void settleAll(World &world, Server &server)
{
    for (int round = 0; round < 50 && !world.pending.empty(); ++round) {
        world.nowMs += leaseMs + 1;
        settleOnce(server);
        world.runAll();
    }
}

/// A scenario, small enough to print. The seed decides all that is left to chance.
struct Scenario
{
    quint64 seed;
    int stock;
    int users;
    int requests;
    double faults;
    double refusals;
    int crashAfter; ///< steps until the first server dies; -1: never
    int pauseMs;    ///< how far time may jump while calls are under way

    [[nodiscard]] QString text() const
    {
        return QStringLiteral("seed %1, stock %2, users %3, requests %4, faults %5, refusals %6, crash after "
                              "%7, pauses %8 ms")
            .arg(seed)
            .arg(stock)
            .arg(users)
            .arg(requests)
            .arg(faults)
            .arg(refusals)
            .arg(crashAfter)
            .arg(pauseMs);
    }
};

/// What must hold at rest whatever happened, also to servers that were stopped for longer than their lease;
/// empty where it does.
QString brokenAtAll(const World &world, const std::vector<Answer> &answers)
{
    if (!world.pending.empty())
        return QStringLiteral("a reservation is left");
    if (!world.doubts.empty())
        return QStringLiteral("a doubt is left");
    std::set<QByteArray> somewhere(world.stock.begin(), world.stock.end());
    somewhere.insert(world.setAside.begin(), world.setAside.end());
    std::set<UserId> holders;
    for (const auto &[code, row] : world.issued) {
        somewhere.insert(code);
        if (!holders.insert(row.user).second)
            return QStringLiteral("a user has two coupons");
    }
    if (somewhere.size() != world.codes.size())
        return QStringLiteral("a coupon is lost");
    for (const auto &[user, outcome] : answers) {
        const bool has = outcome.kind == Kind::Valid || outcome.kind == Kind::Already;
        if (has && world.holderOf(outcome.coupon.code) != user)
            return QStringLiteral("user %1 was told of a coupon that is not theirs").arg(user);
    }
    return {};
}

/// What must hold besides where every server kept within its lease.
QString broken(const World &world, const std::vector<Answer> &answers)
{
    const QString atAll = brokenAtAll(world, answers);
    if (!atAll.isEmpty())
        return atAll;
    if (!world.setAside.empty())
        return QStringLiteral("a code was set aside although no server overstayed its lease");
    std::map<QByteArray, int> places;
    for (const auto &code : world.stock)
        ++places[code];
    for (const auto &[code, row] : world.issued) {
        ++places[code];
        const auto key = world.userKeys.find(row.user);
        if (key == world.userKeys.end() || key->second != code)
            return QStringLiteral("the book's coupon is not the user's key");
        const auto sold = world.atPartner.find(code);
        if (sold == world.atPartner.end() || sold->second != row.user)
            return QStringLiteral("the partner does not know an issued coupon");
    }
    if (world.atPartner.size() != world.issued.size())
        return QStringLiteral("the partner has a coupon that the book has not");
    for (const auto &code : world.codes) {
        if (places[code] != 1)
            return QStringLiteral("%1 stands in %2 places").arg(QString::fromUtf8(code)).arg(places[code]);
    }
    return {};
}

QString run(const Scenario &scenario)
{
    World world(scenario.seed);
    world.addStock(scenario.stock);
    world.faultRate = scenario.faults;
    world.refusalRate = scenario.refusals;
    Server first(world);
    Server second(world);
    std::vector<Answer> answers;
    int steps = 0;
    for (int sent = 0; sent < scenario.requests; ++sent) {
        ask(world.chance(0.5) ? first : second, 1 + world.below(scenario.users), answers);
        for (int i = world.below(8); i > 0; --i, ++steps) {
            world.step();
            if (steps == scenario.crashAfter)
                first.life.dead = true;
            if (world.chance(0.05)) {
                world.nowMs += world.below(scenario.pauseMs);
                settleOnce(second);
            }
        }
    }
    world.runAll();
    world.faultRate = 0;
    settleAll(world, second);
    const bool inTime = scenario.pauseMs * scenario.requests * 8 < leaseMs;
    return inTime ? broken(world, answers) : brokenAtAll(world, answers);
}

/// Makes a failing scenario as small as it will go, so that a person can follow it.
Scenario shrunk(Scenario scenario)
{
    bool smaller = true;
    while (smaller) {
        smaller = false;
        for (int which = 0; which < 4; ++which) {
            Scenario less = scenario;
            (which == 0 ? less.requests : which == 1 ? less.users : less.stock) -= which < 3 ? 1 : 0;
            if (which == 3)
                less.crashAfter = -1;
            const bool possible = less.requests > 0 && less.users > 0 && less.stock > 0;
            const bool differs = less.text() != scenario.text();
            if (possible && differs && !run(less).isEmpty()) {
                scenario = less;
                smaller = true;
            }
        }
    }
    return scenario;
}

} // namespace

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
    void userForgottenByRedisKeepsOneCoupon();
    void releaseTwiceRestoresOnce();
    void anyFaultsInAnyOrder_data();
    void anyFaultsInAnyOrder();
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
    QCOMPARE(askAlone(world, server, 1).kind, Kind::StoreFailed);
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
    world.doubts.insert(1);
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
    world.doubts.insert(1);
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

void TestSaga::userForgottenByRedisKeepsOneCoupon()
{
    World world(1);
    world.addStock(3);
    Server server(world);
    QCOMPARE(askAlone(world, server, 5).kind, Kind::Valid);
    world.userKeys.clear();
    const auto again = askAlone(world, server, 5);
    QCOMPARE(again.kind, Kind::Already);
    QCOMPARE(again.coupon.code, QByteArray("C0"));
    QCOMPARE(world.setAside.size(), std::size_t(1));
    QCOMPARE(askAlone(world, server, 5).kind, Kind::Already); // And no third code is spoilt.
    QCOMPARE(world.setAside.size(), std::size_t(1));
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
        server.gate.release({Reservation::Kind::Reserved, 5, "C0", number, 1});
    world.runAll();
    QCOMPARE(world.stock.size(), std::size_t(1));
    QCOMPARE(world.compensations, 1);
}

void TestSaga::anyFaultsInAnyOrder_data()
{
    QTest::addColumn<int>("pauseMs");
    QTest::newRow("servers in time") << 90;
    QTest::newRow("servers stopped past their lease") << 4000;
}

void TestSaga::anyFaultsInAnyOrder()
{
    QFETCH(int, pauseMs);
    const int runs = qEnvironmentVariableIsSet("SEONCHAK_SAGA_RUNS")
                         ? qEnvironmentVariableIntValue("SEONCHAK_SAGA_RUNS")
                         : 50'000;
    quint64 base = 20261123;
    if (qEnvironmentVariableIsSet("SEONCHAK_SAGA_SEED"))
        base = qEnvironmentVariable("SEONCHAK_SAGA_SEED").toULongLong();
    for (int i = 0; i < runs; ++i) {
        const quint64 seed = base + quint64(i);
        std::mt19937_64 random(seed);
        const auto upTo = [&random](int n) { return int(random() % quint64(n)); };
        const Scenario scenario{seed,
                                1 + upTo(4),
                                1 + upTo(5),
                                1 + upTo(12),
                                upTo(4) * 0.1,
                                upTo(3) * 0.15,
                                upTo(3) == 0 ? upTo(30) : -1,
                                pauseMs};
        const QString wrong = run(scenario);
        if (wrong.isEmpty())
            continue;
        const Scenario small = shrunk(scenario);
        QFAIL(qPrintable(QStringLiteral("%1\n  with %2\n  as small as %3: %4")
                             .arg(wrong, scenario.text(), small.text(), run(small))));
    }
}

QTEST_GUILESS_MAIN(TestSaga)
#include "tst_saga.moc"

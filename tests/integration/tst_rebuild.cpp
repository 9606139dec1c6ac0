// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two servers that rebuild one Redis with a short lease: whoever is stopped past it changes nothing any more,
// in Redis or in the book, neither by what it does next nor by what it had sent before.
#include "core/database/book/book_rebuild.h"
#include "core/database/book/issue_rows.h"
#include "core/issue/stock/stock.h"
#include "tests/support/holding_proxy.h"
#include "tests/support/rebuild_world.h"

#include <QSemaphore>

using namespace seonchak;
using namespace seonchak::testing;
using test::HoldingProxy;
using namespace std::chrono_literals;

namespace {

constexpr int coupons = 12'000; // three slices of the list, two of the users
constexpr int issued = 3'000;

/// A book with a stock, issues and a doubt.
void fill(Session &book)
{
    QList<QByteArray> codes;
    for (int i = 0; i < coupons; ++i)
        codes.append("C" + QByteArray::number(100'000 + i));
    QCOMPARE(book::addFresh(book, codes, 1).value_or(-1), coupons);
    QCOMPARE(book::markAvailable(book, coupons, 1).value_or(-1), coupons);
    std::vector<IssueEntry> entries;
    for (int i = 0; i < issued; ++i)
        entries.push_back({i + 1, codes[i * 2], 0, 1, 0});
    QVERIFY(book::writeIssues(book, entries));
    const std::vector<book::DoubtChange> doubts{{{5, issued + 1, codes[1], 1}, true}};
    QVERIFY(book::writeDoubts(book, doubts));
}

QByteArray shaOf(const char *script)
{
    return Script::fromResource(QLatin1String(script)).sha;
}

} // namespace

class TestRebuild : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEmptyRedisIsFilled_data() { DatabaseFixture::addEngines(); }
    void anEmptyRedisIsFilled();
    void aHeldRebuilderChangesNothing_data();
    void aHeldRebuilderChangesNothing();
    void aLateCommandChangesNothing_data() { aHeldRebuilderChangesNothing_data(); }
    void aLateCommandChangesNothing();
    void aHeldRebuilderDoesNotMarkTheBook();
    void twoAtOnceWithAShortLease_data() { DatabaseFixture::addEngines(); }
    void twoAtOnceWithAShortLease();
    void longWorkKeepsAShortLease();
    void aLeaseFromBeforeAClockJumpIsOver();
    void aLatePushOfAnOldGenerationIsRefused_data() { DatabaseFixture::addEngines(); }
    void aLatePushOfAnOldGenerationIsRefused();
    void fencesOnlyGrow_data() { DatabaseFixture::addEngines(); }
    void fencesOnlyGrow();
    void whatIsLeftOfABrokenRebuildIsOurs_data();
    void whatIsLeftOfABrokenRebuildIsOurs();
};

void TestRebuild::anEmptyRedisIsFilled()
{
    QFETCH(QString, engine);
    RebuildWorld world(engine);
    fill(*world.book);
    const auto server = world.server();
    QCOMPARE(server->outcome(), QByteArray("rebuilt"));
    QCOMPARE(world.difference(), QByteArray());
    QCOMPARE(world.list().size(), coupons - issued - 1);
    QCOMPARE(world.ask({"HLEN", "rudals:coupon:pending"}), QList<QByteArray>{"1"});
    QCOMPARE(world.ask({"EXISTS", "rudals:coupon:rebuilding"}), QList<QByteArray>{"0"});
    QVERIFY(server->readiness.isOpen());
    QCOMPARE(server->outcome(), QByteArray("the same"));
    QVERIFY(!server->foreign.found());
}

void TestRebuild::aHeldRebuilderChangesNothing_data()
{
    QTest::addColumn<QByteArray>("at");
    QTest::newRow("taking the lease") << shaOf("rebuild_begin");
    QTest::newRow("shutting the old content") << shaOf("rebuild_shut");
    QTest::newRow("users") << QByteArray("\r\nMSET\r\n");
    QTest::newRow("doubts") << QByteArray("\r\nHSET\r\n");
    QTest::newRow("stock") << QByteArray("\r\nRPUSH\r\n");
    QTest::newRow("last step") << shaOf("adopt");
}

void TestRebuild::aHeldRebuilderChangesNothing()
{
    QFETCH(QByteArray, at);
    RebuildWorld world(QStringLiteral("sqlite"));
    fill(*world.book);
    HoldingProxy proxy(world.redis.socketPath());
    const auto slow = world.server(proxy.address(), {.lease = 30s});
    const auto quick = world.server({.lease = 30s});
    proxy.holdAt(HoldingProxy::Hold::Request, at);
    slow->begin();
    QTRY_VERIFY(proxy.isHolding());
    world.endLease();
    QVERIFY(quick->reconcileUntilOpen());
    QCOMPARE(world.difference(), QByteArray());
    const auto generation = world.generation();
    const auto keys = world.keys();

    proxy.release();
    QTRY_VERIFY(slow->ended);
    QVERIFY(!slow->last.value_or(false)); // it failed, or saw that all is done
    QCOMPARE(world.generation(), generation);
    QCOMPARE(world.difference(), QByteArray());
    QCOMPARE(world.keys(), keys);
    QCOMPARE(slow->outcome(), QByteArray("the same"));
    QCOMPARE(quick->outcome(), QByteArray("the same"));
}

void TestRebuild::aLateCommandChangesNothing()
{
    QFETCH(QByteArray, at);
    RebuildWorld world(QStringLiteral("sqlite"));
    fill(*world.book);
    HoldingProxy proxy(world.redis.socketPath());
    const auto slow = world.server(proxy.address(), {.lease = 30s, .commandDeadline = 3s});
    const auto quick = world.server({.lease = 30s});
    proxy.holdAt(HoldingProxy::Hold::Request, at);
    slow->begin();
    QTRY_VERIFY_WITH_TIMEOUT(slow->ended && proxy.clientLeft(), 60'000);
    QVERIFY(!slow->last);
    world.endLease();
    QVERIFY(quick->reconcileUntilOpen());
    const auto generation = world.generation();
    const auto keys = world.keys();

    proxy.release();
    QTRY_VERIFY(proxy.isFlushed());
    QCOMPARE(world.generation(), generation);
    QCOMPARE(world.difference(), QByteArray());
    world.endLease(); // One that arrives late is taken by nobody, and would end by itself.
    QCOMPARE(world.keys(), keys);
}

/// It holds the lease when it is stopped, and its next step would be in the book.
void TestRebuild::aHeldRebuilderDoesNotMarkTheBook()
{
    RebuildWorld world(QStringLiteral("sqlite"));
    fill(*world.book);
    HoldingProxy proxy(world.redis.socketPath());
    const auto slow = world.server(proxy.address(), {.lease = 30s});
    const auto quick = world.server({.lease = 30s});
    QVERIFY(world.redis.command({"SCRIPT", "LOAD", Script::fromResource("rebuild_shut").source}));
    proxy.holdAt(HoldingProxy::Hold::Answer, shaOf("rebuild_shut"));
    slow->begin();
    QTRY_VERIFY(proxy.isHolding());
    world.endLease();
    QVERIFY(quick->reconcileUntilOpen());
    QCOMPARE(world.generation(), 1);

    proxy.release();
    QTRY_VERIFY(slow->ended);
    QVERIFY(!slow->last);
    QVERIFY2(slow->last.error().detail.contains("another server"), qPrintable(slow->last.error().detail));
    QCOMPARE(world.generation(), 1);
    QCOMPARE(world.difference(), QByteArray());
}

void TestRebuild::twoAtOnceWithAShortLease()
{
    QFETCH(QString, engine);
    RebuildWorld world(engine);
    fill(*world.book);
    const auto first = world.server({.lease = 500ms});
    const auto second = world.server({.lease = 500ms});
    for (int round = 0; round < 5; ++round) {
        world.redis.flushAll();
        first->begin();
        second->begin();
        QTRY_VERIFY_WITH_TIMEOUT(first->ended && second->ended, 20'000);
        QVERIFY(first->reconcileUntilOpen());
        QVERIFY(second->reconcileUntilOpen());
        QVERIFY(first->reconcileUntilOpen()); // the second may have rebuilt once more
        QCOMPARE(world.difference(), QByteArray());
        QCOMPARE(first->readiness.generation(), world.generation());
    }
}

/// A rebuild that takes longer than its lease is not taken away from a server that lives.
void TestRebuild::longWorkKeepsAShortLease()
{
    RebuildWorld world(QStringLiteral("sqlite"));
    fill(*world.book);
    HoldingProxy proxy(world.redis.socketPath());
    const auto first = world.server(proxy.address(), {.lease = 6s});
    const auto second = world.server({.lease = 6s});
    QVERIFY(world.redis.command({"SCRIPT", "LOAD", Script::fromResource("rebuild_shut").source}));
    proxy.holdAt(HoldingProxy::Hold::Answer, shaOf("rebuild_shut"));
    first->begin();
    QTRY_VERIFY(proxy.isHolding());

    // It has the lease; what it next wants of the book takes longer than that.
    QSemaphore begun;
    QSemaphore goOn;
    std::function<Result<int>(Session &)> slow = [&](Session &) -> Result<int> {
        begun.release();
        goOn.acquire();
        return 0;
    };
    const auto anyway = qScopeGuard([&goOn] { goOn.release(); }); // the journal ends with the test
    first->journal.write<int>(slow);
    QVERIFY(begun.tryAcquire(1, 60'000));
    proxy.release();
    const qint64 over = world.redisMs() + 15'000;
    while (world.redisMs() < over) {
        QVERIFY2(!second->reconcile().value_or(false), "the lease was taken from a rebuilder at work");
        QVERIFY(!first->ended);
    }
    goOn.release();
    QTRY_VERIFY(first->ended);
    QVERIFY(first->last.value_or(false));
    QCOMPARE(world.difference(), QByteArray());
}

void TestRebuild::aLeaseFromBeforeAClockJumpIsOver()
{
    RebuildWorld world(QStringLiteral("sqlite"));
    fill(*world.book);
    // Redis' clock was set back a day after a rebuilder took its lease and died.
    QVERIFY(world.redis.command({"SET", "rudals:coupon:rebuilding", "3", "PX", "86400000"}));
    const auto server = world.server();
    QCOMPARE(server->outcome(), QByteArray("rebuilt"));
    QCOMPARE(world.difference(), QByteArray());
}

/// A push that began before a rebuild and goes on after it would put its slice into the stock twice.
void TestRebuild::aLatePushOfAnOldGenerationIsRefused()
{
    QFETCH(QString, engine);
    RebuildWorld world(engine);
    const auto other = world.server();
    HoldingProxy proxy(world.redis.socketPath());
    const auto pushing = world.server(proxy.address());
    QCOMPARE(other->outcome(), QByteArray("rebuilt"));
    QCOMPARE(pushing->outcome(), QByteArray("the same"));
    QCOMPARE(book::addFresh(*world.book, {"A", "B", "C"}, 1).value_or(-1), 3);

    TaskMutex moving;
    const SystemClock clock;
    Stock stock({pushing->redis, pushing->journal, pushing->pool, Keys("rudals"), StockHome::RedisSaga,
                 pushing->readiness, moving, clock});
    bool ended = false;
    proxy.holdAt(HoldingProxy::Hold::Request, shaOf("push"));
    const auto push = [](Stock *what, bool *done) -> QCoro::Task<> {
        const book::Act noAct;
        const Work unwatched;
        const auto pushed = co_await what->pushes().push(noAct, unwatched);
        Q_UNUSED(pushed)
        *done = true;
    };
    push(&stock, &ended);
    QTRY_VERIFY(proxy.isHolding());
    world.redis.flushAll();
    QVERIFY(other->reconcileUntilOpen());
    // The pushing server hears of it before its push goes on.
    pushing->readiness.open(world.generation());
    proxy.release();
    QTRY_VERIFY(ended);
    QCOMPARE(world.list(), (QList<QByteArray>{"A", "B", "C"}));
    QCOMPARE(world.difference(), QByteArray());
}

void TestRebuild::fencesOnlyGrow()
{
    QFETCH(QString, engine);
    RebuildWorld world(engine);
    QCOMPARE(book::nextFence(*world.book).value_or(-1), 1);
    QVERIFY(book::holdFence(*world.book, 1));
    QCOMPARE(book::nextFence(*world.book).value_or(-1), 2);
    const auto held = book::holdFence(*world.book, 1);
    QVERIFY(!held && held.error().trouble == Trouble::Unavailable);
    QVERIFY(book::holdFence(*world.book, 2));
    QVERIFY(book::setMeta(*world.book, "generation", "4"));
    QVERIFY(book::holdGeneration(*world.book, 4));
    QVERIFY(!book::holdGeneration(*world.book, 3));
}

void TestRebuild::whatIsLeftOfABrokenRebuildIsOurs_data()
{
    aHeldRebuilderChangesNothing_data();
}

/// The next server does not ask a person about it.
void TestRebuild::whatIsLeftOfABrokenRebuildIsOurs()
{
    QFETCH(QByteArray, at);
    RebuildWorld world(QStringLiteral("sqlite"));
    fill(*world.book);
    HoldingProxy proxy(world.redis.socketPath());
    {
        const auto dying = world.server(proxy.address(), {.lease = 30s, .commandDeadline = 3s});
        proxy.holdAt(HoldingProxy::Hold::Request, at);
        QVERIFY(!dying->reconcile());
    }
    world.endLease();
    const auto next = world.server({.lease = 30s});
    QVERIFY(next->reconcileUntilOpen());
    QVERIFY(!next->foreign.found());
    QCOMPARE(world.difference(), QByteArray());
}

QTEST_GUILESS_MAIN(TestRebuild)
#include "tst_rebuild.moc"

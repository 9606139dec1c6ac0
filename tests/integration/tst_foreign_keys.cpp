// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// F1: keys of another program under our prefix. Nothing is touched before somebody has decided, and what is
// our own is never asked about.
#include "core/database/book/book_adopt.h"
#include "core/database/book/book_audit.h"
#include "tests/support/holding_proxy.h"
#include "tests/support/rebuild_world.h"

using namespace seonchak;
using namespace seonchak::testing;

namespace {

QList<AuditEntry> auditOf(const RebuildWorld &world)
{
    AuditFilter filter;
    filter.action = QStringLiteral("foreign-keys");
    return book::readAudit(*world.book, filter).value_or(AuditPage{}).items;
}

} // namespace

class TestForeignKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusedNothingIsTouched_data();
    void refusedNothingIsTouched();
    void oursIsNotAskedAbout_data();
    void oursIsNotAskedAbout();
    void anotherBooksRedisIsNotOurs_data();
    void anotherBooksRedisIsNotOurs();
    void discarded();
    void atRunTimeAPersonDecides();
    void aListThatGrowsMeanwhileIsLookedAtAgain();
};

void TestForeignKeys::refusedNothingIsTouched_data()
{
    using Commands = QList<QList<QByteArray>>;
    QTest::addColumn<Commands>("commands");
    QTest::addColumn<QList<qint64>>("counts");
    const auto row = [](const char *name, const Commands &commands, const QList<qint64> &counts) {
        QTest::newRow(name) << commands << counts;
    };
    row("F1", {{"RPUSH", "rudals:coupon:available", "A", "B", "C"}, {"SET", "rudals:user:coupon:7", "Z"}},
        {3, 1, 0});
    row("a list alone", {{"RPUSH", "rudals:coupon:available", "A"}}, {1, 0, 0});
    row("a user alone", {{"SET", "rudals:user:coupon:7", "Z"}}, {0, 1, 0});
    row("a user that is none", {{"SET", "rudals:user:coupon:seven", "Z"}}, {0, 1, 0});
    row("a list of another type", {{"SADD", "rudals:coupon:available", "A"}}, {0, 0, 1});
    row("a user of another type", {{"HSET", "rudals:user:coupon:7", "code", "Z"}}, {0, 0, 1});
    row("stats of another type", {{"SET", "rudals:coupon:stats", "1"}}, {0, 0, 1});
    row("stats of another program",
        {{"HSET", "rudals:coupon:stats", "generation", "x"}, {"SET", "rudals:user:coupon:7", "Z"}},
        {0, 1, 0});
    row("reservations of another form", {{"HSET", "rudals:coupon:pending", "7", "Z"}}, {0, 0, 1});
    row("another key", {{"SET", "rudals:coupon:name", "Autumn"}}, {0, 0, 1});
}

void TestForeignKeys::refusedNothingIsTouched()
{
    QFETCH(QList<QList<QByteArray>>, commands);
    QFETCH(QList<qint64>, counts);
    RebuildWorld world(QStringLiteral("sqlite"));
    for (const auto &command : commands)
        QVERIFY(world.redis.command({command.begin(), command.end()}));
    QList<QByteArray> before;
    for (const auto &key : world.keys())
        before += key + world.ask({"DUMP", key}).value(0);

    const auto server = world.server();
    for (int i = 0; i < 3; ++i) {
        const auto refused = server->reconcile();
        QVERIFY(!refused);
        QCOMPARE(refused.error().trouble, Trouble::Conflict);
    }
    QVERIFY(!server->readiness.isOpen());
    QCOMPARE(server->foreign.found(), (ForeignFound{counts[0], counts[1], counts[2]}));
    QVERIFY(server->foreign.refusal());
    QVERIFY(server->foreign.refusal()->detail.contains(
        server->foreign.sentence({counts[0], counts[1], counts[2]})));
    QList<QByteArray> after;
    for (const auto &key : world.keys())
        after += key + world.ask({"DUMP", key}).value(0);
    QCOMPARE(after, before);
    QCOMPARE(DatabaseFixture::numberOf(*world.book, QStringLiteral("SELECT count(*) FROM coupon")), 0);
}

void TestForeignKeys::oursIsNotAskedAbout_data()
{
    using Commands = QList<QList<QByteArray>>;
    QTest::addColumn<Commands>("commands");
    QTest::newRow("emptied") << Commands{{"FLUSHALL"}};
    QTest::newRow("the mark was evicted") << Commands{{"DEL", "rudals:coupon:stats"}};
    QTest::newRow("the mark is an older one") << Commands{{"HSET", "rudals:coupon:stats", "generation", "0"}};
    QTest::newRow("the mark is a later one") << Commands{{"HSET", "rudals:coupon:stats", "generation", "77"},
                                                         {"RPUSH", "rudals:coupon:available", "X"}};
    QTest::newRow("only the generation is gone") << Commands{{"HDEL", "rudals:coupon:stats", "generation"}};
    QTest::newRow("counters and pushes of servers at work")
        << Commands{{"FLUSHALL"},
                    {"HINCRBY", "rudals:coupon:stats", "batch", "1"},
                    {"HSET", "rudals:coupon:stats", "paused", "2", "valid", "7"}};
    QTest::newRow("what a rebuild makes aside")
        << Commands{{"FLUSHALL"},
                    {"RPUSH", "rudals:coupon:available:rebuilt", "C1"},
                    {"HSET", "rudals:coupon:pending:rebuilt", "9", "5:1:D:0:C1"},
                    {"SET", "rudals:coupon:rebuilding", "7", "PX", "1"}};
    QTest::newRow("reservations of ours")
        << Commands{{"FLUSHALL"}, {"HSET", "rudals:coupon:pending", "9", "5:1:R:0:C1"}};
    QTest::newRow("keys of nobody's concern")
        << Commands{{"FLUSHALL"}, {"SET", "rudals:session:7", "x"}, {"SET", "other:coupon:available", "x"}};
}

void TestForeignKeys::oursIsNotAskedAbout()
{
    QFETCH(QList<QList<QByteArray>>, commands);
    RebuildWorld world(QStringLiteral("sqlite"));
    QCOMPARE(book::addFresh(*world.book, {"C1", "C2", "C3"}, 1).value_or(-1), 3);
    QCOMPARE(book::markAvailable(*world.book, 3, 1).value_or(-1), 3);
    QVERIFY(book::adoptUsers(*world.book, {{7, "C2"}}, 1));
    {
        const auto before = world.server();
        QCOMPARE(before->outcome(), QByteArray("rebuilt"));
    }
    for (const auto &command : commands)
        QVERIFY(world.redis.command({command.begin(), command.end()}));
    const auto server = world.server();
    QVERIFY(server->reconcileUntilOpen());
    QVERIFY(!server->foreign.found());
    QVERIFY(auditOf(world).isEmpty());
    const bool reserved = world.ask({"HLEN", "rudals:coupon:pending"}) == QList<QByteArray>{"1"};
    QCOMPARE(world.list(), (reserved ? QList<QByteArray>{"C3"} : QList<QByteArray>{"C1", "C3"}));
    QCOMPARE(world.get("rudals:user:coupon:7"), QByteArray("C2"));
    QCOMPARE(world.mark(), QByteArray::number(world.generation()));
}

void TestForeignKeys::anotherBooksRedisIsNotOurs_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<bool>("empty");
    QTest::newRow("sqlite") << "sqlite" << false;
    QTest::newRow("postgresql") << "postgresql" << false;
    QTest::newRow("a stock that is used up, reservations alone") << "sqlite" << true;
}

/// A wrong --data-dir: two books, both at their first generation, must not share one Redis.
void TestForeignKeys::anotherBooksRedisIsNotOurs()
{
    QFETCH(QString, engine);
    QFETCH(bool, empty);
    RebuildWorld other(QStringLiteral("sqlite"));
    if (!empty) {
        QCOMPARE(book::addFresh(*other.book, {"A", "B"}, 1).value_or(-1), 2);
        QCOMPARE(book::markAvailable(*other.book, 2, 1).value_or(-1), 2);
    }
    const auto owner = other.server();
    QCOMPARE(owner->outcome(), QByteArray("rebuilt"));
    if (empty)
        QVERIFY(other.redis.command({"HSET", "rudals:coupon:pending", "9", "5:1:R:0:C1"}));
    const auto keys = other.keys();

    RebuildWorld world(engine);
    QCOMPARE(book::addFresh(*world.book, {"OWN"}, 1).value_or(-1), 1);
    QCOMPARE(book::markAvailable(*world.book, 1, 1).value_or(-1), 1);
    {
        const auto ours = world.server();
        QCOMPARE(ours->outcome(), QByteArray("rebuilt"));
        QCOMPARE(world.generation(), other.generation());
    }
    const auto lost = world.server(other.redis.address(), {});
    const auto refused = lost->reconcile();
    QVERIFY(!refused);
    QVERIFY2(refused.error().detail.contains("another database of Seonchak"),
             qPrintable(refused.error().detail));
    QVERIFY(!lost->readiness.isOpen());
    QVERIFY(lost->foreign.found() && lost->foreign.found()->anotherBook);
    QVERIFY(lost->foreign.refusal()->detail.contains("--data-dir"));
    QCOMPARE(other.keys(), keys);
    QCOMPARE(owner->outcome(), QByteArray("the same"));

    // Who was told to take it takes it, and then its former owner does not take it back.
    const auto taker = world.server(other.redis.address(), {.foreign = ForeignChoice::Discard});
    QCOMPARE(taker->outcome(), QByteArray("rebuilt"));
    QCOMPARE(other.list(), QList<QByteArray>{"OWN"});
    QVERIFY(!owner->reconcile());
    QVERIFY(owner->foreign.found()->anotherBook);
    QCOMPARE(other.list(), QList<QByteArray>{"OWN"});
}

void TestForeignKeys::discarded()
{
    RebuildWorld world(QStringLiteral("sqlite"));
    QCOMPARE(book::addFresh(*world.book, {"OWN"}, 1).value_or(-1), 1);
    QCOMPARE(book::markAvailable(*world.book, 1, 1).value_or(-1), 1);
    QVERIFY(world.redis.command({"RPUSH", "rudals:coupon:available", "A", "B"}));
    QVERIFY(world.redis.command({"MSET", "rudals:user:coupon:7", "Z", "rudals:user:coupon:x", "Y",
                                 "rudals:coupon:name", "n", "rudals:session", "s"}));
    const auto server = world.server({.foreign = ForeignChoice::Discard});
    QCOMPARE(server->outcome(), QByteArray("rebuilt"));
    QCOMPARE(world.keys(),
             (QList<QByteArray>{"rudals:coupon:available", "rudals:coupon:stats", "rudals:session"}));
    QCOMPARE(world.list(), QList<QByteArray>{"OWN"});
    const auto audit = auditOf(world);
    QCOMPARE(audit.size(), 1);
    QCOMPARE(audit[0].detail,
             QString("discard: 2 codes in the list rudals:coupon:available, 2 user keys and 1 other key"));
    QCOMPARE(audit[0].actor, QString("keeper"));
}

void TestForeignKeys::atRunTimeAPersonDecides()
{
    RebuildWorld world(QStringLiteral("sqlite"));
    QCOMPARE(book::addFresh(*world.book, {"OWN"}, 1).value_or(-1), 1);
    QCOMPARE(book::markAvailable(*world.book, 1, 1).value_or(-1), 1);
    // The option is for the start.
    const auto server = world.server({.foreign = ForeignChoice::Discard});
    QVERIFY(!server->foreign.decide(ForeignChoice::Adopt, QStringLiteral("desk"))); // nothing to decide
    QCOMPARE(server->outcome(), QByteArray("rebuilt"));
    for (const auto choice : {ForeignChoice::Adopt, ForeignChoice::Discard}) {
        const QByteArray code = choice == ForeignChoice::Adopt ? "A" : "B";
        QVERIFY(world.redis.command({"EVAL",
                                     "redis.call('FLUSHALL') redis.call('RPUSH', KEYS[1], ARGV[1])"
                                     " return redis.call('SET', KEYS[2], ARGV[2])",
                                     "2", "rudals:coupon:available", "rudals:user:coupon:" + code.toHex(),
                                     code, "Z" + code}));
        server->readiness.close();
        QVERIFY(!server->reconcile());
        QVERIFY(!server->reconcile());
        QVERIFY(!server->foreign.refusal()); // no reason to end
        QCOMPARE(world.list(), QList<QByteArray>{code});
        QVERIFY(server->foreign.decide(choice, QStringLiteral("desk")));
        QCOMPARE(server->outcome(), QByteArray("rebuilt"));
        QVERIFY(!server->foreign.found());
        QCOMPARE(world.list(), (QList<QByteArray>{"OWN", "A"}));
        QCOMPARE(world.difference(), QByteArray());
        QCOMPARE(auditOf(world).value(0).actor, QString("desk"));
    }
}

void TestForeignKeys::aListThatGrowsMeanwhileIsLookedAtAgain()
{
    RebuildWorld world(QStringLiteral("sqlite"));
    QVERIFY(world.redis.command({"RPUSH", "rudals:coupon:available", "A", "B"}));
    test::HoldingProxy proxy(world.redis.socketPath());
    const auto server = world.server(proxy.address(), {.foreign = ForeignChoice::Adopt});
    // The other program goes on, after its list was read and before Redis becomes ours.
    proxy.holdAt(test::HoldingProxy::Hold::Request, Script::fromResource("rebuild_shut").sha);
    server->begin();
    QTRY_VERIFY(proxy.isHolding());
    QVERIFY(world.redis.command({"RPUSH", "rudals:coupon:available", "C"}));
    QVERIFY(world.redis.command({"SET", "rudals:user:coupon:7", "B"}));
    proxy.release();
    QTRY_VERIFY(server->ended);
    QVERIFY(!server->last);
    QCOMPARE(world.list(), (QList<QByteArray>{"A", "B", "C"}));
    QCOMPARE(server->outcome(), QByteArray("rebuilt"));
    QCOMPARE(world.list(), (QList<QByteArray>{"A", "C"})); // B was given away meanwhile
    QCOMPARE(world.difference(), QByteArray());
}

QTEST_GUILESS_MAIN(TestForeignKeys)
#include "tst_foreign_keys.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// F1: another program's coupons are taken over: none is lost, none is double, and what cannot be taken over
// is named and kept.
#include "core/database/book/book_adopt.h"
#include "core/database/book/book_audit.h"
#include "core/database/book/issue_rows.h"
#include "core/database/book/stock_rows.h"
#include "tests/support/rebuild_world.h"

#include <QElapsedTimer>

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

class TestAdoption : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takenOverNothingIsLost_data() { DatabaseFixture::addEngines(); }
    void takenOverNothingIsLost();
    void whatIsAskewIsNamedAndKept_data() { DatabaseFixture::addEngines(); }
    void whatIsAskewIsNamedAndKept();
    void whatTheBookHasAlready_data() { DatabaseFixture::addEngines(); }
    void whatTheBookHasAlready();
    void wrongTypes();
    void takenOverTwiceIsTakenOverOnce_data() { DatabaseFixture::addEngines(); }
    void takenOverTwiceIsTakenOverOnce();
    void cutOffAndBegunAgain();
    void composedCodes();
    void forTheLockStrategies();
    void aHundredThousand();
};

void TestAdoption::takenOverNothingIsLost()
{
    QFETCH(QString, engine);
    RebuildWorld world(engine);
    QVERIFY(world.redis.command({"RPUSH", "rudals:coupon:available", "Q", "B", "A", "D"}));
    QVERIFY(world.redis.command(
        {"MSET", "rudals:user:coupon:7", "Z", "rudals:user:coupon:9223372036854775807", "Y"}));
    QVERIFY(world.redis.command({"SET", "rudals:user:coupon:8", "W", "EX", "1000"}));
    const auto server = world.server({.foreign = ForeignChoice::Adopt});
    QCOMPARE(server->outcome(), QByteArray("rebuilt"));
    QCOMPARE(world.list(), (QList<QByteArray>{"Q", "B", "A", "D"}));
    QCOMPARE(world.difference(), QByteArray());
    QCOMPARE(world.shown("Q"), QByteArray("AVAILABLE"));
    QCOMPARE(world.shown("Z"), QByteArray("ISSUED 7"));
    QCOMPARE(world.shown("W"), QByteArray("ISSUED 8"));
    QCOMPARE(world.shown("Y"), QByteArray("ISSUED 9223372036854775807"));
    QCOMPARE(world.ask({"TTL", "rudals:user:coupon:8"}), QList<QByteArray>{"-1"});
    QVERIFY(!server->foreign.found());
    const auto audit = auditOf(world);
    QCOMPARE(audit.size(), 1);
    QCOMPARE(audit[0].detail,
             QString("adopt: 4 codes in the list rudals:coupon:available, 3 user keys and 0 other keys"));
    QCOMPARE(audit[0].result,
             QString("done: 4 available, 3 issued, 0 known before, 0 double, 1 would have expired"));
    QVERIFY(server->log.join(u'\n').contains(audit[0].result));
    QCOMPARE(server->outcome(), QByteArray("the same"));
}

void TestAdoption::whatIsAskewIsNamedAndKept()
{
    QFETCH(QString, engine);
    RebuildWorld world(engine);
    const QByteArray longCode(65, 'L');
    // A stands twice and is user 5's; N is named by a key that is no user's; the rest is no code.
    QVERIFY(world.redis.command({"RPUSH", "rudals:coupon:available", "B", "A", "B", "with space", "",
                                 longCode, "\xff\xfe", "C", "A", "N", "line\nbreak"}));
    QVERIFY(world.redis.command({"MSET", "rudals:user:coupon:5", "A", "rudals:user:coupon:6", "A",
                                 "rudals:user:coupon:seven", "N", "rudals:user:coupon:0", "X",
                                 "rudals:user:coupon:-1", "X", "rudals:user:coupon:9223372036854775808", "X",
                                 "rudals:user:coupon:07", "X", "rudals:user:coupon:10", ""}));
    const auto server = world.server({.foreign = ForeignChoice::Adopt});
    QCOMPARE(server->outcome(), QByteArray("rebuilt"));
    QCOMPARE(world.list(), (QList<QByteArray>{"B", "C"}));
    QCOMPARE(world.difference(), QByteArray());
    QCOMPARE(world.shown("A"), QByteArray("ISSUED 5"));
    QCOMPARE(world.shown("N"), QByteArray("none"));
    QCOMPARE(DatabaseFixture::numberOf(*world.book, QStringLiteral("SELECT count(*) FROM coupon")), 3);
    const auto audit = auditOf(world);
    QCOMPARE(audit.size(), 1);
    // Not taken over: 7 of the 8 user keys; 5 places of the list that are no code, and N.
    const QString result = audit[0].result;
    QVERIFY2(result.startsWith("done: 2 available, 1 issued, 0 known before, 3 double; 13 not taken over: "),
             qPrintable(result));
    QVERIFY2(result.contains("rudals:user:coupon:6 = A (the code is another user's)"), qPrintable(result));
    QVERIFY2(result.endsWith(QString("; …")), qPrintable(result));
    QVERIFY(!result.contains(u'\n'));
    // All of it is still there, under another name.
    QCOMPARE(world.get("rudals:foreign:1:user:coupon:6"), QByteArray("A"));
    QCOMPARE(world.get("rudals:foreign:1:user:coupon:seven"), QByteArray("N"));
    QCOMPARE(world.ask({"LLEN", "rudals:foreign:1:coupon:available"}), QList<QByteArray>{"11"});
    QCOMPARE(std::ranges::count_if(world.keys(),
                                   [](const QByteArray &key) { return key.startsWith("rudals:foreign:"); }),
             8);
    QCOMPARE(server->outcome(), QByteArray("the same"));
}

void TestAdoption::whatTheBookHasAlready()
{
    QFETCH(QString, engine);
    RebuildWorld world(engine);
    auto &session = *world.book;
    QCOMPARE(book::addFresh(session, {"STAGED", "STOCK", "GIVEN", "DOUBT", "VOID", "MINE", "LATER"}, 1)
                 .value_or(-1),
             7);
    QVERIFY(book::markCodesAvailable(session, {"STOCK", "GIVEN", "DOUBT", "MINE", "LATER"}, 1));
    QVERIFY(book::adoptUsers(session, {{1, "GIVEN"}, {2, "MINE"}}, 1));
    QVERIFY(book::writeDoubts(session, std::vector<book::DoubtChange>{{{5, 3, "DOUBT", 1}, true}}));
    QVERIFY(session.run(QStringLiteral("UPDATE coupon SET status = 5 WHERE code = 'VOID'")));
    QVERIFY(world.redis.command(
        {"RPUSH", "rudals:coupon:available", "NEW", "STAGED", "STOCK", "GIVEN", "DOUBT", "VOID"}));
    QVERIFY(world.redis.command({"MSET", "rudals:user:coupon:1", "OTHER", "rudals:user:coupon:2", "MINE",
                                 "rudals:user:coupon:3", "THIRD", "rudals:user:coupon:4", "LATER",
                                 "rudals:user:coupon:5", "GIVEN", "rudals:user:coupon:6", "VOID"}));
    const auto server = world.server({.foreign = ForeignChoice::Adopt});
    QCOMPARE(server->outcome(), QByteArray("rebuilt"));
    QCOMPARE(world.difference(), QByteArray());
    QCOMPARE(world.list(), (QList<QByteArray>{"STAGED", "STOCK", "NEW"}));
    QCOMPARE(world.shown("GIVEN"), QByteArray("ISSUED 1"));
    QCOMPARE(world.shown("MINE"), QByteArray("ISSUED 2"));
    QCOMPARE(world.shown("LATER"), QByteArray("ISSUED 4")); // Stock here, but the other program gave it away.
    QCOMPARE(world.shown("DOUBT"), QByteArray("IN_DOUBT 3"));
    QCOMPARE(world.shown("VOID"), QByteArray("VOID"));
    QCOMPARE(world.shown("OTHER"), QByteArray("none"));
    QCOMPARE(world.shown("THIRD"), QByteArray("none"));
    const QString result = auditOf(world).value(0).result;
    for (const char *named : {"rudals:user:coupon:1 = OTHER (the user has another coupon)",
                              "rudals:user:coupon:3 = THIRD (the user has another coupon)",
                              "rudals:user:coupon:5 = GIVEN (the code is another user's)",
                              "rudals:user:coupon:6 = VOID (the code was voided)", "; GIVEN (a user key",
                              "; DOUBT (its issue is in doubt)"})
        QVERIFY2(result.contains(QLatin1String(named)), qPrintable(result));
}

void TestAdoption::wrongTypes()
{
    RebuildWorld world(QStringLiteral("sqlite"));
    const std::vector<std::vector<QByteArray>> commands{
        {"SADD", "rudals:coupon:available", "A"},   {"SET", "rudals:coupon:stats", "x"},
        {"RPUSH", "rudals:coupon:pending", "x"},    {"HSET", "rudals:coupon:voiding", "x", "y"},
        {"ZADD", "rudals:user:coupon:7", "1", "A"}, {"SET", "rudals:coupon:name", "Autumn"},
        {"SET", "rudals:user:coupon:8", "B"}};
    for (const auto &command : commands)
        QVERIFY(world.redis.command(command));
    const auto server = world.server({.foreign = ForeignChoice::Adopt});
    QCOMPARE(server->outcome(), QByteArray("rebuilt"));
    QCOMPARE(world.difference(), QByteArray());
    QCOMPARE(world.shown("B"), QByteArray("ISSUED 8"));
    QCOMPARE(world.get("rudals:coupon:name"), QByteArray("Autumn")); // in nobody's way
    QCOMPARE(world.ask({"SMEMBERS", "rudals:foreign:1:coupon:available"}), QList<QByteArray>{"A"});
    QCOMPARE(world.get("rudals:foreign:1:coupon:stats"), QByteArray("x"));
    QCOMPARE(world.ask({"TYPE", "rudals:foreign:1:user:coupon:7"}), QList<QByteArray>{"zset"});
    QVERIFY(auditOf(world).value(0).result.contains("6 not taken over"));
    QCOMPARE(server->outcome(), QByteArray("the same"));
}

/// The book's part may run again where the answer of a commit was lost.
void TestAdoption::takenOverTwiceIsTakenOverOnce()
{
    QFETCH(QString, engine);
    RebuildWorld world(engine);
    using book::Adopted;
    const std::vector<book::ForeignUser> users{{5, "A"}, {6, "A"}, {7, "B"}};
    const QList<QByteArray> codes{"C", "D"};
    const auto transaction = [&](auto work) {
        return world.book->transaction(
            [&]() -> Result<void> { return work() ? Result<void>{} : failure(Trouble::Internal, {}); });
    };
    std::vector<std::vector<Adopted>> verdicts;
    for (int i = 0; i < 2; ++i) {
        QVERIFY(transaction([&] {
            verdicts.push_back(book::adoptUsers(*world.book, users, 1).value_or(std::vector<Adopted>{}));
            return true;
        }));
        QVERIFY(transaction([&] {
            verdicts.push_back(book::adoptCodes(*world.book, codes, 1).value_or(std::vector<Adopted>{}));
            return true;
        }));
    }
    QCOMPARE(verdicts[0], (std::vector{Adopted::Now, Adopted::CodeHasOther, Adopted::Now}));
    QCOMPARE(verdicts[1], (std::vector{Adopted::Now, Adopted::Now}));
    QCOMPARE(verdicts[2], (std::vector{Adopted::Known, Adopted::CodeHasOther, Adopted::Known}));
    QCOMPARE(verdicts[3], (std::vector{Adopted::Known, Adopted::Known}));
    QCOMPARE(DatabaseFixture::numberOf(*world.book, QStringLiteral("SELECT count(*) FROM coupon")), 4);
    QCOMPARE(world.bookStock(), codes);
}

/// After some slices of the book, before Redis was touched.
void TestAdoption::cutOffAndBegunAgain()
{
    RebuildWorld world(QStringLiteral("sqlite"));
    QVERIFY(world.redis.command({"RPUSH", "rudals:coupon:available", "A", "B", "C", "D"}));
    QVERIFY(world.redis.command({"MSET", "rudals:user:coupon:7", "Z", "rudals:user:coupon:8", "Y"}));
    QVERIFY(book::adoptUsers(*world.book, {{7, "Z"}}, 1));
    QVERIFY(book::adoptCodes(*world.book, {"A", "B"}, 1));
    {
        const auto refusing = world.server(); // started again without the option
        QVERIFY(!refusing->reconcile());
        QCOMPARE(refusing->foreign.found(), (ForeignFound{4, 2, 0}));
    }
    const auto server = world.server({.foreign = ForeignChoice::Adopt});
    QCOMPARE(server->outcome(), QByteArray("rebuilt"));
    QCOMPARE(world.list(), (QList<QByteArray>{"A", "B", "C", "D"}));
    QCOMPARE(world.difference(), QByteArray());
    QCOMPARE(auditOf(world).value(0).result,
             QString("done: 2 available, 1 issued, 3 known before, 0 double"));
}

void TestAdoption::composedCodes()
{
    RebuildWorld world(QStringLiteral("sqlite"));
    const QByteArray decomposed =
        QString::fromUtf8("가을-1").normalized(QString::NormalizationForm_D).toUtf8();
    const QByteArray composed = QString::fromUtf8("가을-1").toUtf8();
    QVERIFY(decomposed != composed);
    QVERIFY(world.redis.command({"RPUSH", "rudals:coupon:available", decomposed, composed, "A"}));
    const auto server = world.server({.foreign = ForeignChoice::Adopt});
    QCOMPARE(server->outcome(), QByteArray("rebuilt"));
    QCOMPARE(world.list(), (QList<QByteArray>{composed, "A"}));
}

void TestAdoption::forTheLockStrategies()
{
    RebuildWorld world(QStringLiteral("sqlite"));
    QVERIFY(world.redis.command({"RPUSH", "rudals:coupon:available", "A", "B"}));
    QVERIFY(world.redis.command({"SET", "rudals:user:coupon:7", "Z"}));
    const auto server = world.server({.foreign = ForeignChoice::Adopt, .home = StockHome::Database});
    QCOMPARE(server->outcome(), QByteArray("rebuilt"));
    QCOMPARE(world.bookStock(), (QList<QByteArray>{"A", "B"}));
    QCOMPARE(DatabaseFixture::numberOf(*world.book,
                                       QStringLiteral("SELECT count(*) FROM coupon WHERE status = 4")),
             1);
}

/// The contract's bound for a rebuild.
void TestAdoption::aHundredThousand()
{
    RebuildWorld world(QStringLiteral("sqlite"));
    constexpr int users = 20'000;
    const QByteArray make = "for i = 1, 80000 do redis.call('RPUSH', KEYS[1], 'S' .. i) end"
                            " for i = 1, 20000 do redis.call('SET', KEYS[2] .. i, 'U' .. i) end return 'OK'";
    QVERIFY(world.redis.command({"EVAL", make, "2", "rudals:coupon:available", "rudals:user:coupon:"}));
    const auto server = world.server({.foreign = ForeignChoice::Adopt});
    QElapsedTimer took;
    took.start();
    QCOMPARE(server->outcome(), QByteArray("rebuilt"));
    qInfo("adopted in %lld ms", took.elapsed());
    QVERIFY(took.elapsed() < 3 * 30'000); // 30 s are promised; a test's machine may be slow
    QCOMPARE(world.list().size(), 80'000);
    QCOMPARE(world.list().first(), QByteArray("S1"));
    QCOMPARE(world.list().last(), QByteArray("S80000"));
    QCOMPARE(DatabaseFixture::numberOf(*world.book, QStringLiteral("SELECT count(*) FROM issue")), users);
}

QTEST_GUILESS_MAIN(TestAdoption)
#include "tst_adoption.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whose the keys in Redis are: the doctor says before a start what the start would make of them.

#include "core/database/book/coupon_book.h"
#include "core/doctor/doctor.h"
#include "core/redis/keys.h"
#include "tests/support/database_fixture.h"
#include "tests/support/redis_fixture.h"

#include <QTest>

using namespace seonchak;
using doctor::Check;
using doctor::Surroundings;
using test::RedisFixture;

namespace {

using Commands = QList<QList<QByteArray>>;

const QByteArray stock = "rudals:coupon:available";
const QByteArray user7 = "rudals:user:coupon:7";

/// The mark of a generation, as a rebuild leaves it.
QList<QByteArray> mark(qint64 generation)
{
    return {"HSET",        "rudals:coupon:stats",
            "generation",  QByteArray::number(generation),
            "reservation", QByteArray::number(firstReservation(generation)),
            "batch",       "1"};
}

} // namespace

class TestDoctorForeign : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void keysAreJudgedByTheBook_data();
    void keysAreJudgedByTheBook();
    void bothEnginesAreAsked_data() { DatabaseFixture::addEngines(); }
    void bothEnginesAreAsked();
    void theStrategysHomeCounts();
    void aBookThatIsAwayIsNoVerdict();
    void noBookIsMade();

private:
    Surroundings around(const RedisFixture &redis) const
    {
        Surroundings here;
        here.dataDir = m_dir->path();
        here.port = 0;
        here.database.path = m_dir->filePath("seonchak.sqlite");
        here.redis = redis.address();
        return here;
    }
    static QString verdict(const Surroundings &here)
    {
        const auto checks = doctor::examine(here, doctor::Tongue::English);
        const auto found = std::ranges::find(checks, QString("redis-foreign"), &Check::id);
        return found == checks.end() ? QString("missing")
                                     : QString(doctor::statusName(found->status) + ": " + found->found);
    }
    /// C0 to C4, of which user 7 has C4; at this generation.
    DatabaseUrl book(const QString &engine, qint64 generation)
    {
        const auto url = m_databases.stocked(engine, 5);
        const auto session = DatabaseFixture::open(url);
        const bool made =
            book::setMeta(*session, "generation", QByteArray::number(generation)) &&
            book::setMeta(*session, "home", "redis") &&
            session->execute("INSERT INTO issue (user_id, coupon_id, issued_at) SELECT 7, id, 1 FROM coupon"
                             " WHERE code = 'C4'");
        if (!made)
            qFatal("the book cannot be made");
        return url;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    DatabaseFixture m_databases;
};

void TestDoctorForeign::keysAreJudgedByTheBook_data()
{
    QTest::addColumn<int>("generation"); // of the book; -1: there is none
    QTest::addColumn<Commands>("commands");
    QTest::addColumn<QString>("wanted");
    const QList<QByteArray> known{"RPUSH", stock, "C0", "C1"};
    const QList<QByteArray> strange{"RPUSH", stock, "X0", "X1"};
    QTest::newRow("nothing") << -1 << Commands{} << "ok: there are no keys";
    QTest::newRow("nothing, and a used book") << 3 << Commands{} << "ok: there are no keys";
    QTest::newRow("the book's own") << 3 << Commands{mark(3), known} << "ok: the keys are those of this book";
    QTest::newRow("the book's own, one on its way")
        << 3 << Commands{mark(3), known, {"RPUSH", stock, "X0"}} << "ok: the keys are those of this book";
    QTest::newRow("an older copy")
        << 3 << Commands{mark(2), known}
        << "warning: Redis holds an older or unfinished copy of this book (generation 2";
    QTest::newRow("a rebuild that broke off")
        << 3 << Commands{{"HSET", "rudals:coupon:stats", "generation", "rebuild:4"}, known}
        << "warning: Redis holds an older or unfinished copy";
    QTest::newRow("another book, and none here")
        << -1 << Commands{mark(1), known}
        << "failed: Redis belongs to another Seonchak book (generation 1, this";
    QTest::newRow("another book, and a fresh one here")
        << 0 << Commands{mark(1), known} << "failed: Redis belongs to another Seonchak book";
    QTest::newRow("another book, further on")
        << 3 << Commands{mark(4), known}
        << "failed: Redis belongs to another Seonchak book (generation 4, "
           "this book has 3)";
    QTest::newRow("another book of the same number")
        << 3 << Commands{mark(3), strange} << "failed: Redis belongs to another Seonchak book";
    QTest::newRow("another book of a lower number")
        << 3 << Commands{mark(2), strange} << "failed: Redis belongs to another Seonchak book";
    QTest::newRow("another book, sold out")
        << 3 << Commands{mark(3), {"SET", user7, "X7"}} << "failed: Redis belongs to another Seonchak book";
    QTest::newRow("sold out, and the book's own")
        << 3 << Commands{mark(3), {"SET", user7, "C4"}} << "ok: the keys are those of this book";
    QTest::newRow("the book's own without a mark")
        << 3 << Commands{known, {"SET", user7, "C4"}}
        << "warning: the keys are those of this book, but their mark";
    QTest::newRow("foreign") << -1 << Commands{known, {"SET", user7, "C4"}}
                             << "failed: another program's keys lie below our prefix: 2 code(s) in the list "
                                "rudals:coupon:available, 1 user key(s), 0 other";
    QTest::newRow("foreign stock beside a used book")
        << 3 << Commands{strange} << "failed: another program's keys";
    QTest::newRow("a foreign user beside a used book")
        << 3 << Commands{{"SET", user7, "C3"}} << "failed: another program's keys";
    QTest::newRow("a foreign key in the mark's place")
        << 3 << Commands{{"SADD", "rudals:coupon:stats", "x"}} << "failed: another program's keys";
}

void TestDoctorForeign::keysAreJudgedByTheBook()
{
    QFETCH(int, generation);
    QFETCH(Commands, commands);
    QFETCH(QString, wanted);
    const RedisFixture redis(RedisFixture::Listen::Unix, {"--appendonly", "yes"});
    for (const auto &command : commands)
        QVERIFY(redis.command({command.begin(), command.end()}));
    Surroundings here = around(redis);
    if (generation >= 0)
        here.database = book("sqlite", generation);
    const QString said = verdict(here);
    QVERIFY2(said.startsWith(wanted), qPrintable(said));
}

void TestDoctorForeign::bothEnginesAreAsked()
{
    QFETCH(QString, engine);
    const RedisFixture redis(RedisFixture::Listen::Unix, {"--appendonly", "yes"});
    QVERIFY(redis.command({"SET", user7, "C4"}));
    Surroundings here = around(redis);
    here.database = m_databases.fresh(engine);
    QVERIFY2(verdict(here).startsWith("failed: another program's"), qPrintable(verdict(here)));
    here.database = book(engine, 2);
    QVERIFY2(verdict(here).startsWith("warning: the keys are those of this book"), qPrintable(verdict(here)));
    const auto marked = mark(2);
    QVERIFY(redis.command({marked.begin(), marked.end()}));
    QVERIFY2(verdict(here).startsWith("ok: the keys are those of this book"), qPrintable(verdict(here)));
}

void TestDoctorForeign::theStrategysHomeCounts()
{
    const RedisFixture redis(RedisFixture::Listen::Unix, {"--appendonly", "yes"});
    const auto marked = mark(2);
    QVERIFY(redis.command({marked.begin(), marked.end()}));
    Surroundings here = around(redis);
    here.database = book("sqlite", 2);
    here.home = StockHome::RedisSteps;
    QVERIFY2(verdict(here).startsWith("ok"), qPrintable(verdict(here)));
    here.home = StockHome::Database;
    QVERIFY2(verdict(here).startsWith("warning: Redis holds"), qPrintable(verdict(here)));
}

void TestDoctorForeign::aBookThatIsAwayIsNoVerdict()
{
    const RedisFixture redis(RedisFixture::Listen::Unix, {"--appendonly", "yes"});
    QVERIFY(redis.command({"RPUSH", stock, "A"}));
    Surroundings here = around(redis);
    here.database = *DatabaseUrl::parse("postgresql://u:hush@127.0.0.1:1/n", "/");
    const QString said = verdict(here);
    QVERIFY2(said.startsWith("skipped: ") && !said.contains("hush"), qPrintable(said));
}

void TestDoctorForeign::noBookIsMade()
{
    const RedisFixture redis(RedisFixture::Listen::Unix, {"--appendonly", "yes"});
    QVERIFY(redis.command({"SET", user7, "C4"}));
    const Surroundings here = around(redis);
    QVERIFY2(verdict(here).startsWith("failed: another program's"), qPrintable(verdict(here)));
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries), QStringList());
}

QTEST_GUILESS_MAIN(TestDoctorForeign)
#include "tst_doctor_foreign.moc"

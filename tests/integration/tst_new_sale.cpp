// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/work_thread.h"
#include "core/database/book/book_audit.h"
#include "core/database/engine/migrations.h"
#include "core/issue/ground/marks.h"
#include "core/newsale/new_sale.h"
#include "core/newsale/shelf_name.h"
#include "tests/support/book_case.h"
#include "tests/support/redis_fixture.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <latch>
#include <thread>

using namespace seonchak;
using namespace seonchak::testing;
using newsale::Step;

namespace {

constexpr int users = 2500; ///< more than one page of SCAN
const Keys keys("rudals");

QList<QByteArray> keysBelow(test::RedisFixture &redis, const QByteArray &pattern)
{
    QList<QByteArray> found;
    const auto reply = redis.command({"KEYS", pattern});
    for (const auto &item : reply ? reply->items : decltype(RedisReply::items){})
        found.append(item.text);
    std::ranges::sort(found);
    return found;
}

} // namespace

/// The end of a sale and the beginning of an empty one, on both engines and with a real Redis.
class TestNewSale : public BookCase
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_redis = std::make_unique<test::RedisFixture>();
        m_name = QStringLiteral("old%1").arg(++m_count); // The SQLite files of all rows lie in one folder.
    }
    void cleanup()
    {
        m_session.reset();
        m_redis.reset();
    }
    void namesAreChecked();
    void namesAreProposed();
    void keepsTheOldAndBeginsAnEmptyOne_data() { DatabaseFixture::addEngines(); }
    void keepsTheOldAndBeginsAnEmptyOne();
    void leavesNothingOfTheBookBehind_data() { DatabaseFixture::addEngines(); }
    void leavesNothingOfTheBookBehind();
    void touchesNoOtherKeys_data() { DatabaseFixture::addEngines(); }
    void touchesNoOtherKeys();
    void refusesWhatIsOpen_data() { DatabaseFixture::addEngines(); }
    void refusesWhatIsOpen();
    void refusesAnothersRedis_data() { DatabaseFixture::addEngines(); }
    void refusesAnothersRedis();
    void refusesATakenName_data() { DatabaseFixture::addEngines(); }
    void refusesATakenName();
    void refusesWhileSomebodyWorksOnIt_data() { DatabaseFixture::addEngines(); }
    void refusesWhileSomebodyWorksOnIt();
    void aCrashLeavesTheOneOrTheOther_data();
    void aCrashLeavesTheOneOrTheOther();

private:
    /// A sale of 3 coupons, 2 of them issued, with its keys in Redis; the session is closed.
    void makeSale();
    Result<newsale::Begun> begin(const QString &name, newsale::AtStep at = {});
    [[nodiscard]] bool isOld(const DatabaseUrl &url) const;
    [[nodiscard]] bool isEmptyBook(const DatabaseUrl &url) const;
    void put(const std::vector<QByteArray> &words) { QVERIFY(m_redis->command(words)); }

    std::unique_ptr<test::RedisFixture> m_redis;
    QString m_name;
    int m_count = 0;
};

void TestNewSale::makeSale()
{
    open();
    stock(codes(0, 3), 1);
    QVERIFY(issue(*m_session, 41, "C1000", firstReservation(1) + 1));
    QVERIFY(issue(*m_session, 42, "C1001", firstReservation(1) + 2));
    QVERIFY(book::setMeta(*m_session, "generation", "1"));
    QVERIFY(book::setMeta(*m_session, "home", "redis"));
    QVERIFY(book::addToken(*m_session, {QStringLiteral("kim"), Role::Admin, tokenHash("secret"), 7, 0}));
    QVERIFY(book::noteTokenUse(*m_session, tokenHash("secret"), 9));
    const auto name = book::meta(*m_session, "book");
    QVERIFY(name);
    put({"HSET", keys.stats(), "generation", "1", "book", *name, "reservation",
         QByteArray::number(firstReservation(1) + 2), "batch", "1"});
    put({"RPUSH", keys.available(), "C1002"});
    std::vector<QByteArray> pairs{"MSET"};
    for (int i = 0; i < users; ++i) {
        pairs.push_back(keys.user(1000 + i));
        pairs.push_back("C1000");
    }
    put(pairs);
    m_session.reset();
}

Result<newsale::Begun> TestNewSale::begin(const QString &name, newsale::AtStep at)
{
    newsale::Order order;
    order.sale.database = m_url;
    order.sale.redis = m_redis->address();
    order.name = name;
    order.actor = QStringLiteral("test");
    order.at = std::move(at);
    Result<newsale::Begun> begun = failure(Trouble::Internal, QStringLiteral("never ran"));
    runBesideLoop([&] { begun = newsale::begin(order); });
    return begun;
}

bool TestNewSale::isOld(const DatabaseUrl &url) const
{
    const auto session = Session::open(url);
    return session && DatabaseFixture::numberOf(**session, "SELECT count(*) FROM coupon") == 3 &&
           DatabaseFixture::numberOf(**session, "SELECT count(*) FROM issue") == 2;
}

bool TestNewSale::isEmptyBook(const DatabaseUrl &url) const
{
    const auto session = Session::open(url);
    return session && DatabaseFixture::numberOf(**session, "SELECT count(*) FROM coupon") == 0 &&
           DatabaseFixture::numberOf(**session, "SELECT count(*) FROM token WHERE last_used = 9") == 1;
}

void TestNewSale::namesAreChecked()
{
    QCOMPARE(newsale::shelfName(QStringLiteral("가을-2026.11_a")).value_or(QString()),
             QStringLiteral("가을-2026.11_a"));
    for (const char *bad : {"", ".", "..", "a/b", "-x", ".x", "a b", "a\"b", "a'b", "a\\b", "a;b", "a\nb",
                            "pg_temp", "PG_x", "public", "Public", "information_schema"})
        QCOMPARE(newsale::shelfName(QString::fromUtf8(bad)).has_value(), false);
    QVERIFY(newsale::shelfName(QString(63, u'x')));
    QVERIFY(!newsale::shelfName(QString(64, u'x')));
    QVERIFY(!newsale::shelfName(QString(22, QChar(0xAC00)))); // 66 bytes
    QCOMPARE(newsale::shelfName(QString::fromUtf8("a\xCC\x8A")).value_or(QString()),
             QString::fromUtf8("\xC3\xA5"));
}

void TestNewSale::namesAreProposed()
{
    const QRegularExpression day(QStringLiteral("^\\d{4}-\\d\\d-\\d\\d$"));
    const auto proposed = [&](const QString &sale) { return newsale::proposedShelfName(sale, now); };
    QVERIFY(proposed({}).startsWith(QLatin1String("sale-")));
    QVERIFY(day.match(proposed({}).mid(5)).hasMatch());
    QVERIFY(proposed(QStringLiteral("Autumn sale")).startsWith(QLatin1String("Autumn-sale-20")));
    QVERIFY(proposed(QStringLiteral("../가을 / 할인!")).startsWith(QString::fromUtf8("가을-할인-20")));
    for (const QString &sale : {QString(300, u'x'), QString(300, QChar(0xAC00)), QStringLiteral("public"),
                                QStringLiteral("pg_x"), QStringLiteral("--"), QStringLiteral("\"'")})
        QVERIFY2(newsale::shelfName(proposed(sale)), qPrintable(proposed(sale)));
}

void TestNewSale::keepsTheOldAndBeginsAnEmptyOne()
{
    makeSale();
    const auto begun = begin(QStringLiteral("가을-2026"));
    QVERIFY2(begun, begun ? "" : qPrintable(begun.error().detail));
    QCOMPARE(begun->before.coupons, 3);
    QCOMPARE(begun->before.issued, 2);
    QCOMPARE(begun->before.left, 1);
    QVERIFY(isOld(begun->kept));
    QVERIFY(isEmptyBook(m_url));
    QCOMPARE(keysBelow(*m_redis, "rudals:*"), QList<QByteArray>{});
    auto old = DatabaseFixture::open(begun->kept);
    auto fresh = DatabaseFixture::open(m_url);
    QVERIFY(BookMarks::read(*old)->name != BookMarks::read(*fresh)->name);
    QCOMPARE(BookMarks::read(*fresh)->generation, 0);
    const auto ended = book::readAudit(*old, {});
    QVERIFY(ended);
    QCOMPARE(ended->items.first().action, QStringLiteral("new-sale"));
    QCOMPARE(ended->items.first().detail, QStringLiteral("this book is kept as 가을-2026"));
    QCOMPARE(ended->items.first().result, QStringLiteral("begun: 3 coupons, 2 issued, 1 left"));
    const auto beginning = book::readAudit(*fresh, {});
    QVERIFY(beginning);
    QCOMPARE(beginning->items.size(), 1);
    QCOMPARE(beginning->items.first().actor, QStringLiteral("test"));
    QCOMPARE(beginning->items.first().detail, QStringLiteral("the book before is kept as 가을-2026"));
    QCOMPARE(beginning->items.first().result, QStringLiteral("done: 1 tokens taken over"));
    old.reset();
    fresh.reset();
    // And again: the empty one is put aside as well.
    const auto again = begin(QStringLiteral("second"));
    QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
    QVERIFY(isEmptyBook(again->kept));
    QVERIFY(isOld(begun->kept));
}

/// A migration that makes another table or function has to be named in the shelf as well.
void TestNewSale::leavesNothingOfTheBookBehind()
{
    makeSale();
    const auto begun = begin(m_name);
    QVERIFY(begun);
    if (m_url.engine == DatabaseUrl::Engine::Sqlite) {
        for (const QString &path : {m_url.path, begun->kept.path}) {
            for (const char *suffix : {"-wal", "-shm", "-journal", ".next", ".next-wal", ".next-journal"})
                QVERIFY2(!QFile::exists(path + QLatin1String(suffix)), suffix);
        }
        return;
    }
    const auto session = DatabaseFixture::open(m_url);
    const auto named = [&](const QByteArray &schema, const char *what) {
        QStringList names;
        const QString sql = QString::fromLatin1(what).arg(QString::fromLatin1(schema));
        (void)eachRow(*session, sql, {}, [&](const QSqlQuery &row) { names << row.value(0).toString(); });
        return names;
    };
    for (const char *what : {"SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace"
                             " WHERE nspname = '%1' ORDER BY 1",
                             "SELECT proname FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace"
                             " WHERE nspname = '%1' ORDER BY 1"}) {
        QVERIFY(named(m_name.toLatin1(), what).size() >= 4);
        QCOMPARE(named(m_name.toLatin1(), what), named("public", what));
    }
    const auto uses = DatabaseFixture::numberOf(
        *session, "SELECT count(*) FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid JOIN pg_class c ON"
                  " c.oid = t.tgrelid WHERE p.pronamespace <> c.relnamespace AND NOT tgisinternal");
    QCOMPARE(uses, 0);
}

void TestNewSale::touchesNoOtherKeys()
{
    makeSale();
    for (const char *key : {"rudals2:user:coupon:1", "rudals:user:other:1", "xrudals:coupon:available",
                            "rudals:other", "shop:coupon:stats"})
        put({"SET", key, "theirs"});
    const auto begun = begin(m_name);
    QVERIFY(begun);
    QCOMPARE(keysBelow(*m_redis, "*"),
             (QList<QByteArray>{"rudals2:user:coupon:1", "rudals:other", "rudals:user:other:1",
                                "shop:coupon:stats", "xrudals:coupon:available"}));
}

void TestNewSale::refusesWhatIsOpen()
{
    makeSale();
    const auto refused = [&](const char *words) {
        const auto begun = begin(m_name);
        QVERIFY(!begun);
        QCOMPARE(begun.error().trouble, Trouble::Conflict);
        QVERIFY2(begun.error().detail.contains(QLatin1String(words)), qPrintable(begun.error().detail));
        QVERIFY(isOld(m_url));
        QCOMPARE(keysBelow(*m_redis, "rudals:user:coupon:*").size(), users);
    };
    put({"HSET", keys.pending(), "42", "1:42:R:1:C1002"});
    refused("reservations are open (1)");
    put({"DEL", keys.pending()});
    put({"SADD", keys.voiding(), "C1002"});
    refused("on their way to void");
    put({"DEL", keys.voiding()});
    const auto session = DatabaseFixture::open(m_url);
    QVERIFY(changeDoubt(*session, 43, "C1002", firstReservation(1) + 3));
    refused("1 coupon is in doubt");
}

void TestNewSale::refusesAnothersRedis()
{
    makeSale();
    put({"HSET", keys.stats(), "book", "somebody-else"});
    auto begun = begin(m_name);
    QVERIFY(!begun);
    QVERIFY(begun.error().names.contains(newsale::serviceTrouble));
    QVERIFY(begun.error().detail.contains(QLatin1String("another database of Seonchak")));
    put({"DEL", keys.stats()});
    begun = begin(m_name);
    QVERIFY(!begun);
    QVERIFY(begun.error().detail.contains(QLatin1String("carry no mark")));
    QCOMPARE(keysBelow(*m_redis, "rudals:user:coupon:*").size(), users);
    m_redis->stop();
    begun = begin(m_name);
    QVERIFY(!begun);
    QCOMPARE(begun.error().trouble, Trouble::Unavailable);
    QVERIFY(isOld(m_url));
}

void TestNewSale::refusesATakenName()
{
    makeSale();
    QVERIFY(begin(m_name));
    const auto again = begin(m_name);
    QVERIFY(!again);
    QCOMPARE(again.error().trouble, Trouble::Conflict);
    QVERIFY(again.error().names.contains("name"));
    QVERIFY(isOld(newsale::shelfUrl(m_url, m_name)));
}

void TestNewSale::refusesWhileSomebodyWorksOnIt()
{
    makeSale();
    // As a server does: a connection of its own, which is asked all the time.
    std::latch atWork(1);
    std::jthread server([url = m_url, &atWork](const std::stop_token &stop) {
        const auto session = DatabaseFixture::open(url);
        (void)number(*session, QStringLiteral("SELECT count(*) FROM token"));
        atWork.count_down();
        while (!stop.stop_requested())
            (void)number(*session, QStringLiteral("SELECT count(*) FROM token"));
    });
    atWork.wait();
    QTRY_VERIFY(m_url.engine == DatabaseUrl::Engine::Postgresql || QFile::exists(m_url.path + "-wal"));
    const auto begun = begin(m_name);
    QVERIFY(!begun);
    QVERIFY(begun.error().names.contains(newsale::serviceTrouble));
    QCOMPARE(keysBelow(*m_redis, "rudals:user:coupon:*").size(), users);
    server.request_stop();
    server.join();
    const auto alone = begin(m_name);
    QVERIFY2(alone, alone ? "" : qPrintable(alone.error().detail));
}

void TestNewSale::aCrashLeavesTheOneOrTheOther_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<int>("step");
    for (const char *engine : {"sqlite", "postgresql"}) {
        for (const Step step :
             {Step::RedisMarked, Step::RedisCleared, Step::EndNoted, Step::FreshMade, Step::Kept})
            QTest::addRow("%s %d", engine, int(step)) << QString::fromLatin1(engine) << int(step);
    }
}

void TestNewSale::aCrashLeavesTheOneOrTheOther()
{
    QFETCH(int, step);
    makeSale();
    const auto crash = [step](Step now) -> Result<void> {
        return now == Step(step) ? failure(Trouble::Internal, QStringLiteral("crash")) : Result<void>{};
    };
    const auto begun = begin(m_name, crash);
    QVERIFY(!begun);
    QCOMPARE(begun.error().detail, QStringLiteral("crash"));
    QVERIFY(isOld(m_url)); // whole
    // A server that starts now takes Redis for one that has to be made anew, or for an empty one.
    const auto generation = m_redis->command({"HGET", keys.stats(), "generation"});
    QVERIFY(generation);
    QVERIFY(generation->isNil() || generation->text.startsWith("rebuild:"));
    QCOMPARE(generation->isNil(), step != int(Step::RedisMarked));
    // Asked once more, it goes on to the end.
    const auto again = begin(m_name);
    QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
    QVERIFY(isOld(again->kept));
    QVERIFY(isEmptyBook(m_url));
    QCOMPARE(keysBelow(*m_redis, "rudals:*"), QList<QByteArray>{});
}

QTEST_GUILESS_MAIN(TestNewSale)
#include "tst_new_sale.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The doctor against real services with planted faults.

#include "core/database/engine/rows.h"
#include "core/doctor/doctor.h"
#include "tests/support/database_fixture.h"
#include "tests/support/redis_fixture.h"

#include <QDir>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>

using namespace seonchak;
using doctor::Check;
using doctor::Surroundings;
using doctor::Tongue;
using test::RedisFixture;

namespace {

const QStringList durable{"--appendonly", "yes", "--appendfsync", "everysec"};

Check checkOf(const std::vector<Check> &checks, const QString &id)
{
    const auto found = std::ranges::find(checks, id, &Check::id);
    return found == checks.end() ? Check{"missing", doctor::Status::Failed, {}, {}} : *found;
}

/// "failed: what was found" of that check.
QString wordsOf(const std::vector<Check> &checks, const QString &id)
{
    const Check check = checkOf(checks, id);
    return doctor::statusName(check.status) + ": " + check.found;
}

QStringList redOnes(const std::vector<Check> &checks)
{
    QStringList red;
    for (const auto &check : checks) {
        if (check.status == doctor::Status::Failed)
            red << check.id;
    }
    return red;
}

/// Answers everything with the same bytes, from a thread of its own: the doctor holds the test's.
class HttpThread
{
public:
    explicit HttpThread(const QByteArray &answer)
    {
        m_server.moveToThread(&m_thread);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this, answer] {
            auto *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
                socket->readAll();
                socket->write(answer);
            });
        });
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_server, [this] { return m_server.listen(QHostAddress::LocalHost); },
            Qt::BlockingQueuedConnection);
    }
    ~HttpThread()
    {
        QMetaObject::invokeMethod(
            &m_server,
            [this] {
                qDeleteAll(m_server.findChildren<QTcpSocket *>());
                m_server.close();
                m_server.moveToThread(nullptr);
            },
            Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    [[nodiscard]] QUrl url() const
    {
        return QUrl("http://127.0.0.1:" + QString::number(m_server.serverPort()));
    }

private:
    QThread m_thread;
    QTcpServer m_server;
};

} // namespace

class TestDoctor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aSoundPlaceIsGreen();
    void bothTonguesSayTheSame();
    void aPlantedFaultInRedisIsRed_data();
    void aPlantedFaultInRedisIsRed();
    void redisThatDoesNotAnswerIsNotWaitedForForEver();
    void nothingIsLeftInRedis();
    void theDatabaseIsJudged_data() { DatabaseFixture::addEngines(); }
    void theDatabaseIsJudged();
    void aDatabaseWithoutTablesWillGetThem_data() { DatabaseFixture::addEngines(); }
    void aDatabaseWithoutTablesWillGetThem();
    void aFolderThatIsNotThereIsRed();
    void aTakenPortIsRed();
    void aPartnerWithoutTheContractIsToldFromNone();
    void aFollowerHearsEachFinding();
    void aStopEndsIt();

private:
    Surroundings around() const;
    Surroundings around(const RedisFixture &redis) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    DatabaseFixture m_databases;
};

void TestDoctor::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

Surroundings TestDoctor::around() const
{
    Surroundings here;
    here.dataDir = m_dir->path();
    here.port = 0;
    here.database.path = m_dir->filePath("seonchak.sqlite");
    return here;
}

Surroundings TestDoctor::around(const RedisFixture &redis) const
{
    Surroundings here = around();
    here.redis = redis.address();
    return here;
}

void TestDoctor::aSoundPlaceIsGreen()
{
    const RedisFixture redis(RedisFixture::Listen::Unix, durable);
    Surroundings here = around(redis);
    here.database = m_databases.migrated("sqlite");
    const auto checks = doctor::examine(here, Tongue::English);
    QCOMPARE(redOnes(checks), QStringList());
    QVERIFY(doctor::isFit(checks));
    for (const auto &check : checks)
        QVERIFY2(check.status == doctor::Status::Ok || check.status == doctor::Status::Warning,
                 qPrintable(check.id));
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries), QStringList());
}

void TestDoctor::bothTonguesSayTheSame()
{
    const RedisFixture redis(RedisFixture::Listen::Unix, {"--maxmemory-policy", "allkeys-lru"});
    const auto english = doctor::examine(around(redis), Tongue::English);
    const auto korean = doctor::examine(around(redis), Tongue::Korean);
    QCOMPARE(korean.size(), english.size());
    static const QRegularExpression hangul("[가-힣]");
    for (std::size_t i = 0; i < english.size(); ++i) {
        QCOMPARE(korean[i].id, english[i].id);
        QVERIFY2(!english[i].found.contains(hangul) && !english[i].cure.contains(hangul),
                 qPrintable(english[i].found));
        QCOMPARE(korean[i].cure.isEmpty(), english[i].cure.isEmpty());
        QVERIFY2(!korean[i].found.contains("%"), qPrintable(korean[i].found));
    }
    QVERIFY(checkOf(korean, "redis-eviction").cure.contains(hangul));
}

void TestDoctor::aPlantedFaultInRedisIsRed_data()
{
    using Commands = QList<QList<QByteArray>>;
    QTest::addColumn<Commands>("commands");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("words");
    const QByteArray stock = "rudals:coupon:available";
    const QList<QByteArray> mark{"HSET", "rudals:coupon:stats", "generation", "1"};
    QTest::newRow("evicts") << Commands{{"CONFIG", "SET", "maxmemory-policy", "allkeys-lru"}}
                            << "redis-eviction"
                            << "allkeys-lru";
    QTest::newRow("no LREM") << Commands{{"ACL", "SETUSER", "default", "-lrem"}} << "redis-commands"
                             << "LREM";
    QTest::newRow("no SADD") << Commands{{"ACL", "SETUSER", "default", "-sadd"}} << "redis-commands"
                             << "SADD";
    QTest::newRow("other keys only") << Commands{{"ACL", "SETUSER", "default", "resetkeys", "~other:*"}}
                                     << "redis-commands" << "LLEN";
    QTest::newRow("the stock expires") << Commands{mark, {"RPUSH", stock, "A"}, {"EXPIRE", stock, "1000"}}
                                       << "redis-expiry" << QString(stock);
    QTest::newRow("a user expires") << Commands{mark, {"SET", "rudals:user:coupon:1", "A", "EX", "1000"}}
                                    << "redis-expiry" << "rudals:user:coupon:1";
    QTest::newRow("foreign") << Commands{{"RPUSH", stock, "A"}} << "redis-foreign" << QString(stock);
    QTest::newRow("replica") << Commands{{"REPLICAOF", "127.0.0.1", "1"}} << "redis-role" << "127.0.0.1:1";
}

void TestDoctor::aPlantedFaultInRedisIsRed()
{
    QFETCH(QList<QList<QByteArray>>, commands);
    QFETCH(QString, id);
    QFETCH(QString, words);
    const RedisFixture redis(RedisFixture::Listen::Unix, durable);
    for (const auto &command : commands)
        QVERIFY(redis.command({command.begin(), command.end()}));
    const auto checks = doctor::examine(around(redis), Tongue::English);
    QVERIFY2(redOnes(checks).contains(id), qPrintable(redOnes(checks).join(' ')));
    QVERIFY2(checkOf(checks, id).found.contains(words), qPrintable(wordsOf(checks, id)));
    QVERIFY(!checkOf(checks, id).cure.isEmpty());
}

void TestDoctor::redisThatDoesNotAnswerIsNotWaitedForForEver()
{
    RedisFixture redis(RedisFixture::Listen::Unix, durable);
    redis.freeze();
    const auto checks = doctor::examine(around(redis), Tongue::English);
    redis.thaw();
    QCOMPARE(redOnes(checks), QStringList{"redis-reachable"});
    QCOMPARE(checkOf(checks, "redis-clock").status, doctor::Status::Skipped);
}

void TestDoctor::nothingIsLeftInRedis()
{
    const RedisFixture redis(RedisFixture::Listen::Unix, durable);
    (void)doctor::examine(around(redis), Tongue::English);
    const auto keys = redis.command({"DBSIZE"});
    QVERIFY(keys);
    QCOMPARE(keys->integer, 0);
    const auto stats = redis.command({"INFO", "commandstats"});
    QVERIFY(stats && stats->text.contains("cmdstat_rpush")); // it did try
}

void TestDoctor::theDatabaseIsJudged()
{
    QFETCH(QString, engine);
    Surroundings here = around();
    here.database = m_databases.stocked(engine, 3);
    auto session = DatabaseFixture::open(here.database);
    const auto before = DatabaseFixture::numberOf(*session, "SELECT count(*) FROM meta");
    QCOMPARE(wordsOf(doctor::examine(here, Tongue::English), "database-writable"),
             "ok: it takes writes (rolled back)");
    QCOMPARE(DatabaseFixture::numberOf(*session, "SELECT count(*) FROM meta"), before);
    const bool sqlite = engine == "sqlite";
    for (const QString &sql :
         {QString("INSERT INTO schema_version (version, applied_at) VALUES (99, 0)"),
          QString(sqlite ? "ALTER TABLE issue RENAME TO former"
                         : "ALTER TABLE issue DROP CONSTRAINT issue_coupon_id_key"),
          QString(sqlite ? "CREATE TABLE issue (user_id INTEGER PRIMARY KEY, coupon_id INTEGER)"
                         : "SELECT 1")})
        QVERIFY(session->execute(sql));
    session.reset();
    const auto checks = doctor::examine(here, Tongue::English);
    QVERIFY2(wordsOf(checks, "database-schema").startsWith("failed: schema version 99"),
             qPrintable(wordsOf(checks, "database-schema")));
    QVERIFY2(wordsOf(checks, "database-unique").contains("issue(coupon_id)"),
             qPrintable(wordsOf(checks, "database-unique")));
    QCOMPARE(checkOf(checks, "database-unique").status, doctor::Status::Failed);
}

void TestDoctor::aDatabaseWithoutTablesWillGetThem()
{
    QFETCH(QString, engine);
    Surroundings here = around();
    here.database = m_databases.fresh(engine);
    const auto checks = doctor::examine(here, Tongue::English);
    QCOMPARE(redOnes(checks), QStringList());
    QCOMPARE(wordsOf(checks, "database-schema"), "ok: no tables yet; they will be made");
    const bool sqlite = engine == "sqlite";
    QCOMPARE(QFileInfo::exists(here.database.path), false); // and PostgreSQL has no path
    if (!sqlite) {
        const auto session = DatabaseFixture::open(here.database);
        QCOMPARE(DatabaseFixture::numberOf(
                     *session, "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"),
                 0);
    }
}

void TestDoctor::aTakenPortIsRed()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    Surroundings here = around();
    here.port = other.serverPort();
    QCOMPARE(redOnes(doctor::examine(here, Tongue::English)), QStringList{"port"});
}

void TestDoctor::aFolderThatIsNotThereIsRed()
{
    Surroundings here = around();
    here.database.path = m_dir->filePath("no/such/folder/a.sqlite");
    QCOMPARE(redOnes(doctor::examine(here, Tongue::English)), QStringList{"database-writable"});
    here.database.path = m_dir->filePath("d/a.sqlite");
    here.dataDir = m_dir->filePath("d"); // which the program makes
    QCOMPARE(redOnes(doctor::examine(here, Tongue::English)), QStringList());
}

void TestDoctor::aPartnerWithoutTheContractIsToldFromNone()
{
    HttpThread other("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    Surroundings here = around();
    here.partner.url = other.url();
    const QString there = wordsOf(doctor::examine(here, Tongue::English), "partner-reachable");
    QVERIFY2(there.startsWith("failed: ") && there.contains("HTTP 403"), qPrintable(there));
    here.partner.url = QUrl("http://127.0.0.1:" + QString::number(test::freePort()));
    const QString away = wordsOf(doctor::examine(here, Tongue::English), "partner-reachable");
    QVERIFY2(away.startsWith("failed: the partner cannot be reached"), qPrintable(away));
}

void TestDoctor::aFollowerHearsEachFinding()
{
    QStringList heard;
    const auto hear = [&heard](const Check &check) { heard << check.id; };
    const auto checks = doctor::examine(around(), Tongue::English, {{}, hear});
    QCOMPARE(heard.size(), doctor::checkCount);
    QCOMPARE(checks.size(), std::size_t(doctor::checkCount));
    for (std::size_t i = 0; i < checks.size(); ++i)
        QCOMPARE(heard[qsizetype(i)], checks[i].id);
}

void TestDoctor::aStopEndsIt()
{
    const RedisFixture redis(RedisFixture::Listen::Unix, durable);
    for (const auto *last : {"redis-version", "database-schema", "disk-space"}) {
        std::stop_source source;
        const auto stopAt = [&](const Check &check) {
            if (check.id == QLatin1String(last))
                source.request_stop();
        };
        Surroundings here = around(redis);
        here.database = m_databases.migrated("sqlite");
        const auto checks = doctor::examine(here, Tongue::English, {source.get_token(), stopAt});
        QCOMPARE(checks.back().id, last); // what failed because of the stop is not told
    }
    // Redis that does not answer is not waited for: it has 2 s for a command, and the stop comes at once.
    RedisFixture frozen(RedisFixture::Listen::Unix, durable);
    frozen.freeze();
    std::stop_source source;
    source.request_stop();
    const auto checks = doctor::examine(around(frozen), Tongue::English, {source.get_token(), {}});
    frozen.thaw();
    QCOMPARE(checks.size(), std::size_t(0));
}

QTEST_GUILESS_MAIN(TestDoctor)
#include "tst_doctor.moc"

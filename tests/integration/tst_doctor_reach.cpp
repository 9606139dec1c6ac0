// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One service tried by itself, behind "Test connection" and as the first step of an exam: against real
// services, and against what is none.

#include "core/async/off_thread.h"
#include "core/database/engine/session.h"
#include "core/doctor/reach.h"
#include "tests/support/database_fixture.h"
#include "tests/support/postgres_fixture.h"
#include "tests/support/redis_fixture.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace seonchak;
using test::RedisFixture;

namespace {

constexpr std::chrono::milliseconds soon{300};
std::optional<WorkPool> pool; // during the test case

/// As the settings page has it done: on another thread, and not for ever.
Result<QString> answerOf(std::function<Result<QString>()> work,
                         std::chrono::milliseconds limit = doctor::reachLimit + soon)
{
    std::optional<Result<QString>> got;
    auto waiting = offThread(*pool, std::move(work), limit).then([&got](const Result<QString> &answer) {
        got = answer;
    });
    if (!QTest::qWaitFor([&got] { return got.has_value(); }, 20'000))
        return failure(Trouble::Internal, "it never answered");
    return *got;
}

Result<QString> redisAnswer(const RedisAddress &address, std::chrono::milliseconds limit = doctor::reachLimit)
{
    return answerOf([=] { return doctor::reachRedis(address, limit); });
}

Result<QString> databaseAnswer(const DatabaseUrl &url, std::chrono::milliseconds limit = doctor::reachLimit)
{
    return answerOf([=] { return doctor::reachDatabase(url, {}); }, limit);
}

Result<QString> partnerAnswer(const QUrl &url, std::chrono::milliseconds limit = doctor::reachLimit)
{
    return answerOf([=] { return doctor::reachPartner(url, limit); });
}

QString wordsOf(const Result<QString> &answer)
{
    return answer ? *answer : "failed: " + answer.error().detail;
}

RedisAddress redisAt(const QString &url)
{
    return RedisAddress::parse(url).value_or(RedisAddress{});
}

DatabaseUrl databaseAt(const QString &url)
{
    return DatabaseUrl::parse(url, "/nowhere").value_or(DatabaseUrl{});
}

} // namespace

class TestDoctorReach : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { pool.emplace(); }
    void cleanupTestCase() { pool.reset(); }
    void redisTellsItsVersion();
    void aWrongRedisPasswordIsTold();
    void nobodyThereIsTold();
    void aSilentServerIsNotWaitedForForEver();
    void sqliteTellsItsVersion();
    void aSqliteFileIsNotMade();
    void aFileThatIsNoDatabaseIsTold();
    void postgresqlTellsItsVersion();
    void anyHttpAnswerWillDo();
};

void TestDoctorReach::redisTellsItsVersion()
{
    const RedisFixture redis(RedisFixture::Listen::UnixAndTcp);
    for (const auto &address : {redis.address(), redis.tcpAddress()}) {
        const auto answer = redisAnswer(address);
        QVERIFY2(wordsOf(answer).startsWith("Redis "), qPrintable(wordsOf(answer)));
        QVERIFY(wordsOf(answer).contains('.'));
    }
    QVERIFY(wordsOf(redisAnswer({})).contains("redis-server")); // private
}

void TestDoctorReach::aWrongRedisPasswordIsTold()
{
    const RedisFixture redis(RedisFixture::Listen::Unix, {"--requirepass", "right"});
    auto address = redis.address();
    address.password = "right";
    QVERIFY(redisAnswer(address).has_value());
    address.password = "wrong";
    const auto answer = redisAnswer(address);
    QVERIFY(!answer.has_value());
    QVERIFY2(!answer.error().detail.contains("wrong ") && !answer.error().detail.contains("right"),
             qPrintable(answer.error().detail));
}

void TestDoctorReach::nobodyThereIsTold()
{
    const QString port = QString::number(test::freePort());
    QVERIFY(!redisAnswer(redisAt("redis://127.0.0.1:" + port)).has_value());
    QVERIFY(!partnerAnswer(QUrl("http://127.0.0.1:" + port)).has_value());
    const auto url = databaseAt("postgresql://u:hush@127.0.0.1:" + port + "/n");
    const auto answer = databaseAnswer(url);
    QVERIFY(!answer.has_value());
    QVERIFY2(!answer.error().detail.contains("hush"), qPrintable(answer.error().detail));
}

void TestDoctorReach::aSilentServerIsNotWaitedForForEver()
{
    QTcpServer silent; // takes connections and says nothing
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const QString at = "127.0.0.1:" + QString::number(silent.serverPort());
    const auto redis = redisAnswer(redisAt("redis://" + at), soon);
    const auto partner = partnerAnswer(QUrl("http://" + at), soon);
    const auto database = databaseAnswer(databaseAt("postgresql://u@" + at + "/n"), soon);
    for (const auto &answer : {redis, partner, database})
        QCOMPARE(wordsOf(answer), "failed: no answer in time");
}

void TestDoctorReach::sqliteTellsItsVersion()
{
    QTemporaryDir dir;
    const auto url = databaseAt("sqlite://" + dir.filePath("a.sqlite"));
    QVERIFY(Session::open(url).has_value());
    const auto answer = databaseAnswer(url);
    QVERIFY2(wordsOf(answer).startsWith("SQLite 3."), qPrintable(wordsOf(answer)));
}

void TestDoctorReach::aSqliteFileIsNotMade()
{
    QTemporaryDir dir;
    const QString path = dir.filePath("new.sqlite");
    const auto answer = databaseAnswer(databaseAt("sqlite://" + path));
    QVERIFY2(wordsOf(answer).contains(path), qPrintable(wordsOf(answer)));
    QVERIFY(answer.has_value());
    QVERIFY(!QFile::exists(path));
    // The program makes its data dir, and no other.
    const auto inDataDir = databaseAt("sqlite://" + dir.filePath("d/new.sqlite"));
    QVERIFY(doctor::reachDatabase(inDataDir, dir.filePath("d")).has_value());
    QVERIFY(!doctor::reachDatabase(inDataDir, dir.filePath("e")).has_value());
    QVERIFY(!databaseAnswer(databaseAt("sqlite:///no/such/folder/a")).has_value());
}

void TestDoctorReach::aFileThatIsNoDatabaseIsTold()
{
    QTemporaryDir dir;
    QFile file(dir.filePath("plain"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    QVERIFY(!databaseAnswer(databaseAt("sqlite://" + file.fileName())).has_value());
}

void TestDoctorReach::postgresqlTellsItsVersion()
{
    PostgresFixture postgres;
    QVERIFY(postgres.start());
    const auto url = databaseAt(postgres.createDatabase("trial"));
    const auto answer = databaseAnswer(url);
    QVERIFY2(wordsOf(answer).startsWith("PostgreSQL 1"), qPrintable(wordsOf(answer)));
    auto missing = url;
    missing.name = "no_such_database";
    QVERIFY(!databaseAnswer(missing).has_value());
}

void TestDoctorReach::anyHttpAnswerWillDo()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server, [&server] {
        auto *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            // Nobody's password is told before he is known.
            const bool told = socket->readAll().contains("Authorization");
            socket->write(told ? "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
                               : "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        });
    });
    const QUrl url("http://user:hush@127.0.0.1:" + QString::number(server.serverPort()) + "/api");
    QCOMPARE(wordsOf(partnerAnswer(url)), "HTTP 404");
}

QTEST_GUILESS_MAIN(TestDoctorReach)
#include "tst_doctor_reach.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// "Test connection" against real services, and against what is none.

#include "app/connection_test.h"
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

Result<QString> answerOf(QCoro::Task<Result<QString>> task)
{
    std::optional<Result<QString>> got;
    auto waiting = std::move(task).then([&got](const Result<QString> &answer) { got = answer; });
    if (!QTest::qWaitFor([&got] { return got.has_value(); }, 20'000))
        return failure(Trouble::Internal, "it never answered");
    return *got;
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

class TestConnectionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
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

void TestConnectionTest::redisTellsItsVersion()
{
    const RedisFixture redis(RedisFixture::Listen::UnixAndTcp);
    for (const auto &address : {redis.address(), redis.tcpAddress()}) {
        const auto answer = answerOf(connection_test::redis(address));
        QVERIFY2(wordsOf(answer).startsWith("Redis "), qPrintable(wordsOf(answer)));
        QVERIFY(wordsOf(answer).contains('.'));
    }
    QVERIFY(wordsOf(answerOf(connection_test::redis({}))).contains("redis-server")); // private
}

void TestConnectionTest::aWrongRedisPasswordIsTold()
{
    const RedisFixture redis(RedisFixture::Listen::Unix, {"--requirepass", "right"});
    auto address = redis.address();
    address.password = "right";
    QVERIFY(answerOf(connection_test::redis(address)).has_value());
    address.password = "wrong";
    const auto answer = answerOf(connection_test::redis(address));
    QVERIFY(!answer.has_value());
    QVERIFY2(!answer.error().detail.contains("wrong ") && !answer.error().detail.contains("right"),
             qPrintable(answer.error().detail));
}

void TestConnectionTest::nobodyThereIsTold()
{
    const QString port = QString::number(test::freePort());
    QVERIFY(!answerOf(connection_test::redis(redisAt("redis://127.0.0.1:" + port))).has_value());
    QVERIFY(!answerOf(connection_test::store(QUrl("http://127.0.0.1:" + port))).has_value());
    const auto url = databaseAt("postgresql://u:hush@127.0.0.1:" + port + "/n");
    const auto answer = answerOf(connection_test::database(url));
    QVERIFY(!answer.has_value());
    QVERIFY2(!answer.error().detail.contains("hush"), qPrintable(answer.error().detail));
}

void TestConnectionTest::aSilentServerIsNotWaitedForForEver()
{
    QTcpServer silent; // takes connections and says nothing
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const QString at = "127.0.0.1:" + QString::number(silent.serverPort());
    const auto redis = answerOf(connection_test::redis(redisAt("redis://" + at), soon));
    const auto store = answerOf(connection_test::store(QUrl("http://" + at), soon));
    const auto database =
        answerOf(connection_test::database(databaseAt("postgresql://u@" + at + "/n"), soon));
    for (const auto &answer : {redis, store, database})
        QCOMPARE(wordsOf(answer), "failed: no answer in time");
}

void TestConnectionTest::sqliteTellsItsVersion()
{
    QTemporaryDir dir;
    const auto url = databaseAt("sqlite://" + dir.filePath("a.sqlite"));
    QVERIFY(Session::open(url).has_value());
    const auto answer = answerOf(connection_test::database(url));
    QVERIFY2(wordsOf(answer).startsWith("SQLite 3."), qPrintable(wordsOf(answer)));
}

void TestConnectionTest::aSqliteFileIsNotMade()
{
    QTemporaryDir dir;
    const QString path = dir.filePath("new.sqlite");
    const auto answer = answerOf(connection_test::database(databaseAt("sqlite://" + path)));
    QVERIFY2(wordsOf(answer).contains(path), qPrintable(wordsOf(answer)));
    QVERIFY(answer.has_value());
    QVERIFY(!QFile::exists(path));
    QVERIFY(!answerOf(connection_test::database(databaseAt("sqlite:///no/such/folder/a"))).has_value());
}

void TestConnectionTest::aFileThatIsNoDatabaseIsTold()
{
    QTemporaryDir dir;
    QFile file(dir.filePath("plain"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    QVERIFY(!answerOf(connection_test::database(databaseAt("sqlite://" + file.fileName()))).has_value());
}

void TestConnectionTest::postgresqlTellsItsVersion()
{
    PostgresFixture postgres;
    QVERIFY(postgres.start());
    const auto url = databaseAt(postgres.createDatabase("trial"));
    const auto answer = answerOf(connection_test::database(url));
    QVERIFY2(wordsOf(answer).startsWith("PostgreSQL 1"), qPrintable(wordsOf(answer)));
    auto missing = url;
    missing.name = "no_such_database";
    QVERIFY(!answerOf(connection_test::database(missing)).has_value());
}

void TestConnectionTest::anyHttpAnswerWillDo()
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
    QCOMPARE(wordsOf(answerOf(connection_test::store(url))), "HTTP 404");
}

QTEST_GUILESS_MAIN(TestConnectionTest)
#include "tst_connection_test.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/connection.h"
#include "tests/support/redis_answers.h"
#include "tests/support/redis_fixture.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <set>

using namespace seonchak;
using namespace seonchak::test;

class TestRedisConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // As the programs do first thing in main: hiredis writes without MSG_NOSIGNAL.
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }

    void connectsBySocketAndByName()
    {
        RedisFixture server(RedisFixture::Listen::UnixAndTcp);
        RedisAddress byName = server.tcpAddress();
        byName.host = QStringLiteral("localhost");
        for (const RedisAddress &address : {server.address(), server.tcpAddress(), byName}) {
            RedisConnection redis(address);
            QSignalSpy spy(&redis, &RedisConnection::readyChanged);
            QCOMPARE(redis.state(), RedisConnection::State::Idle);
            redis.open();
            QVERIFY2(becomesReady(redis), qUtf8Printable(redis.lastError()));
            QCOMPARE(ask(redis, {"PING"})->text, "PONG");
            redis.close();
            QCOMPARE(redis.state(), RedisConnection::State::Closed);
            QCOMPARE(spy.size(), 2);
        }
    }

    void readsEveryKindOfAnswer()
    {
        RedisFixture server;
        RedisLimits
            limits; // A busy machine may take its time with the large answer: deadlines are not the subject.
        limits.commandDeadline = std::chrono::seconds(30);
        RedisConnection redis(server.address(), limits);
        redis.open();
        QVERIFY(becomesReady(redis));
        const auto kind = [&](const std::vector<QByteArray> &command) { return ask(redis, command)->kind; };
        QCOMPARE(kind({"SET", "k", QByteArray("\0\r\n\xff", 4)}), RedisReply::Kind::Status);
        QCOMPARE(ask(redis, {"GET", "k"})->text, QByteArray("\0\r\n\xff", 4));
        QCOMPARE(kind({"GET", "k"}), RedisReply::Kind::Text);
        QVERIFY(ask(redis, {"GET", "absent"})->isNil());
        QCOMPARE(ask(redis, {"INCRBY", "n", "-9223372036854775807"})->integer, -9223372036854775807LL);
        QCOMPARE(kind({"GET", ""}), RedisReply::Kind::Nil);
        const auto nested = ask(redis, {"EVAL", "return {1,{'a',{}},false}", "0"});
        QCOMPARE(nested->items.size(), std::size_t(3));
        QCOMPARE(nested->items[1].items[0].text, "a");
        QCOMPARE(nested->items[1].items[1].kind, RedisReply::Kind::Array);
        QVERIFY(nested->items[2].isNil());
        const QByteArray large(3'000'000, 'x');
        QCOMPARE(ask(redis, {"SET", "large", large})->text, "OK");
        QCOMPARE(ask(redis, {"GET", "large"})->text, large);
    }

    void authenticatesAndSelects()
    {
        RedisFixture server(RedisFixture::Listen::Unix,
                            {QStringLiteral("--requirepass"), QStringLiteral("p w")});
        QVERIFY(server.command({"ACL", "SETUSER", "ann", "on", ">s3", "~*", "+@all"}));
        RedisAddress byPassword = server.address();
        byPassword.database = 3;
        RedisAddress byUser = server.address();
        byUser.user = QStringLiteral("ann");
        byUser.password = QStringLiteral("s3");
        byUser.database = 4;
        for (const auto &[address, who, db] :
             {std::tuple(byPassword, QByteArray("default"), QByteArray(" db=3 ")),
              std::tuple(byUser, QByteArray("ann"), QByteArray(" db=4 "))}) {
            RedisConnection redis(address);
            redis.open();
            QVERIFY2(becomesReady(redis), qUtf8Printable(redis.lastError()));
            QCOMPARE(ask(redis, {"ACL", "WHOAMI"})->text, who);
            QVERIFY(ask(redis, {"CLIENT", "INFO"})->text.contains(db));
        }
    }

    void aRefusedGreetingSaysWhyAndGoesOn_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<int>("database");
        QTest::addColumn<QString>("why");
        QTest::newRow("wrong password") << "wrong" << 0 << "WRONGPASS";
        QTest::newRow("no password") << "" << 0 << "NOAUTH";
        QTest::newRow("no such database") << "right" << 99 << "out of range";
    }
    void aRefusedGreetingSaysWhyAndGoesOn()
    {
        QFETCH(QString, password);
        QFETCH(int, database);
        QFETCH(QString, why);
        RedisFixture server(RedisFixture::Listen::Unix,
                            {QStringLiteral("--requirepass"), QStringLiteral("right")});
        RedisAddress address = server.address();
        address.password = password;
        address.database = database;
        RedisConnection redis(address, quick());
        QSignalSpy failed(&redis, &RedisConnection::attemptFailed);
        redis.open();
        QTRY_VERIFY(failed.size() >= 3);
        QVERIFY2(redis.lastError().contains(why), qUtf8Printable(redis.lastError()));
        QVERIFY(!redis.isReady());
        if (database == 0) {
            QVERIFY(server.isRunning());
            RedisAddress right = server.address();
            RedisConnection mender(right);
            mender.open();
            QVERIFY(becomesReady(mender));
            const QByteArray rule = password.isEmpty() ? QByteArray("nopass") : QByteArray(">wrong");
            QCOMPARE(ask(mender, {"ACL", "SETUSER", "default", rule})->text, "OK");
            QVERIFY(becomesReady(redis));
        }
    }

    void aPipelineAnswersInOrderInFewWrites()
    {
        RedisFixture server;
        RedisConnection redis(server.address(), quick());
        redis.open();
        QVERIFY(becomesReady(redis));
        std::vector<int> order;
        for (int i = 0; i < 20'000; ++i) {
            redis.command({"ECHO", QByteArray::number(i)}, [&order, i](const RedisResult &result) {
                order.push_back(result && result->text.toInt() == i ? i : -1);
            });
        }
        QTRY_COMPARE(order.size(), std::size_t(20'000));
        QVERIFY(std::is_sorted(order.begin(), order.end()));
        QCOMPARE(order.front(), 0);
    }

    void errorRepliesAreMapped()
    {
        RedisFixture server;
        RedisConnection redis(server.address(), quick());
        redis.open();
        QVERIFY(becomesReady(redis));
        QVERIFY(ask(redis, {"SET", "text", "x"}));
        const auto wrongType = ask(redis, {"LPOP", "text"});
        QCOMPARE(wrongType.error().trouble, Trouble::Internal);
        QVERIFY(wrongType.error().detail.startsWith(QLatin1String("WRONGTYPE")));
        QCOMPARE(ask(redis, {"NOSUCH"}).error().trouble, Trouble::Internal);
        QCOMPARE(ask(redis, {"EVALSHA", QByteArray(40, 'a'), "0"}).error().trouble, Trouble::Internal);

        // An error inside an array is not passed off as a value.
        QVERIFY(ask(redis, {"MULTI"}));
        QVERIFY(ask(redis, {"LPOP", "text"}));
        const auto inside = ask(redis, {"EXEC"});
        QVERIFY(!inside);
        QVERIFY(inside.error().detail.startsWith(QLatin1String("WRONGTYPE")));

        QVERIFY(server.command({"CONFIG", "SET", "maxmemory", "1"}));
        const auto full = ask(redis, {"SET", "a", "b"});
        QCOMPARE(full.error().trouble, Trouble::Unavailable);
        QVERIFY(full.error().detail.startsWith(QLatin1String("OOM")));
        const auto fullInScript = ask(redis, {"EVAL", "return redis.call('SET', KEYS[1], 'b')", "1", "a"});
        QCOMPARE(fullInScript.error().trouble, Trouble::Unavailable);
        QVERIFY(server.command({"CONFIG", "SET", "maxmemory", "0"}));

        QVERIFY(server.command({"REPLICAOF", "127.0.0.1", "1"}));
        const auto readOnly = ask(redis, {"SET", "a", "b"});
        QCOMPARE(readOnly.error().trouble, Trouble::Unavailable);
        QVERIFY(readOnly.error().detail.startsWith(QLatin1String("READONLY")));
        QVERIFY(server.command({"CONFIG", "SET", "replica-serve-stale-data", "no"}));
        const auto stale = ask(redis, {"GET", "a"});
        QCOMPARE(stale.error().trouble, Trouble::Unavailable);
        QVERIFY(stale.error().detail.startsWith(QLatin1String("MASTERDOWN")));
        QVERIFY(redis.isReady());
    }

    void waitsWhileRedisIsLoading()
    {
        RedisFixture server;
        for (int i = 0; i < 40; ++i)
            QVERIFY(server.command({"SET", "k" + QByteArray::number(i), QByteArray(50'000, 'x')}));
        QVERIFY(server.command({"SAVE"}));
        server.kill();

        // Each key takes 100 ms to load, and Redis answers LOADING between two of them.
        server.addOptions({QStringLiteral("--key-load-delay"), QStringLiteral("100000"),
                           QStringLiteral("--loading-process-events-interval-bytes"), QStringLiteral("1024"),
                           QStringLiteral("--appendonly"), QStringLiteral("no")});
        QVERIFY(server.start(RedisFixture::Wait::NotAtAll));
        RedisConnection redis(server.address(), quick());
        QSignalSpy failed(&redis, &RedisConnection::attemptFailed);
        redis.open();
        QTRY_VERIFY2(redis.lastError().startsWith(QLatin1String("LOADING")),
                     qUtf8Printable(redis.lastError()));
        failed.clear(); // attempts before it listened
        const auto early = ask(redis, {"GET", "k1"});
        QCOMPARE(early.error().trouble, Trouble::Unavailable);
        QVERIFY(becomesReady(redis));
        QCOMPARE(ask(redis, {"GET", "k1"})->text.size(), 50'000);
        QCOMPARE(failed.size(), 0); // it stayed on one connection
    }

    void aScriptIsSentAgainWhereRedisForgotIt()
    {
        RedisFixture server;
        RedisConnection redis(server.address(), quick());
        redis.open();
        QVERIFY(becomesReady(redis));
        const Script script = Script::fromSource("return redis.call('INCRBY', KEYS[1], ARGV[1])");
        Answers runs;
        Answers flushes;
        for (int i = 0; i < 5000; ++i) {
            redis.run(script, {"n"}, {"1"}, runs.next());
            if (i % 50 == 49)
                redis.command({"SCRIPT", "FLUSH"}, flushes.next());
            if (i % 500 == 499)
                QCoreApplication::processEvents();
        }
        QTRY_VERIFY(runs.eachOnce() && flushes.eachOnce());
        QCOMPARE(runs.good(), 5000);
        QCOMPARE(ask(redis, {"GET", "n"})->text, "5000"); // none ran twice
        std::set<qint64> distinct;
        for (const RedisResult &result : runs.results)
            distinct.insert(result->integer);
        QCOMPARE(distinct.size(), std::size_t(5000));
        const QByteArray stats = server.command({"INFO", "commandstats"})->text;
        QVERIFY(stats.contains("cmdstat_eval:"));
    }

    void aScriptThatFailsIsSentAgainOnlyOnce()
    {
        RedisFixture server;
        RedisConnection redis(server.address(), quick());
        redis.open();
        QVERIFY(becomesReady(redis));
        Answers answers;
        redis.run(Script::fromSource("this is not Lua"), {}, {}, answers.next());
        redis.run(Script::fromSource("return redis.error_reply('NOSCRIPT really')"), {}, {}, answers.next());
        QTRY_VERIFY(answers.eachOnce());
        QVERIFY(answers.results[0].error().detail.contains(QLatin1String("compiling")));
        QVERIFY(answers.results[1].error().detail.startsWith(QLatin1String("NOSCRIPT really")));
        QVERIFY(server.command({"INFO", "commandstats"})->text.contains("cmdstat_eval:calls=2,"));
    }

    void coroutinesGetTheSameAnswers()
    {
        RedisFixture server;
        RedisConnection redis(server.address(), quick());
        std::vector<RedisResult> seen;
        converse(&redis, &seen);
        QCOMPARE(seen.size(), std::size_t(1)); // not open yet: refused at once
        QCOMPARE(seen[0].error().trouble, Trouble::Unavailable);
        redis.open();
        QVERIFY(becomesReady(redis));
        seen.clear();
        converse(&redis, &seen);
        QTRY_COMPARE(seen.size(), std::size_t(2));
        QCOMPARE(seen[0]->text, "OK");
        QCOMPARE(seen[1]->text, "value");
    }

private:
    static QCoro::Task<> converse(RedisConnection *redis, std::vector<RedisResult> *seen)
    {
        // GCC 12 does not take a braced list inside a co_await.
        const std::vector<QByteArray> words{"SET", "key", "value"};
        RedisResult set = co_await redis->commandTask(words);
        seen->push_back(set);
        if (!set)
            co_return;
        const Script script = Script::fromSource("return redis.call('GET', KEYS[1])");
        const std::vector<QByteArray> keys{"key"};
        const std::vector<QByteArray> none;
        RedisResult got = co_await redis->runTask(script, keys, none);
        seen->push_back(got);
    }

private Q_SLOTS:
    /// Case F22: what the server closes while it is idle is had again at once, and kept busy from the second
    /// time on.
    void isHadAgainWhenClosedWhileIdle()
    {
        RedisFixture server(RedisFixture::Listen::Unix, {QStringLiteral("--timeout"), QStringLiteral("3")});
        RedisConnection redis(server.address(), withoutRetries());
        int closed = 0;
        bool revived = true;
        connect(&redis, &RedisConnection::readyChanged, this, [&](bool ready) {
            closed += ready ? 0 : 1;
            revived = revived && (ready || redis.isReviving());
        });
        redis.open();
        QVERIFY(becomesReady(redis));
        QTRY_VERIFY(closed >= 2);
        QVERIFY(becomesReady(redis));
        QVERIFY(revived && !redis.isReviving());
        const auto clients = [&] { return server.command({"CLIENT", "LIST", "TYPE", "normal"})->text; };
        static const QRegularExpression sixSeconds(" age=([6-9]|\\d\\d) ");
        QTRY_VERIFY_WITH_TIMEOUT(sixSeconds.match(QString::fromUtf8(clients())).hasMatch(), 60'000);
    }

    void isNotRevivedByARedisThatIsGone()
    {
        RedisFixture server;
        RedisConnection redis(server.address(), quick());
        QSignalSpy failed(&redis, &RedisConnection::attemptFailed);
        redis.open();
        QVERIFY(becomesReady(redis));
        server.kill();
        QTRY_VERIFY(failed.size() >= 2);
        QVERIFY(!redis.isReviving());
        QVERIFY(server.restart());
        QVERIFY(becomesReady(redis));
    }

    void aYoungConnectionIsRevivedOnce()
    {
        RedisFixture server;
        RedisConnection redis(server.address(), withoutRetries());
        redis.open();
        QVERIFY(becomesReady(redis));
        QSignalSpy failed(&redis, &RedisConnection::attemptFailed);
        QVERIFY(server.command({"CLIENT", "KILL", "TYPE", "normal"}));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(becomesReady(redis));
    }

    void endsItsBackOffWhenAsked()
    {
        RedisFixture server;
        RedisConnection redis(server.address(), withoutRetries());
        QVERIFY(!redis.attemptNow()); // nothing is waited for yet
        server.kill();
        redis.open();
        QTRY_COMPARE(redis.state(), RedisConnection::State::Waiting);
        QVERIFY(server.restart());
        QVERIFY(redis.attemptNow());
        QVERIFY(becomesReady(redis));
        QVERIFY(!redis.attemptNow());
    }
};

QTEST_GUILESS_MAIN(TestRedisConnection)
#include "tst_redis_connection.moc"

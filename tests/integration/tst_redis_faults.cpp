// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/connection.h"
#include "tests/support/redis_answers.h"
#include "tests/support/redis_fixture.h"

#include <QAbstractEventDispatcher>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <fcntl.h>
#include <functional>

using namespace seonchak;
using namespace seonchak::test;

/// What a connection does when Redis, the network or its own callers misbehave.
class TestRedisFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }

    void aFrozenServerMakesWhatWasSentUncertain()
    {
        RedisFixture server;
        RedisConnection redis(server.address(), impatient());
        redis.open();
        QVERIFY(becomesReady(redis));
        QSignalSpy changed(&redis, &RedisConnection::readyChanged);
        server.freeze();
        Answers sent;
        for (int i = 0; i < 100; ++i)
            redis.command({"INCR", "n"}, sent.next());
        QVERIFY(sent.noneYet());
        QTRY_VERIFY(sent.eachOnce());
        QCOMPARE(sent.count(Trouble::Uncertain), 100);
        QCOMPARE(changed.size(), 1);
        QVERIFY(!redis.isReady());

        Answers refused;
        redis.command({"INCR", "n"}, refused.next());
        QVERIFY(refused.eachOnce());
        QCOMPARE(refused.count(Trouble::Unavailable), 1);

        server.thaw();
        QVERIFY(becomesReady(redis));
        QTRY_COMPARE(ask(redis, {"PING"}).value_or(RedisReply{}).text,
                     "PONG");     // it has a backlog to work off
        QVERIFY(sent.eachOnce()); // late answers change nothing
        QCOMPARE(sent.count(Trouble::Uncertain), 100);
    }

    void aSteadyStreamOutlivesManyDeadlines()
    {
        RedisFixture server;
        RedisLimits limits = quick();
        limits.commandDeadline = std::chrono::milliseconds(1500);
        RedisConnection redis(server.address(), limits);
        QSignalSpy failed(&redis, &RedisConnection::attemptFailed);
        redis.open();
        QVERIFY(becomesReady(redis));
        QElapsedTimer clock;
        clock.start();
        int bad = 0;
        bool over = false;
        std::function<void()> next = [&] {
            redis.command({"PING"}, [&](const RedisResult &result) {
                bad += result ? 0 : 1;
                over = clock.hasExpired(4 * limits.commandDeadline.count());
                if (!over)
                    next();
            });
        };
        for (int i = 0; i < 10; ++i)
            next();
        QTRY_VERIFY(over);
        QCOMPARE(bad, 0);
        QCOMPARE(failed.size(), 0);
    }

    void aThreadHeldUpFindsItsAnswers()
    {
        RedisFixture server;
        RedisLimits limits = quick();
        limits.commandDeadline = std::chrono::milliseconds(1500);
        RedisConnection redis(server.address(), limits);
        redis.open();
        QVERIFY(becomesReady(redis));
        Answers answers;
        bool held = false;
        redis.command({"PING"}, [&](const RedisResult &) {
            for (int i = 0; i < 3; ++i)
                redis.command({"ECHO", QByteArray(100'000, 'x')}, answers.next());
            QMetaObject::invokeMethod(
                &redis,
                [&] {
                    (void)server.command({"BLPOP", "absent", "2"}); // holds this thread, not the server
                    held = true;
                },
                Qt::QueuedConnection);
        });
        QTRY_VERIFY(held && answers.eachOnce());
        QCOMPARE(answers.good(), 3);
    }

    void killedWithFiveHundredInFlight()
    {
        RedisFixture server;
        RedisConnection redis(server.address(), quick());
        redis.open();
        QVERIFY(becomesReady(redis));
        Answers answers;
        bool stop = false;
        std::function<void()> next = [&] {
            if (stop)
                return;
            auto count = answers.next();
            redis.command({"INCR", "n"}, [&, count](RedisResult result) {
                const bool good = result.has_value();
                count(std::move(result));
                if (good)
                    next();
            });
        };
        for (int i = 0; i < 500; ++i)
            next();
        QTRY_VERIFY(answers.good() >= 2000);
        server.kill();
        QTRY_VERIFY(!redis.isReady());
        stop = true;
        QVERIFY(answers.eachOnce());
        QVERIFY(answers.count(Trouble::Uncertain) > 0);
        QCOMPARE(answers.good() + answers.count(Trouble::Uncertain), qsizetype(answers.calls.size()));

        QVERIFY(server.start());
        QVERIFY(becomesReady(redis));
        const qint64 counted = ask(redis, {"GET", "n"})->text.toLongLong();
        QVERIFY(counted >= answers.good());
        QVERIFY(counted <= qint64(answers.calls.size()));
        QVERIFY(answers.eachOnce());
    }

    void aLargeBacklogIsWrittenWhenTheServerReadsAgain()
    {
        RedisFixture server;
        RedisConnection redis(server.address(), quick());
        redis.open();
        QVERIFY(becomesReady(redis));
        server.freeze();
        Answers answers;
        const QByteArray large(100'000, 'x');
        for (int i = 0; i < 100; ++i)
            redis.command({"SETNX", "k" + QByteArray::number(i), large}, answers.next());
        QCoreApplication::processEvents();
        for (int i = 0; i < 10; ++i) { // more, while the socket is full
            redis.command({"DEL", "k" + QByteArray::number(i)}, answers.next());
            QCoreApplication::processEvents();
        }
        QVERIFY(answers.noneYet());
        QTimer pause;
        QSignalSpy over(&pause, &QTimer::timeout);
        QSignalSpy turns(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake);
        pause.start(100);
        QVERIFY(over.wait());
        QVERIFY2(turns.size() < 100, "the event loop spins while the socket is full");
        server.thaw();
        QTRY_VERIFY(answers.eachOnce());
        QCOMPARE(answers.good(), 110);
        QCOMPARE(ask(redis, {"DBSIZE"})->integer, 90);
    }

    void theBoundOnCommandsInFlightHolds()
    {
        RedisFixture server;
        RedisLimits limits;
        limits.inFlightMost = 10;
        RedisConnection redis(server.address(), limits);
        redis.open();
        QVERIFY(becomesReady(redis));
        Answers answers;
        for (int i = 0; i < 15; ++i)
            redis.command({"PING"}, answers.next());
        QCOMPARE(answers.count(Trouble::Unavailable), 5);
        QTRY_VERIFY(answers.eachOnce());
        QCOMPARE(answers.good(), 10);
        QVERIFY(ask(redis, {"PING"}));
    }

    void closingInACallbackTellsEveryoneOnce()
    {
        RedisFixture server;
        RedisConnection redis(server.address(), quick());
        redis.open();
        QVERIFY(becomesReady(redis));
        QSignalSpy changed(&redis, &RedisConnection::readyChanged);
        Answers answers;
        for (int i = 0; i < 3000; ++i) {
            redis.command({"PING"}, [&, i, count = answers.next()](RedisResult result) {
                count(std::move(result));
                if (i == 10) {
                    redis.close();
                    redis.close();
                    QVERIFY(answers.eachOnce());
                }
            });
        }
        QTRY_COMPARE(redis.state(), RedisConnection::State::Closed);
        QVERIFY(answers.eachOnce());
        QVERIFY(answers.good() > 10);
        QVERIFY(answers.count(Trouble::Uncertain) > 0);
        QCOMPARE(changed.size(), 1);
        Answers late;
        redis.command({"PING"}, late.next());
        QCOMPARE(late.count(Trouble::Unavailable), 1);
    }

    void deletingInACallbackTellsEveryoneOnce()
    {
        RedisFixture server;
        for (const bool closeFirst : {false, true}) {
            auto *redis = new RedisConnection(server.address());
            redis->open();
            QVERIFY(becomesReady(*redis));
            Answers answers;
            QPointer<RedisConnection> alive(redis);
            for (int i = 0; i < 3000; ++i) {
                redis->command({"PING"}, [&, i, count = answers.next()](RedisResult result) {
                    count(std::move(result));
                    if (i == 10 && closeFirst)
                        redis->close();
                    else if (i == (closeFirst ? 20 : 10))
                        delete redis;
                });
            }
            QTRY_VERIFY(!alive);
            QVERIFY(answers.eachOnce());
        }
    }

    void deletingFromItsSignalsIsSafe()
    {
        RedisFixture server;
        for (const bool onReady : {true, false}) {
            auto *redis = new RedisConnection(server.address(), quick());
            QPointer<RedisConnection> alive(redis);
            connect(redis, &RedisConnection::readyChanged, this, [=](bool ready) {
                if (ready == onReady)
                    delete redis;
            });
            redis->open();
            if (!onReady) {
                QVERIFY(becomesReady(*redis));
                server.kill();
            }
            QTRY_VERIFY(!alive);
        }
        auto *redis = new RedisConnection(server.address(), quick()); // nobody listens there now
        QPointer<RedisConnection> alive(redis);
        connect(redis, &RedisConnection::attemptFailed, this, [=] { delete redis; });
        redis->open();
        QTRY_VERIFY(!alive);
    }

    void theDestructorTellsEveryone()
    {
        RedisFixture server;
        Answers answers;
        {
            RedisConnection redis(server.address(), quick());
            redis.open();
            QVERIFY(becomesReady(redis));
            for (int i = 0; i < 100; ++i)
                redis.command({"PING"}, answers.next());
        }
        QVERIFY(answers.eachOnce());
        QCOMPARE(answers.count(Trouble::Uncertain), 100);
    }

    void aServerThatComesLater()
    {
        RedisFixture server(RedisFixture::Listen::UnixAndTcp);
        server.stop();
        for (const RedisAddress &address : {server.address(), server.tcpAddress()}) {
            RedisConnection redis(address, quick());
            QSignalSpy failed(&redis, &RedisConnection::attemptFailed);
            redis.open();
            QTRY_VERIFY(failed.size() >= 3);
            QVERIFY(!redis.lastError().isEmpty());
            QVERIFY(server.start());
            QVERIFY(becomesReady(redis));
            QVERIFY(redis.lastError().isEmpty());
            server.stop();
        }
    }

    void aHostNobodyKnows()
    {
        RedisAddress address;
        address.kind = RedisAddress::Kind::Tcp;
        address.host = QStringLiteral("no-such-host.invalid");
        RedisConnection redis(address);
        QString why;
        connect(&redis, &RedisConnection::attemptFailed, this, [&](const QString &said) {
            why = said;
            QCOMPARE(redis.state(), RedisConnection::State::Waiting);
        });
        redis.open();
        QCOMPARE(redis.state(), RedisConnection::State::Resolving); // off this thread
        QTRY_VERIFY2(why.contains(address.host), qUtf8Printable(why));
    }

    void aHostThatTakesNoConnections()
    {
        QTcpServer deaf;
        deaf.setListenBacklogSize(1);
        QVERIFY(deaf.listen(QHostAddress::LocalHost));
        deaf.pauseAccepting();
        std::vector<std::unique_ptr<QTcpSocket>> crowd; // fills the queue; the kernel drops who comes after
        for (int i = 0; i < 4; ++i) {
            crowd.push_back(std::make_unique<QTcpSocket>());
            crowd.back()->connectToHost(QHostAddress::LocalHost, deaf.serverPort());
        }
        QTRY_COMPARE(crowd[1]->state(), QAbstractSocket::ConnectedState);
        RedisLimits limits = quick();
        limits.connectDeadline = std::chrono::milliseconds(100);
        RedisAddress address;
        address.kind = RedisAddress::Kind::Tcp;
        address.host = QStringLiteral("127.0.0.1");
        address.port = deaf.serverPort();
        RedisConnection redis(address, limits);
        redis.open();
        QTRY_VERIFY2(redis.lastError().contains(QLatin1String("no connection in time")),
                     qUtf8Printable(redis.lastError()));
    }

    void aPeerThatIsNotRedis_data()
    {
        QTest::addColumn<QByteArray>("says");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<QString>("why");
        QTest::newRow("garbage") << QByteArray("HTTP/1.1 400 Bad\r\n\r\n") << false << "Protocol error";
        QTest::newRow("silence") << QByteArray() << false << "no answer within";
        QTest::newRow("hangs up") << QByteArray() << true << ":";
        QTest::newRow("too many clients")
            << QByteArray("-ERR max number of clients reached\r\n") << true << "max number";
    }
    void aPeerThatIsNotRedis()
    {
        QFETCH(QByteArray, says);
        QFETCH(bool, closes);
        QFETCH(QString, why);
        QTcpServer peer;
        QVERIFY(peer.listen(QHostAddress::LocalHost));
        connect(&peer, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = peer.nextPendingConnection();
            socket->write(says);
            if (closes)
                socket->disconnectFromHost();
        });
        RedisAddress address;
        address.kind = RedisAddress::Kind::Tcp;
        address.host = QStringLiteral("127.0.0.1");
        address.port = peer.serverPort();
        RedisConnection redis(address, impatient());
        QSignalSpy failed(&redis, &RedisConnection::attemptFailed);
        redis.open();
        QTRY_VERIFY(failed.size() >= 3);
        for (const auto &arguments : failed)
            QVERIFY2(arguments[0].toString().contains(why), qUtf8Printable(arguments[0].toString()));
    }

    void itsSocketIsNotInherited()
    {
        RedisFixture server;
        RedisConnection redis(server.address(), quick());
        redis.open();
        QVERIFY(becomesReady(redis));
        int sockets = 0;
        for (int fd = 3; fd < 256; ++fd) {
            const QString target = QFile::symLinkTarget(QStringLiteral("/proc/self/fd/%1").arg(fd));
            if (!target.contains(QLatin1String("socket:")))
                continue;
            ++sockets;
            QVERIFY(fcntl(fd, F_GETFD) & FD_CLOEXEC);
        }
        QVERIFY(sockets > 0);
    }
};

QTEST_GUILESS_MAIN(TestRedisFaults)
#include "tst_redis_faults.moc"

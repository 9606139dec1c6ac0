// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/private_redis.h"

#include "core/redis/connection.h"
#include "core/redis/redis_process.h"
#include "tests/support/redis_answers.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

using namespace seonchak;
using namespace seonchak::test;

namespace {

void signalTo(qint64 pid, int signal)
{
    ::kill(static_cast<pid_t>(pid), signal);
}

/// Not even as a zombie.
bool isGone(qint64 pid)
{
    return !QFile::exists(QStringLiteral("/proc/%1").arg(pid));
}

RedisAddress addressOf(const PrivateRedis &redis)
{
    RedisAddress address;
    address.path = redis.socketPath();
    return address;
}

RedisResult askOnce(const PrivateRedis &redis, const std::vector<QByteArray> &arguments)
{
    RedisConnection connection(addressOf(redis), quick());
    connection.open();
    if (!becomesReady(connection))
        return failure(Trouble::Unavailable, connection.lastError());
    return ask(connection, arguments);
}

bool starts(PrivateRedis &redis)
{
    redis.start();
    return QTest::qWaitFor([&] { return redis.isRunning(); }, 60'000);
}

} // namespace

class TestPrivateRedis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void startsAndStopsCleanly()
    {
        PrivateRedis redis(m_dir->path());
        QSignalSpy died(&redis, &PrivateRedis::died);
        QVERIFY(!redis.isRunning());
        QCOMPARE(redis.processId(), 0);
        QVERIFY(starts(redis));
        QVERIFY(redis.socketPath().startsWith(m_dir->path()));
        const qint64 pid = redis.processId();
        QCOMPARE(redis_process::serversIn(m_dir->filePath(QStringLiteral("redis"))), std::vector{pid});

        const auto config = [&](const char *name) {
            return askOnce(redis, {"CONFIG", "GET", name})->items.at(1).text;
        };
        QCOMPARE(config("port"), "0");
        QCOMPARE(config("appendonly"), "yes");
        QCOMPARE(config("appendfsync"), "everysec");
        QCOMPARE(config("maxmemory-policy"), "noeviction");
        QCOMPARE(config("save"), "");
        struct stat info{};
        QCOMPARE(::stat(QFile::encodeName(redis.socketPath()).constData(), &info), 0);
        QCOMPARE(info.st_mode & 0777, mode_t(0700));
        QCOMPARE(::stat(QFile::encodeName(QFileInfo(redis.socketPath()).path()).constData(), &info), 0);
        QCOMPARE(info.st_mode & 0777, mode_t(0700));
        QVERIFY(::getsid(static_cast<pid_t>(pid)) == pid); // a Ctrl-C for us is not for it

        redis.stop();
        QVERIFY(isGone(pid));
        QVERIFY(!QFile::exists(redis.socketPath())); // a clean end removes it
        QVERIFY(!redis.isRunning());
        QCOMPARE(redis.processId(), 0);
        QCOMPARE(died.size(), 0);
        QVERIFY(starts(redis));
    }

    void comesBackWithItsDataAfterAKill()
    {
        PrivateRedis redis(m_dir->path());
        QSignalSpy started(&redis, &PrivateRedis::started);
        QSignalSpy died(&redis, &PrivateRedis::died);
        QVERIFY(starts(redis));
        QVERIFY(askOnce(redis, {"SET", "key", "value"}));
        const qint64 first = redis.processId();
        signalTo(first, SIGKILL);
        QTRY_COMPARE(started.size(), 2);
        QCOMPARE(died.size(), 1);
        QVERIFY2(died[0][0].toString().contains(QLatin1String("signal")),
                 qUtf8Printable(died[0][0].toString()));
        QVERIFY(redis.processId() != first);
        QCOMPARE(askOnce(redis, {"GET", "key"})->text, "value");
    }

    void aServerThatCannotRunIsTriedAgainWithBackOff()
    {
        PrivateRedis redis(m_dir->path());
        QVERIFY(starts(redis));
        QVERIFY(askOnce(redis, {"SET", "key", "value"}));
        redis.stop();
        // A manifest that Redis refuses to load.
        const QString manifest =
            m_dir->filePath(QStringLiteral("redis/appendonlydir/appendonly.aof.manifest"));
        QVERIFY(QFile::rename(manifest, manifest + QLatin1String(".kept")));
        QFile broken(manifest);
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("nonsense\n");
        broken.close();
        QSignalSpy died(&redis, &PrivateRedis::died);
        QSignalSpy started(&redis, &PrivateRedis::started);
        QElapsedTimer clock;
        clock.start();
        redis.start();
        QTRY_COMPARE(died.size(), 4);
        QVERIFY(clock.elapsed() >= 300); // the pauses between the four: 50, 100 and 200 ms
        QVERIFY2(died[0][0].toString().contains(QLatin1String("status 1")),
                 qUtf8Printable(died[0][0].toString()));
        QCOMPARE(started.size(), 0);
        QVERIFY(QFile::remove(manifest));
        QVERIFY(QFile::rename(manifest + QLatin1String(".kept"), manifest));
        QTRY_COMPARE(started.size(), 1);
        QCOMPARE(askOnce(redis, {"GET", "key"})->text, "value");
    }

    void aLeftoverIsEndedFirstAndNeverJoined_data()
    {
        QTest::addColumn<bool>("frozen");
        QTest::addColumn<bool>("traceless");
        QTest::newRow("as it is") << false << false;
        QTest::newRow("stopped by SIGSTOP") << true << false;
        QTest::newRow("its socket and pid file removed") << false << true;
    }
    void aLeftoverIsEndedFirstAndNeverJoined()
    {
        QFETCH(bool, frozen);
        QFETCH(bool, traceless);
        PrivateRedis redis(m_dir->path());
        QVERIFY(starts(redis));
        QVERIFY(askOnce(redis, {"SET", "key", "old"}));
        redis.stop();
        QProcess leftover;
        leftover.start(PrivateRedis::findProgram().value(), leftoverArguments(redis));
        QTRY_VERIFY(QFile::exists(redis.socketPath()));
        QCOMPARE(askOnce(redis, {"APPEND", "key", "er"})->integer, 5);
        const qint64 old = leftover.processId();
        if (frozen)
            signalTo(old, SIGSTOP);
        if (traceless) {
            QFile::remove(redis.socketPath());
            QFile::remove(m_dir->filePath(QStringLiteral("redis/redis.pid")));
        }
        bool neverTwo = true;
        connect(&redis, &PrivateRedis::started, this, [&] {
            const auto running = redis_process::serversIn(m_dir->filePath(QStringLiteral("redis")));
            neverTwo = running == std::vector{redis.processId()};
        });
        QVERIFY(starts(redis));
        QVERIFY(neverTwo);
        QTRY_COMPARE(leftover.state(), QProcess::NotRunning);
        QCOMPARE(leftover.exitStatus(), QProcess::NormalExit); // cleanly, even the stopped one
        QVERIFY(redis.processId() != old);
        QCOMPARE(askOnce(redis, {"GET", "key"})->text, "older");
    }

    void aServerOfAnotherDirectoryIsLeftAlone()
    {
        QTemporaryDir elsewhere;
        PrivateRedis other(elsewhere.path());
        QVERIFY(starts(other));
        const qint64 pid = other.processId();
        PrivateRedis redis(m_dir->path());
        QVERIFY(starts(redis));
        QCOMPARE(other.processId(), pid);
        QVERIFY(askOnce(other, {"PING"}));
        QVERIFY(other.socketPath() != redis.socketPath());
    }

    void itEndsWithTheThreadThatStartedIt()
    {
        qint64 pid = 0;
        std::unique_ptr<QThread> thread(QThread::create([&] {
            auto *redis = new PrivateRedis(m_dir->path()); // leaked as a kill would: nobody calls stop()
            if (starts(*redis))
                pid = redis->processId();
            m_leaked = redis;
        }));
        thread->start();
        QVERIFY(thread->wait(20'000));
        QVERIFY(pid > 0);
        // A zombie until its parent asks; the name stays, the working directory goes.
        QTRY_VERIFY(redis_process::serversIn(m_dir->filePath(QStringLiteral("redis"))).empty());
        delete std::exchange(m_leaked, nullptr);
    }

    void aLongPathGetsAShortSocket()
    {
        const QString deep = m_dir->filePath(QString(120, u'd'));
        const QString runtime = m_dir->filePath(QStringLiteral("run"));
        QVERIFY(QDir().mkpath(runtime));
        const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtime));
        {
            PrivateRedis redis(deep);
            PrivateRedis same(deep);
            PrivateRedis another(deep + u'e');
            QVERIFY(redis.socketPath().startsWith(runtime));
            QVERIFY(redis.socketPath().toUtf8().size() <= 100);
            QCOMPARE(same.socketPath(), redis.socketPath());
            QVERIFY(another.socketPath() != redis.socketPath());
            QVERIFY(starts(redis));
            struct stat info{};
            QCOMPARE(::stat(QFile::encodeName(QFileInfo(redis.socketPath()).path()).constData(), &info), 0);
            QCOMPARE(info.st_mode & 0777, mode_t(0700));
            QVERIFY(askOnce(redis, {"PING"}));
            redis.stop();
            QVERIFY(!QFile::exists(QFileInfo(redis.socketPath()).path()));

            // A link that somebody planted in that place is not followed.
            QVERIFY(QFile::link(m_dir->path(), QFileInfo(redis.socketPath()).path()));
            QSignalSpy died(&redis, &PrivateRedis::died);
            redis.start();
            QTRY_VERIFY(died.size() >= 1);
            QVERIFY2(died[0][0].toString().contains(QLatin1String("ours alone")),
                     qUtf8Printable(died[0][0].toString()));
            QVERIFY(!redis.isRunning());
        }
        qputenv("XDG_RUNTIME_DIR", before);
    }

    void aPathWithBlanksAndQuotesWorks()
    {
        PrivateRedis redis(m_dir->filePath(QString::fromUtf8("선착 \"it's\" --here")));
        QVERIFY(starts(redis));
        QVERIFY(askOnce(redis, {"SET", "key", "value"}));
        QVERIFY(QFile::exists(QFileInfo(redis.socketPath()).path() + QLatin1String("/appendonlydir")));
    }

    void theLogIsKeptShort()
    {
        const QString log = m_dir->filePath(QStringLiteral("redis/redis.log"));
        QVERIFY(QDir().mkpath(m_dir->filePath(QStringLiteral("redis"))));
        QFile file(log);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(2'000'000, 'x'));
        file.close();
        PrivateRedis redis(m_dir->path());
        QVERIFY(starts(redis));
        QVERIFY(QFileInfo(log).size() < 100'000);
        QCOMPARE(QFileInfo(log + QLatin1String(".1")).size(), 2'000'000);
    }

    void aMissingProgramSaysWhatToInstall()
    {
        QVERIFY(PrivateRedis::findProgram());
        const auto missing = redis_process::findIn({m_dir->path()});
        QVERIFY(!missing);
        QVERIFY(missing.error().detail.contains(QLatin1String("apt install redis-server")));
        QVERIFY(missing.error().detail.contains(QLatin1String("--redis")));
        QVERIFY(!redis_process::findIn({}));

        QFile valkey(m_dir->filePath(QStringLiteral("valkey-server")));
        QVERIFY(valkey.open(QIODevice::WriteOnly));
        valkey.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        QCOMPARE(redis_process::findIn({m_dir->path()}).value(), valkey.fileName());
    }

private:
    /// As a predecessor that was killed would have started it.
    QStringList leftoverArguments(const PrivateRedis &redis) const
    {
        return {QStringLiteral("--port"),       QStringLiteral("0"),
                QStringLiteral("--unixsocket"), redis.socketPath(),
                QStringLiteral("--dir"),        m_dir->filePath(QStringLiteral("redis")),
                QStringLiteral("--appendonly"), QStringLiteral("yes"),
                QStringLiteral("--pidfile"),    m_dir->filePath(QStringLiteral("redis/redis.pid"))};
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    PrivateRedis *m_leaked = nullptr;
};

QTEST_GUILESS_MAIN(TestPrivateRedis)
#include "tst_private_redis.moc"

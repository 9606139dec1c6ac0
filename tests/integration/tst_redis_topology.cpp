// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/connection.h"
#include "core/redis/private_redis.h"
#include "core/redis/redis_process.h"
#include "tests/support/redis_answers.h"
#include "tests/support/redis_fixture.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <functional>

using namespace seonchak;
using namespace seonchak::test;

namespace {

const QString loopback = QStringLiteral("127.0.0.1");

RedisResult askAt(quint16 port, const std::vector<QByteArray> &arguments)
{
    RedisAddress address;
    address.kind = RedisAddress::Kind::Tcp;
    address.host = loopback;
    address.port = port;
    RedisConnection connection(address);
    connection.open();
    if (!becomesReady(connection))
        return failure(Trouble::Unavailable, connection.lastError());
    return ask(connection, arguments);
}

/// One increment after another for as long as it lives, whatever the answers are.
struct Stream
{
    Stream(RedisConnection &connection, QByteArray counter)
        : redis(connection)
        , key(std::move(counter))
    {
        pace.setInterval(1);
        QObject::connect(&pace, &QTimer::timeout, &pace, [this] {
            auto count = answers.next();
            redis.command({"INCR", key}, count);
        });
        pace.start();
    }

    RedisConnection &redis;
    QByteArray key;
    Answers answers;
    QTimer pace;
};

QStringList clusterNode()
{
    return {QStringLiteral("--cluster-enabled"), QStringLiteral("yes"), QStringLiteral("--cluster-port"),
            QString::number(freePort())};
}

struct Sentinel
{
    explicit Sentinel(quint16 master)
        : port(freePort())
    {
        QFile config(dir.filePath(QStringLiteral("sentinel.conf")));
        if (!config.open(QIODevice::WriteOnly))
            qFatal("no configuration for the Sentinel");
        config.write("port " + QByteArray::number(port) +
                     "\nbind 127.0.0.1\nsentinel monitor main 127.0.0.1 " + QByteArray::number(master) +
                     " 1\nsentinel down-after-milliseconds main 3000\nsentinel failover-timeout main 2000\n");
        config.close();
        redis_process::bindToThisThread(process, SIGKILL);
        process.setWorkingDirectory(dir.path());
        process.start(PrivateRedis::findProgram().value(), {config.fileName(), QStringLiteral("--sentinel")});
    }
    ~Sentinel()
    {
        redis_process::askToEnd(process.processId());
        process.waitForFinished(5000);
    }
    Sentinel(const Sentinel &) = delete;
    Sentinel &operator=(const Sentinel &) = delete;

    quint16 port;
    QTemporaryDir dir;
    QProcess process;
};

} // namespace

/// Sentinel and Cluster, each with real servers.
class TestRedisTopology : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }

    void followsASlotThroughTheCluster()
    {
        RedisFixture owner(RedisFixture::Listen::UnixAndTcp, clusterNode());
        RedisFixture other(RedisFixture::Listen::UnixAndTcp, clusterNode());
        QVERIFY(owner.command({"CLUSTER", "ADDSLOTSRANGE", "0", "16383"}));
        QVERIFY(owner.command(
            {"CLUSTER", "MEET", "127.0.0.1", QByteArray::number(other.port()), busPort(other)}));
        QTRY_VERIFY_WITH_TIMEOUT(clusterIsUp(owner) && clusterIsUp(other), 30'000);

        RedisAddress address;
        address.kind = RedisAddress::Kind::Cluster;
        address.peers = {{loopback, other.port()}}; // it owns nothing and sends us on
        RedisConnection redis(address, quick());
        QSignalSpy changed(&redis, &RedisConnection::readyChanged);
        redis.open();
        QVERIFY(becomesReady(redis));
        const auto first = ask(redis, {"INCR", "{sale}n"});
        QVERIFY2(first, qUtf8Printable(first ? QString() : first.error().detail));
        QCOMPARE(first->integer, 1);
        QCOMPARE(changed.size(), 3); // ready, away, ready at the owner

        Stream stream(redis, "{sale}n");
        QTRY_VERIFY(stream.answers.good() > 20);
        moveKeys(owner, other);
        QTRY_VERIFY(stream.answers.count(Trouble::Unavailable) > 5); // ASK: the slot is on its way
        handOverSlot(owner, other);
        const qsizetype before = stream.answers.good();
        QTRY_VERIFY(stream.answers.good() > before + 20);
        stream.pace.stop();
        QTRY_VERIFY(stream.answers.eachOnce());
        QCOMPARE(stream.answers.count(Trouble::Uncertain), 0);
        QCOMPARE(stream.answers.count(Trouble::Internal), 0);
        QCOMPARE(ask(redis, {"GET", "{sale}n"})->text.toLongLong(), stream.answers.good() + 1);
        QVERIFY(other.command({"GET", "{sale}n"})); // really there
    }

    void findsTheNewMasterThroughSentinel()
    {
        RedisFixture master(RedisFixture::Listen::UnixAndTcp);
        RedisFixture replica(RedisFixture::Listen::UnixAndTcp,
                             {QStringLiteral("--replicaof"), loopback, QString::number(master.port())});
        const Sentinel sentinel(master.port());
        QTRY_VERIFY_WITH_TIMEOUT(knowsItsReplica(sentinel), 30'000);

        RedisAddress address;
        address.kind = RedisAddress::Kind::Sentinel;
        address.peers = {{loopback, freePort()}, {loopback, sentinel.port}}; // the first one is not there
        address.master = QStringLiteral("main");
        RedisConnection redis(address, quick());
        redis.open();
        QVERIFY2(becomesReady(redis), qUtf8Printable(redis.lastError()));
        QVERIFY(ask(redis, {"SET", "key", "value"}));
        QTRY_VERIFY(replica.command({"GET", "key"})->text == "value");

        master.kill();
        QTRY_VERIFY(!redis.isReady());
        QTRY_VERIFY_WITH_TIMEOUT(redis.isReady(), 90'000);
        QCOMPARE(ask(redis, {"GET", "key"})->text, "value");
        QVERIFY(ask(redis, {"SET", "key", "again"}));
        QCOMPARE(replica.command({"GET", "key"})->text, "again");
    }

    void leavesADemotedMaster()
    {
        RedisFixture master(RedisFixture::Listen::UnixAndTcp);
        RedisFixture replica(RedisFixture::Listen::UnixAndTcp,
                             {QStringLiteral("--replicaof"), loopback, QString::number(master.port())});
        const Sentinel sentinel(master.port());
        QTRY_VERIFY_WITH_TIMEOUT(knowsItsReplica(sentinel), 30'000);
        RedisAddress address;
        address.kind = RedisAddress::Kind::Sentinel;
        address.peers = {{loopback, sentinel.port}};
        address.master = QStringLiteral("main");
        RedisConnection redis(address, quick());
        QSignalSpy failed(&redis, &RedisConnection::attemptFailed);
        redis.open();
        QVERIFY(becomesReady(redis));

        // By hand, so that nobody cuts our connection: it is the answer that tells us.
        QVERIFY(master.command({"REPLICAOF", "127.0.0.1", QByteArray::number(replica.port())}));
        const auto refused = ask(redis, {"SET", "key", "value"});
        QCOMPARE(refused.error().trouble, Trouble::Unavailable);
        QVERIFY(!redis.isReady());
        QTRY_VERIFY(failed.size() > 0); // Sentinel still names it, and ROLE says it is none
        QVERIFY2(redis.lastError().contains(QLatin1String("not one")), qUtf8Printable(redis.lastError()));
        QVERIFY(master.command({"REPLICAOF", "NO", "ONE"}));
        QTRY_VERIFY_WITH_TIMEOUT(redis.isReady() && ask(redis, {"SET", "key", "value"}), 30'000);
    }

    void sentinelsThatAreAwayOrKnowNothing()
    {
        RedisFixture master(RedisFixture::Listen::UnixAndTcp);
        const Sentinel sentinel(master.port());
        QTRY_VERIFY(askAt(sentinel.port, {"PING"}));
        RedisAddress address;
        address.kind = RedisAddress::Kind::Sentinel;
        address.peers = {{loopback, freePort()}, {loopback, sentinel.port}};
        address.master = QStringLiteral("unknown");
        RedisConnection redis(address, quick());
        QSignalSpy failed(&redis, &RedisConnection::attemptFailed);
        redis.open();
        QTRY_VERIFY(failed.size() >= 3);
        QVERIFY2(failed[0][0].toString().contains(QLatin1String("no master unknown")),
                 qUtf8Printable(failed[0][0].toString()));
    }

private:
    static QByteArray busPort(const RedisFixture &node)
    {
        return node.command({"CONFIG", "GET", "cluster-port"})->items.at(1).text;
    }
    static bool clusterIsUp(const RedisFixture &node)
    {
        const QByteArray info = node.command({"CLUSTER", "INFO"})->text;
        return info.contains("cluster_state:ok") && info.contains("cluster_known_nodes:2");
    }
    static bool knowsItsReplica(const Sentinel &sentinel)
    {
        const auto replicas = askAt(sentinel.port, {"SENTINEL", "REPLICAS", "main"});
        return replicas && replicas->items.size() == 1 &&
               std::any_of(replicas->items[0].items.begin(), replicas->items[0].items.end(),
                           [](const RedisReply &field) { return field.text == "ok"; });
    }
    // Both halves as redis-cli --cluster reshard does them.
    static void moveKeys(const RedisFixture &from, const RedisFixture &to)
    {
        const QByteArray slot = QByteArray::number(from.command({"CLUSTER", "KEYSLOT", "{sale}n"})->integer);
        QVERIFY(to.command({"CLUSTER", "SETSLOT", slot, "IMPORTING", idOf(from)}));
        QVERIFY(from.command({"CLUSTER", "SETSLOT", slot, "MIGRATING", idOf(to)}));
        QVERIFY(
            from.command({"MIGRATE", "127.0.0.1", QByteArray::number(to.port()), "{sale}n", "0", "5000"}));
    }
    static void handOverSlot(const RedisFixture &from, const RedisFixture &to)
    {
        const QByteArray slot = QByteArray::number(from.command({"CLUSTER", "KEYSLOT", "{sale}n"})->integer);
        QVERIFY(to.command({"CLUSTER", "SETSLOT", slot, "NODE", idOf(to)}));
        QVERIFY(from.command({"CLUSTER", "SETSLOT", slot, "NODE", idOf(to)}));
    }
    static QByteArray idOf(const RedisFixture &node) { return node.command({"CLUSTER", "MYID"})->text; }
};

QTEST_GUILESS_MAIN(TestRedisTopology)
#include "tst_redis_topology.moc"

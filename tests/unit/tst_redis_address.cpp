// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/address.h"
#include "core/redis/protocol.h"
#include "core/redis/script_call.h"

#include <QTest>

#include <limits>

using namespace seonchak;
using Kind = RedisAddress::Kind;

class TestRedisAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("masked");
        const auto row = [](const char *text, const char *mode, const char *masked) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(mode)
                                << QString::fromUtf8(masked);
        };
        row("private", "private", "private");
        row("redis://localhost", "tcp", "redis://localhost:6379");
        row("redis://localhost/", "tcp", "redis://localhost:6379");
        row("REDIS://10.0.0.1:7000/3", "tcp", "redis://10.0.0.1:7000/3");
        row("redis://[::1]:6380", "tcp", "redis://[::1]:6380");
        row("redis://[fe80::1]", "tcp", "redis://[fe80::1]:6379");
        row("redis://ann:s%40cret%2F@host:1", "tcp", "redis://ann:***@host:1");
        row("redis://:secret@host:65535/65535", "tcp", "redis://:***@host:65535/65535");
        row("unix:///run/redis.sock", "unix", "unix:///run/redis.sock");
        row("unix:///run/a%20b%3F.sock?db=2", "unix", "unix:///run/a%20b%3F.sock?db=2");
        row("unix://:secret@/run/redis.sock", "unix", "unix://:***@/run/redis.sock");
        row("sentinel://a:1,b,[::1]:3/main?db=4", "sentinel", "sentinel://a:1,b:26379,[::1]:3/main?db=4");
        row("cluster://a:1,b", "cluster", "cluster://a:1,b:6379");
        row("redis://[fe80::1%25eth0]:1", "tcp", "redis://[fe80::1%25eth0]:1");
        row("redis://a%23b%40c:1", "tcp", "redis://a%23b%40c:1");
    }
    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QString, mode);
        QFETCH(QString, masked);
        const auto address = RedisAddress::parse(text);
        QVERIFY2(address, qUtf8Printable(address ? QString() : address.error().detail));
        QCOMPARE(address->mode(), mode);
        QCOMPARE(address->masked(), masked);
        const auto again = RedisAddress::parse(masked);
        QVERIFY(again);
        QCOMPARE(again->masked(), masked);
        QVERIFY(!RedisAddress::parse(QStringLiteral("redis://a%3Ab"))); // a colon is no part of a name
    }

    void decodesEveryPart()
    {
        const auto tcp = RedisAddress::parse(QStringLiteral("redis://an%3An:s%40c%2F%25@host:1/7"));
        QVERIFY(tcp);
        QCOMPARE(tcp->user, QStringLiteral("an:n"));
        QCOMPARE(tcp->password, QStringLiteral("s@c/%"));
        QCOMPARE(tcp->host, QStringLiteral("host"));
        QCOMPARE(tcp->port, quint16(1));
        QCOMPARE(tcp->database, 7);

        const auto path = RedisAddress::parse(QStringLiteral("unix:///run/a%20b.sock?db=3"));
        QVERIFY(path);
        QCOMPARE(path->path, QStringLiteral("/run/a b.sock"));
        QCOMPARE(path->database, 3);

        const auto sentinel = RedisAddress::parse(QStringLiteral("sentinel://:pw@a:1,[::1]:2/my%20"));
        QVERIFY(!sentinel);
        const auto good = RedisAddress::parse(QStringLiteral("sentinel://:pw@a:1,[::1]:2/main"));
        QVERIFY(good);
        QCOMPARE(good->master, QStringLiteral("main"));
        QCOMPARE(good->password, QStringLiteral("pw"));
        QCOMPARE(good->peers.size(), 2);
        QCOMPARE(good->peers[1], std::pair(QStringLiteral("::1"), quint16(2)));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("named"); // a word of the sentence
        const auto row = [](const char *text, const char *named) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(named);
        };
        row("", "neither");
        row("localhost:6379", "neither");
        row("Private", "neither");
        row("://host", "neither");
        row("http://host", "\"http\"");
        row("rediss://:6379", tls::isBuiltIn() ? "empty host" : "TLS");
        row("rediss://host:6379?db=1", tls::isBuiltIn() ? "\"db\"" : "TLS");
        row("redis://", "empty host");
        row("redis://:6379", "empty host");
        row("redis://user:pw@:6379", "empty host");
        row("redis://host:0", "\"0\"");
        row("redis://host:65536", "\"65536\"");
        row("redis://host:-1", "\"-1\"");
        row("redis://host:+1", "\"+1\"");
        row("redis://host:port", "\"port\"");
        row("redis://host:1/x", "\"x\"");
        row("redis://host:1/-1", "\"-1\"");
        row("redis://host:1/65536", "\"65536\"");
        row("redis://host:1/1/2", "\"1/2\"");
        row("redis://host:1?db=1", "\"db\"");
        row("redis://::1:6379", "brackets");
        row("redis://[::1", "brackets");
        row("redis://[host]:1", "brackets");
        row("redis://[::1]6379", "after the brackets");
        row("redis://user@host", "without a password");
        row("redis://user:@host", "without a password");
        row("redis://user:%zz@host", "hex digits");
        row("redis://us%00er:pw@host", "not text");
        row("redis://user:pa/ss@host", "percent-encoded");
        row("redis://user:pa#ss@host", "percent-encoded");
        row("redis://a b", "host name");
        row("redis://a,b", "host name");
        row("unix://run/redis.sock", "absolute path");
        row("unix:///", "absolute path");
        row("unix://", "absolute path");
        row("unix:///run/redis.sock?database=1", "\"database\"");
        row("unix:///run/redis.sock?db=", "\"\"");
        row("sentinel://a:1", "name of the master");
        row("sentinel://a:1/", "name of the master");
        row("sentinel:///main", "empty host");
        row("sentinel://a:1,,b/main", "empty host");
        row("sentinel://a:1,b:x/main", "\"x\"");
        row("cluster://a:1/2", "database 0");
        row("cluster://", "empty host");
        QTest::newRow("long") << QString(QLatin1String("unix:///") + QString(107, u'a'))
                              << QStringLiteral("107 bytes");
    }
    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(QString, named);
        const auto address = RedisAddress::parse(text);
        QVERIFY(!address);
        QCOMPARE(address.error().trouble, Trouble::BadInput);
        QVERIFY2(address.error().detail.contains(named), qUtf8Printable(address.error().detail));
        QVERIFY(address.error().detail.endsWith(u'.'));
    }

    void anErrorNeverQuotesThePassword()
    {
        for (const char *text : {"redis://u:hunter2@", "redis://u:hun/ter2@host", "redis://u:hunter2@host:x",
                                 "redis://u:%hunter2@host", "ftp://u:hunter2@host", "rediss://u:hunter2@",
                                 "unix://u:hunter2@host/path", "sentinel://u:hunter2@h"}) {
            const auto address = RedisAddress::parse(QString::fromUtf8(text));
            QVERIFY(!address);
            QVERIFY2(!address.error().detail.contains(QLatin1String("ter2")), text);
        }
    }

    void aPrivateOneThatRunsIsShownAsItsSocket()
    {
        RedisAddress address;
        address.path = QStringLiteral("/data/redis.sock");
        QCOMPARE(address.masked(), QStringLiteral("unix:///data/redis.sock"));
        QCOMPARE(address.mode(), QStringLiteral("private"));
    }

    void encodesCommandsAsRedisReadsThem()
    {
        QCOMPARE(protocol::encode({"SET", "", QByteArray("a\0\r\n", 4)}),
                 QByteArray("*3\r\n$3\r\nSET\r\n$0\r\n\r\n$4\r\na\0\r\n\r\n", 29));
    }

    void encodesAScriptAndTheSameWithItsSource()
    {
        const Script script = Script::fromSource("return 1");
        QCOMPARE(script.sha, QByteArray("e0e1f9fabfc9d4800c877a703b823ac0578ff8db"));
        ScriptCall call(script, 1, 2, 0);
        for (const char *text : {"k", "v", "w"})
            call.add(QByteArrayView(text));
        const QByteArray run = call.take();
        const QByteArray tail = "$1\r\n1\r\n$1\r\nk\r\n$1\r\nv\r\n$1\r\nw\r\n";
        QCOMPARE(run, "*6\r\n$7\r\nEVALSHA\r\n$40\r\n" + script.sha + "\r\n" + tail);
        QCOMPARE(protocol::encodeRunWithSource(run, script.source),
                 "*6\r\n$4\r\nEVAL\r\n$8\r\nreturn 1\r\n" + tail);
    }

    void aCallTakesMoreThanWasAnnounced()
    {
        const Script script = Script::fromSource("return 1");
        const QByteArray large(5000, 'x');
        ScriptCall call(script, 2, 4, 1);
        call.add("user:", std::numeric_limits<qint64>::max());
        call.add("user:", 0);
        call.add(QByteArrayView(large));
        call.add(std::numeric_limits<qint64>::min());
        call.add(QByteArrayView());
        call.add(QByteArrayView("a\0\r\n", 4));
        QCOMPARE(call.take(),
                 "*9\r\n$7\r\nEVALSHA\r\n$40\r\n" + script.sha +
                     "\r\n$1\r\n2\r\n$24\r\nuser:9223372036854775807\r\n$6\r\nuser:0\r\n$5000\r\n" + large +
                     "\r\n$20\r\n-9223372036854775808\r\n$0\r\n\r\n$4\r\n" + QByteArray("a\0\r\n\r\n", 6));
    }

    void readsWhereTheClusterSends()
    {
        const auto to = [](const char *words) {
            return protocol::movedTo(Error{Trouble::Unavailable, QString::fromUtf8(words), {}});
        };
        using Target = std::pair<QString, quint16>;
        QCOMPARE(to("MOVED 3999 10.0.0.1:6381").value(), Target(QStringLiteral("10.0.0.1"), 6381));
        QCOMPARE(to("MOVED 3999 ::1:6381").value(), Target(QStringLiteral("::1"), 6381));
        QCOMPARE(to("MOVED 3999 :6381").value(), Target(QString(), 6381));
        QVERIFY(!to("MOVED 3999"));
        QVERIFY(!to("MOVED 3999 host:99999"));
        QVERIFY(!to("MOVEDX 3999 host:1"));
    }
};

QTEST_GUILESS_MAIN(TestRedisAddress)
#include "tst_redis_address.moc"

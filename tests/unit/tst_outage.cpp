// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/outage.h"

#include <QTest>

using namespace seonchak;

using Cure = Outage::Cure;
using Service = Outage::Service;

class TestOutage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameWordsAreNoNews();
    void cures_data();
    void cures();
};

void TestOutage::sameWordsAreNoNews()
{
    Outages outages;
    QVERIFY(outages.current().empty());
    QVERIFY(outages.report(Service::Redis, QStringLiteral("OOM"), 10));
    QVERIFY(!outages.report(Service::Redis, QStringLiteral("OOM"), 20));
    QVERIFY(outages.report(Service::Redis, QStringLiteral("READONLY"), 30));
    QVERIFY(outages.has(Service::Redis));
    QVERIFY(!outages.has(Service::Database));
    QVERIFY(outages.report(Service::Database, QStringLiteral("the disk is full"), 40));
    const auto current = outages.current();
    QCOMPARE(current.size(), std::size_t(2));
    QCOMPARE(current[0].words, QStringLiteral("READONLY"));
    QCOMPARE(current[0].since, WallMs(10)); // the service is out since then, for whatever reason
    QCOMPARE(current[1].sentence(), QStringLiteral("the database: the disk is full"));
    QCOMPARE(outages.clear(Service::Redis)->since, WallMs(10));
    QVERIFY(!outages.clear(Service::Redis));
    QVERIFY(outages.report(Service::Redis, QStringLiteral("READONLY"), 50));
    QCOMPARE(outages.current()[0].since, WallMs(50));
}

void TestOutage::cures_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("cure");
    const auto row = [](const char *words, const char *cure) {
        QTest::newRow(words) << QString::fromLatin1(words) << QString::fromLatin1(cure);
    };
    row("NOPERM User app has no permissions to run the 'lpop' command", "permit");
    row("ERR The user executing the script can't run this command or subcommand", "permit");
    row("ERR ACL failure in script: User app has no permissions to run the 'rpush' command", "permit");
    row("unix:/s refused AUTH: WRONGPASS invalid username-password pair or user is disabled.", "permit");
    row("NOAUTH Authentication required.", "permit");
    row("postgresql: connection to server at \"h\", port 1 failed: FATAL: password authentication failed",
        "permit");
    row("postgresql: ERROR: permission denied for table issue", "permit");
    row("READONLY You can't write against a read only replica.", "writable");
    row("postgresql: ERROR: cannot execute INSERT in a read-only transaction", "writable");
    row("sqlite: the database is read-only: attempt to write a readonly database", "writable");
    row("OOM command not allowed when used memory > 'maxmemory'.", "room");
    row("MISCONF Redis is configured to save RDB snapshots", "room");
    row("sqlite: the disk is full: database or disk is full", "room");
    row("NOREPLICAS Not enough good replicas to write.", "replicas");
    row("WRONGTYPE Operation against a key holding the wrong kind of value (LLEN)", "content");
    row("sqlite: the schema is not there yet: no such table: issue", "content");
    row("sqlite: another program holds the database's lock: database is locked", "unlock");
    row("127.0.0.1:1: Connection refused", "reach");
    row("LOADING Redis is loading the dataset in memory", "reach");
    row("CLUSTERDOWN The cluster is down", "reach");
    row("something new", "other");
}

void TestOutage::cures()
{
    QFETCH(QString, words);
    Outages outages;
    outages.report(Service::Redis, words, 1);
    QTEST(outages.current().front().cureName(), "cure");
}

QTEST_GUILESS_MAIN(TestOutage)
#include "tst_outage.moc"

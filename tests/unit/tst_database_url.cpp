// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/database_url.h"

#include <QTest>

using namespace seonchak;

class TestDatabaseUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sqlite();
    void postgresql_data();
    void postgresql();
    void refuses_data();
    void refuses();
    void masks_data();
    void masks();
};

void TestDatabaseUrl::sqlite()
{
    const auto standard = DatabaseUrl::parse(QStringLiteral("sqlite"), QStringLiteral("/data"));
    QVERIFY(standard);
    QCOMPARE(standard->engine, DatabaseUrl::Engine::Sqlite);
    QCOMPARE(standard->path, QStringLiteral("/data/seonchak.sqlite"));
    QCOMPARE(standard->engineName(), QStringLiteral("sqlite"));
    QCOMPARE(standard->masked(), QStringLiteral("sqlite:///data/seonchak.sqlite"));

    const auto path = DatabaseUrl::parse(QStringLiteral("sqlite:///var/my%20book.db"), {});
    QVERIFY(path);
    QCOMPARE(path->path, QStringLiteral("/var/my book.db"));
    QCOMPARE(path->masked(), QStringLiteral("sqlite:///var/my%20book.db"));
}

void TestDatabaseUrl::postgresql_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("parts"); // host, port, user, password, name, sslmode
    QTest::newRow("all") << "postgresql://kim:secret@db.example:6432/sale"
                         << QStringList{"db.example", "6432", "kim", "secret", "sale", ""};
    QTest::newRow("short scheme") << "postgres://db/sale" << QStringList{"db", "5432", "", "", "sale", ""};
    QTest::newRow("socket") << "postgresql:///sale?host=/run/postgresql"
                            << QStringList{"/run/postgresql", "5432", "", "", "sale", ""};
    QTest::newRow("socket with a login") << "postgresql://kim:pw@/sale?host=/run/pg&port=5433"
                                         << QStringList{"/run/pg", "5433", "kim", "pw", "sale", ""};
    QTest::newRow("encoded socket as host")
        << "postgresql://%2Frun%2Fpg/sale" << QStringList{"/run/pg", "5432", "", "", "sale", ""};
    QTest::newRow("percent") << "postgresql://k%40im:p%3A%2F%25@db/sa%20le?host=%2Frun%2Fpg"
                             << QStringList{"/run/pg", "5432", "k@im", "p:/%", "sa le", ""};
    QTest::newRow("colons in the password")
        << "postgresql://kim:a:b@db/sale" << QStringList{"db", "5432", "kim", "a:b", "sale", ""};
    QTest::newRow("IPv6") << "postgresql://kim@[::1]:5433/sale"
                          << QStringList{"::1", "5433", "kim", "", "sale", ""};
    QTest::newRow("options") << "postgresql:///sale?user=kim&password=pw&sslmode=require"
                             << QStringList{"", "5432", "kim", "pw", "sale", "require"};
}

void TestDatabaseUrl::postgresql()
{
    QFETCH(QString, text);
    QFETCH(QStringList, parts);
    const auto url = DatabaseUrl::parse(text, {});
    QVERIFY2(url, url ? "" : qPrintable(url.error().detail));
    QCOMPARE(url->engine, DatabaseUrl::Engine::Postgresql);
    QCOMPARE(url->engineName(), QStringLiteral("postgresql"));
    const QStringList found{url->host,   QString::number(url->port), url->user, url->password, url->name,
                            url->sslMode};
    QCOMPARE(found, parts);
}

void TestDatabaseUrl::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << "";
    QTest::newRow("another engine") << "mysql://h/n";
    QTest::newRow("relative file") << "sqlite:book.db";
    QTest::newRow("file with a host") << "sqlite://host/book.db";
    QTest::newRow("folder") << "sqlite:///var/";
    QTest::newRow("file with options") << "sqlite:///book.db?mode=ro";
    QTest::newRow("no name") << "postgresql://kim:secret@db";
    QTest::newRow("empty name") << "postgresql://kim:secret@db/";
    QTest::newRow("port 0") << "postgresql://kim:secret@db:0/sale";
    QTest::newRow("port too high") << "postgresql://kim:secret@db:70000/sale";
    QTest::newRow("port of letters") << "postgresql://kim:secret@db:five/sale";
    QTest::newRow("unknown option") << "postgresql://kim:secret@db/sale?colour=red";
}

void TestDatabaseUrl::refuses()
{
    QFETCH(QString, text);
    const auto url = DatabaseUrl::parse(text, QStringLiteral("/data"));
    QVERIFY(!url);
    QCOMPARE(url.error().trouble, Trouble::BadInput);
    QVERIFY(url.error().detail.endsWith(u'.'));
    QVERIFY(!url.error().detail.contains(QStringLiteral("secret")));
}

void TestDatabaseUrl::masks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("masked");
    QTest::newRow("host") << "postgresql://kim:secret@db:6432/sale" << "postgresql://kim:***@db:6432/sale";
    QTest::newRow("no password") << "postgresql://kim@db/sale" << "postgresql://kim@db:5432/sale";
    QTest::newRow("option") << "postgresql:///sale?host=/run/pg&user=kim&password=secret"
                            << "postgresql://kim:***@/sale?host=/run/pg";
    QTest::newRow("socket port") << "postgresql:///sale?host=/run/pg&port=5433"
                                 << "postgresql:///sale?host=/run/pg&port=5433";
    QTest::newRow("IPv6") << "postgresql://[::1]/sale" << "postgresql://[::1]:5432/sale";
}

void TestDatabaseUrl::masks()
{
    QFETCH(QString, text);
    QFETCH(QString, masked);
    const auto url = DatabaseUrl::parse(text, {});
    QVERIFY(url);
    QCOMPARE(url->masked(), masked);
}

QTEST_GUILESS_MAIN(TestDatabaseUrl)
#include "tst_database_url.moc"

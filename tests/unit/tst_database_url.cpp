// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/database_url.h"

#include <QTest>

using namespace seonchak;

class TestDatabaseUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sqlite();
    void postgresql_data();
    void postgresql();
    void readOnlyIsTold();
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
    QTest::addColumn<QStringList>("parts"); // host, port, user, password, name, libpq's options
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
                             << QStringList{"", "5432", "kim", "pw", "sale", "sslmode='require'"};
    QTest::newRow("a cloud's URL")
        << "postgres://u%40srv:p%23w%3D@db.example/sale?sslmode=verify-full&channel_binding=require"
           "&sslrootcert=/etc/ssl/my%20ca.pem"
        << QStringList{"db.example",
                       "5432",
                       "u@srv",
                       "p#w=",
                       "sale",
                       "sslmode='verify-full' channel_binding='require' sslrootcert='/etc/ssl/my ca.pem'"};
    QTest::newRow("several hosts")
        << "postgresql://kim@db1:5433,[::1],db3:5434/sale?target_session_attrs=read-write"
        << QStringList{"db1,::1,db3", "5433",
                       "kim",         "",
                       "sale",        "target_session_attrs='read-write' port='5433,,5434'"};
    QTest::newRow("several hosts in the query")
        << "postgresql:///sale?host=/run/a,/run/b&port=5433,5434"
        << QStringList{"/run/a,/run/b", "5433", "", "", "sale", "port='5433,5434'"};
    QTest::newRow("quotes and back-slashes")
        << "postgresql://db/sale?options=-c%20search_path%3D'a'%20-c%20x.y%3Da%5Cb"
        << QStringList{"db", "5432", "", "", "sale", "options='-c search_path=\\'a\\' -c x.y=a\\\\b'"};
    QTest::newRow("JDBC's word") << "postgresql://db/sale?ssl=true"
                                 << QStringList{"db", "5432", "", "", "sale", "sslmode='require'"};
    QTest::newRow("the name as an option")
        << "postgresql://db/?dbname=sale" << QStringList{"db", "5432", "", "", "sale", ""};
    QTest::newRow("schema") << "postgresql://db/sale?schema=%EA%B0%80%EC%9D%84-2026"
                            << QStringList{"db",   "5432",
                                           "",     "",
                                           "sale", QStringLiteral("options='-csearch_path=\"가을-2026\"'")};
    QTest::newRow("schema beside options of the server")
        << "postgresql://db/sale?schema=old&options=-cjit%3Doff"
        << QStringList{"db", "5432", "",
                       "",   "sale", "options='-cjit=off' options='-cjit=off -csearch_path=\"old\"'"};
    QTest::newRow("what libpq is to judge")
        << "postgresql://db/sale?colour=red" << QStringList{"db", "5432", "", "", "sale", "colour='red'"};
}

void TestDatabaseUrl::postgresql()
{
    QFETCH(QString, text);
    QFETCH(QStringList, parts);
    const auto url = DatabaseUrl::parse(text, {});
    QVERIFY2(url, url ? "" : qPrintable(url.error().detail));
    QCOMPARE(url->engine, DatabaseUrl::Engine::Postgresql);
    QCOMPARE(url->engineName(), QStringLiteral("postgresql"));
    const QStringList found{
        url->host, QString::number(url->port),
        url->user, url->password,
        url->name, url->libpqOptions().section(QStringLiteral("application_name=seonchak"), 1).trimmed()};
    QCOMPARE(found, parts);
}

/// Nobody may take whoever looks at an old book for a server.
void TestDatabaseUrl::readOnlyIsTold()
{
    auto url = DatabaseUrl::parse(QStringLiteral("postgresql://db/sale"), {});
    QVERIFY(url);
    url->readOnly = true;
    const QString options = url->libpqOptions();
    QVERIFY(options.contains(QStringLiteral("options='-cdefault_transaction_read_only=on'")));
    QVERIFY(options.endsWith(QStringLiteral("application_name='seonchak-book'")));
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
    QTest::newRow("second port of letters") << "postgresql://kim:secret@db:5432,db2:five/sale";
    QTest::newRow("option without a name") << "postgresql://kim:secret@db/sale?=red";
    QTest::newRow("option with a quote in its name") << "postgresql://kim:secret@db/sale?a'b=red";
    QTest::newRow("schema with a quote") << "postgresql://kim:secret@db/sale?schema=a%22b";
    QTest::newRow("schema with a blank") << "postgresql://kim:secret@db/sale?schema=a%20b";
    QTest::newRow("semicolon") << "postgresql://kim@db/sale?sslpassword=secret;x";
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
    QTest::newRow("secrets among the options")
        << "postgresql://kim@db/sale?password=secret&sslmode=require&sslpassword=secret"
        << "postgresql://kim:***@db:5432/sale?sslmode=require&sslpassword=***";
    QTest::newRow("several hosts") << "postgresql://kim:secret@db1,db2:5433/sale"
                                   << "postgresql://kim:***@db1:5432,db2:5433/sale";
    QTest::newRow("IPv6") << "postgresql://[::1]/sale" << "postgresql://[::1]:5432/sale";
    QTest::newRow("schema") << "postgresql://kim:secret@db/sale?schema=old-1"
                            << "postgresql://kim:***@db:5432/sale?schema=old-1";
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

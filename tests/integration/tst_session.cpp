// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/session.h"

#include "core/database/engine/rows.h"
#include "tests/support/database_fixture.h"

#include <QTest>

using namespace seonchak;

/// Transactions of a connection. PostgreSQL gets the BEGIN together with the first statement.
class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_session.reset(); }
    void keepsWhatSucceeded_data() { DatabaseFixture::addEngines(); }
    void keepsWhatSucceeded();
    void undoesWhatFailed_data() { DatabaseFixture::addEngines(); }
    void undoesWhatFailed();
    void firstStatementFails_data() { DatabaseFixture::addEngines(); }
    void firstStatementFails();
    void noStatement_data() { DatabaseFixture::addEngines(); }
    void noStatement();
    void firstStatementAnswersForItself_data() { DatabaseFixture::addEngines(); }
    void firstStatementAnswersForItself();
    void settingsEndWithTheTransaction();
    void aProgramThatHangsKeepsNoLocks();
    void oneMessageIsAWholeTransaction();
    void oneMessageWhoseStatementFails();
    void snapshotIsOneInstant_data() { DatabaseFixture::addEngines(); }
    void snapshotIsOneInstant();

private:
    void open();
    Result<void> put(const QList<int> &numbers); ///< each by a statement of its own
    qint64 sum()
    {
        return number(*m_session, QStringLiteral("SELECT coalesce(sum(n), 0) FROM t")).value_or(-1);
    }
    QString setting(const QString &name);

    DatabaseFixture m_databases;
    DatabaseUrl m_url;
    std::unique_ptr<Session> m_session;
};

void TestSession::open()
{
    QFETCH(QString, engine);
    m_url = m_databases.fresh(engine);
    m_session = DatabaseFixture::open(m_url);
    QVERIFY(m_session->execute(QStringLiteral("CREATE TABLE t (n integer PRIMARY KEY)")));
}

Result<void> TestSession::put(const QList<int> &numbers)
{
    for (const int n : numbers) {
        const auto added = affected(*m_session, QStringLiteral("INSERT INTO t (n) VALUES (?)"), {n});
        if (!added)
            return std::unexpected(added.error());
    }
    return {};
}

QString TestSession::setting(const QString &name)
{
    QString value;
    const auto read = eachRow(*m_session, QStringLiteral("SELECT current_setting(?)"), {name},
                              [&](const QSqlQuery &row) { value = row.value(0).toString(); });
    return read ? value : read.error().detail;
}

void TestSession::keepsWhatSucceeded()
{
    open();
    QVERIFY(m_session->transaction([&] { return put({1, 2}); }));
    QCOMPARE(sum(), 3);
}

void TestSession::undoesWhatFailed()
{
    open();
    QVERIFY(put({1}));
    const auto twice = m_session->transaction([&] { return put({2, 1}); });
    QVERIFY(!twice);
    QCOMPARE(twice.error().trouble, Trouble::Conflict);
    const auto refused = m_session->transaction([&]() -> Result<void> {
        if (auto done = put({4}); !done)
            return done;
        return failure(Trouble::BadInput, QStringLiteral("no"));
    });
    QVERIFY(!refused);
    QCOMPARE(refused.error().detail, QStringLiteral("no"));
    QCOMPARE(sum(), 1);
}

void TestSession::firstStatementFails()
{
    open();
    QVERIFY(put({1}));
    for (const char *wrong : {"SELEC 1", "INSERT INTO t (n) VALUES (1)", "SELECT 1 FROM nowhere"}) {
        const auto done = m_session->transaction([&]() -> Result<void> {
            if (m_session->execute(QString::fromLatin1(wrong)))
                return {};
            return failure(Trouble::Internal, QStringLiteral("failed"));
        });
        QVERIFY2(!done, wrong);
        QVERIFY(!m_session->isBroken());
        QVERIFY(m_session->transaction([&] { return put({10}); }));
        QVERIFY(m_session->execute(QStringLiteral("DELETE FROM t WHERE n = 10")));
    }
    QCOMPARE(sum(), 1);
}

void TestSession::noStatement()
{
    open();
    QVERIFY(m_session->transaction([] { return Result<void>{}; }));
    QVERIFY(!m_session->transaction([] { return Result<void>(failure(Trouble::BadInput, {})); }));
    QVERIFY(put({1})); // It stands outside of both.
    QCOMPARE(sum(), 1);
    const auto other = DatabaseFixture::open(m_url);
    QCOMPARE(DatabaseFixture::numberOf(*other, QStringLiteral("SELECT count(*) FROM t")), 1);
}

void TestSession::firstStatementAnswersForItself()
{
    open();
    qint64 rows = -1;
    QVERIFY(m_session->transaction([&]() -> Result<void> {
        const auto added = affected(*m_session, QStringLiteral("INSERT INTO t (n) VALUES (?), (?)"), {1, 2});
        rows = added.value_or(-1);
        return withoutCount(added);
    }));
    QCOMPARE(rows, 2);
    qint64 read = -1;
    QVERIFY(m_session->transaction([&]() -> Result<void> {
        read = sum();
        return {};
    }));
    QCOMPARE(read, 3);
    QList<int> seen;
    QVERIFY(m_session->transaction([&] {
        return eachRow(*m_session, QStringLiteral("SELECT n FROM t ORDER BY n"), {},
                       [&](const QSqlQuery &row) { seen.append(row.value(0).toInt()); });
    }));
    QCOMPARE(seen, (QList<int>{1, 2}));
}

/// Behind a pooler the next transaction of this server process may be another program's.
void TestSession::settingsEndWithTheTransaction()
{
    m_session = DatabaseFixture::open(m_databases.fresh(QStringLiteral("postgresql")));
    const QString before = setting(QStringLiteral("lock_timeout"));
    m_session->setLockWait(1234);
    QString first;
    QString second;
    QVERIFY(m_session->transaction([&]() -> Result<void> {
        first = setting(QStringLiteral("lock_timeout"));
        second = setting(QStringLiteral("jit"));
        return {};
    }));
    QCOMPARE(first, QStringLiteral("1234ms"));
    QCOMPARE(second, QStringLiteral("off"));
    QCOMPARE(setting(QStringLiteral("lock_timeout")), before);
}

/// Reading may pause, writing may not: the locks are others' as well.
void TestSession::aProgramThatHangsKeepsNoLocks()
{
    const DatabaseUrl url = m_databases.fresh(QStringLiteral("postgresql"));
    m_session = DatabaseFixture::open(url);
    const QString name = QStringLiteral("idle_in_transaction_session_timeout");
    QString writing;
    QString reading;
    QVERIFY(m_session->transaction([&]() -> Result<void> {
        writing = setting(name);
        return {};
    }));
    QVERIFY(m_session->snapshot([&]() -> Result<void> {
        reading = setting(name);
        return {};
    }));
    QCOMPARE(writing, QStringLiteral("10s"));
    QCOMPARE(reading, QStringLiteral("0"));
}

void TestSession::oneMessageIsAWholeTransaction()
{
    m_session = DatabaseFixture::open(m_databases.fresh(QStringLiteral("postgresql")));
    QVERIFY(m_session->execute(QStringLiteral("CREATE TABLE t (n integer PRIMARY KEY, word text)")));
    QStringList words;
    for (const int n : {1, 2}) { // twice: what is left of the first must not be in the way of the second
        const auto done = m_session->transactionOfOne(
            QStringLiteral("INSERT INTO t (n, word) VALUES (?, ?), (?, 'x') RETURNING word"),
            {n, QStringLiteral("a;b'?"), 10 * n},
            [&](const QSqlQuery &row) { words.append(row.value(0).toString()); });
        QVERIFY2(done, done ? "" : qUtf8Printable(done.error().detail));
    }
    QCOMPARE(words, (QStringList{QStringLiteral("a;b'?"), QStringLiteral("x"), QStringLiteral("a;b'?"),
                                 QStringLiteral("x")}));
    QVERIFY(m_session->execute(QStringLiteral("ROLLBACK"))); // Had it not been committed, this would undo it.
    QCOMPARE(sum(), 33);
    QCOMPARE(setting(QStringLiteral("jit")), QStringLiteral("on"));
}

void TestSession::oneMessageWhoseStatementFails()
{
    m_session = DatabaseFixture::open(m_databases.fresh(QStringLiteral("postgresql")));
    QVERIFY(m_session->execute(QStringLiteral("CREATE TABLE t (n integer PRIMARY KEY)")));
    QVERIFY(put({1}));
    const auto failed = m_session->transactionOfOne(QStringLiteral("INSERT INTO t (n) VALUES (2), (1)"), {},
                                                    [](const QSqlQuery &) {});
    QVERIFY(!failed);
    QCOMPARE(failed.error().trouble, Trouble::Conflict);
    QVERIFY(!m_session->isBroken() && !m_session->isCommitUnknown());
    QVERIFY(put({4})); // The connection is not left within the failed transaction.
    QCOMPARE(sum(), 5);
}

void TestSession::snapshotIsOneInstant()
{
    open();
    QVERIFY(put({1}));
    const auto other = DatabaseFixture::open(m_url);
    QList<qint64> seen;
    QVERIFY(m_session->snapshot([&]() -> Result<void> {
        seen.append(sum());
        if (auto added = other->execute(QStringLiteral("INSERT INTO t (n) VALUES (7)")); !added)
            return added;
        seen.append(sum());
        return {};
    }));
    QCOMPARE(seen, (QList<qint64>{1, 1}));
    QCOMPARE(sum(), 8);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"

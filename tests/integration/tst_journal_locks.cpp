// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/journal/journal.h"
#include "tests/support/database_fixture.h"
#include "tests/support/journal_client.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace seonchak;
using namespace seonchak::journal_entries;

namespace {

qint64 waitingForLocks(Session &watcher)
{
    return DatabaseFixture::numberOf(
        watcher, QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                " AND datname = current_database()"));
}

QString issueOf(int user)
{
    return QStringLiteral("INSERT INTO issue (user_id, coupon_id, issued_at) VALUES (%1, %2, 1)")
        .arg(user)
        .arg(1000 + user);
}

/// Whether both could be written, in a transaction that ends without effect and never looks for a deadlock.
bool writesThreeThenOne(const DatabaseUrl &url)
{
    const auto session = DatabaseFixture::open(url);
    return session->execute(QStringLiteral("BEGIN")) &&
           session->execute(QStringLiteral("SET LOCAL deadlock_timeout = '1h'")) &&
           session->execute(issueOf(3)) && session->execute(issueOf(1)) &&
           session->execute(QStringLiteral("ROLLBACK"));
}

} // namespace

/// The journal when other programs hold the locks that it needs.
class TestJournalLocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsForALock();
    void triesAgainAfterADeadlock_data();
    void triesAgainAfterADeadlock();
    void givesUpOnALockAndComesBack();
    void connectsWhileAnotherServerProbes();
    void writesIssuesWhileOtherWorkWaits();

private:
    DatabaseFixture m_databases;
};

void TestJournalLocks::waitsForALock()
{
    const DatabaseUrl url = m_databases.stocked(QStringLiteral("sqlite"), 10);
    Journal journal(url, roomy);
    QTRY_VERIFY(journal.isConnected());
    const auto other = DatabaseFixture::open(url);
    QVERIFY(other->execute(QStringLiteral("BEGIN IMMEDIATE")));
    JournalClient client(journal);
    client.book(entry(0));
    QTRY_COMPARE(journal.depth(), 0U); // the writer has it, and stands before the lock
    QCoreApplication::processEvents();
    QCOMPARE(client.answered(), 0U);
    QVERIFY(other->execute(QStringLiteral("COMMIT")));
    QTRY_COMPARE(client.answered(), 1U);
    QVERIFY(client.at(0) && client.at(0)->kind == Booked::Kind::Issued);
    QVERIFY(journal.isConnected());
}

void TestJournalLocks::triesAgainAfterADeadlock_data()
{
    QTest::addColumn<QString>("gateEnds"); // a batch that meets a conflict sends those after it in steps
    QTest::newRow("in one message") << QStringLiteral("ROLLBACK");
    QTest::newRow("in steps") << QStringLiteral("COMMIT");
}

/// PostgreSQL looks for a deadlock once, a second after a program began to wait, and ends that program's
/// work. Here only the journal looks, and its wait is the one that closes the circle.
void TestJournalLocks::triesAgainAfterADeadlock()
{
    QFETCH(const QString, gateEnds);
    const DatabaseUrl url = m_databases.stocked(QStringLiteral("postgresql"), 10);
    const auto gate = DatabaseFixture::open(url);
    const auto holder = DatabaseFixture::open(url);
    const auto watcher = DatabaseFixture::open(url);
    QVERIFY(gate->execute(QStringLiteral("BEGIN")) && gate->execute(issueOf(4)));
    QVERIFY(holder->execute(QStringLiteral("BEGIN")) && holder->execute(issueOf(2)));
    Journal journal(url, roomy);
    QTRY_VERIFY(journal.isConnected());
    JournalClient client(journal);
    client.book(entry(3));
    QTRY_COMPARE(waitingForLocks(*watcher), 1);
    for (int n = 0; n < 3; ++n)
        client.book(entry(n)); // the next batch
    QVERIFY(gate->execute(gateEnds));
    QTRY_COMPARE(client.answered(), 1U);
    QTRY_COMPARE(waitingForLocks(*watcher), 1); // has user 1, waits for user 2, has not come to user 3
    std::atomic<bool> otherWrote = false;
    std::jthread other([&] { otherWrote = writesThreeThenOne(url); });
    QTRY_COMPARE(waitingForLocks(*watcher), 2);
    QVERIFY(holder->execute(QStringLiteral("ROLLBACK"))); // the journal goes on to user 3
    QTRY_COMPARE(client.answered(), 4U);
    other.join();
    QVERIFY(otherWrote);
    for (std::size_t n = 1; n < 4; ++n)
        QVERIFY(client.at(n) && client.at(n)->kind == Booked::Kind::Issued);
    QCOMPARE(DatabaseFixture::issuedUsers(url), (QList<qint64>{1, 2, 3, 4}));
}

void TestJournalLocks::givesUpOnALockAndComesBack()
{
    const DatabaseUrl patient = m_databases.stocked(QStringLiteral("sqlite"), 10);
    DatabaseUrl url = patient;
    url.busyTimeoutMs = 30;
    Journal journal(url, roomy);
    QTRY_VERIFY(journal.isConnected());
    const auto other = DatabaseFixture::open(patient);
    QVERIFY(other->execute(QStringLiteral("BEGIN IMMEDIATE")));
    JournalClient client(journal);
    client.book(entry(0));
    QTRY_COMPARE(client.answered(), 1U);
    QVERIFY(!client.at(0));
    QCOMPARE(client.at(0).error().trouble, Trouble::Unavailable);
    QTRY_VERIFY(!journal.isConnected());
    client.book(entry(1)); // waits for the database to come back
    QVERIFY(other->execute(QStringLiteral("COMMIT")));
    QTRY_COMPARE(client.answered(), 2U);
    QVERIFY(client.at(1) && client.at(1)->kind == Booked::Kind::Issued);
    QTRY_VERIFY(journal.isConnected());
    QCOMPARE(DatabaseFixture::issuedUsers(url), (QList<qint64>{2})); // Unavailable means: not in the book
}

/// Another server hangs during its probe.
void TestJournalLocks::connectsWhileAnotherServerProbes()
{
    const DatabaseUrl url = m_databases.stocked(QStringLiteral("postgresql"), 1);
    {
        Journal journal(url, roomy);
        QTRY_VERIFY(journal.isConnected());
    }
    const auto hanging = DatabaseFixture::open(url);
    QVERIFY(hanging->execute(QStringLiteral("BEGIN")));
    QVERIFY(hanging->execute(QStringLiteral("UPDATE meta SET value = value WHERE key = 'journal.opened'")));
    Journal journal(url, roomy);
    QTRY_VERIFY(journal.isConnected());
    QVERIFY(hanging->execute(QStringLiteral("ROLLBACK")));
}

/// Another server hangs with a lock on a row that all servers write, such as the number of refusals.
void TestJournalLocks::writesIssuesWhileOtherWorkWaits()
{
    const DatabaseUrl url = m_databases.stocked(QStringLiteral("postgresql"), 1);
    const auto hanging = DatabaseFixture::open(url);
    const auto watcher = DatabaseFixture::open(url);
    QVERIFY(JournalClient::setWord(*hanging, "before"));
    QVERIFY(hanging->execute(QStringLiteral("BEGIN")));
    QVERIFY(JournalClient::setWord(*hanging, "never"));
    Journal journal(url, roomy);
    QTRY_VERIFY(journal.isConnected());
    JournalClient client(journal);
    client.write([](Session &session) { return JournalClient::setWord(session, "after"); });
    QTRY_COMPARE(waitingForLocks(*watcher), 1);
    client.book(entry(0));
    QTRY_COMPARE(client.count(Booked::Kind::Issued), 1);
    QVERIFY(client.written().empty()); // still before the lock
    QVERIFY(hanging->execute(QStringLiteral("ROLLBACK")));
    QTRY_COMPARE(client.written().size(), 1U);
    QVERIFY(client.written().front());
}

QTEST_GUILESS_MAIN(TestJournalLocks)
#include "tst_journal_locks.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/coupon_book.h"
#include "core/database/engine/rows.h"
#include "core/database/journal/journal.h"
#include "tests/support/database_fixture.h"
#include "tests/support/journal_client.h"
#include "tests/support/losing_proxy.h"

#include <QFile>
#include <QScopeGuard>
#include <QSet>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <sys/resource.h>

using namespace seonchak;

namespace {

constexpr std::size_t roomy = 100'000;

QByteArray code(int n)
{
    return "C" + QByteArray::number(n);
}

IssueEntry entry(int n)
{
    return {n + 1, code(n), n + 1, JournalClient::now};
}

QSet<qint64> usersIn(const DatabaseUrl &url)
{
    QSet<qint64> users;
    const auto session = DatabaseFixture::open(url);
    const auto read = eachRow(*session, QStringLiteral("SELECT user_id FROM issue"), {},
                              [&](const QSqlQuery &row) { users.insert(row.value(0).toLongLong()); });
    return read ? users : QSet<qint64>{-1};
}

qint64 waitingForLocks(Session &watcher)
{
    return DatabaseFixture::numberOf(
        watcher, QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                " AND datname = current_database()"));
}

Result<int> setWord(Session &session, const char *value)
{
    const auto set = book::setMeta(session, "word", value);
    return set ? Result<int>(1) : std::unexpected(set.error());
}

} // namespace

/// The journal when the database fails under it.
class TestJournalFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsForALock();
    void triesAgainAfterADeadlock();
    void givesUpOnALockAndComesBack();
    void survivesADiskThatTakesNoMore();
    void readsBackACommitWhoseAnswerWasLost();
    void runsWorkAgainAfterALostAnswer();
    void saysUncertainWhereItCannotReadBack();
    void noticesARestartWithoutAWord();
    void connectsWhileAnotherServerProbes();
    void writesIssuesWhileOtherWorkWaits();
    void answersEverybodyWhileTheServerIsKilled();
    void keepsTheLogShort();

private:
    DatabaseFixture m_databases;
};

void TestJournalFaults::waitsForALock()
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

void TestJournalFaults::triesAgainAfterADeadlock()
{
    const DatabaseUrl url = m_databases.stocked(QStringLiteral("postgresql"), 10);
    const auto other = DatabaseFixture::open(url);
    const auto watcher = DatabaseFixture::open(url);
    const QString insert =
        QStringLiteral("INSERT INTO issue (user_id, coupon_id, issued_at) VALUES (%1, %2, 1)");
    QVERIFY(other->execute(QStringLiteral("BEGIN")));
    QVERIFY(other->execute(insert.arg(2).arg(1002)));
    Journal journal(url, roomy);
    QTRY_VERIFY(journal.isConnected());
    JournalClient client(journal);
    client.book(entry(0)); // user 1
    client.book(entry(1)); // user 2: waits for the other program
    QTRY_COMPARE(waitingForLocks(*watcher), 1);
    // The circle closes. PostgreSQL breaks it at the expense of the one that has waited longest: the journal.
    QVERIFY(other->execute(insert.arg(1).arg(1001)));
    QVERIFY(other->execute(QStringLiteral("ROLLBACK")));
    QTRY_COMPARE(client.count(Booked::Kind::Issued), 2);
    QCOMPARE(usersIn(url), (QSet<qint64>{1, 2}));
}

/// Another server hangs during its probe.
void TestJournalFaults::connectsWhileAnotherServerProbes()
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
void TestJournalFaults::writesIssuesWhileOtherWorkWaits()
{
    const DatabaseUrl url = m_databases.stocked(QStringLiteral("postgresql"), 1);
    const auto hanging = DatabaseFixture::open(url);
    const auto watcher = DatabaseFixture::open(url);
    QVERIFY(setWord(*hanging, "before"));
    QVERIFY(hanging->execute(QStringLiteral("BEGIN")));
    QVERIFY(setWord(*hanging, "never"));
    Journal journal(url, roomy);
    QTRY_VERIFY(journal.isConnected());
    JournalClient client(journal);
    client.write([](Session &session) { return setWord(session, "after"); });
    QTRY_COMPARE(waitingForLocks(*watcher), 1);
    client.book(entry(0));
    QTRY_COMPARE(client.count(Booked::Kind::Issued), 1);
    QVERIFY(client.written().empty()); // still before the lock
    QVERIFY(hanging->execute(QStringLiteral("ROLLBACK")));
    QTRY_COMPARE(client.written().size(), 1U);
    QVERIFY(client.written().front());
}

void TestJournalFaults::givesUpOnALockAndComesBack()
{
    DatabaseUrl url = m_databases.stocked(QStringLiteral("sqlite"), 10);
    url.busyTimeoutMs = 30;
    Journal journal(url, roomy);
    QTRY_VERIFY(journal.isConnected());
    const auto other = DatabaseFixture::open(url);
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
    QCOMPARE(usersIn(url), QSet<qint64>{2}); // Unavailable means: not in the book
}

void TestJournalFaults::survivesADiskThatTakesNoMore()
{
    constexpr int entries = 500;
    const DatabaseUrl url = m_databases.stocked(QStringLiteral("sqlite"), entries);
    Journal journal(url, roomy);
    QTRY_VERIFY(journal.isConnected());
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, SIG_IGN);
    const auto restore = qScopeGuard([&] { ::setrlimit(RLIMIT_FSIZE, &before); });
    const rlimit tight{rlim_t(40'000), before.rlim_max}; // within the log's room
    ::setrlimit(RLIMIT_FSIZE, &tight);

    JournalClient client(journal);
    for (int i = 0; i < entries; ++i)
        client.book(entry(i));
    QTRY_COMPARE_WITH_TIMEOUT(client.answered(), std::size_t(entries), 30'000);
    ::setrlimit(RLIMIT_FSIZE, &before);
    const QSet<qint64> users = usersIn(url);
    for (int i = 0; i < entries; ++i) {
        const auto &answer = client.at(std::size_t(i));
        QVERIFY(answer || answer.error().trouble == Trouble::Unavailable);
        QCOMPARE(users.contains(i + 1), answer.has_value());
    }
    QVERIFY(users.size() < entries);
    QTRY_VERIFY(journal.isConnected());
    for (int i = 0; i < entries; ++i)
        client.book(entry(i));
    QTRY_COMPARE(client.answered(), std::size_t(2 * entries));
    QCOMPARE(usersIn(url).size(), entries);
}

void TestJournalFaults::readsBackACommitWhoseAnswerWasLost()
{
    constexpr int entries = 100;
    const DatabaseUrl direct = m_databases.stocked(QStringLiteral("postgresql"), entries);
    LosingProxy proxy(direct.host);
    DatabaseUrl url = direct;
    url.host = proxy.folder();
    Journal journal(url, roomy);
    QTRY_VERIFY(journal.isConnected());
    proxy.loseNextCommit();
    JournalClient client(journal);
    for (int i = 0; i < entries; ++i)
        client.book(entry(i));
    client.openDoubt({5000, 5000, code(1), 5});
    QTRY_COMPARE(client.answered(), std::size_t(entries));
    QTRY_COMPARE(client.done().size(), 1U);
    QCOMPARE(proxy.lost(), 1);
    QCOMPARE(client.count(Booked::Kind::Issued), entries);
    QCOMPARE(usersIn(direct).size(), entries);
}

void TestJournalFaults::runsWorkAgainAfterALostAnswer()
{
    const DatabaseUrl direct = m_databases.stocked(QStringLiteral("postgresql"), 1);
    LosingProxy proxy(direct.host);
    DatabaseUrl url = direct;
    url.host = proxy.folder();
    Journal journal(url, roomy);
    QTRY_VERIFY(journal.isConnected());
    proxy.loseNextCommit();
    JournalClient client(journal);
    std::atomic<int> runs{0};
    client.write([&](Session &session) -> Result<int> {
        ++runs;
        return setWord(session, "once");
    });
    QTRY_COMPARE(client.written().size(), 1U);
    QVERIFY(client.written()[0]);
    QCOMPARE(runs.load(), 2);
    QCOMPARE(book::meta(*DatabaseFixture::open(direct), "word").value_or("?"), QByteArray("once"));
}

void TestJournalFaults::saysUncertainWhereItCannotReadBack()
{
    const DatabaseUrl direct = m_databases.stocked(QStringLiteral("postgresql"), 3);
    LosingProxy proxy(direct.host);
    DatabaseUrl url = direct;
    url.host = proxy.folder();
    Journal journal(url, roomy);
    QTRY_VERIFY(journal.isConnected());
    proxy.loseNextCommit();
    proxy.setOpen(false);
    JournalClient client(journal);
    client.book(entry(0));
    QTRY_COMPARE_WITH_TIMEOUT(client.answered(), 1U, 30'000);
    QVERIFY(!client.at(0));
    QCOMPARE(client.at(0).error().trouble, Trouble::Uncertain);
    QCOMPARE(usersIn(direct), QSet<qint64>{1}); // this time it was there
    QVERIFY(!journal.isConnected());
    proxy.setOpen(true);
    QTRY_VERIFY(journal.isConnected());
    client.book(entry(0));
    QTRY_COMPARE(client.answered(), 2U);
    QVERIFY(client.at(1) && client.at(1)->kind == Booked::Kind::Issued);
}

void TestJournalFaults::noticesARestartWithoutAWord()
{
    PostgresFixture &postgres = m_databases.postgres();
    const DatabaseUrl url = m_databases.stocked(QStringLiteral("postgresql"), 3);
    Journal journal(url, roomy);
    QTRY_VERIFY(journal.isConnected());
    postgres.stopImmediately();
    QVERIFY(postgres.start());
    QTRY_VERIFY(journal.isConnected()); // a probe may have noticed, where the start took longer than that
    JournalClient client(journal);
    client.book(entry(0)); // over a connection that is dead: nothing was done, so it is done again
    client.write([](Session &session) { return setWord(session, "back"); });
    QTRY_COMPARE(client.answered(), 1U);
    QTRY_COMPARE(client.written().size(), 1U);
    QVERIFY2(client.at(0), client.at(0) ? "" : qPrintable(client.at(0).error().detail));
    QVERIFY(client.at(0)->kind == Booked::Kind::Issued);
    postgres.stopImmediately();
    QVERIFY(postgres.start());
    QTRY_VERIFY(journal.isConnected());
    client.write([](Session &session) { return setWord(session, "again"); });
    QTRY_COMPARE(client.written().size(), 2U);
    for (const auto &written : client.written())
        QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
}

void TestJournalFaults::answersEverybodyWhileTheServerIsKilled()
{
    constexpr int entries = 6000;
    constexpr int atOnce = 100;
    constexpr int crashes = 4;
    PostgresFixture &postgres = m_databases.postgres();
    const DatabaseUrl url = m_databases.stocked(QStringLiteral("postgresql"), entries);
    Journal journal(url, roomy);
    std::atomic<int> answered{0};
    std::vector<Result<Booked>> answers;
    const std::unique_ptr<QThread> load(QThread::create([&] {
        JournalClient client(journal);
        QEventLoop loop;
        const auto next = [&] {
            if (client.asked() < entries)
                client.book(entry(int(client.asked())));
        };
        client.onAnswer([&] {
            answered.store(int(client.answered()));
            next();
            if (client.answered() == entries)
                loop.quit();
        });
        for (int i = 0; i < atOnce; ++i)
            next();
        loop.exec();
        for (std::size_t i = 0; i < entries; ++i)
            answers.push_back(client.at(i));
    }));
    load->start();
    for (int crash = 1; crash <= crashes; ++crash) {
        QTRY_VERIFY_WITH_TIMEOUT(answered.load() > crash * entries / (crashes + 1), 60'000);
        if (crash % 2 == 0)
            postgres.kill();
        else
            postgres.stopImmediately();
        QVERIFY(postgres.start());
    }
    QVERIFY(load->wait(60'000));
    const QSet<qint64> users = usersIn(url);
    for (int i = 0; i < entries; ++i) {
        const auto &answer = answers[std::size_t(i)];
        if (answer)
            QVERIFY(answer->kind == Booked::Kind::Issued && users.contains(i + 1));
        else if (answer.error().trouble == Trouble::Unavailable)
            QVERIFY2(!users.contains(i + 1), qPrintable(answer.error().detail));
        else
            QCOMPARE(answer.error().trouble, Trouble::Uncertain);
    }
    QTRY_VERIFY_WITH_TIMEOUT(journal.isConnected(), 60'000);
    JournalClient again(journal);
    for (int i = 0; i < entries; ++i)
        again.book(entry(i));
    QTRY_COMPARE_WITH_TIMEOUT(again.count(Booked::Kind::Issued), entries, 60'000);
    QCOMPARE(usersIn(url).size(), entries);
}

void TestJournalFaults::keepsTheLogShort()
{
    constexpr int slices = 12;
    constexpr int sliceSize = 5000;
    const DatabaseUrl url = m_databases.stocked(QStringLiteral("sqlite"), 1);
    Journal journal(url, roomy);
    JournalClient client(journal);
    for (int i = 0; i < slices; ++i) {
        client.write([i](Session &session) -> Result<int> {
            QList<QByteArray> codes;
            for (int k = 0; k < sliceSize; ++k)
                codes.append("S" + QByteArray::number(k) + "-" + QByteArray::number(i));
            const auto added = book::addFresh(session, codes, JournalClient::now);
            return added ? Result<int>(int(*added)) : std::unexpected(added.error());
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(client.written().size(), std::size_t(slices), 60'000);
    // The writer never copies the log by itself: the file grows only by the checkpointer's work, without a
    // close.
    QTRY_VERIFY(QFile(url.path).size() > qint64(slices) * sliceSize * 20);
    QTRY_COMPARE(QFile(url.path + QStringLiteral("-wal")).size(), SqliteLog::room);
}

QTEST_GUILESS_MAIN(TestJournalFaults)
#include "tst_journal_faults.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/coupon_book.h"
#include "core/database/journal/journal.h"
#include "tests/support/database_fixture.h"
#include "tests/support/journal_client.h"
#include "tests/support/losing_proxy.h"

#include <QEventLoop>
#include <QFile>
#include <QScopeGuard>
#include <QTest>
#include <QThread>

#include <csignal>
#include <sys/resource.h>

using namespace seonchak;
using namespace seonchak::journal_entries;

/// The journal when the database fails under it.
class TestJournalFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesADiskThatTakesNoMore();
    void readsBackACommitWhoseAnswerWasLost();
    void runsWorkAgainAfterALostAnswer();
    void saysUncertainWhereItCannotReadBack();
    void noticesARestartWithoutAWord();
    void answersEverybodyWhileTheServerIsKilled();
    void keepsTheLogShort();

private:
    DatabaseFixture m_databases;
};

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
    const QList<qint64> users = DatabaseFixture::issuedUsers(url);
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
    QCOMPARE(DatabaseFixture::issuedUsers(url).size(), entries);
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
    proxy.loseNextCommit(code(0));
    JournalClient client(journal);
    for (int i = 0; i < entries; ++i)
        client.book(entry(i));
    client.openDoubt({5000, 5000, code(1), 5});
    QTRY_COMPARE(client.answered(), std::size_t(entries));
    QTRY_COMPARE(client.done().size(), 1U);
    QCOMPARE(proxy.lost(), 1);
    QCOMPARE(client.count(Booked::Kind::Issued), entries);
    QCOMPARE(DatabaseFixture::issuedUsers(direct).size(), entries);
}

void TestJournalFaults::runsWorkAgainAfterALostAnswer()
{
    const DatabaseUrl direct = m_databases.stocked(QStringLiteral("postgresql"), 1);
    LosingProxy proxy(direct.host);
    DatabaseUrl url = direct;
    url.host = proxy.folder();
    Journal journal(url, roomy);
    QTRY_VERIFY(journal.isConnected());
    proxy.loseNextCommit("once");
    JournalClient client(journal);
    std::atomic<int> runs{0};
    client.write([&](Session &session) -> Result<int> {
        ++runs;
        return JournalClient::setWord(session, "once");
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
    proxy.loseNextCommit(code(0));
    proxy.setOpen(false);
    JournalClient client(journal);
    client.book(entry(0));
    QTRY_COMPARE_WITH_TIMEOUT(client.answered(), 1U, 30'000);
    QVERIFY(!client.at(0));
    QCOMPARE(client.at(0).error().trouble, Trouble::Uncertain);
    QCOMPARE(DatabaseFixture::issuedUsers(direct), (QList<qint64>{1})); // this time it was there
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
    client.write([](Session &session) { return JournalClient::setWord(session, "back"); });
    QTRY_COMPARE(client.answered(), 1U);
    QTRY_COMPARE(client.written().size(), 1U);
    QVERIFY2(client.at(0), client.at(0) ? "" : qPrintable(client.at(0).error().detail));
    QVERIFY(client.at(0)->kind == Booked::Kind::Issued);
    postgres.stopImmediately();
    QVERIFY(postgres.start());
    QTRY_VERIFY(journal.isConnected());
    client.write([](Session &session) { return JournalClient::setWord(session, "again"); });
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
    const QList<qint64> users = DatabaseFixture::issuedUsers(url);
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
    QCOMPARE(DatabaseFixture::issuedUsers(url).size(), entries);
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

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/wake_target.h"
#include "core/database/book/coupon_book.h"
#include "core/database/journal/journal.h"
#include "tests/support/database_fixture.h"
#include "tests/support/journal_client.h"

#include <QFile>
#include <QScopeGuard>
#include <QSet>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace seonchak;
using namespace seonchak::journal_entries;

class TestJournalLife : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoJournalsOnOneBook_data() { DatabaseFixture::addEngines(); }
    void twoJournalsOnOneBook();
    void endWritesWhatIsQueued_data() { DatabaseFixture::addEngines(); }
    void endWritesWhatIsQueued();
    void boundsItsQueueAndItsPatience();
    void newerSchemaIsPermanent_data() { DatabaseFixture::addEngines(); }
    void newerSchemaIsPermanent();
    void tellsThatATroubleHasBecomePermanent();
    void damagedFileIsPermanent();

private:
    /// A migrated book with coupons C0, C1, … in stock.
    DatabaseUrl bookWith(int coupons);

    DatabaseFixture m_databases;
};

DatabaseUrl TestJournalLife::bookWith(int coupons)
{
    const QString engine =
        QTest::currentDataTag() ? QString::fromLatin1(QTest::currentDataTag()) : QStringLiteral("sqlite");
    return m_databases.stocked(engine, coupons);
}

void TestJournalLife::twoJournalsOnOneBook()
{
    constexpr int users = 400;
    const DatabaseUrl url = bookWith(2 * users);
    Journal one(url, roomy);
    Journal two(url, roomy);
    JournalClient first(one);
    JournalClient second(two);
    // Both serve each user, in opposite orders, each with a code of its own.
    for (int i = 0; i < users; ++i) {
        first.book(entry(1 + i, code(i), 1 + i));
        second.book(entry(users - i, code(users + i), 10'000 + i));
    }
    QTRY_COMPARE_WITH_TIMEOUT(first.answered() + second.answered(), std::size_t(2 * users), 60'000);
    const auto issued = first.count(Booked::Kind::Issued) + second.count(Booked::Kind::Issued);
    const auto refused = first.count(Booked::Kind::UserHasOther) + second.count(Booked::Kind::UserHasOther);
    QCOMPARE(issued, users);
    QCOMPARE(refused, users);
    QCOMPARE(DatabaseFixture::issuedUsers(url).size(), users);
}

void TestJournalLife::endWritesWhatIsQueued()
{
    constexpr int entries = 300;
    const DatabaseUrl url = bookWith(entries);
    auto journal = std::make_unique<Journal>(url, roomy);
    JournalClient client(*journal);
    for (int i = 0; i < entries; ++i)
        client.book(entry(i + 1, code(i), i + 1));
    client.write([](Session &session) -> Result<int> {
        const auto set = book::setMeta(session, "last", "words");
        return set ? Result<int>(1) : std::unexpected(set.error());
    });
    journal.reset();
    QCOMPARE(DatabaseFixture::issuedUsers(url).size(), entries);
    QCOMPARE(book::meta(*DatabaseFixture::open(url), "last").value_or("?"), QByteArray("words"));
    QTRY_COMPARE(client.answered(), std::size_t(entries)); // and everybody is told
    QTRY_COMPARE(client.written().size(), 1U);
}

void TestJournalLife::boundsItsQueueAndItsPatience()
{
    QTemporaryDir folder;
    const QString later = folder.filePath(QStringLiteral("later"));
    const auto url = DatabaseUrl::parse(QStringLiteral("sqlite://") + later + QStringLiteral("/book"), {});
    Journal journal(*url, 3);
    JournalClient client(journal);
    client.book(entry(1, code(0), 1));
    client.openDoubt({2, 2, code(1), 5});
    client.book(entry(3, code(2), 3));
    QCOMPARE(client.answered() + client.done().size(), 0U);
    QCOMPARE(journal.depth(), 3U);
    client.book(entry(4, code(3), 4)); // past the bound: at once
    QCOMPARE(client.answered(), 1U);
    QCOMPARE(client.at(2).error().trouble, Trouble::Unavailable);
    client.closeDoubt(9);
    QCOMPARE(client.done().size(), 1U);
    QCOMPARE(client.done()[0].error().trouble, Trouble::Unavailable);
    // The others waited for the database, but not for ever.
    QTRY_COMPARE_WITH_TIMEOUT(client.answered(), 3U, 20'000);
    QTRY_COMPARE(client.done().size(), 2U);
    QCOMPARE(client.at(0).error().trouble, Trouble::Unavailable);
    QVERIFY(!journal.isConnected());
    QVERIFY(!journal.permanentTrouble());
    bool isConnectedThen = false;
    const WakeTarget change([&] { isConnectedThen = journal.isConnected(); });
    journal.changes().add(change.waker());
    QVERIFY(QDir().mkpath(later));
    QTRY_VERIFY(isConnectedThen);
    client.book(entry(1, code(0), 1));
    QTRY_COMPARE(client.answered(), 4U);
    QVERIFY(client.at(3) && client.at(3)->kind == Booked::Kind::NoSuchCode); // migrated by the journal, empty
}

void TestJournalLife::newerSchemaIsPermanent()
{
    const DatabaseUrl url = bookWith(1);
    QVERIFY(DatabaseFixture::open(url)->execute(
        QStringLiteral("INSERT INTO schema_version (version, applied_at) VALUES (9999, 0)")));
    Journal journal(url, roomy);
    JournalClient client(journal);
    std::optional<Error> trouble;
    const WakeTarget change([&] { trouble = journal.permanentTrouble(); });
    journal.changes().add(change.waker());
    change.waker().wake();
    client.book(entry(1, code(0), 1));
    QTRY_VERIFY(trouble);
    QCOMPARE(trouble->trouble, Trouble::BadInput);
    QTRY_COMPARE(client.answered(), 1U);
    QCOMPARE(client.at(0).error().trouble, Trouble::Unavailable);
    QVERIFY(!journal.isConnected());
}

void TestJournalLife::tellsThatATroubleHasBecomePermanent()
{
    QTemporaryDir folder;
    const QString later = folder.filePath(QStringLiteral("later"));
    const auto url = DatabaseUrl::parse(QStringLiteral("sqlite://") + later + QStringLiteral("/book"), {});
    Journal journal(*url, roomy);
    QTRY_VERIFY(journal.trouble());
    QVERIFY(!journal.permanentTrouble());
    std::optional<Error> trouble;
    const WakeTarget change([&] { trouble = journal.permanentTrouble(); });
    journal.changes().add(change.waker());
    const QString damaged = folder.filePath(QStringLiteral("damaged"));
    QVERIFY(QDir().mkpath(damaged));
    QFile file(damaged + QStringLiteral("/book"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    QVERIFY(QDir().rename(damaged, later));
    QTRY_VERIFY(trouble);
}

void TestJournalLife::damagedFileIsPermanent()
{
    const DatabaseUrl url = m_databases.fresh(QStringLiteral("sqlite"));
    QFile file(url.path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    Journal journal(url, roomy);
    QTRY_VERIFY(journal.permanentTrouble());
    QVERIFY(journal.permanentTrouble()->detail.contains(QStringLiteral("damaged")));
    JournalClient client(journal);
    client.write([](Session &) -> Result<int> { return 1; });
    QTRY_COMPARE(client.written().size(), 1U);
    QVERIFY(!client.written()[0]);
}

QTEST_GUILESS_MAIN(TestJournalLife)
#include "tst_journal_life.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/coupon_book.h"
#include "core/database/engine/rows.h"
#include "core/database/journal/journal.h"
#include "tests/support/database_fixture.h"
#include "tests/support/journal_client.h"

#include <QCoreApplication>
#include <QEvent>
#include <QEventLoop>
#include <QFile>
#include <QTest>

using namespace seonchak;
using namespace seonchak::journal_entries;

namespace {

/// Counts the calls posted to the event dispatcher it filters.
class CallCounter : public QObject
{
public:
    int count = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == TaskHome::workType ? 1 : 0;
        return false;
    }
};

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneBadRowSpoilsNoOther_data() { DatabaseFixture::addEngines(); }
    void oneBadRowSpoilsNoOther();
    void entryTheDatabaseChokesOn_data() { DatabaseFixture::addEngines(); }
    void entryTheDatabaseChokesOn();
    void twiceDeliveredIsOnceInTheBook_data() { DatabaseFixture::addEngines(); }
    void twiceDeliveredIsOnceInTheBook();
    void reservationOfAnotherIsStale_data() { DatabaseFixture::addEngines(); }
    void reservationOfAnotherIsStale();
    void movesStagedCouponsOn_data() { DatabaseFixture::addEngines(); }
    void movesStagedCouponsOn();
    void answersBelongToTheirEntries_data() { DatabaseFixture::addEngines(); }
    void answersBelongToTheirEntries();
    void groupsWhatWaits_data() { DatabaseFixture::addEngines(); }
    void groupsWhatWaits();
    void answersEachThreadAfterTheCommit_data() { DatabaseFixture::addEngines(); }
    void answersEachThreadAfterTheCommit();
    void doubts_data() { DatabaseFixture::addEngines(); }
    void doubts();
    void issueEndsItsDoubt_data() { DatabaseFixture::addEngines(); }
    void issueEndsItsDoubt();
    void runsOtherWork_data() { DatabaseFixture::addEngines(); }
    void runsOtherWork();

private:
    /// A migrated book with coupons C0, C1, … in stock.
    DatabaseUrl bookWith(int coupons);

    DatabaseFixture m_databases;
};

DatabaseUrl TestJournal::bookWith(int coupons)
{
    const QString engine =
        QTest::currentDataTag() ? QString::fromLatin1(QTest::currentDataTag()) : QStringLiteral("sqlite");
    return m_databases.stocked(engine, coupons);
}

void TestJournal::oneBadRowSpoilsNoOther()
{
    const DatabaseUrl url = bookWith(20);
    QVERIFY(DatabaseFixture::open(url)->execute(
        QStringLiteral("UPDATE coupon SET status = 5 WHERE code = 'C19'")));
    Journal journal(url, roomy);
    JournalClient client(journal);
    client.book(entry(100, code(10), 1));
    QTRY_COMPARE(client.answered(), 1U);

    // Queued at once: one batch, or few.
    client.book(entry(1, code(0), 11));
    client.book(entry(2, "UNKNOWN", 12));
    client.book(entry(3, QByteArray("NU\0L", 4), 13));
    client.book(entry(4, QByteArray(), 14));
    client.book(entry(5, "\xff\xfe", 15));
    client.book(entry(6, "quo\"te\\'", 16));
    client.book(entry(7, code(19), 17));  // void
    client.book(entry(100, code(1), 18)); // user 100 has C10
    client.book(entry(8, code(10), 19));  // C10 is user 100's
    client.book(entry(1, code(2), 20));   // the same user twice in one batch
    client.book(entry(9, code(0), 21));   // the same code twice in one batch
    client.book(entry(10, code(3), 22));
    QTRY_COMPARE(client.answered(), 13U);

    using Kind = Booked::Kind;
    const QList<Kind> expected{Kind::Issued,       Kind::Issued,       Kind::NoSuchCode,   Kind::NoSuchCode,
                               Kind::NoSuchCode,   Kind::NoSuchCode,   Kind::NoSuchCode,   Kind::NoSuchCode,
                               Kind::UserHasOther, Kind::CodeHasOther, Kind::UserHasOther, Kind::CodeHasOther,
                               Kind::Issued};
    for (std::size_t i = 0; i < 13; ++i) {
        QVERIFY2(client.at(i), QByteArray::number(int(i)).constData());
        QVERIFY2(client.at(i)->kind == expected[qsizetype(i)], QByteArray::number(int(i)).constData());
    }
    QCOMPARE(client.at(1)->coupon.code, code(0));
    QCOMPARE(client.at(1)->coupon.status, CouponStatus::Issued);
    QCOMPARE(client.at(1)->coupon.userId, std::optional<UserId>(1));
    QCOMPARE(client.at(1)->coupon.issuedAt, std::optional(JournalClient::now));
    QVERIFY(client.at(1)->coupon.id > 0 && client.at(1)->coupon.createdAt > 0);
    QCOMPARE(client.at(8)->coupon.code, code(10));                     // the one the user has
    QCOMPARE(client.at(9)->coupon.userId, std::optional<UserId>(100)); // whose it is
    QCOMPARE(client.at(2)->coupon.code, "UNKNOWN");
    QCOMPARE(DatabaseFixture::issuedUsers(url), (QList<qint64>{1, 10, 100}));
}

void TestJournal::entryTheDatabaseChokesOn()
{
    const DatabaseUrl url = bookWith(10);
    const auto session = DatabaseFixture::open(url);
    if (session->engine() == DatabaseUrl::Engine::Sqlite) {
        QVERIFY(session->execute(
            QStringLiteral("CREATE TRIGGER choke BEFORE INSERT ON issue WHEN NEW.user_id = 13"
                           " BEGIN SELECT RAISE(ABORT, 'choked'); END")));
    } else {
        QVERIFY(session->execute(QStringLiteral("CREATE FUNCTION choke() RETURNS trigger LANGUAGE plpgsql AS"
                                                " 'BEGIN IF NEW.user_id = 13 THEN RAISE EXCEPTION ''choked'';"
                                                " END IF; RETURN NEW; END'")));
        QVERIFY(session->execute(QStringLiteral("CREATE TRIGGER choke BEFORE INSERT ON issue FOR EACH ROW"
                                                " EXECUTE FUNCTION choke()")));
    }
    Journal journal(url, roomy);
    JournalClient client(journal);
    for (int i = 0; i < 5; ++i)
        client.book(entry(11 + i, code(i), 11 + i));
    QTRY_COMPARE(client.answered(), 5U);
    for (std::size_t i = 0; i < 5; ++i)
        QCOMPARE(client.at(i).has_value(), i != 2);
    QCOMPARE(DatabaseFixture::issuedUsers(url), (QList<qint64>{11, 12, 14, 15}));
    QVERIFY(journal.isConnected());
}

void TestJournal::twiceDeliveredIsOnceInTheBook()
{
    const DatabaseUrl url = bookWith(5);
    Journal journal(url, roomy);
    JournalClient client(journal);
    for (int round = 0; round < 2; ++round) {
        client.book(entry(1, code(0), 10));
        client.book(entry(2, code(1), 20));
        client.book(entry(2, code(1), 20)); // and within one batch
        client.book(entry(3, code(2), 0));
        QTRY_COMPARE(client.answered(), std::size_t(4 * round + 4));
    }
    auto later =
        entry(1, code(0), 99); // the same user and code, another reservation: settled by somebody else
    later.at += 1000;
    client.book(later);
    client.book(entry(2, code(4), 20)); // the same user and reservation, the code edited meanwhile
    QTRY_COMPARE(client.answered(), 10U);
    for (std::size_t i = 0; i < 10; ++i)
        QVERIFY(client.at(i) && client.at(i)->kind == Booked::Kind::Issued);
    QCOMPARE(client.at(8)->coupon.issuedAt, std::optional(JournalClient::now)); // the first time is the truth
    QCOMPARE(client.at(9)->coupon.code, code(1));
    QCOMPARE(DatabaseFixture::issuedUsers(url), (QList<qint64>{1, 2, 3}));
}

void TestJournal::reservationOfAnotherIsStale()
{
    const DatabaseUrl url = bookWith(5);
    Journal journal(url, roomy);
    JournalClient client(journal);
    client.book(entry(1, code(0), 10));
    QTRY_COMPARE(client.answered(), 1U);
    client.book(entry(2, code(1), 10)); // a Redis that counts from the start again
    client.book(entry(3, code(2), 11));
    QTRY_COMPARE(client.answered(), 3U);
    QVERIFY(!client.at(1));
    QCOMPARE(client.at(1).error().trouble, Trouble::Stale);
    QVERIFY(client.at(2));
    QCOMPARE(DatabaseFixture::issuedUsers(url), (QList<qint64>{1, 3}));
}

void TestJournal::movesStagedCouponsOn()
{
    const DatabaseUrl url = bookWith(0);
    const auto session = DatabaseFixture::open(url);
    QVERIFY(book::addFresh(*session, {"S1", "S2", "S3"}, JournalClient::now));
    Journal journal(url, roomy);
    JournalClient client(journal);
    client.book(entry(1, "S1", 1));
    client.openDoubt({2, 2, "S2", JournalClient::now});
    QTRY_COMPARE(client.answered(), 1U);
    QTRY_COMPARE(client.done().size(), 1U);
    const auto counts = book::counts(*session);
    QCOMPARE(counts->staged, 1);
    QCOMPARE(counts->issued, 1);
    QCOMPARE(counts->inDoubt, 1);
    QCOMPARE(book::claimForPush(*session, 1, 10, JournalClient::now)->codes, QList<QByteArray>{"S3"});
}

void TestJournal::answersBelongToTheirEntries()
{
    constexpr int entries = 191; // groups of 64, 64, 32, 16, 8, 4, 2 and 1 rows where a list is bound
    const DatabaseUrl url = bookWith(entries);
    const auto session = DatabaseFixture::open(url);
    Journal journal(url, roomy);
    JournalClient client(journal);
    for (int i = 0; i < entries; ++i) // the last user has the first code
        client.book(entry(1000 - i, i % 7 == 3 ? "unknown" + code(i) : code(i), i % 5 == 0 ? 0 : i + 1));
    QTRY_COMPARE(client.answered(), std::size_t(entries));
    for (int i = 0; i < entries; ++i) {
        const auto &booked = client.at(std::size_t(i));
        QVERIFY(booked);
        QCOMPARE(booked->kind, i % 7 == 3 ? Booked::Kind::NoSuchCode : Booked::Kind::Issued);
        const auto theirs = book::byUser(*session, 1000 - i);
        QVERIFY(theirs);
        QCOMPARE(theirs->has_value(), i % 7 != 3);
        if (*theirs)
            QCOMPARE(**theirs, booked->coupon);
        if (*theirs)
            QCOMPARE((*theirs)->code, code(i));
    }
    QCOMPARE(number(*session, QStringLiteral("SELECT count(*) FROM issue WHERE reservation IS NULL")).value(),
             33);
}

void TestJournal::groupsWhatWaits()
{
    constexpr int entries = 500;
    const DatabaseUrl url = bookWith(entries);
    // While another holds the book, the journal cannot connect, and all of these are queued.
    const auto holder = DatabaseFixture::open(url);
    if (url.engine == DatabaseUrl::Engine::Sqlite)
        QVERIFY(holder->execute(QStringLiteral("BEGIN IMMEDIATE")));
    else
        QVERIFY(holder->execute(QStringLiteral("BEGIN")) &&
                holder->execute(QStringLiteral("LOCK TABLE issue")));
    Journal journal(url, roomy);
    JournalClient client(journal);
    CallCounter calls;
    QCoreApplication::instance()->installEventFilter(&calls);
    for (int i = 0; i < entries; ++i)
        client.book(entry(i + 1, code(i), i + 1));
    QVERIFY(!journal.isConnected());
    QVERIFY(holder->execute(QStringLiteral("COMMIT")));
    QTRY_COMPARE(client.answered(), std::size_t(entries));
    QCOMPARE(calls.count, 1); // one batch, and one event for this thread's whole share
    QCOMPARE(DatabaseFixture::issuedUsers(url).size(), entries);
    QCOMPARE(journal.depth(), 0U);
}

void TestJournal::answersEachThreadAfterTheCommit()
{
    constexpr int threads = 4;
    constexpr int each = 50;
    const DatabaseUrl url = bookWith(threads * each);
    Journal journal(url, roomy);
    std::atomic<int> right{0};
    std::vector<std::unique_ptr<QThread>> callers;
    for (int t = 0; t < threads; ++t) {
        callers.emplace_back(QThread::create([&, t] {
            const auto own = DatabaseFixture::open(url);
            JournalClient client(journal);
            QEventLoop loop;
            client.onAnswer([&] {
                const bool here = QThread::currentThread() == callers[std::size_t(t)].get();
                // Another connection sees the row by the time the caller hears of it.
                const auto found = book::byUser(*own, client.lastUser());
                right += here && found && *found;
                if (client.answered() == each)
                    loop.quit();
            });
            for (int i = 0; i < each; ++i)
                client.book(entry(1 + t * each + i, code(t * each + i), 1 + t * each + i));
            loop.exec();
        }));
    }
    for (auto &caller : callers)
        caller->start();
    for (auto &caller : callers)
        QVERIFY(caller->wait(60'000));
    QCOMPARE(right.load(), threads * each);
}

void TestJournal::doubts()
{
    const DatabaseUrl url = bookWith(5);
    const auto session = DatabaseFixture::open(url);
    const auto open = [&] { return book::doubts(*session)->size(); };
    Journal journal(url, roomy);
    JournalClient client(journal);
    client.openDoubt({1, 10, code(0), 5});
    client.openDoubt({1, 10, code(0), 5}); // again: fine
    client.openDoubt({2, 11, "UNKNOWN", 5});
    client.openDoubt({3, 10, code(1), 5}); // the user is in doubt already
    client.openDoubt({4, 12, code(0), 5}); // the coupon is
    client.openDoubt({1, 13, code(2), 5}); // the reservation is
    client.openDoubt({5, 14, code(3), 5});
    QTRY_COMPARE(client.done().size(), 7U);
    const QList<std::optional<Trouble>> expected{
        {}, {}, Trouble::NotFound, Trouble::Conflict, Trouble::Conflict, Trouble::Conflict, {}};
    for (std::size_t i = 0; i < 7; ++i) {
        const auto trouble =
            client.done()[i] ? std::nullopt : std::optional(client.done()[i].error().trouble);
        QVERIFY2(trouble == expected[qsizetype(i)], QByteArray::number(int(i)).constData());
    }
    QCOMPARE(open(), 2U);
    client.closeDoubt(1);
    client.closeDoubt(1);
    client.closeDoubt(777);
    client.openDoubt({6, 10, code(0), 5}); // free again, in the order of asking
    QTRY_COMPARE(client.done().size(), 11U);
    for (std::size_t i = 7; i < 11; ++i)
        QVERIFY(client.done()[i]);
    QCOMPARE(open(), 2U);
}

void TestJournal::issueEndsItsDoubt()
{
    const DatabaseUrl url = bookWith(5);
    const auto session = DatabaseFixture::open(url);
    Journal journal(url, roomy);
    JournalClient client(journal);
    client.openDoubt({1, 10, code(0), 5});
    client.openDoubt({2, 20, code(1), 5});
    QTRY_COMPARE(client.done().size(), 2U);
    client.book(entry(10, code(0), 1));
    // And a doubt that is opened and settled within one batch.
    client.openDoubt({3, 30, code(2), 5});
    client.book(entry(30, code(2), 3));
    client.book(entry(20, code(3), 4)); // issued, but not by the reservation in doubt: that one stays open
    QTRY_COMPARE(client.answered(), 3U);
    const auto left = book::doubts(*session);
    QCOMPARE(left->size(), 1U);
    QCOMPARE(left->front().reservation, 2);
    QCOMPARE(book::counts(*session)->issued, 3);
    QCOMPARE(book::counts(*session)->inDoubt, 1);
}

void TestJournal::runsOtherWork()
{
    const DatabaseUrl url = bookWith(5);
    Journal journal(url, roomy);
    JournalClient client(journal);
    const auto word = [](const char *value) {
        return [value](Session &session) -> Result<int> {
            const auto set = book::setMeta(session, "word", value);
            return set ? Result<int>(7) : std::unexpected(set.error());
        };
    };
    client.write(word("one"));
    client.book(entry(1, code(0), 1));
    client.write([](Session &session) -> Result<int> {
        Q_UNUSED(book::setMeta(session, "word", "two"))
        return failure(Trouble::NotFound, QStringLiteral("changed my mind"));
    });
    QTRY_COMPARE(client.written().size(), 2U);
    QTRY_COMPARE(client.answered(), 1U);
    QCOMPARE(client.written()[0].value_or(-1), 7);
    QVERIFY(!client.written()[1]);
    QCOMPARE(client.written()[1].error().trouble, Trouble::NotFound);
    QCOMPARE(book::meta(*DatabaseFixture::open(url), "word").value_or("?"), QByteArray("one"));
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"

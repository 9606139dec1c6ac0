// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_tally.h"
#include "tests/support/book_case.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace seonchak;
using namespace seonchak::testing;

/// The numbers that the schema's triggers keep: right whoever writes, in nobody's way, and never a lie for
/// ever.
class TestBookTally : public BookCase
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_session.reset(); }
    void followsWhoeverWrites_data() { DatabaseFixture::addEngines(); }
    void followsWhoeverWrites();
    void followsTruncate();
    void countsWithoutReadingTheRows();
    void forgetsWhatWasRolledBack_data() { DatabaseFixture::addEngines(); }
    void forgetsWhatWasRolledBack();
    void writersDoNotWaitForEachOther();
    void staysSmall();
    void foldsBesideOtherWriters();
    void findsAndMendsAWrongNumber_data() { DatabaseFixture::addEngines(); }
    void findsAndMendsAWrongNumber();
    void twoMendersMendOnce_data() { DatabaseFixture::addEngines(); }
    void twoMendersMendOnce();

private:
    void run(const char *sql) { QVERIFY2(m_session->execute(QString::fromLatin1(sql)), sql); }
    void openPostgresql();
    static QString insertOne(int i)
    {
        return QStringLiteral("INSERT INTO coupon (code, status, created_at) VALUES ('X%1', 0, 1)").arg(i);
    }
};

void TestBookTally::openPostgresql()
{
    m_url = m_databases.migrated(QStringLiteral("postgresql"));
    m_session = DatabaseFixture::open(m_url);
}

/// Statements as no part of the program writes them: a person with a shell is a writer as well.
void TestBookTally::followsWhoeverWrites()
{
    open();
    QCOMPARE(listOf(*book::counts(*m_session)), QList<qint64>(8, 0));
    for (const char *sql :
         {"INSERT INTO coupon (code, status, created_at) VALUES ('A', 0, 1), ('B', 0, 1), ('C', 2, 1), ('D', "
          "5, 1)",
          "UPDATE coupon SET status = 2 WHERE code IN ('A', 'B')",
          "UPDATE coupon SET code = 'AA' WHERE code = 'A'", "UPDATE coupon SET status = status",
          "UPDATE coupon SET status = 2 WHERE code = 'nothing'",
          "UPDATE coupon SET status = CASE code WHEN 'B' THEN 5 WHEN 'D' THEN 0 ELSE status END",
          "INSERT INTO issue (user_id, coupon_id, issued_at) SELECT 7, id, 1 FROM coupon WHERE code = 'C'",
          "INSERT INTO issue (user_id, coupon_id, issued_at) VALUES (7, 99, 1) ON CONFLICT DO NOTHING",
          "INSERT INTO coupon (code, status, created_at) VALUES ('C', 0, 1), ('E', 0, 1)"
          " ON CONFLICT (code) DO UPDATE SET status = 4",
          "DELETE FROM coupon WHERE code = 'D'", "DELETE FROM issue WHERE user_id = 1"}) {
        run(sql);
        QCOMPARE(listOf(*book::counts(*m_session)), truth(*m_session));
        QVERIFY2(book::checkTally(*m_session)->isEmpty(), sql);
    }
    QCOMPARE(book::counts(*m_session)->issued, 1);
    run("DELETE FROM issue");
    run("DELETE FROM coupon");
    QCOMPARE(listOf(*book::counts(*m_session)), QList<qint64>(8, 0));
    QVERIFY(book::checkTally(*m_session)->isEmpty());
}

void TestBookTally::followsTruncate()
{
    openPostgresql();
    stock(codes(0, 7), 1);
    QVERIFY(issue(*m_session, 1, "C1001", 1));
    run("TRUNCATE coupon");
    QVERIFY(book::checkTally(*m_session)->isEmpty());
    QCOMPARE(book::counts(*m_session)->generated, 0);
    QCOMPARE(book::counts(*m_session)->issued, 1);
    run("TRUNCATE issue");
    QVERIFY(book::checkTally(*m_session)->isEmpty());
    QCOMPARE(book::counts(*m_session)->issued, 0);
}

/// Whatever the planner believes of tables that nobody has analysed.
void TestBookTally::countsWithoutReadingTheRows()
{
    openPostgresql();
    stock(codes(0, 3000), 1);
    for (int i = 0; i < 3; ++i)
        QVERIFY(changeDoubt(*m_session, i + 1, "C" + QByteArray::number(1000 + i), i + 1));
    run("INSERT INTO issue (user_id, coupon_id, issued_at) SELECT id, id, 1 FROM coupon WHERE id > 100");
    qint64 read = -1;
    QVERIFY(m_session->transaction([&]() -> Result<void> {
        const QString rowsRead =
            QStringLiteral("SELECT sum(seq_tup_read + idx_tup_fetch) FROM"
                           " pg_stat_xact_user_tables WHERE relname IN ('coupon', 'issue')");
        const auto before = number(*m_session, rowsRead);
        const auto counts = book::counts(*m_session);
        const auto after = number(*m_session, rowsRead);
        if (!before || !counts || !after)
            return failure(Trouble::Internal, QStringLiteral("cannot be read"));
        read = *after - *before;
        return {};
    }));
    QVERIFY2(read >= 0 && read < 100, qPrintable(QString::number(read)));
    QCOMPARE(listOf(*book::counts(*m_session)), truth(*m_session));
}

void TestBookTally::forgetsWhatWasRolledBack()
{
    open();
    stock(codes(0, 7), 1);
    const auto undone = m_session->transaction([&]() -> Result<void> {
        run("UPDATE coupon SET status = 5");
        return failure(Trouble::Conflict, QStringLiteral("changed my mind"));
    });
    QVERIFY(!undone);
    QVERIFY(!m_session->execute(insertOne(1) + QStringLiteral(", ('C1001', 0, 1)"))); // a code that is taken
    QCOMPARE(book::counts(*m_session)->available, 7);
    QCOMPARE(book::counts(*m_session)->generated, 7);
    QVERIFY(book::checkTally(*m_session)->isEmpty());
}

/// Two servers' journals in the middle of their transactions, in whatever order they touch what they touch.
void TestBookTally::writersDoNotWaitForEachOther()
{
    openPostgresql();
    stock(codes(0, 8), 1);
    DatabaseUrl url = m_url;
    url.busyTimeoutMs = 50; // lock_timeout: who waits fails
    const auto first = DatabaseFixture::open(url);
    const auto second = DatabaseFixture::open(url);
    const auto issueRow = [](Session &session, int user, int coupon) {
        return session.execute(
            QStringLiteral("INSERT INTO issue (user_id, coupon_id, issued_at) VALUES (%1, %2, 1)")
                .arg(user)
                .arg(coupon));
    };
    const auto both = first->transaction([&] {
        return second->transaction([&]() -> Result<void> {
            for (int i = 0; i < 200; ++i) { // folds happen meanwhile
                for (const auto &step :
                     {first->execute(insertOne(4 * i)), issueRow(*second, 4 * i + 1, 1000 + 4 * i),
                      issueRow(*first, 4 * i + 2, 1001 + 4 * i), second->execute(insertOne(4 * i + 1))}) {
                    if (!step)
                        return step;
                }
            }
            return {};
        });
    });
    QVERIFY2(both, both ? "" : qPrintable(both.error().detail));
    QVERIFY(book::checkTally(*m_session)->isEmpty());
    QCOMPARE(book::counts(*m_session)->generated, 408);
    QCOMPARE(book::counts(*m_session)->issued, 400);
}

void TestBookTally::staysSmall()
{
    openPostgresql();
    constexpr int many = 3000;
    for (int i = 0; i < many; ++i)
        QVERIFY(m_session->execute(insertOne(i)));
    QCOMPARE(book::counts(*m_session)->staged, many);
    // A fold comes after 50 rows on average: that 1,000 pass without one happens once in 500 million runs.
    const auto rows = DatabaseFixture::numberOf(*m_session, QStringLiteral("SELECT count(*) FROM tally"));
    QVERIFY2(rows < 1000, qPrintable(QString::number(rows)));
    QVERIFY(book::checkTally(*m_session)->isEmpty());
}

/// A fold passes over what another transaction has folded and not committed yet.
void TestBookTally::foldsBesideOtherWriters()
{
    openPostgresql();
    constexpr int each = 1500;
    std::atomic<int> failed{0};
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 3; ++writer) {
        writers.emplace_back([&, writer] {
            const auto session = DatabaseFixture::open(m_url);
            for (int i = 0; i < each; ++i)
                failed += session->execute(insertOne(writer * each + i)) ? 0 : 1;
        });
    }
    std::atomic<bool> done{false};
    qint64 last = 0;
    std::thread reader([&] { // no reader ever sees a fold half done
        const auto session = DatabaseFixture::open(m_url);
        while (!done) {
            const qint64 now = book::counts(*session)->generated;
            failed += now < last || !book::checkTally(*session)->isEmpty() ? 1 : 0;
            last = now;
        }
    });
    for (auto &writer : writers)
        writer.join();
    done = true;
    reader.join();
    QCOMPARE(failed.load(), 0);
    QCOMPARE(book::counts(*m_session)->generated, 3 * each);
}

void TestBookTally::findsAndMendsAWrongNumber()
{
    open();
    stock(codes(0, 7), 1);
    QVERIFY(issue(*m_session, 1, "C1001", 1));
    run("UPDATE tally SET n = n - 3 WHERE kind = 2 AND n > 3");
    run("DELETE FROM tally WHERE kind = 10");
    const QList<book::TallyFault> faults{{2, 3}, {10, 1}};
    QCOMPARE(*book::checkTally(*m_session), faults);
    QCOMPARE(book::tallyWords(faults), QStringLiteral("+3 coupons of status 2, +1 issue rows"));
    const auto mend = [&] {
        QList<book::TallyFault> found;
        const auto done = m_session->transaction([&]() -> Result<void> {
            const auto mended = book::mendTally(*m_session);
            found = mended.value_or(QList<book::TallyFault>{{-1, -1}});
            return mended ? Result<void>{} : std::unexpected(mended.error());
        });
        return done ? found : QList<book::TallyFault>{{-2, -2}};
    };
    QCOMPARE(mend(), faults);
    QCOMPARE(listOf(*book::counts(*m_session)), truth(*m_session));
    QVERIFY(mend().isEmpty());
    QVERIFY(book::checkTally(*m_session)->isEmpty());
    run("UPDATE coupon SET status = 5 WHERE code = 'C1003'");
    QCOMPARE(listOf(*book::counts(*m_session)), truth(*m_session));
}

void TestBookTally::twoMendersMendOnce()
{
    open();
    stock(codes(0, 50), 1);
    run("UPDATE tally SET n = n + 9 WHERE kind = 2 AND n > 3");
    std::atomic<int> mended{0};
    std::vector<std::thread> menders;
    for (int i = 0; i < 4; ++i) {
        menders.emplace_back([&] {
            const auto session = DatabaseFixture::open(m_url);
            const auto done = session->transaction([&]() -> Result<void> {
                const auto faults = book::mendTally(*session);
                mended += faults && !faults->isEmpty() ? 1 : 0;
                return faults ? Result<void>{} : std::unexpected(faults.error());
            });
            mended += done ? 0 : 100;
        });
    }
    for (auto &mender : menders)
        mender.join();
    QCOMPARE(mended.load(), 1);
    QVERIFY(book::checkTally(*m_session)->isEmpty());
    QCOMPARE(book::counts(*m_session)->available, 50);
}

QTEST_GUILESS_MAIN(TestBookTally)
#include "tst_book_tally.moc"

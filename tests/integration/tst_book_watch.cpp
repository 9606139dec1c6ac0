// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_rebuild.h"
#include "core/database/book/book_tally.h"
#include "core/database/engine/sql_pool.h"
#include "core/watch/book_watch.h"
#include "tests/support/book_case.h"

#include <QTest>

using namespace seonchak;
using namespace seonchak::testing;

namespace {

constexpr std::size_t roomy = 100'000;
using Told = QList<std::pair<Event::Kind, QString>>;

/// A book with a watch that looks often.
struct Watched
{
    explicit Watched(const DatabaseUrl &url, int countEveryMs = 50)
        : journal(url, roomy)
        , readers(url, 1, roomy)
        , watch({journal, readers,
                 [this](Event::Kind kind, const QString &detail) { told.append({kind, detail}); },
                 [this](const QString &line) { lines.append(line); }, [this] { return dropped; }},
                {std::chrono::milliseconds(20), std::chrono::milliseconds(countEveryMs)})
    {
    }

    Told told;
    QStringList lines;
    qint64 dropped = 0;
    Journal journal;
    SqlPool readers;
    BookWatch watch;
};

} // namespace

/// What happens to the book behind the sale's back is told.
class TestBookWatch : public BookCase
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_session.reset(); }
    void aWrongCountIsToldAndSetRight_data() { DatabaseFixture::addEngines(); }
    void aWrongCountIsToldAndSetRight();
    void isQuietWhereAllIsWell_data() { DatabaseFixture::addEngines(); }
    void isQuietWhereAllIsWell();
    void tellsWhenTheDatabaseGoesAndComes();
    void tellsWhatWasWrittenInVain();
    void mayGoWhileItCounts();
};

void TestBookWatch::aWrongCountIsToldAndSetRight()
{
    open();
    stock(codes(0, 7), 1);
    Watched world(m_url);
    QVERIFY(m_session->execute(QStringLiteral("UPDATE tally SET n = n + 2 WHERE kind = 2 AND n > 0")));
    QVERIFY(book::counts(*m_session)->available != 7);
    QTRY_COMPARE_WITH_TIMEOUT(world.told.size(), 1, 30'000);
    QCOMPARE(world.told.front(),
             (Told::value_type{Event::Kind::CountsMended, QStringLiteral("-2 coupons of status 2")}));
    QCOMPARE(world.lines.size(), 1);
    QVERIFY(world.lines.front().contains(QStringLiteral("-2 coupons of status 2")));
    QCOMPARE(listOf(*book::counts(*m_session)), truth(*m_session));
    QVERIFY(m_session->execute(QStringLiteral("DELETE FROM tally"))); // as often as it happens
    QTRY_COMPARE_WITH_TIMEOUT(world.told.size(), 2, 30'000);
    QCOMPARE(book::counts(*m_session)->available, 7);
}

void TestBookWatch::isQuietWhereAllIsWell()
{
    open();
    Watched world(m_url, 1);
    for (int round = 0; round < 60; ++round) { // rows come and go while it counts
        stock(codes(10 * round, 7), round + 1);
        QVERIFY(issue(*m_session, round + 1, codes(10 * round, 1).front(), round + 1));
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(world.journal.isConnected());
    QCOMPARE(world.told, Told());
    QCOMPARE(world.lines, QStringList());
}

void TestBookWatch::tellsWhenTheDatabaseGoesAndComes()
{
    m_url = m_databases.migrated(QStringLiteral("postgresql"));
    Watched world(m_url, 3'600'000);
    QTRY_VERIFY(world.journal.isConnected());
    world.watch.look();
    m_databases.postgres().kill();
    const auto write = [&] {
        world.journal.writeBehind([](Session &session) { return book::setMeta(session, "word", "1"); });
    };
    write();
    QTRY_COMPARE_WITH_TIMEOUT(world.told, (Told{{Event::Kind::DatabaseAway, {}}}), 20'000);
    m_databases.postgres().start();
    QTRY_COMPARE_WITH_TIMEOUT(
        world.told, (Told{{Event::Kind::DatabaseAway, {}}, {Event::Kind::DatabaseBack, {}}}), 20'000);
}

void TestBookWatch::tellsWhatWasWrittenInVain()
{
    m_url = m_databases.migrated(QStringLiteral("sqlite"));
    Watched world(m_url);
    QTRY_VERIFY(world.journal.isConnected());
    world.journal.writeBehind(
        [](Session &session) { return session.execute(QStringLiteral("INSERT INTO nowhere VALUES (1)")); });
    QTRY_COMPARE(world.lines.size(), 1);
    QVERIFY2(world.lines.front().startsWith(QStringLiteral("1 ")), qPrintable(world.lines.front()));
    QVERIFY2(world.lines.front().contains(QStringLiteral("nowhere")), qPrintable(world.lines.front()));
    world.dropped = 3;
    QTRY_COMPARE(world.lines.size(), 2);
    QVERIFY2(world.lines.back().startsWith(QStringLiteral("3 notes")), qPrintable(world.lines.back()));
}

void TestBookWatch::mayGoWhileItCounts()
{
    m_url = m_databases.migrated(QStringLiteral("sqlite"));
    Journal journal(m_url, roomy);
    SqlPool readers(m_url, 1, roomy);
    QTRY_VERIFY(journal.isConnected());
    auto watch = std::make_unique<BookWatch>(BookWatch::Parts{
        journal, readers, [](Event::Kind, const QString &) {}, [](const QString &) {}, [] { return 0; }});
    watch->look();
    watch.reset();
    std::function<Result<int>(Session &)> last = [](Session &) { return Result<int>(1); };
    bool answered = false;
    [](SqlPool &pool, std::function<Result<int>(Session &)> work, bool &done) -> QCoro::Task<> {
        const auto result = co_await pool.run<int>(std::move(work));
        done = result.has_value();
    }(readers, std::move(last), answered);
    QTRY_VERIFY(answered); // behind the count: its answer found nobody, and that was all
}

QTEST_GUILESS_MAIN(TestBookWatch)
#include "tst_book_watch.moc"

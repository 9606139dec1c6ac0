// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/clock.h"
#include "core/database/book/coupon_book.h"
#include "core/database/journal/journal.h"
#include "core/watch/chronicle.h"
#include "tests/support/book_case.h"
#include "tests/support/losing_proxy.h"

#include <QTest>

#include <latch>
#include <thread>

using namespace seonchak;
using namespace seonchak::testing;

namespace {

constexpr std::size_t roomy = 100'000;
constexpr auto soldOut = Refusal::Reason::SoldOut;

class SetClock final : public Clock
{
public:
    [[nodiscard]] qint64 wallMs() const override { return at.load(); }
    [[nodiscard]] qint64 steadyNs() const override { return at.load() * 1'000'000; }

    std::atomic<qint64> at{now};
};

/// What a task answered; it may come after the test that started it has gone.
template <typename T>
using Answer = std::shared_ptr<std::optional<Result<T>>>;

template <typename T>
Answer<T> answerOf(QCoro::Task<Result<T>> task)
{
    const auto answer = std::make_shared<std::optional<Result<T>>>();
    [](QCoro::Task<Result<T>> asked, Answer<T> into) -> QCoro::Task<> {
        auto result = co_await std::move(asked);
        into->emplace(std::move(result));
    }(std::move(task), answer);
    return answer;
}

Answer<void> flush(Chronicle &chronicle)
{
    return answerOf(chronicle.flush());
}

Answer<bool> flushSome(Chronicle &chronicle)
{
    return answerOf(chronicle.flushSome());
}

QByteArray code(int n)
{
    return "C" + QByteArray::number(n);
}

} // namespace

/// The notes that are written behind the answers.
class TestChronicle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mergesAndWrites_data() { DatabaseFixture::addEngines(); }
    void mergesAndWrites();
    void writesInPortions_data() { DatabaseFixture::addEngines(); }
    void writesInPortions();
    void flushesWhatWasNotedBefore();
    void dropsWhatDoesNotFit();
    void writesOnceThoughTheAnswerWasLost();
    void keepsItsNotesWhileTheDatabaseIsAway();
    void writesTheRestAtTheEnd();
    void takesNotesFromManyThreads();
    void tellsTwoWritersApart();

private:
    static qint64 number(const DatabaseUrl &url, const char *sql)
    {
        return DatabaseFixture::numberOf(*DatabaseFixture::open(url), QString::fromLatin1(sql));
    }
    static QList<Refusal> refusalsOf(const DatabaseUrl &url, UserId user)
    {
        const auto answer = book::whyNot(*DatabaseFixture::open(url), user);
        return answer ? answer->refusals : QList<Refusal>{};
    }

    DatabaseFixture m_databases;
};

void TestChronicle::mergesAndWrites()
{
    QFETCH(QString, engine);
    const DatabaseUrl url = m_databases.stocked(engine, 3);
    {
        const auto session = DatabaseFixture::open(url);
        QVERIFY(changeDoubt(*session, 9, code(1), 11));
    }
    SetClock clock;
    Journal journal(url, roomy);
    Chronicle chronicle(journal, clock);
    const auto idle = flushSome(chronicle);
    QTRY_VERIFY(*idle);
    QVERIFY(**idle && ***idle);
    QCOMPARE(number(url, "SELECT count(*) FROM chronicle"), 0); // nothing was written for nothing

    chronicle.noteRefused(5, soldOut);
    clock.at = now + 10;
    chronicle.noteRefused(5, soldOut);
    chronicle.notePartnerRefused(6, code(0));
    clock.at = now + 20;
    chronicle.noteRefused(6, soldOut);
    chronicle.noteLife({code(0), {LifeEvent::What::Restored, 0, 6, {}, {}}});
    chronicle.noteLife({"unknown", {LifeEvent::What::Restored, 0, 6, {}, {}}});
    chronicle.noteAttempt({11, 0, QStringLiteral("no answer")});
    const auto done = flush(chronicle);
    QTRY_VERIFY(*done);
    QVERIFY(**done);
    QCOMPARE(refusalsOf(url, 5), (QList{Refusal{5, soldOut, now, now + 10, 2, {}, 1}}));
    QCOMPARE(refusalsOf(url, 6),
             (QList{Refusal{6, soldOut, now + 20, now + 20, 1, {}, 1},
                    Refusal{6, Refusal::Reason::PartnerFailed, now + 10, now + 10, 1, {}, 0}}));
    const auto session = DatabaseFixture::open(url);
    const auto life = book::biography(*session, code(0));
    QVERIFY((*life)->events.contains({LifeEvent::What::PartnerRefused, now + 10, 6, {}, {}}));
    QCOMPARE((*life)->events.back(), (LifeEvent{LifeEvent::What::Restored, now + 20, 6, {}, {}}));
    QCOMPARE((*book::openDoubt(*session, 11))->attempts, 1);
    QCOMPARE((*book::openDoubt(*session, 11))->asked, std::optional<WallMs>(now + 20));
    QCOMPARE(chronicle.dropped(), 0); // and a second flush adds to what is there
    chronicle.noteRefused(5, soldOut);
    const auto again = flush(chronicle);
    QTRY_VERIFY(*again);
    QCOMPARE(refusalsOf(url, 5), (QList{Refusal{5, soldOut, now, now + 20, 3, {}, 1}}));
}

void TestChronicle::writesInPortions()
{
    QFETCH(QString, engine);
    constexpr int users = 100'000;
    const DatabaseUrl url = m_databases.migrated(engine);
    SetClock clock;
    Journal journal(url, roomy);
    Chronicle chronicle(journal, clock);
    for (int i = 1; i <= users; ++i)
        chronicle.noteRefused(i, soldOut);
    const auto some = flushSome(chronicle);
    QTRY_VERIFY(*some);
    QVERIFY(**some && !***some); // more waits
    const qint64 first = number(url, "SELECT count(*) FROM refusal");
    QCOMPARE(first, qint64(Chronicle::Bounds().perFlush));
    const auto done = flush(chronicle);
    QTRY_VERIFY_WITH_TIMEOUT(*done, 120'000);
    QVERIFY(**done);
    QCOMPARE(number(url, "SELECT count(*) FROM refusal"), users);
    QCOMPARE(number(url, "SELECT sum(times) FROM refusal WHERE reason = 0"), users);
    QCOMPARE(number(url, "SELECT CAST(value AS bigint) FROM meta WHERE key = 'refusals_count'"), users);
    const auto last = flushSome(chronicle);
    QTRY_VERIFY(*last);
    QVERIFY(**last && ***last);
}

void TestChronicle::flushesWhatWasNotedBefore()
{
    const DatabaseUrl url = m_databases.migrated(QStringLiteral("sqlite"));
    SetClock clock;
    Journal journal(url, roomy);
    const Chronicle::Bounds bounds{.perFlush = 10};
    Chronicle chronicle(journal, clock, bounds);
    for (int i = 1; i <= 95; ++i)
        chronicle.noteRefused(i, soldOut);
    const auto some = flushSome(chronicle); // takes the round over
    QTRY_VERIFY(*some);
    for (int i = 101; i <= 195; ++i)
        chronicle.noteRefused(i, soldOut);
    const auto done = flush(chronicle);
    const auto beside = flushSome(chronicle); // two at once do not disturb each other
    // What comes in without end does not keep the answer back.
    for (int i = 1000; !*done; ++i) {
        QVERIFY(i < 1'000'000);
        for (int k = 0; k < 10; ++k)
            chronicle.noteRefused(i * 10 + k, soldOut);
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    QVERIFY(**done);
    QCOMPARE(number(url, "SELECT count(*) FROM refusal WHERE user_id < 1000"), 190);
    QTRY_VERIFY(*beside);
}

void TestChronicle::dropsWhatDoesNotFit()
{
    const DatabaseUrl url = m_databases.stocked(QStringLiteral("sqlite"), 1);
    SetClock clock;
    Journal journal(url, roomy);
    const Chronicle::Bounds bounds{.waitingMost = 10, .perFlush = 4, .refusalsMost = 8, .lifeMost = 5};
    Chronicle chronicle(journal, clock, bounds);
    for (int i = 1; i <= 15; ++i) {
        ++clock.at;
        chronicle.noteRefused(i, soldOut);
        chronicle.noteRefused(1, soldOut); // who has a place keeps it
        chronicle.noteLife({code(0), {LifeEvent::What::Asked, 0, i, {}, {}}});
        chronicle.noteAttempt({i, 0, {}});
    }
    QCOMPARE(chronicle.dropped(), 5 + 5 + 5);
    const auto some = flushSome(chronicle);
    QTRY_VERIFY(*some);
    for (int i = 21; i <= 30; ++i) // only as many as have been written by now
        chronicle.noteRefused(i, soldOut);
    QCOMPARE(chronicle.dropped(), 15 + 6);
    const WallMs lost = clock.at;
    ++clock.at;
    const auto done = flush(chronicle);
    QTRY_VERIFY(*done);
    QVERIFY(number(url, "SELECT CAST(value AS integer) FROM meta WHERE key = 'refusals_known_since'") >=
            lost);
    QVERIFY(**done);
    QCOMPARE(number(url, "SELECT count(*) FROM refusal"), 8);
    QCOMPARE(number(url, "SELECT count(*) FROM life"), 5);
    QCOMPARE(refusalsOf(url, 1).value(0).times, 16);
}

void TestChronicle::writesOnceThoughTheAnswerWasLost()
{
    const DatabaseUrl direct = m_databases.stocked(QStringLiteral("postgresql"), 2);
    LosingProxy proxy(direct.host);
    DatabaseUrl url = direct;
    url.host = proxy.folder();
    SetClock clock;
    Journal journal(url, roomy);
    Chronicle chronicle(journal, clock);
    QTRY_VERIFY(journal.isConnected());
    // The journal runs the work again, over a new connection.
    proxy.loseNextCommit("INTO refusal");
    chronicle.noteRefused(1, soldOut);
    chronicle.notePartnerRefused(1, code(0));
    const auto done = flush(chronicle);
    QTRY_VERIFY_WITH_TIMEOUT(*done, 30'000);
    QVERIFY(**done);
    QCOMPARE(proxy.lost(), 1);
    QCOMPARE(refusalsOf(direct, 1).value(0).times, 1);
    QCOMPARE(number(direct, "SELECT count(*) FROM life"), 1);
    // The journal gives up: the chronicle must find out later that it was there.
    proxy.loseNextCommit("INTO refusal");
    proxy.setOpen(false);
    chronicle.noteRefused(1, soldOut);
    const auto unsure = flush(chronicle);
    QTRY_VERIFY_WITH_TIMEOUT(*unsure, 60'000);
    QVERIFY(!**unsure);
    chronicle.noteRefused(1, soldOut);
    proxy.setOpen(true);
    QTRY_VERIFY_WITH_TIMEOUT(journal.isConnected(), 30'000);
    const auto later = flush(chronicle);
    QTRY_VERIFY_WITH_TIMEOUT(*later, 30'000);
    QVERIFY(**later);
    QCOMPARE(refusalsOf(direct, 1).value(0).times, 3);
    QCOMPARE(number(direct, "SELECT count(*) FROM life"), 1);
}

void TestChronicle::keepsItsNotesWhileTheDatabaseIsAway()
{
    const DatabaseUrl patient = m_databases.stocked(QStringLiteral("sqlite"), 2);
    DatabaseUrl url = patient;
    url.busyTimeoutMs = 30;
    SetClock clock;
    Journal journal(url, roomy);
    Chronicle chronicle(journal, clock);
    QTRY_VERIFY(journal.isConnected());
    const auto other = DatabaseFixture::open(patient);
    QVERIFY(other->execute(QStringLiteral("BEGIN IMMEDIATE")));
    chronicle.noteRefused(1, soldOut);
    chronicle.notePartnerRefused(2, code(0));
    const auto failed = flush(chronicle);
    QTRY_VERIFY_WITH_TIMEOUT(*failed, 30'000);
    QVERIFY(!**failed);
    QCOMPARE((**failed).error().trouble, Trouble::Unavailable);
    chronicle.noteRefused(1, soldOut);
    QVERIFY(other->execute(QStringLiteral("COMMIT")));
    const auto done = flush(chronicle);
    QTRY_VERIFY_WITH_TIMEOUT(*done, 30'000);
    QVERIFY(**done);
    QCOMPARE(refusalsOf(url, 1).value(0).times, 2);
    QCOMPARE(refusalsOf(url, 2).value(0).times, 1);
    QCOMPARE(number(url, "SELECT count(*) FROM life"), 1);
    QCOMPARE(chronicle.dropped(), 0);
}

void TestChronicle::writesTheRestAtTheEnd()
{
    constexpr int threads = 5;
    constexpr int each = 700; // a portion has 500
    constexpr int users = threads * each;
    const DatabaseUrl url = m_databases.stocked(QStringLiteral("sqlite"), 1);
    SetClock clock;
    {
        Journal journal(url, roomy);
        Chronicle chronicle(journal, clock);
        for (int t = 0; t < threads; ++t) { // each leaves notes of its own, which make a portion of their own
            std::thread([&chronicle, t] {
                for (int i = 1; i <= each; ++i)
                    chronicle.noteRefused(t * each + i, soldOut);
            }).join();
        }
        const auto some = flushSome(chronicle);
        QTRY_VERIFY(*some);
        chronicle.noteRefused(users + 1, soldOut);
        chronicle.notePartnerRefused(1, code(0));
    }
    QCOMPARE(number(url, "SELECT count(DISTINCT user_id) FROM refusal"), users + 1);
    QCOMPARE(number(url, "SELECT sum(times) FROM refusal WHERE reason = 0"), users + 1);
    QCOMPARE(number(url, "SELECT count(*) FROM life"), 1);
}

void TestChronicle::takesNotesFromManyThreads()
{
    constexpr int threads = 4;
    constexpr int each = 20'000;
    const DatabaseUrl url = m_databases.stocked(QStringLiteral("sqlite"), 1);
    SetClock clock;
    Journal journal(url, roomy);
    Chronicle chronicle(journal, clock);
    std::latch together(threads);
    std::atomic<int> ended{0};
    std::vector<std::thread> noting;
    for (int t = 0; t < threads; ++t) {
        noting.emplace_back([&] {
            together.arrive_and_wait();
            for (int i = 1; i <= each; ++i) {
                chronicle.noteRefused(i % 1000 + 1, soldOut);
                if (i % 100 == 0)
                    chronicle.notePartnerRefused(i % 1000 + 1, code(0));
            }
            ++ended;
        });
    }
    while (ended < threads) {
        const auto some = flushSome(chronicle);
        QTRY_VERIFY_WITH_TIMEOUT(*some, 30'000);
        QVERIFY(**some);
    }
    for (auto &thread : noting)
        thread.join();
    const auto done = flush(chronicle);
    QTRY_VERIFY_WITH_TIMEOUT(*done, 60'000);
    QCOMPARE(number(url, "SELECT count(DISTINCT user_id) FROM refusal"), 1000);
    QCOMPARE(number(url, "SELECT sum(times) FROM refusal WHERE reason = 0"), threads * each);
    QCOMPARE(number(url, "SELECT sum(times) FROM refusal WHERE reason = 1"), threads * each / 100);
    QCOMPARE(number(url, "SELECT count(*) FROM life"), threads * each / 100);
}

void TestChronicle::tellsTwoWritersApart()
{
    const DatabaseUrl url = m_databases.stocked(QStringLiteral("postgresql"), 1);
    SetClock clock;
    Journal journal(url, roomy);
    Journal otherJournal(url, roomy);
    Chronicle chronicle(journal, clock);
    Chronicle other(otherJournal, clock);
    constexpr int users = 9000;
    for (int i = 1; i <= users; ++i) {
        chronicle.noteRefused(i, soldOut);
        other.noteRefused(users + 1 - i, soldOut);
    }
    const auto mine = flush(chronicle);
    const auto theirs = flush(other);
    QTRY_VERIFY_WITH_TIMEOUT(*mine && *theirs, 60'000);
    QVERIFY(**mine && **theirs);
    QCOMPARE(number(url, "SELECT count(*) FROM refusal"), users);
    QCOMPARE(number(url, "SELECT sum(times) FROM refusal WHERE reason = 0"), 2 * users);
    QCOMPARE(number(url, "SELECT CAST(value AS bigint) FROM meta WHERE key = 'refusals_count'"), users);
    QCOMPARE(number(url, "SELECT count(*) FROM chronicle"), 2);
    // A day later those that fell silent are forgotten, by the next to begin.
    clock.at = now + 25LL * 3600 * 1000;
    Chronicle third(journal, clock);
    third.noteRefused(1, soldOut);
    const auto last = flush(third);
    QTRY_VERIFY_WITH_TIMEOUT(*last, 30'000);
    QCOMPARE(number(url, "SELECT count(*) FROM chronicle"), 1);
}

QTEST_GUILESS_MAIN(TestChronicle)
#include "tst_chronicle.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_acts.h"
#include "core/database/book/book_audit.h"
#include "core/database/book/book_cut.h"
#include "core/database/journal/journal.h"
#include "tests/support/book_case.h"
#include "tests/support/journal_client.h"
#include "tests/support/losing_proxy.h"

#include <QTest>

using namespace seonchak;
using namespace seonchak::testing;
using Kind = book::Begun::Kind;

namespace {

book::Act wanted(const QString &owner, bool keyed = true)
{
    book::Act act;
    act.id = QStringLiteral("id");
    act.keyed = keyed;
    act.fingerprint = QStringLiteral("f");
    act.owner = owner;
    act.actor = QStringLiteral("REST");
    act.action = QStringLiteral("generate");
    act.total = 10;
    return act;
}

Kind kindOf(const Result<book::Begun> &begun)
{
    return begun ? begun->kind : Kind(-1);
}

} // namespace

/// The book's record of long acts.
class TestBookActs : public BookCase
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnWhereItBrokeOff_data() { DatabaseFixture::addEngines(); }
    void goesOnWhereItBrokeOff();
    void hasOneOwner_data() { DatabaseFixture::addEngines(); }
    void hasOneOwner();
    void forgetsWhatDidNothing_data() { DatabaseFixture::addEngines(); }
    void forgetsWhatDidNothing();
    void waitsForAPersonWhereItWasCutOff_data() { DatabaseFixture::addEngines(); }
    void waitsForAPersonWhereItWasCutOff();
    void offersNothingThatNobodyCanFinish_data() { DatabaseFixture::addEngines(); }
    void offersNothingThatNobodyCanFinish();
    void tellsARepeatThatAnOperatorHasVoided_data() { DatabaseFixture::addEngines(); }
    void tellsARepeatThatAnOperatorHasVoided();
    void forgetsWhatNobodyDecidesAbout_data() { DatabaseFixture::addEngines(); }
    void forgetsWhatNobodyDecidesAbout();
    void makesASliceOnceAlthoughTheCommitIsUnknown();

private:
    QStringList trail();
};

QStringList TestBookActs::trail()
{
    QStringList results;
    const auto page = book::readAudit(*m_session, {});
    for (const auto &entry : page->items)
        results.prepend(entry.result);
    return results;
}

void TestBookActs::goesOnWhereItBrokeOff()
{
    open();
    QCOMPARE(kindOf(book::beginAct(*m_session, wanted("a"), -1, now)), Kind::Mine);
    const auto slice = [&] { return book::addFresh(*m_session, codes(0, 4), now); };
    QCOMPARE(book::inAct(*m_session, {"id", "a", 1}, slice).value_or(-1), 4);
    QCOMPARE(book::inAct(*m_session, {"id", "a", 1}, slice).value_or(-1), 4); // found, not made again
    book::Act act = *book::readAct(*m_session, "id");
    QCOMPARE(act.made, 4);
    QVERIFY(book::endAct(*m_session, act, QStringLiteral("failed after 4: why"), now));
    auto again = book::beginAct(*m_session, wanted("b"), -1, now);
    QCOMPARE(kindOf(again), Kind::Mine);
    QCOMPARE(again->act.slice, 1);
    QCOMPARE(again->act.made, 4);
    act = again->act;
    act.done = true;
    act.moved = 3;
    QVERIFY(book::endAct(*m_session, act, QStringLiteral("done"), now));
    QVERIFY(book::endAct(*m_session, act, QStringLiteral("done"), now)); // once in the trail
    again = book::beginAct(*m_session, wanted("c"), -1, now);
    QCOMPARE(kindOf(again), Kind::Answered);
    QCOMPARE(again->act.moved, 3);
    book::Act other = wanted("c");
    other.fingerprint = QStringLiteral("g");
    QCOMPARE(kindOf(book::beginAct(*m_session, other, -1, now)), Kind::Mismatch);
    QCOMPARE(trail(), (QStringList{"failed after 4: why", "goes on after 4", "done"}));
}

void TestBookActs::hasOneOwner()
{
    open();
    QCOMPARE(kindOf(book::beginAct(*m_session, wanted("a"), -1, now)), Kind::Mine);
    const auto running = book::beginAct(*m_session, wanted("b"), -1, now);
    QCOMPARE(kindOf(running), Kind::Running);
    QVERIFY(book::beatActs(*m_session, {"a"}));
    QCOMPARE(kindOf(book::beginAct(*m_session, wanted("b"), running->act.beat, now)), Kind::Running);
    const qint64 beat = book::readAct(*m_session, "id")->beat;
    QCOMPARE(kindOf(book::beginAct(*m_session, wanted("b"), beat, now)), Kind::Mine);
    const auto late = book::inAct(*m_session, {"id", "a", 1}, [] { return Result<qint64>(1); });
    QVERIFY(!late && late.error().trouble == Trouble::KeyRunning);
    const auto owned = book::ownedActs(*m_session);
    QCOMPARE(owned->size(), 1U);
    QVERIFY(book::breakOffAct(*m_session, owned->front(), now).value_or(false));
    QVERIFY(!book::breakOffAct(*m_session, owned->front(), now).value_or(true));
    QCOMPARE(trail(), (QStringList{"goes on after 0", "broke off after 0 of 10"}));
}

void TestBookActs::forgetsWhatDidNothing()
{
    open();
    for (const bool keyed : {true, false}) {
        const auto begun = book::beginAct(*m_session, wanted("a", keyed), -1, now);
        QCOMPARE(kindOf(begun), Kind::Mine);
        QVERIFY(book::endAct(*m_session, begun->act, QStringLiteral("refused: why"), now));
        QVERIFY(!book::readAct(*m_session, "id"));
    }
    // A day later an answer is forgotten.
    auto begun = book::beginAct(*m_session, wanted("a"), -1, now);
    begun->act.done = true;
    QVERIFY(book::endAct(*m_session, begun->act, QStringLiteral("done"), now));
    book::Act other = wanted("b");
    other.id = QStringLiteral("other");
    QVERIFY(book::beginAct(*m_session, other, -1, now + 25LL * 3600 * 1000));
    QVERIFY(!book::readAct(*m_session, "id"));
}

void TestBookActs::waitsForAPersonWhereItWasCutOff()
{
    open();
    // Its owner died: whoever notices breaks it off.
    QCOMPARE(kindOf(book::beginAct(*m_session, wanted("a", false), -1, now)), Kind::Mine);
    const auto slice = [&] { return book::addFresh(*m_session, codes(0, 4), now); };
    QVERIFY(book::inAct(*m_session, {"id", "a", 1}, slice));
    QVERIFY(book::cutActs(*m_session)->isEmpty());
    QVERIFY(book::breakOffAct(*m_session, book::ownedActs(*m_session)->front(), now).value_or(false));
    auto cut = book::cutActs(*m_session);
    QCOMPARE(cut->size(), 1);
    QCOMPARE(cut->first().made, 4);
    QCOMPARE(cut->first().total, 10);
    // One takes it, the other comes too late; a commit that is tried again finds itself done.
    const QString goes = QStringLiteral("goes on after %1");
    auto taken = book::takeCut(*m_session, "id", "b", "desk", goes, now);
    QVERIFY(taken && taken->owner == "b" && taken->slice == 1);
    QVERIFY(book::takeCut(*m_session, "id", "b", "desk", goes, now));
    const auto late = book::takeCut(*m_session, "id", "c", "desk", goes, now);
    QVERIFY(!late && late.error().trouble == Trouble::Conflict);
    QVERIFY(!book::keepCut(*m_session, "id", "desk", now));
    QVERIFY(book::cutActs(*m_session)->isEmpty());
    // Cut off once more, by an orderly end: it waits again, for longer than a day.
    taken->cut = true;
    QVERIFY(book::endAct(*m_session, *taken, QStringLiteral("stopped after 4 of 10: why"), now));
    book::Act other = wanted("d");
    other.id = QStringLiteral("other");
    QVERIFY(book::beginAct(*m_session, other, -1, now + 25LL * 3600 * 1000));
    QCOMPARE(book::cutActs(*m_session)->size(), 1);
    const auto kept = book::keepCut(*m_session, "id", "desk", now);
    QVERIFY(kept && kept->made == 4);
    QVERIFY(!book::readAct(*m_session, "id"));
    QCOMPARE(trail(), (QStringList{"broke off after 4 of 10", "goes on after 4", "stopped after 4 of 10: why",
                                   "done: kept what exists, 4 of 10"}));
}

/// Which coupons were chosen is known to nobody after it: to "finish" would be to void all there are.
void TestBookActs::offersNothingThatNobodyCanFinish()
{
    open();
    const auto slice = [&] { return book::addFresh(*m_session, codes(0, 4), now); };
    for (const bool died : {false, true}) {
        book::Act chosen = wanted("a", false);
        chosen.action = QStringLiteral("void");
        QCOMPARE(kindOf(book::beginAct(*m_session, chosen, -1, now)), Kind::Mine);
        QVERIFY(book::inAct(*m_session, {"id", "a", 1}, [] { return Result<qint64>(4); }));
        book::Act act = *book::readAct(*m_session, "id");
        act.cut = true;
        QVERIFY(died ? book::breakOffAct(*m_session, act, now).value_or(false)
                     : book::endAct(*m_session, act, QStringLiteral("stopped"), now).has_value());
        QVERIFY(book::cutActs(*m_session)->isEmpty());
    }
    book::Act all = wanted("a", false);
    all.action = QStringLiteral("void");
    all.total = 0;
    QCOMPARE(kindOf(book::beginAct(*m_session, all, -1, now)), Kind::Mine);
    QVERIFY(book::inAct(*m_session, {"id", "a", 1}, slice));
    QVERIFY(book::breakOffAct(*m_session, *book::readAct(*m_session, "id"), now).value_or(false));
    QCOMPARE(book::cutActs(*m_session)->size(), 1);
}

void TestBookActs::tellsARepeatThatAnOperatorHasVoided()
{
    open();
    QCOMPARE(kindOf(book::beginAct(*m_session, wanted("a"), -1, now)), Kind::Mine);
    QVERIFY(book::inAct(*m_session, {"id", "a", 1}, [] { return Result<qint64>(4); }));
    book::Act act = *book::readAct(*m_session, "id");
    act.done = true;
    act.moved = book::voidedAtDesk;
    QVERIFY(book::endAct(*m_session, act, QStringLiteral("done: 4 voided of what was made"), now));
    const auto again = book::beginAct(*m_session, wanted("b"), -1, now);
    QVERIFY(!again);
    QCOMPARE(again.error().trouble, Trouble::Conflict);
}

void TestBookActs::forgetsWhatNobodyDecidesAbout()
{
    open();
    constexpr WallMs day = 24LL * 3600 * 1000;
    QCOMPARE(kindOf(book::beginAct(*m_session, wanted("a"), -1, now)), Kind::Mine);
    QVERIFY(book::inAct(*m_session, {"id", "a", 1}, [] { return Result<qint64>(4); }));
    QVERIFY(book::breakOffAct(*m_session, *book::readAct(*m_session, "id"), now).value_or(false));
    book::Act other = wanted("a");
    other.id = QStringLiteral("other");
    QCOMPARE(kindOf(book::beginAct(*m_session, other, -1, now + 29 * day)), Kind::Mine);
    QCOMPARE(book::cutActs(*m_session)->size(), 1);
    other.id = QStringLiteral("another");
    QCOMPARE(kindOf(book::beginAct(*m_session, other, -1, now + 31 * day)), Kind::Mine);
    QVERIFY(book::cutActs(*m_session)->isEmpty());
}

void TestBookActs::makesASliceOnceAlthoughTheCommitIsUnknown()
{
    const DatabaseUrl direct = m_databases.migrated(QStringLiteral("postgresql"));
    LosingProxy proxy(direct.host);
    DatabaseUrl url = direct;
    url.host = proxy.folder();
    const auto session = DatabaseFixture::open(direct);
    QVERIFY(book::beginAct(*session, wanted("a"), -1, now));
    Journal journal(url, 100);
    QTRY_VERIFY(journal.isConnected());
    JournalClient client(journal);
    proxy.loseNextCommit("INTO coupon");
    std::atomic<int> runs{0};
    client.write([&](Session &inner) -> Result<int> {
        const int run = ++runs; // as `generate` does not: other codes each time, so only the act stops it
        const auto made = book::inAct(inner, {"id", "a", 1},
                                      [&] { return book::addFresh(inner, codes(100 * run, 5), now); });
        return made ? Result<int>(int(*made)) : std::unexpected(made.error());
    });
    QTRY_COMPARE(client.written().size(), 1U);
    QCOMPARE(client.written()[0].value_or(-1), 5);
    QCOMPARE(runs.load(), 2);
    QCOMPARE(DatabaseFixture::numberOf(*session, QStringLiteral("SELECT count(*) FROM coupon")), 5);
    QCOMPARE(book::readAct(*session, "id")->made, 5);
}

QTEST_GUILESS_MAIN(TestBookActs)
#include "tst_book_acts.moc"

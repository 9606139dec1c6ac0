// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_approvals.h"
#include "core/database/book/book_audit.h"
#include "core/database/engine/sql_pool.h"
#include "core/database/journal/journal.h"
#include "core/issue/administration/second_person.h"
#include "tests/support/book_case.h"

#include <QTest>

#include <qcoro/qcorotask.h>

using namespace seonchak;
using namespace seonchak::testing;

namespace {

using Act = Approval::Act;
using State = Approval::State;

constexpr WallMs minute = 60'000;

const Actor kim{QStringLiteral("kim (203.0.113.7)"), QStringLiteral("kim")};
const Actor lee{QStringLiteral("lee (203.0.113.8)"), QStringLiteral("lee")};

class SetClock final : public Clock
{
public:
    [[nodiscard]] WallMs wallMs() const override { return wall; }
    [[nodiscard]] qint64 steadyNs() const override { return wall * 1'000'000; }
    WallMs wall = now;
};

QStringList trailOf(Session &session)
{
    QStringList told;
    AuditFilter filter;
    filter.action = QStringLiteral("second-person");
    const auto page = book::readAudit(session, filter);
    for (const AuditEntry &entry : page.value_or(AuditPage()).items)
        told.prepend(entry.actor + u'|' + entry.detail + u'|' + entry.result);
    return told;
}

} // namespace

/// What needs two persons, in the book and as a sale asks for it.
class TestBookApprovals : public BookCase
{
    Q_OBJECT

private Q_SLOTS:
    void oneAsksAndAnotherApproves_data() { DatabaseFixture::addEngines(); }
    void oneAsksAndAnotherApproves();
    void nobodyApprovesTheirOwn_data() { DatabaseFixture::addEngines(); }
    void nobodyApprovesTheirOwn();
    void runsOutAfterFiveMinutes_data() { DatabaseFixture::addEngines(); }
    void runsOutAfterFiveMinutes();
    void isForOneActOnly_data() { DatabaseFixture::addEngines(); }
    void isForOneActOnly();
    void declinedIsDeclined_data() { DatabaseFixture::addEngines(); }
    void declinedIsDeclined();
    void whatBrokeOffGoesOn_data() { DatabaseFixture::addEngines(); }
    void whatBrokeOffGoesOn();
    void oneIsEnoughWhereItIsOff_data() { DatabaseFixture::addEngines(); }
    void oneIsEnoughWhereItIsOff();

private:
    /// The book of this row, with somebody who asks for it and a clock that the test moves.
    void openSale(bool isNeeded = true);
    Result<SecondPerson::Passed> pass(const Actor &who, Act act = Act::VoidAll, qint64 subject = 0,
                                      const QByteArray &key = {})
    {
        return QCoro::waitFor(m_second->pass(who, act, subject, key));
    }
    Trouble troubleOf(const Actor &who, Act act = Act::VoidAll, qint64 subject = 0)
    {
        const auto passed = pass(who, act, subject);
        return passed ? Trouble::Internal : passed.error().trouble;
    }
    Approval only(const Actor &who = kim)
    {
        const auto open = QCoro::waitFor(m_second->open(who));
        return open && open->size() == 1 ? open->first() : Approval();
    }

    SetClock m_clock;
    std::unique_ptr<SqlPool> m_readers;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<SecondPerson> m_second;
};

void TestBookApprovals::openSale(bool isNeeded)
{
    open();
    m_clock.wall = now;
    m_second.reset();
    m_journal = std::make_unique<Journal>(m_url, 100);
    m_readers = std::make_unique<SqlPool>(m_url, 1, 100);
    m_second = std::make_unique<SecondPerson>(SecondPerson::Parts{isNeeded, *m_journal, *m_readers, m_clock});
}

void TestBookApprovals::oneAsksAndAnotherApproves()
{
    openSale();
    QCOMPARE(troubleOf(kim, Act::Restore, 7), Trouble::NeedsSecond);
    QCOMPARE(troubleOf(kim, Act::Restore, 7), Trouble::NeedsSecond); // It waits, once.
    const Approval waits = only();
    QCOMPARE(waits.state, State::Waiting);
    QVERIFY(waits.own && !only(lee).own);
    QCOMPARE(waits.until, now + 5 * minute);
    const auto approved = QCoro::waitFor(m_second->approve(lee, waits.id));
    QVERIFY(approved && approved->state == State::Approved && !approved->own);
    QVERIFY(QCoro::waitFor(m_second->approve(lee, waits.id))); // The answer was lost, and it is sent again.
    QCOMPARE(only().second, lee.told);
    const auto passed = pass(kim, Act::Restore, 7);
    QVERIFY(passed);
    QCOMPARE(passed->words, ", approved by lee (203.0.113.8)");
    QCoro::waitFor(m_second->giveBack(*passed)); // The settler was at it: nothing was changed.
    QCOMPARE(only().state, State::Approved);
    QVERIFY(pass(kim, Act::Restore, 7));
    QCOMPARE(troubleOf(kim, Act::Restore, 7), Trouble::NeedsSecond); // It was good for one time.
    QCOMPARE(
        trailOf(*m_session),
        (QStringList{"kim (203.0.113.7)|restore reservation 7|done: asked",
                     "lee (203.0.113.8)|restore reservation 7, asked by kim (203.0.113.7)|done: approved",
                     "kim (203.0.113.7)|restore reservation 7|done: asked"}));
}

void TestBookApprovals::nobodyApprovesTheirOwn()
{
    openSale();
    QCOMPARE(troubleOf(kim), Trouble::NeedsSecond);
    const Actor same{QStringLiteral("Kim (local socket)"), QStringLiteral("Kim")};
    const auto own = QCoro::waitFor(m_second->approve(same, only().id));
    QVERIFY(!own && own.error().trouble == Trouble::Conflict);
    const Actor nobody(QStringLiteral("REST 127.0.0.1"));
    const auto nameless = QCoro::waitFor(m_second->approve(nobody, only().id));
    QVERIFY(!nameless && nameless.error().trouble == Trouble::Nameless);
    QCOMPARE(troubleOf(nobody), Trouble::Nameless);
    QCOMPARE(only().state, State::Waiting);
}

void TestBookApprovals::runsOutAfterFiveMinutes()
{
    openSale();
    QCOMPARE(troubleOf(kim), Trouble::NeedsSecond);
    const qint64 first = only().id;
    m_clock.wall = now + 5 * minute - 1;
    QVERIFY(QCoro::waitFor(m_second->approve(lee, first)));
    m_clock.wall = now + 5 * minute;
    QCOMPARE(troubleOf(kim), Trouble::NeedsSecond); // Approved in time, and carried out too late.
    const qint64 second = only().id;
    QVERIFY(second > first);
    m_clock.wall += 5 * minute;
    const auto late = QCoro::waitFor(m_second->approve(lee, second));
    QVERIFY(!late && late.error().trouble == Trouble::NotFound);
    QCOMPARE(only().id, 0);
}

void TestBookApprovals::isForOneActOnly()
{
    openSale();
    QCOMPARE(troubleOf(kim, Act::Restore, 7), Trouble::NeedsSecond);
    QVERIFY(QCoro::waitFor(m_second->approve(lee, only().id)));
    QCOMPARE(troubleOf(kim, Act::Restore, 8), Trouble::NeedsSecond);
    QCOMPARE(troubleOf(kim, Act::DeclareIssued, 7), Trouble::NeedsSecond);
    QCOMPARE(troubleOf(kim), Trouble::NeedsSecond);
    QCOMPARE(troubleOf(lee, Act::Restore, 7), Trouble::NeedsSecond); // It is kim's.
    QVERIFY(pass(kim, Act::Restore, 7));
}

void TestBookApprovals::declinedIsDeclined()
{
    openSale();
    QCOMPARE(troubleOf(kim), Trouble::NeedsSecond);
    const qint64 id = only().id;
    QVERIFY(QCoro::waitFor(m_second->approve(lee, id)));
    QVERIFY(QCoro::waitFor(m_second->decline(lee, id))); // Who thinks better of it has a way back.
    QCOMPARE(only().state, State::Declined);
    const auto late = QCoro::waitFor(m_second->approve(lee, id));
    QVERIFY(!late && late.error().trouble == Trouble::NotFound);
    QCOMPARE(troubleOf(kim), Trouble::NeedsSecond);
    const auto open = QCoro::waitFor(m_second->open(kim));
    QVERIFY(open && open->size() == 2 && open->last().state == State::Waiting);
    QVERIFY(QCoro::waitFor(m_second->decline(kim, open->last().id)));
    QVERIFY(trailOf(*m_session).last().endsWith("|done: withdrawn"));
}

void TestBookApprovals::whatBrokeOffGoesOn()
{
    openSale();
    QVERIFY(!pass(kim, Act::VoidAll, 0, "key"));
    QVERIFY(QCoro::waitFor(m_second->approve(lee, only().id)));
    QVERIFY(pass(kim, Act::VoidAll, 0, "key"));
    m_clock.wall += 10 * minute; // The server was away.
    const auto again = pass(kim, Act::VoidAll, 0, "key");
    QVERIFY(again && again->words == QStringLiteral(", approved by lee (203.0.113.8)"));
    QCOMPARE(pass(kim, Act::VoidAll, 0, "another").error().trouble, Trouble::NeedsSecond);
}

void TestBookApprovals::oneIsEnoughWhereItIsOff()
{
    openSale(false);
    const auto passed = pass(QStringLiteral("REST 127.0.0.1"));
    QVERIFY(passed && passed->words.isEmpty());
    QVERIFY(trailOf(*m_session).isEmpty());
}

QTEST_GUILESS_MAIN(TestBookApprovals)
#include "tst_book_approvals.moc"

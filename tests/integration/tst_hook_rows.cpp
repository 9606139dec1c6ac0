// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/hook_rows.h"
#include "core/database/book/lock_rows.h"
#include "core/database/journal/journal.h"
#include "core/issue/ground/turns.h"
#include "tests/support/book_case.h"
#include "tests/support/journal_client.h"

#include <QTest>

#include <vector>

using namespace seonchak;
using namespace seonchak::testing;

namespace {

const QString one = QStringLiteral("https://one.example/");
const QString two = QStringLiteral("https://two.example/");

HookOptions hooksTo(const QStringList &urls, const QStringList &events = {})
{
    HookOptions hooks;
    hooks.urls = urls;
    hooks.events = events;
    return hooks;
}

QStringList occurrencesIn(Session &session)
{
    QStringList found;
    const auto rows = book::hookDeliveries(session, {});
    for (const auto &row : rows.value_or(QList<HookDelivery>{}))
        found.prepend(row.event.occurrence);
    return found;
}

std::vector<HookEvent> issued(int count, WallMs at = now)
{
    std::vector<HookEvent> events;
    for (int i = 1; i <= count; ++i)
        events.push_back(book::issuedEvent(i, 100 + i, at));
    return events;
}

} // namespace

/// The outbox of the webhooks in both engines, and what is written with its cause.
class TestHookRows : public BookCase
{
    Q_OBJECT

private Q_SLOTS:
    void eachOccurrenceOnceForEachReceiver_data() { DatabaseFixture::addEngines(); }
    void eachOccurrenceOnceForEachReceiver();
    void issuesAreToldInTheirTransaction_data() { DatabaseFixture::addEngines(); }
    void issuesAreToldInTheirTransaction();
    void lockStrategiesTellToo_data() { DatabaseFixture::addEngines(); }
    void lockStrategiesTellToo();
    void oneServerAtATime_data() { DatabaseFixture::addEngines(); }
    void oneServerAtATime();
    void outcomesDecideWhatIsDue_data() { DatabaseFixture::addEngines(); }
    void outcomesDecideWhatIsDue();
    void goneSwitchesOffUntilSentAgain_data() { DatabaseFixture::addEngines(); }
    void goneSwitchesOffUntilSentAgain();
    void historyIsBounded_data() { DatabaseFixture::addEngines(); }
    void historyIsBounded();
    void theSaleTurnsOnce_data() { DatabaseFixture::addEngines(); }
    void theSaleTurnsOnce();
    void alarmsTurnOnce_data() { DatabaseFixture::addEngines(); }
    void alarmsTurnOnce();
};

void TestHookRows::eachOccurrenceOnceForEachReceiver()
{
    open();
    QVERIFY(book::tellHooks(*m_session, {one, two}, issued(3)));
    QVERIFY(book::tellHooks(*m_session, {one, two}, issued(3, now + 5)));
    QVERIFY(book::tellHooks(*m_session, {}, issued(9)));
    const auto due = book::dueHooks(*m_session, one, now, 10);
    QVERIFY(due);
    QCOMPARE(due->size(), 3);
    const HookDelivery &first = due->first();
    QCOMPARE(first.event.type, QString("coupon.issued"));
    QCOMPARE(first.event.at, now);
    QCOMPARE(first.event.data, QByteArray("{\"couponId\":1,\"userId\":101,\"userIdText\":\"101\"}"));
    QCOMPARE(first.state, HookDelivery::State::Waiting);
    QCOMPARE(book::dueHooks(*m_session, two, now, 10)->size(), 3);
    QCOMPARE(book::dueHooks(*m_session, one, now - 1, 10)->size(), 0);
}

void TestHookRows::issuesAreToldInTheirTransaction()
{
    open();
    stock(codes(0, 4), 1);
    const std::vector<IssueEntry> entries{{7, "C1000", 1, now}, {8, "C1001", 2, now}, {7, "C1002", 3, now}};
    const auto write = [&](bool fails) {
        return m_session->transaction([&]() -> Result<void> {
            const auto answers = book::writeIssues(*m_session, entries, {one});
            if (!answers || fails)
                return failure(Trouble::Internal, QStringLiteral("broken off"));
            return {};
        });
    };
    QVERIFY(!write(true));
    QCOMPARE(occurrencesIn(*m_session), QStringList());
    QVERIFY(write(false));
    QVERIFY(write(false)); // delivered twice: a batch whose commit was not answered
    const QStringList told{QStringLiteral("coupon.issued:%1").arg(idOf("C1000")),
                           QStringLiteral("coupon.issued:%1").arg(idOf("C1001"))};
    QCOMPARE(occurrencesIn(*m_session), told);

    // Through the journal, and not where nobody wants it.
    for (const bool wanted : {true, false}) {
        QStringList hooks;
        if (wanted)
            hooks.append(one);
        Journal journal(m_url, 100, hooks);
        JournalClient client(journal);
        client.book({wanted ? 9 : 10, wanted ? "C1002" : "C1003", wanted ? 4 : 5, testing::now});
        QTRY_COMPARE(client.count(Booked::Kind::Issued), 1);
        QCOMPARE(occurrencesIn(*m_session).size(), 3);
    }
}

void TestHookRows::lockStrategiesTellToo()
{
    open();
    stock(codes(0, 2), 1);
    QVERIFY(book::issueUnderRowLock(*m_session, 1, now, {}, {one}));
    QVERIFY(book::issueUnderRowLock(*m_session, 1, now, {}, {one})); // has one already
    QVERIFY(book::issueByVersion(*m_session, 2, 5, now, {}, {one}));
    QVERIFY(book::issueByVersion(*m_session, 3, 5, now, {}, {one})); // sold out
    QCOMPARE(occurrencesIn(*m_session).size(), 2);
}

void TestHookRows::oneServerAtATime()
{
    open();
    const auto seen = book::hookReceiver(*m_session, one);
    QVERIFY(seen && seen->owner.isEmpty());
    QCOMPARE(book::takeReceiver(*m_session, *seen, "a"), true);
    QCOMPARE(book::takeReceiver(*m_session, *seen, "b"), false);
    QCOMPARE(book::beatReceiver(*m_session, one, "a"), true);
    QCOMPARE(book::beatReceiver(*m_session, one, "b"), false);
    const auto theirs = book::hookReceiver(*m_session, one);
    QVERIFY(book::beatReceiver(*m_session, one, "a").value());
    QCOMPARE(book::takeReceiver(*m_session, *theirs, "b"), false); // it has moved
    QVERIFY(book::leaveReceivers(*m_session, "a"));
    QCOMPARE(book::takeReceiver(*m_session, *book::hookReceiver(*m_session, one), "b"), true);
}

void TestHookRows::outcomesDecideWhatIsDue()
{
    open();
    using State = HookDelivery::State;
    QVERIFY(book::tellHooks(*m_session, {one}, issued(3)));
    const auto due = book::dueHooks(*m_session, one, now, 10).value();
    const QString lengthy(900, QLatin1Char('x'));
    const std::vector<HookOutcome> outcomes{
        {due[0].id, one, 0, State::Delivered, now, now + 1, 200, "answered 200"},
        {due[1].id, one, 0, State::Waiting, now + 5000, now + 1, 500, lengthy},
        {due[2].id, one, 0, State::GivenUp, now, now + 1, 0, "no answer"}};
    QVERIFY(book::noteOutcomes(*m_session, outcomes));
    QVERIFY(book::noteOutcomes(*m_session, outcomes)); // written again after a lost commit
    QCOMPARE(book::dueHooks(*m_session, one, now + 4999, 10)->size(), 0);
    const auto again = book::dueHooks(*m_session, one, now + 5000, 10).value();
    QCOMPARE(again.size(), 1);
    QCOMPARE(again[0].tries, 1);
    QCOMPARE(again[0].status, 500);
    QVERIFY(again[0].answer.size() <= 300);
    HookFilter given;
    given.state = State::GivenUp;
    QCOMPARE(book::hookDeliveries(*m_session, given)->size(), 1);
    QCOMPARE(book::hookReceivers(*m_session, {one})->first().waiting, 1);
}

void TestHookRows::goneSwitchesOffUntilSentAgain()
{
    open();
    using State = HookDelivery::State;
    QVERIFY(book::tellHooks(*m_session, {one, two}, issued(2)));
    QVERIFY(book::takeReceiver(*m_session, *book::hookReceiver(*m_session, one), "a"));
    QVERIFY(book::switchOff(*m_session, one, now + 7));
    QCOMPARE(book::hookReceiver(*m_session, one)->offAt, now + 7);
    QCOMPARE(book::dueHooks(*m_session, one, now, 10)->size(), 0);
    QCOMPARE(book::dueHooks(*m_session, two, now, 10)->size(), 2);
    HookFilter off;
    off.state = State::SwitchedOff;
    const auto unsent = book::hookDeliveries(*m_session, off).value();
    QCOMPARE(unsent.size(), 2);
    QVERIFY(book::sendAgain(*m_session, unsent[0].id, now + 9));
    QCOMPARE(book::hookReceiver(*m_session, one)->offAt, 0);
    QCOMPARE(book::dueHooks(*m_session, one, now + 9, 10)->size(), 1);
    QCOMPARE(book::sendAgain(*m_session, 99'999, now).error().trouble, Trouble::NotFound);
}

void TestHookRows::historyIsBounded()
{
    open();
    QVERIFY(book::tellHooks(*m_session, {one, two}, issued(30)));
    std::vector<HookOutcome> outcomes;
    const auto due = book::dueHooks(*m_session, one, now, 30).value();
    for (const HookDelivery &row : due.mid(5)) // the oldest wait
        outcomes.push_back({row.id, one, 0, HookDelivery::State::Delivered, now, now, 200, {}});
    QVERIFY(book::noteOutcomes(*m_session, outcomes));
    QCOMPARE(book::sweepHooks(*m_session, one, 10), 15);
    QCOMPARE(book::sweepHooks(*m_session, one, 10), 0);
    QCOMPARE(book::dueHooks(*m_session, one, now, 100)->size(), 5); // what waits is never dropped
    QCOMPARE(book::dueHooks(*m_session, two, now, 100)->size(), 30);
}

void TestHookRows::theSaleTurnsOnce()
{
    open();
    const HookOptions hooks = hooksTo({one});
    const auto turn = [&](const char *to, qint64 mark, WallMs filling) {
        const SaleTurn what{QLatin1String(to), now, mark, filling};
        return turns::turnSale(*m_session, what, hooks).has_value();
    };
    QVERIFY(turn(SaleTurn::planned, 1, 0));
    QCOMPARE(occurrencesIn(*m_session), QStringList());
    QVERIFY(turn(SaleTurn::open, 1, 0));
    QVERIFY(turn(SaleTurn::open, 1, 0)); // another server
    QVERIFY(turn(SaleTurn::soldOut, 1, 77));
    QVERIFY(turn(SaleTurn::open, 1, 0)); // a code came back
    QVERIFY(turn(SaleTurn::soldOut, 1, 77));
    QVERIFY(turn(SaleTurn::open, 1, 0)); // a new filling
    QVERIFY(turn(SaleTurn::soldOut, 1, 88));
    QVERIFY(turn(SaleTurn::closed, 1, 0));
    QVERIFY(turn(SaleTurn::soldOut, 2, 88)); // opened anew by other times
    QCOMPARE(occurrencesIn(*m_session),
             (QStringList{"sale.opened:times-1", "sale.sold-out:filling-77", "sale.sold-out:filling-88",
                          "sale.closed:times-1", "sale.opened:times-2"}));
}

void TestHookRows::alarmsTurnOnce()
{
    open();
    const HookOptions hooks = hooksTo({one}, {"alarm.stock", "alarm.issuing"});
    const auto turn = [&](Alarm alarm, bool raised, const char *scope = "") {
        const AlarmTurn what{alarm, raised, now, QLatin1String(scope)};
        return turns::turnAlarm(*m_session, what, hooks).has_value();
    };
    QVERIFY(turn(Alarm::Stock, false)); // it never was: no news
    QCOMPARE(occurrencesIn(*m_session), QStringList());
    QVERIFY(turn(Alarm::Stock, true));
    QVERIFY(turn(Alarm::Stock, true)); // another server
    QVERIFY(turn(Alarm::Doubt, true)); // nobody wants it
    QVERIFY(turn(Alarm::Stock, false));
    QVERIFY(turn(Alarm::Stock, true));
    QVERIFY(turn(Alarm::Issuing, true, "aa"));
    QVERIFY(turn(Alarm::Issuing, true, "bb"));
    QCOMPARE(occurrencesIn(*m_session), (QStringList{"alarm.stock:1", "alarm.stock:2", "alarm.stock:3",
                                                     "alarm.issuing@aa:1", "alarm.issuing@bb:1"}));
    QCOMPARE(book::hookDeliveries(*m_session, {})->first().event.data,
             QByteArray("{\"state\":\"raised\",\"serial\":1,\"server\":\"bb\"}"));
}

QTEST_GUILESS_MAIN(TestHookRows)
#include "tst_hook_rows.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/event_log.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace seonchak;
using Kind = Event::Kind;

namespace {

constexpr WallMs start = 1'700'000'000'000;
constexpr WallMs later = start + 3'600'000;

Event at(WallMs when, Kind kind, UserId user = 0)
{
    return {kind, when, user, {}, 0, 0};
}

/// All that is kept, read in portions; fails where a portion does not join the one before.
QList<Event> readAll(EventLog &log, qsizetype portion, quint64 *dropped = nullptr)
{
    QList<Event> all;
    quint64 after = 0;
    while (true) {
        const EventPage page = log.after(after, portion, later);
        if (page.items.isEmpty())
            return page.next == after && page.dropped == 0 ? all : QList<Event>();
        const bool joins = page.items.size() <= portion && page.items.back().serial == page.next &&
                           page.next - after == page.dropped + quint64(page.items.size());
        if (!joins)
            return {};
        if (dropped)
            *dropped += page.dropped;
        all += page.items;
        after = page.next;
    }
}

qint64 timesOf(const QList<Event> &events, Kind kind)
{
    qint64 times = 0;
    for (const Event &event : events)
        times += event.kind == kind ? event.times : 0;
    return times;
}

} // namespace

class TestEventLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersWithoutGaps();
    void keepsWhatMattersInAFlood();
    void countsWhatItDoesNotKeep();
    void everyKindHasItsOwnRoom();
    void saysWhatWasDropped();
    void startsAgainAfterARestart();
    void aClockThatJumpsLosesNothing();
    void losesNothingAmongThreads();
};

void TestEventLog::numbersWithoutGaps()
{
    EventLog log;
    QCOMPARE(log.after(0, 10, start).next, 0U);
    QCOMPARE(log.last(), 0U);
    for (int i = 0; i < 10; ++i)
        log.add(at(start + i, i % 2 ? Kind::Issued : Kind::Pushed, i));
    EventPage page = log.after(0, 4, start + 20);
    QCOMPARE(page.items.size(), 4);
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(page.items[i].serial, quint64(i + 1));
        QCOMPARE(page.items[i].at, start + i);
    }
    QCOMPARE(page.next, 4U);
    QCOMPARE(log.last(), 10U);
    page = log.after(page.next, 100, start + 20);
    QCOMPARE(page.items.size(), 6);
    QCOMPARE(page.items.front().serial, 5U);
    QCOMPARE(page.dropped, 0U);
    page = log.after(page.next, 100, start + 20);
    QVERIFY(page.items.isEmpty());
    QCOMPARE(page.next, 10U);
    QCOMPARE(log.after(0, 0, start).next, 0U);
}

/// 5,000 refusals a second for two seconds, and one "Redis is away" between them.
void TestEventLog::keepsWhatMattersInAFlood()
{
    EventLog log;
    for (int i = 0; i < 10'000; ++i) {
        if (i == 5000)
            log.add(at(start + 1000, Kind::RedisAway));
        log.add(at(start + i / 5, Kind::SoldOut, i + 1));
    }
    const QList<Event> all = readAll(log, 10);
    QCOMPARE(timesOf(all, Kind::RedisAway), 1);
    QCOMPARE(timesOf(all, Kind::SoldOut), 10'000);
    QVERIFY2(all.size() < 100, qPrintable(QString::number(all.size())));
    // An hour of it later it is still there.
    for (int second = 2; second < 3600; ++second) {
        for (int i = 0; i < 40; ++i)
            log.add(at(start + 1000 * second, Kind::SoldOut, i + 1));
    }
    QCOMPARE(timesOf(readAll(log, 1000), Kind::RedisAway), 1);
}

void TestEventLog::countsWhatItDoesNotKeep()
{
    EventLog log({100, 3});
    for (int i = 0; i < 10; ++i)
        log.add(at(start + i, Kind::SoldOut, i + 1));
    // The second is not over: what it will come to is not known.
    QCOMPARE(log.after(0, 100, start + 500).items.size(), 3);
    const EventPage page = log.after(0, 100, start + 1000);
    QCOMPARE(page.items.size(), 4);
    QCOMPARE(page.items[3].times, 7);
    QCOMPARE(page.items[3].user, 0);
    QCOMPARE(page.items[3].at, start + 9);
    QCOMPARE(page.items[0].times, 1);
    QCOMPARE(log.after(0, 100, start + 2000).items.size(), 4);
    log.add(at(start + 2000, Kind::SoldOut, 99)); // another second, another three
    QCOMPARE(log.after(0, 100, start + 2000).items.back().user, 99);
}

void TestEventLog::everyKindHasItsOwnRoom()
{
    EventLog log({10, 2});
    for (int i = 0; i < 100; ++i) {
        log.add(at(start, Kind::SoldOut, 1));
        log.add(at(start, Kind::Issued, 2));
        log.add(at(start, Kind::InDoubt, 3));
    }
    for (int i = 0; i < 8; ++i)
        log.add(at(start, Kind::Voided)); // an act of a person is never just counted
    const QList<Event> all = readAll(log, 7);
    QCOMPARE(all.size(), 3 + 3 + 3 + 8);
    for (const Kind kind : {Kind::SoldOut, Kind::Issued, Kind::InDoubt})
        QCOMPARE(timesOf(all, kind), 100);
    for (const Event &event : all)
        QVERIFY(event.kind != Kind::Voided || event.times == 1);
}

void TestEventLog::saysWhatWasDropped()
{
    EventLog log({10, 1000});
    log.add(at(start, Kind::Paused));
    for (int i = 0; i < 50; ++i)
        log.add(at(start, Kind::Issued, i + 1));
    quint64 dropped = 0;
    const QList<Event> all = readAll(log, 3, &dropped);
    QCOMPARE(all.size(), 11);
    QCOMPARE(all[0].kind, Kind::Paused);
    QCOMPARE(all[1].serial, 42U);
    QCOMPARE(dropped, 40U);
    QCOMPARE(log.after(45, 100, later).dropped, 0U);
    QCOMPARE(log.after(20, 100, later).dropped, 21U);
}

void TestEventLog::startsAgainAfterARestart()
{
    EventLog log;
    log.add(at(start, Kind::Paused));
    const EventPage page = log.after(5000, 100, start);
    QVERIFY(page.restarted);
    QCOMPARE(page.items.size(), 1);
    QCOMPARE(page.next, 1U);
    QVERIFY(!log.after(1, 100, start).restarted);
    EventLog empty;
    QCOMPARE(empty.after(5000, 100, start).next, 0U);
}

void TestEventLog::aClockThatJumpsLosesNothing()
{
    EventLog log({100, 2});
    qint64 added = 0;
    for (const WallMs when : {start, start + 5000, start - 86'400'000, start + 200, start - 86'400'000}) {
        for (int i = 0; i < 20; ++i, ++added)
            log.add(at(when, Kind::SoldOut, 1));
    }
    QCOMPARE(timesOf(readAll(log, 5), Kind::SoldOut), added);
}

void TestEventLog::losesNothingAmongThreads()
{
    EventLog log({100'000, 20});
    constexpr int each = 50'000;
    constexpr int threads = 4;
    std::atomic<int> running{threads};
    std::vector<std::thread> adders;
    for (int thread = 0; thread < threads; ++thread) {
        adders.emplace_back([&] {
            for (int i = 0; i < each; ++i)
                log.add(at(start + i / 50, Kind::SoldOut, 1));
            --running;
        });
    }
    quint64 after = 0;
    qint64 seen = 0;
    bool joined = true;
    while (running > 0) {
        const EventPage page = log.after(after, 50, start);
        joined =
            joined && page.dropped == 0 && (page.items.isEmpty() || page.items.front().serial == after + 1);
        seen += timesOf(page.items, Kind::SoldOut);
        after = page.next;
    }
    for (auto &adder : adders)
        adder.join();
    for (EventPage page = log.after(after, 50, later); !page.items.isEmpty();
         page = log.after(after, 50, later)) {
        seen += timesOf(page.items, Kind::SoldOut);
        after = page.next;
    }
    QVERIFY(joined);
    QCOMPARE(seen, qint64(threads) * each);
}

QTEST_GUILESS_MAIN(TestEventLog)
#include "tst_event_log.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting for what other threads change: no change is missed, and nobody is called who has gone.

#include "core/async/wake_target.h"
#include "core/async/wakers.h"

#include <QTest>

#include <array>
#include <memory>
#include <optional>
#include <thread>

using namespace seonchak;

class TestWakers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void callsOnTheThreadOfTheTarget();
    void severalChangesBeforeTheCallAreOneCall();
    void aTargetThatHasGoneIsNotCalled();
    void aChangeDuringTheCallIsAnotherCall();
    void aCallMayEndItsTarget();
    void noChangeIsMissed();
};

void TestWakers::callsOnTheThreadOfTheTarget()
{
    std::thread::id where;
    int other = 0;
    const WakeTarget target([&] { where = std::this_thread::get_id(); });
    const WakeTarget second([&] { ++other; });
    Wakers wakers;
    wakers.add(target.waker());
    wakers.add(second.waker());
    std::thread([&] { wakers.wake(); }).join();
    QCOMPARE(where, std::thread::id()); // from the event loop only
    QTRY_COMPARE(where, std::this_thread::get_id());
    QTRY_COMPARE(other, 1);
}

void TestWakers::severalChangesBeforeTheCallAreOneCall()
{
    int calls = 0;
    const WakeTarget target([&] { ++calls; });
    for (int i = 0; i < 3; ++i)
        target.waker().wake();
    QTRY_COMPARE(calls, 1);
    target.waker().wake();
    QTRY_COMPARE(calls, 2);
}

void TestWakers::aTargetThatHasGoneIsNotCalled()
{
    int calls = 0;
    int lastCalls = 0;
    Wakers wakers;
    {
        const WakeTarget target([&] { ++calls; });
        wakers.add(target.waker());
        wakers.wake(); // on its way when the target goes
    }
    wakers.wake();
    const WakeTarget last([&] { ++lastCalls; });
    last.waker().wake();
    QTRY_COMPARE(lastCalls, 1);
    QCOMPARE(calls, 0);
}

void TestWakers::aChangeDuringTheCallIsAnotherCall()
{
    int calls = 0;
    Wakers wakers;
    const WakeTarget target([&] {
        if (++calls == 1)
            std::thread([&] { wakers.wake(); }).join(); // after the call has looked
    });
    wakers.add(target.waker());
    wakers.wake();
    QTRY_COMPARE(calls, 2);
}

void TestWakers::aCallMayEndItsTarget()
{
    int calls = 0;
    bool isWhole = false;
    auto ofTheCall = std::make_shared<int>(0);
    const std::weak_ptr<int> there = ofTheCall;
    std::optional<WakeTarget> target;
    target.emplace([&, ofTheCall = std::move(ofTheCall)] {
        target.reset();
        isWhole = !there.expired(); // what the call has captured
        ++calls;
    });
    const Waker waker = target->waker();
    waker.wake();
    QTRY_COMPARE(calls, 1);
    QVERIFY(isWhole);
    QVERIFY(waker.isVain());
}

void TestWakers::noChangeIsMissed()
{
    constexpr int changes = 20'000;
    constexpr int threads = 3;
    Wakers wakers;
    std::array<std::atomic<int>, threads> made{};
    std::array<int, threads> seen{};
    const WakeTarget target([&] {
        for (std::size_t i = 0; i < threads; ++i)
            seen[i] = made[i].load(std::memory_order_relaxed);
    });
    wakers.add(target.waker());
    std::vector<std::thread> changers;
    for (auto &one : made) {
        changers.emplace_back([&] {
            for (int i = 0; i < changes; ++i) {
                one.fetch_add(1, std::memory_order_relaxed);
                wakers.wake();
            }
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(seen[0] + seen[1] + seen[2], threads * changes, 60'000);
    for (std::thread &changer : changers)
        changer.join();
}

QTEST_GUILESS_MAIN(TestWakers)
#include "tst_wakers.moc"

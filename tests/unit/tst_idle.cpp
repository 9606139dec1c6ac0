// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting for the tasks of a thread: what they use is destroyed when none is left, and not before.

#include "core/async/after_all.h"
#include "core/async/owned_thread.h"
#include "core/async/promised.h"

#include <QTest>

#include <thread>

using namespace seonchak;

namespace {

/// A task on a thread that waits twice.
struct Work
{
    void begin()
    {
        thread.call([this] {
            steps = {Promised<bool>(), Promised<bool>()};
            run(this);
        });
    }
    static QCoro::Task<> run(Work *self)
    {
        co_await self->steps[0];
        ++self->passed;
        co_await self->steps[1];
        ++self->passed;
    }

    std::vector<Promised<bool>> steps;
    std::atomic<int> passed = 0;
    OwnedThread thread{QStringLiteral("work")};
};

} // namespace

class TestIdle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsAtOnceWhereNothingWaits();
    void aTaskThatGoesOnIsNoEnd();
    void destroysAfterTheLastTask();
    void whoGivesUpDestroysNothing();
    void allHaveToTell();
};

void TestIdle::tellsAtOnceWhereNothingWaits()
{
    OwnedThread thread(QStringLiteral("work"));
    std::atomic<bool> told = false;
    thread.whenIdle([&] { told = true; });
    QTRY_VERIFY(told);
}

void TestIdle::aTaskThatGoesOnIsNoEnd()
{
    Work work;
    work.begin();
    std::atomic<int> passedThen = -1;
    work.thread.whenIdle([&] { passedThen = work.passed.load(); });
    work.steps[0].deliver(true); // The count is zero for a moment.
    QTRY_COMPARE(work.passed.load(), 1);
    work.thread.call([] {}); // a turn of its loop
    work.thread.call([] {});
    QCOMPARE(passedThen.load(), -1);
    work.steps[1].deliver(true);
    QTRY_COMPARE(passedThen.load(), 2);
}

void TestIdle::destroysAfterTheLastTask()
{
    Work work;
    work.begin();
    std::thread helper([&] {
        for (const auto &step : work.steps) {
            std::this_thread::yield();
            step.deliver(true);
        }
    });
    int passedThen = -1;
    QThread *where = nullptr;
    QVERIFY(work.thread.finishTasks(std::chrono::seconds(60), [&] {
        passedThen = work.passed;
        where = QThread::currentThread();
    }));
    helper.join();
    QCOMPARE(passedThen, 2);
    QVERIFY(where && where != QThread::currentThread());
}

void TestIdle::whoGivesUpDestroysNothing()
{
    Work work;
    work.begin();
    std::atomic<bool> destroyed = false;
    QVERIFY(!work.thread.finishTasks(std::chrono::milliseconds(1), [&] { destroyed = true; }));
    for (const auto &step : work.steps)
        step.deliver(true);
    QTRY_COMPARE(work.passed.load(), 2);
    std::atomic<bool> told = false;
    work.thread.whenIdle([&] { told = true; });
    QTRY_VERIFY(told);
    QVERIFY(!destroyed);
}

void TestIdle::allHaveToTell()
{
    int calls = 0;
    const auto one = afterAll(2, [&] { ++calls; });
    one();
    QCOMPARE(calls, 0);
    one();
    one();
    QCOMPARE(calls, 1);
}

QTEST_GUILESS_MAIN(TestIdle)
#include "tst_idle.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Threads are awaited to their very end: what a thread keeps is destroyed before its owner's destructor
// returns.

#include "core/async/owned_thread.h"
#include "core/async/work_pool.h"
#include "core/async/work_thread.h"

#include <QTest>

#include <atomic>
#include <semaphore>

using namespace seonchak;

namespace {

constexpr std::chrono::milliseconds lingering{100};

std::atomic<int> ended = 0;
std::binary_semaphore never{0};

/// Takes its time to be destroyed, as a library's thread-local data may.
struct Lingering
{
    ~Lingering()
    {
        if (!never.try_acquire_for(lingering))
            ++ended;
    }
    void use() {}
};

void leaveSomething()
{
    thread_local Lingering something;
    something.use();
}

} // namespace

class TestThreadExit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { ended = 0; }
    void aPoolAwaitsItsThreads();
    void aWorkThreadIsAwaited();
    void anOwnedThreadIsAwaited();
    void theLoopRunsBesideTheWork();
};

void TestThreadExit::aPoolAwaitsItsThreads()
{
    constexpr int threads = 3;
    std::counting_semaphore<threads> begun{0};
    std::counting_semaphore<threads> go{0};
    {
        WorkPool pool(threads);
        for (int i = 0; i < threads; ++i) {
            pool.start([&] {
                begun.release();
                go.acquire(); // each piece of work on a thread of its own
                leaveSomething();
            });
        }
        for (int i = 0; i < threads; ++i)
            begun.acquire();
        go.release(threads);
    }
    QCOMPARE(ended.load(), threads);
}

void TestThreadExit::aWorkThreadIsAwaited()
{
    {
        WorkThread thread(leaveSomething);
        thread.start();
    }
    QCOMPARE(ended.load(), 1);
}

void TestThreadExit::anOwnedThreadIsAwaited()
{
    {
        OwnedThread thread(QStringLiteral("owned"));
        thread.call(leaveSomething);
    }
    QCOMPARE(ended.load(), 1);
}

void TestThreadExit::theLoopRunsBesideTheWork()
{
    std::binary_semaphore go{0};
    QMetaObject::invokeMethod(this, [&go] { go.release(); }, Qt::QueuedConnection);
    bool done = false;
    runBesideLoop([&] {
        go.acquire();
        done = true;
    });
    QVERIFY(done);
}

QTEST_GUILESS_MAIN(TestThreadExit)
#include "tst_thread_exit.moc"

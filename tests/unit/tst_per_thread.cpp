// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/per_thread.h"

#include <QTest>
#include <QtGlobal>

#include <thread>
#include <vector>

using namespace seonchak;

class TestPerThread : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSumHasEveryThread();
    void threadsWriteApart();
};

namespace {

/// Runs `work` on so many threads that some of them share a copy.
template <typename Work>
void onThreads(Work work)
{
    constexpr int threads = 20;
    std::vector<std::jthread> all;
    for (int n = 0; n < threads; ++n)
        all.emplace_back(work);
}

} // namespace

void TestPerThread::theSumHasEveryThread()
{
    PerThread<std::atomic<qint64>> counts;
    onThreads([&] {
        for (int n = 0; n < 10'000; ++n)
            counts.mine().fetch_add(1, std::memory_order_relaxed);
    });
    QCOMPARE(counts.sum([](const auto &count) { return count.load(); }), 200'000);
}

void TestPerThread::threadsWriteApart()
{
    PerThread<std::atomic<qint64>> counts;
    const auto *mine = &counts.mine();
    QCOMPARE(&counts.mine(), mine);
    const std::atomic<qint64> *theirs = nullptr;
    std::jthread([&] { theirs = &counts.mine(); }).join();
    QVERIFY(qAbs(reinterpret_cast<const char *>(theirs) - reinterpret_cast<const char *>(mine)) >= 64);
}

QTEST_GUILESS_MAIN(TestPerThread)
#include "tst_per_thread.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/issue_waits.h"

#include <QTest>

#include <thread>
#include <vector>

using namespace seonchak;

namespace {
constexpr WallMs then = 1'800'000'000'000;
constexpr qint64 msNs = 1'000'000;
} // namespace

class TestIssueWaits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsNothingAtFirst();
    void isTheMedianOfThoseSince();
    void boundsWhatIsTooLongOrBackwards();
    void keepsTheLatest();
    void losesNoneOfManyThreads();
};

void TestIssueWaits::knowsNothingAtFirst()
{
    const IssueWaits waits;
    QCOMPARE(waits.since(0).count, 0);
    QCOMPARE(waits.since(0).medianMs, 0.0);
}

void TestIssueWaits::isTheMedianOfThoseSince()
{
    IssueWaits waits;
    waits.note(then - 1, 900 * msNs); // of the filling before
    for (const int ms : {38, 2, 400, 50, 9})
        waits.note(then + ms, ms * msNs);
    QCOMPARE(waits.since(then).count, 5);
    QCOMPARE(waits.since(then).medianMs, 38.0);
    QCOMPARE(waits.since(then - 1).count, 6);
    QCOMPARE(waits.since(then + 400).medianMs, 400.0);
    QCOMPARE(waits.since(then + 401).count, 0);
}

void TestIssueWaits::boundsWhatIsTooLongOrBackwards()
{
    IssueWaits waits;
    waits.note(then, 3600LL * 1000 * msNs);
    QVERIFY(waits.since(then).medianMs > 41'000);
    QCOMPARE(waits.since(then + 1).count, 0); // a long wait does not run over into the time
    waits.note(then + 5, -1);
    QCOMPARE(waits.since(then + 5).medianMs, 0.0);
    QCOMPARE(waits.since(then + 5).count, 1);
}

void TestIssueWaits::keepsTheLatest()
{
    IssueWaits waits;
    for (std::size_t i = 0; i < IssueWaits::kept; ++i)
        waits.note(then, msNs);
    for (int i = 0; i < 10; ++i)
        waits.note(then + 1, 2 * msNs);
    QCOMPARE(waits.since(then).count, qint64(IssueWaits::kept));
    QCOMPARE(waits.since(then + 1).count, 10);
    QCOMPARE(waits.since(then + 1).medianMs, 2.0);
}

void TestIssueWaits::losesNoneOfManyThreads()
{
    IssueWaits waits;
    constexpr int each = 20'000;
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&waits, t] {
            for (int i = 0; i < each; ++i)
                waits.note(then, (t + 1) * msNs);
        });
    }
    threads.clear();
    QCOMPARE(waits.since(then).count, 4 * each);
    QCOMPARE(waits.since(then).medianMs, 2.0);
}

QTEST_GUILESS_MAIN(TestIssueWaits)
#include "tst_issue_waits.moc"

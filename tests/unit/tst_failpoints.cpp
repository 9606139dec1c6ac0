// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Both ends of the failpoints' socket against each other.

#include "core/issue/ground/failpoints.h"
#include "core/lab/rig/step_control.h"

#include <QFileInfo>
#include <QTest>

#include <atomic>
#include <thread>

using namespace seonchak;
using Edge = Failpoints::Edge;
using namespace std::chrono_literals;

namespace {

QCoro::Task<> cross(Failpoints &points, UserId user, int &passed)
{
    co_await points.reach("lpop", Edge::Before, user);
    ++passed;
    co_await points.reach("lpop", Edge::After, user);
    ++passed;
}

} // namespace

class TestFailpoints : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void onlyTheOneThatIsLetGoGoesOn();
    void aBlockingThreadWaitsToo();
    void everythingGoesOnWhereTheLabIsGone();
    void theLabSeesTheServerEnd();
    void disarmedNothingWaits();
    void nobodyListens();

private:
    std::unique_ptr<lab::StepControl> m_control;
    std::unique_ptr<Failpoints> m_points;
};

void TestFailpoints::init()
{
    m_points.reset();
    auto control = lab::StepControl::listen();
    QVERIFY(control.has_value());
    m_control = std::move(*control);
    auto points = Failpoints::connect(m_control->path());
    QVERIFY(points.has_value());
    m_points = std::move(*points);
}

void TestFailpoints::onlyTheOneThatIsLetGoGoesOn()
{
    int first = 0;
    int second = 0;
    cross(*m_points, 41, first);
    cross(*m_points, 42, second);
    const auto one = m_control->next(10s);
    const auto other = m_control->next(10s);
    QVERIFY(one && other);
    QVERIFY(!QFileInfo::exists(m_control->path())); // Nothing to leave behind once they have met.
    QCOMPARE(one->user, 41);
    QCOMPARE(other->user, 42);
    QCOMPARE(other->step, QByteArray("lpop"));
    QVERIFY(!other->after);
    QVERIFY(one->id != other->id);
    QVERIFY(m_control->go(*other));
    QTRY_COMPARE(second, 1);
    QCOMPARE(first, 0);
    const auto next = m_control->next(10s);
    QVERIFY(next && next->after);
    QCOMPARE(next->user, 42);
    QVERIFY(m_control->go(*next));
    QTRY_COMPARE(second, 2);
    QCOMPARE(first, 0);
    QVERIFY(m_control->go(*one));
    QTRY_COMPARE(first, 1);
    m_control.reset(); // The first goes on to its end: nobody else would ever resume it.
    QTRY_COMPARE(first, 2);
}

void TestFailpoints::aBlockingThreadWaitsToo()
{
    std::atomic<bool> passed{false};
    std::jthread thread([&] {
        m_points->reachBlocking("commit", Edge::After, 7);
        passed = true;
    });
    const auto reached = m_control->next(10s);
    QVERIFY(reached && reached->after);
    QCOMPARE(reached->step, QByteArray("commit"));
    QVERIFY(!passed);
    QVERIFY(m_control->go(*reached));
    QTRY_VERIFY(passed);
}

void TestFailpoints::everythingGoesOnWhereTheLabIsGone()
{
    int passed = 0;
    cross(*m_points, 1, passed);
    QVERIFY(m_control->next(10s));
    m_control.reset();
    QTRY_COMPARE(passed, 2);
    m_points->reachBlocking("commit", Edge::Before, 1);
}

void TestFailpoints::theLabSeesTheServerEnd()
{
    QVERIFY(!m_control->next(0ms));
    QVERIFY(!m_control->isServerGone());
    m_points.reset();
    QVERIFY(!m_control->next(10s));
    QVERIFY(m_control->isServerGone());
}

void TestFailpoints::disarmedNothingWaits()
{
    std::atomic<bool> passed{false};
    std::jthread thread([&] {
        m_points->reachBlocking("commit", Edge::After, 7);
        passed = true;
    });
    QVERIFY(m_control->next(10s));
    m_points->disarm();
    QTRY_VERIFY(passed);
}

void TestFailpoints::nobodyListens()
{
    const auto none = Failpoints::connect(QStringLiteral("/nowhere/steps"));
    QVERIFY(!none.has_value());
    QVERIFY(none.error().detail.contains(QStringLiteral("--failpoints")));
    QVERIFY(!Failpoints::connect(QString(200, u'x')).has_value());
}

QTEST_GUILESS_MAIN(TestFailpoints)
#include "tst_failpoints.moc"

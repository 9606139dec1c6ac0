// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/ground/job_log.h"

#include <QTest>

using namespace seonchak;

namespace {

struct JobClock final : Clock
{
    qint64 wallMs() const override { return now; }
    qint64 steadyNs() const override { return now * 1'000'000; }
    qint64 now = 1'000;
};

book::Act act(const QString &id)
{
    book::Act act;
    act.id = id;
    act.action = QStringLiteral("push");
    act.actor = QStringLiteral("kim");
    act.owner = QStringLiteral("run/1");
    return act;
}

} // namespace

/// The long acts that a server is at, and those that have ended.
class TestJobLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fromItsBeginningToItsEnd();
    void endsOfEveryKind();
    void theBookAlone();
    void itIsBounded();
};

void TestJobLog::fromItsBeginningToItsEnd()
{
    JobClock clock;
    JobLog log(clock);
    const quint64 before = log.version();
    log.begin(act("a"));
    QCOMPARE(log.find("a")->state, Job::State::Running);
    QCOMPARE(log.find("a")->begunAt, 1'000);
    log.progress("a", 5);
    log.progress("a", 3); // A late word.
    QCOMPARE(log.find("a")->made, 5);
    const quint64 half = log.version();
    QCOMPARE(log.changedSince(before).size(), 1);
    QVERIFY(log.changedSince(half).isEmpty());
    clock.now = 2'000;
    book::Act done = act("a");
    done.made = 9;
    done.moved = 4;
    log.end(done, QStringLiteral("done: 9 pushed, 4 in stock"));
    const Job job = log.changedSince(half).value(0);
    QCOMPARE(job.state, Job::State::Done);
    QCOMPARE(job.made, 9);
    QCOMPARE(job.moved, 4);
    QCOMPARE(job.endedAt, 2'000);
}

void TestJobLog::endsOfEveryKind()
{
    JobClock clock;
    JobLog log(clock);
    for (const char *id : {"stopped", "failed"})
        log.begin(act(id));
    log.end(act("stopped"), QStringLiteral("stopped: 3 pushed, 3 in stock"));
    log.fail("failed", {Trouble::Unavailable, QStringLiteral("Redis is away"), {}, Partly{3, 1}});
    QVERIFY(!log.find("failed")->isOver());
    log.end(act("failed"), QStringLiteral("failed after 3: Redis is away"));
    QCOMPARE(log.find("stopped")->state, Job::State::Stopped);
    QCOMPARE(log.find("failed")->state, Job::State::Failed);
    QCOMPARE(log.find("failed")->error->partly->made, 3);
    log.begin(act("failed")); // A repeat with the same key goes on with it: it is one job.
    QCOMPARE(log.list().size(), 2);
    QCOMPARE(log.find("failed")->state, Job::State::Running);
    QVERIFY(!log.find("failed")->error);
}

void TestJobLog::theBookAlone()
{
    book::Act one = act("a");
    QCOMPARE(JobLog::ofAct(one).state, Job::State::Running);
    one.owner.clear();
    QCOMPARE(JobLog::ofAct(one).state, Job::State::Stopped);
    one.done = true;
    QCOMPARE(JobLog::ofAct(one).state, Job::State::Done);
}

void TestJobLog::itIsBounded()
{
    JobClock clock;
    JobLog log(clock);
    log.begin(act("under way"));
    for (int number = 0; number < 2 * JobLog::keptMost; ++number) {
        log.begin(act(QString::number(number)));
        log.end(act(QString::number(number)), QStringLiteral("done: 1 pushed"));
    }
    QVERIFY(log.list().size() <= JobLog::keptMost);
    QVERIFY(log.find("under way"));
    QVERIFY(!log.find("0"));
    clock.now += JobLog::keptMs + 1;
    log.begin(act("later"));
    QCOMPARE(log.list().size(), 2);
}

QTEST_GUILESS_MAIN(TestJobLog)
#include "tst_job_log.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/promised.h"
#include "core/partner/breaker.h"

#include <QTest>

#include <atomic>
#include <deque>
#include <thread>
#include <vector>

using namespace seonchak;

namespace {

class HandClock final : public Clock
{
public:
    [[nodiscard]] qint64 wallMs() const override { return 0; }
    [[nodiscard]] qint64 steadyNs() const override { return m_now; }
    void advance(std::chrono::nanoseconds by) { m_now += by.count(); }

private:
    std::atomic<qint64> m_now = 5'000'000'000;
};

/// Answers what it is told to; with `held` set, when it is told to.
class ScriptedPartner final : public ReportingPartner
{
public:
    Task<SendReport> sendAndReport(QByteArray, UserId, QByteArray) override
    {
        ++sends;
        if (!hold)
            co_return next;
        const Promised<SendReport> coming;
        pending.push_back(coming);
        const SendReport report = co_await coming;
        co_return report;
    }
    Task<Holding> ask(QByteArray) override
    {
        ++asks;
        const Holding holding{Holding::Kind::Held, 7};
        co_return holding;
    }
    Task<bool> withdraw(QByteArray) override
    {
        ++withdrawals;
        co_return true;
    }

    SendReport next{SendOutcome::Accepted, Sign::Alive};
    bool hold = false;
    std::deque<Promised<SendReport>> pending;
    int sends = 0;
    int asks = 0;
    int withdrawals = 0;
};

constexpr SendReport accepted{SendOutcome::Accepted, Sign::Alive};
constexpr SendReport refusedByThem{SendOutcome::Refused, Sign::Alive};
constexpr SendReport notReached{SendOutcome::Refused, Sign::Failing};
constexpr SendReport silent{SendOutcome::Unknown, Sign::Failing};
constexpr SendReport taken{SendOutcome::AlreadyRegistered, Sign::Alive};
constexpr SendReport ourBound{SendOutcome::Busy, Sign::None};

} // namespace

class BreakerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void opensAfterARunOfUnknowns();
    void opensWhenNotReached();
    void refusalsNeverOpenIt();
    void anAnswerBreaksTheRun();
    void ourOwnBoundsSayNothing();
    void openCallsNobody();
    void questionsPassWhileOpen();
    void oneProbeAfterTheCoolDown();
    void goodProbeCloses();
    void badProbeOpensAnew();
    void busyProbeMakesRoomForTheNext();
    void lateAnswersFromBeforeDoNotCount();
    void oneStateForAllPartners();
    void threadsMayShareIt();

private:
    SendOutcome send(SendReport report)
    {
        m_inner->next = report;
        auto sending = m_partner->send("A", 1, "k");
        return QCoro::waitFor(sending);
    }
    void open()
    {
        for (int n = 0; n < 20; ++n)
            send(silent);
        QCOMPARE(m_breaker->state(), Breaker::State::Open);
    }

    std::shared_ptr<HandClock> m_clock;
    std::shared_ptr<Breaker> m_breaker;
    ScriptedPartner *m_inner = nullptr;
    std::unique_ptr<GuardedPartner> m_partner;
};

void BreakerTest::init()
{
    m_clock = std::make_shared<HandClock>();
    m_breaker = std::make_shared<Breaker>(m_clock);
    auto inner = std::make_unique<ScriptedPartner>();
    m_inner = inner.get();
    m_partner = std::make_unique<GuardedPartner>(m_breaker, std::move(inner));
}

void BreakerTest::opensAfterARunOfUnknowns()
{
    for (int n = 0; n < 19; ++n)
        QCOMPARE(send(silent), SendOutcome::Unknown);
    QCOMPARE(m_breaker->state(), Breaker::State::Closed);
    QCOMPARE(send(silent), SendOutcome::Unknown);
    QCOMPARE(m_breaker->state(), Breaker::State::Open);
}

void BreakerTest::opensWhenNotReached()
{
    for (int n = 0; n < 20; ++n)
        QCOMPARE(send(notReached), SendOutcome::Refused);
    QCOMPARE(m_breaker->state(), Breaker::State::Open);
}

void BreakerTest::refusalsNeverOpenIt()
{
    for (int n = 0; n < 1000; ++n)
        QCOMPARE(send(n % 2 ? refusedByThem : taken),
                 n % 2 ? SendOutcome::Refused : SendOutcome::AlreadyRegistered);
    QCOMPARE(m_breaker->state(), Breaker::State::Closed);
    QCOMPARE(m_inner->sends, 1000);
}

void BreakerTest::anAnswerBreaksTheRun()
{
    for (int round = 0; round < 10; ++round) {
        for (int n = 0; n < 19; ++n)
            send(silent);
        send(round % 2 ? accepted : refusedByThem);
    }
    QCOMPARE(m_breaker->state(), Breaker::State::Closed);
}

void BreakerTest::ourOwnBoundsSayNothing()
{
    for (int n = 0; n < 19; ++n)
        send(silent);
    for (int n = 0; n < 100; ++n)
        QCOMPARE(send(ourBound), SendOutcome::Busy);
    QCOMPARE(m_breaker->state(), Breaker::State::Closed);
    send(silent); // the run goes on where it was
    QCOMPARE(m_breaker->state(), Breaker::State::Open);
}

void BreakerTest::openCallsNobody()
{
    open();
    m_clock->advance(std::chrono::milliseconds(999));
    for (int n = 0; n < 100; ++n)
        QCOMPARE(send(accepted), SendOutcome::Busy);
    QCOMPARE(m_inner->sends, 20);
}

void BreakerTest::questionsPassWhileOpen()
{
    open();
    QCOMPARE(QCoro::waitFor(m_partner->ask("A")).holder, 7);
    QCOMPARE(QCoro::waitFor(m_partner->withdraw("A")), true);
    QCOMPARE(m_inner->asks, 1);
    QCOMPARE(m_inner->withdrawals, 1);
    QCOMPARE(m_breaker->state(), Breaker::State::Open);
}

void BreakerTest::oneProbeAfterTheCoolDown()
{
    open();
    m_clock->advance(std::chrono::milliseconds(1000));
    m_inner->hold = true;
    auto probe = m_partner->send("A", 1, "k");
    QCOMPARE(m_breaker->state(), Breaker::State::HalfOpen);
    for (int n = 0; n < 10; ++n)
        QCOMPARE(send(accepted), SendOutcome::Busy);
    QCOMPARE(m_inner->pending.size(), 1U);
    m_inner->pending.front().deliver(accepted);
    QCOMPARE(QCoro::waitFor(probe), SendOutcome::Accepted);
}

void BreakerTest::goodProbeCloses()
{
    open();
    m_clock->advance(std::chrono::seconds(1));
    QCOMPARE(send(refusedByThem), SendOutcome::Refused); // a refusal is an answer
    QCOMPARE(m_breaker->state(), Breaker::State::Closed);
    for (int n = 0; n < 19; ++n)
        send(silent);
    QCOMPARE(m_breaker->state(), Breaker::State::Closed); // it counts from nothing again
}

void BreakerTest::badProbeOpensAnew()
{
    open();
    for (int round = 0; round < 3; ++round) {
        m_clock->advance(std::chrono::seconds(1));
        QCOMPARE(send(silent), SendOutcome::Unknown);
        QCOMPARE(m_breaker->state(), Breaker::State::Open);
        QCOMPARE(send(accepted), SendOutcome::Busy);
    }
    QCOMPARE(m_inner->sends, 23);
}

void BreakerTest::busyProbeMakesRoomForTheNext()
{
    open();
    m_clock->advance(std::chrono::seconds(1));
    QCOMPARE(send(ourBound), SendOutcome::Busy);
    QCOMPARE(m_breaker->state(), Breaker::State::HalfOpen);
    QCOMPARE(send(accepted), SendOutcome::Accepted);
    QCOMPARE(m_breaker->state(), Breaker::State::Closed);
}

void BreakerTest::lateAnswersFromBeforeDoNotCount()
{
    m_inner->hold = true;
    std::vector<Task<SendOutcome>> early;
    for (int n = 0; n < 60; ++n)
        early.push_back(m_partner->send("A", 1, "k"));
    for (int n = 0; n < 20; ++n)
        m_inner->pending[static_cast<std::size_t>(n)].deliver(silent);
    QCOMPARE(m_breaker->state(), Breaker::State::Open);
    m_inner->pending[20].deliver(accepted); // from before: does not close it
    QCOMPARE(m_breaker->state(), Breaker::State::Open);

    m_clock->advance(std::chrono::seconds(1));
    m_inner->hold = false;
    QCOMPARE(send(accepted), SendOutcome::Accepted);
    for (int n = 21; n < 60; ++n)
        m_inner->pending[static_cast<std::size_t>(n)].deliver(silent); // nor do these open it again
    QCOMPARE(m_breaker->state(), Breaker::State::Closed);
}

void BreakerTest::oneStateForAllPartners()
{
    auto inner = std::make_unique<ScriptedPartner>();
    const ScriptedPartner *calls = inner.get();
    GuardedPartner other(m_breaker, std::move(inner));
    open();
    QCOMPARE(QCoro::waitFor(other.send("A", 1, "k")), SendOutcome::Busy);
    QCOMPARE(calls->sends, 0);
}

void BreakerTest::threadsMayShareIt()
{
    std::vector<std::thread> threads;
    std::atomic<int> probes = 0;
    open();
    m_clock->advance(std::chrono::seconds(1));
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([this, &probes] {
            for (int n = 0; n < 10'000; ++n)
                probes += m_breaker->enter().has_value();
        });
    }
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(probes.load(), 1);
}

QTEST_GUILESS_MAIN(BreakerTest)
#include "tst_breaker.moc"

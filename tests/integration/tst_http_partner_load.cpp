// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/owned_thread.h"
#include "core/partner/partner_house.h"
#include "tests/support/partner_fixture.h"

#include <QTest>

#include <array>
#include <atomic>
#include <vector>

using namespace seonchak;
using Mode = PartnerBehaviour::Mode;

namespace {

class HandClock final : public Clock
{
public:
    [[nodiscard]] qint64 wallMs() const override { return 0; }
    [[nodiscard]] qint64 steadyNs() const override { return m_now; }
    void advance(std::chrono::nanoseconds by) { m_now += by.count(); }

private:
    std::atomic<qint64> m_now = 1;
};

} // namespace

class HttpPartnerLoadTest : public QObject, private PartnerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(startServer()); }
    void cleanup() { m_server.reset(); }
    void manyConnectionsAtOnce();
    void callsInFlightAreCapped();
    void queueDrains();
    void questionsGoFirst();
    void destructionEndsAllCalls();
    void callerMayDestroyItOnItsAnswer_data();
    void callerMayDestroyItOnItsAnswer();
    void eachThreadItsOwn();
    void breakerStopsAndResumes();
    void refusalsLeaveTheBreakerClosed();
};

void HttpPartnerLoadTest::manyConnectionsAtOnce()
{
    behave(Mode::StallBefore, 200, 3000); // long enough for all to come
    HttpPartner partner(optionsFor(m_server->url(), 30'000));
    std::vector<Task<SendOutcome>> sends;
    for (int n = 0; n < 200; ++n)
        sends.push_back(partner.send(numbered("C", n), n + 1, numbered("k", n)));
    QTRY_COMPARE(m_server->mostInFlight(), 200);
    for (auto &sending : sends)
        QCOMPARE(QCoro::waitFor(sending), SendOutcome::Accepted);
}

void HttpPartnerLoadTest::callsInFlightAreCapped()
{
    behave(Mode::StallBefore);
    HttpPartnerOptions options = optionsFor(m_server->url(), 3000);
    options.mostInFlight = 4;
    options.mostQueued = 8;
    HttpPartner partner(options);
    std::vector<Task<SendOutcome>> sends;
    for (int n = 0; n < 20; ++n)
        sends.push_back(partner.send(numbered("C", n), n + 1, numbered("k", n)));
    for (int n = 0; n < 20; ++n)
        QCOMPARE(sends[static_cast<std::size_t>(n)].isReady(), n >= 12); // past both bounds: at once
    QList<SendOutcome> outcomes;
    for (auto &sending : sends)
        outcomes.push_back(QCoro::waitFor(sending));
    QCOMPARE(outcomes.count(SendOutcome::Unknown), 4);
    QCOMPARE(outcomes.count(SendOutcome::Busy), 16); // those that waited were never sent
    QCOMPARE(m_server->mostInFlight(), 4);
    QCOMPARE(m_server->memory().calls().size(), 4);
    // Everything has its place again.
    behave(Mode::Accept);
    QCOMPARE(sendNow(partner, "last", 99, "last").outcome, SendOutcome::Accepted);
}

void HttpPartnerLoadTest::queueDrains()
{
    behave(Mode::StallAfter, -1, 5);
    HttpPartnerOptions options = optionsFor(m_server->url(), 30'000);
    options.mostInFlight = 3;
    options.mostQueued = 100;
    HttpPartner partner(options);
    std::vector<Task<SendOutcome>> sends;
    for (int n = 0; n < 60; ++n)
        sends.push_back(partner.send(numbered("C", n), n + 1, numbered("k", n)));
    for (auto &sending : sends)
        QCOMPARE(QCoro::waitFor(sending), SendOutcome::Accepted);
    QCOMPARE(m_server->mostInFlight(), 3);
    QCOMPARE(m_server->memory().held().size(), 60);
    const auto &calls = m_server->memory().calls();
    for (int n = 3; n < 60; ++n) // after the first three, which raced, first come, first served
        QVERIFY(qAbs(calls[n].code.mid(1).toInt() - n) <= 3);
}

void HttpPartnerLoadTest::questionsGoFirst()
{
    behave(Mode::StallAfter, 1, 100);
    HttpPartnerOptions options = optionsFor(m_server->url(), 30'000);
    options.mostInFlight = 1;
    options.mostQueued = 2;
    HttpPartner partner(options);
    auto running = partner.send("A", 1, "k1");
    auto waiting = partner.send("B", 2, "k2");
    auto waitingToo = partner.send("C", 3, "k3");
    auto turnedAway = partner.send("D", 4, "k4");
    QVERIFY(turnedAway.isReady());
    auto asking = partner.ask("A");
    auto withdrawing = partner.withdraw("X");
    auto tooMany = partner.ask("A");
    QVERIFY(tooMany.isReady());
    QCOMPARE(QCoro::waitFor(tooMany).kind, Holding::Kind::Unknown);
    QCOMPARE(QCoro::waitFor(asking).holder, 1);
    QVERIFY(!waiting.isReady());
    QCOMPARE(QCoro::waitFor(withdrawing), true);
    QVERIFY(!waiting.isReady());
    QCOMPARE(QCoro::waitFor(waitingToo), SendOutcome::Accepted);
    QCOMPARE(QCoro::waitFor(running), SendOutcome::Accepted);
}

void HttpPartnerLoadTest::destructionEndsAllCalls()
{
    behave(Mode::StallAfter);
    HttpPartnerOptions options = optionsFor(m_server->url(), 60'000);
    options.mostInFlight = 2;
    auto partner = std::make_unique<HttpPartner>(options);
    auto first = partner->send("A", 1, "k1");
    auto second = partner->send("B", 2, "k2");
    auto queued = partner->send("C", 3, "k3");
    auto asking = partner->ask("A");
    QTRY_COMPARE(m_server->inFlight(), 2);
    partner.reset();
    QVERIFY(first.isReady() && second.isReady() && queued.isReady() && asking.isReady());
    QCOMPARE(QCoro::waitFor(first), SendOutcome::Unknown);
    QCOMPARE(QCoro::waitFor(second), SendOutcome::Unknown);
    QCOMPARE(QCoro::waitFor(queued), SendOutcome::Busy);
    QCOMPARE(QCoro::waitFor(asking).kind, Holding::Kind::Unknown);
    QTRY_COMPARE(m_server->inFlight(), 0); // the sockets are closed
}

void HttpPartnerLoadTest::callerMayDestroyItOnItsAnswer_data()
{
    QTest::addColumn<Mode>("mode");
    QTest::addColumn<SendOutcome>("first");
    QTest::newRow("one by one") << Mode::Accept << SendOutcome::Accepted;
    QTest::newRow("many in one turn of the loop") << Mode::StallBefore << SendOutcome::Unknown;
}

void HttpPartnerLoadTest::callerMayDestroyItOnItsAnswer()
{
    QFETCH(Mode, mode);
    QFETCH(SendOutcome, first);
    behave(mode);
    struct Caller
    {
        std::unique_ptr<Partner> partner;
        QList<SendOutcome> outcomes;

        static QCoro::Task<> run(Caller *self, QByteArray code)
        {
            const auto outcome = co_await self->partner->send(code, 1, "k-" + code);
            self->outcomes.push_back(outcome);
            const auto doomed = std::move(self->partner);
        }
    };
    PartnerOptions options;
    options.url = m_server->url();
    options.timeoutMs = mode == Mode::Accept ? 10'000 : 500;
    const PartnerHouse house(options);
    Caller caller;
    caller.partner = house.openHere();
    for (const char *code : {"A", "B", "C"})
        Caller::run(&caller, code);
    QTRY_COMPARE(caller.outcomes.size(), 3);
    QVERIFY(caller.outcomes.contains(first));
    QVERIFY(!caller.partner);
}

void HttpPartnerLoadTest::eachThreadItsOwn()
{
    PartnerOptions options;
    options.url = m_server->url();
    options.timeoutMs = 30'000;
    const PartnerHouse house(options);
    constexpr int perThread = 100;
    struct Worker
    {
        OwnedThread thread{QStringLiteral("worker")};
        std::unique_ptr<Partner> partner;
        std::atomic<int> accepted = 0;

        static QCoro::Task<> run(Worker *self, QByteArray code)
        {
            const auto outcome = co_await self->partner->send(code, 1, code);
            self->accepted += outcome == SendOutcome::Accepted;
        }
    };
    std::array<Worker, 3> workers;
    for (int w = 0; w < 3; ++w) {
        Worker *const worker = &workers[static_cast<std::size_t>(w)];
        worker->thread.call([worker, w, &house] {
            worker->partner = house.openHere();
            for (int n = 0; n < perThread; ++n)
                Worker::run(worker, numbered("T", w) + numbered("-", n));
        });
    }
    for (auto &worker : workers)
        QTRY_COMPARE_WITH_TIMEOUT(worker.accepted.load(), perThread, 30'000);
    constexpr int gone = -1;
    for (auto &worker : workers) {
        worker.thread.post([&worker] {
            worker.partner.reset();
            worker.accepted = gone;
        });
    }
    for (auto &worker : workers)
        QTRY_COMPARE(worker.accepted.load(), gone);
    QCOMPARE(m_server->memory().held().size(), 300);
}

void HttpPartnerLoadTest::breakerStopsAndResumes()
{
    const auto clock = std::make_shared<HandClock>();
    PartnerOptions options;
    options.url = m_server->url();
    const auto port = static_cast<quint16>(options.url.port());
    m_server.reset();
    const PartnerHouse house(options, clock);
    const auto one = house.openHere();
    const auto two = house.openHere();
    for (int n = 0; n < 20; ++n) {
        Partner &partner = n % 2 ? *one : *two;
        QCOMPARE(QCoro::waitFor(partner.send(numbered("C", n), 1, numbered("k", n))), SendOutcome::Refused);
    }
    QVERIFY(house.isPaused());
    for (int n = 20; n < 40; ++n) {
        auto sending = one->send(numbered("C", n), 1, numbered("k", n));
        QVERIFY(sending.isReady());
        QCOMPARE(QCoro::waitFor(sending), SendOutcome::Busy);
    }

    QVERIFY(startServer(port));
    QCOMPARE(QCoro::waitFor(one->send("back", 1, "k")), SendOutcome::Busy); // not before the cool-down
    clock->advance(std::chrono::seconds(1));
    QCOMPARE(QCoro::waitFor(one->send("back", 1, "k")), SendOutcome::Accepted);
    QVERIFY(!house.isPaused());
    QCOMPARE(QCoro::waitFor(two->send("too", 1, "k2")), SendOutcome::Accepted);
}

void HttpPartnerLoadTest::refusalsLeaveTheBreakerClosed()
{
    behave(Mode::Refuse);
    PartnerOptions options;
    options.url = m_server->url();
    const PartnerHouse house(options);
    const auto partner = house.openHere();
    for (int n = 0; n < 60; ++n)
        QCOMPARE(QCoro::waitFor(partner->send(numbered("C", n), 1, numbered("k", n))), SendOutcome::Refused);
    QVERIFY(!house.isPaused());
}

QTEST_GUILESS_MAIN(HttpPartnerLoadTest)
#include "tst_http_partner_load.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an attached window does about an act whose answer it does not get, and how it follows a long one.

#include "core/async/clock.h"
#include "core/wire/job_json.h"
#include "core/wire/json_tools.h"
#include "core/wire/status_json.h"
#include "tests/ui/fake_port.h"
#include "tests/ui/other_server.h"
#include "ui/remote/remote_desk.h"

#include <QTest>

using namespace seonchak;
using Asked = OtherServer::Asked;
using Answer = OtherServer::Answer;

namespace {

constexpr int answersMs = 20'000;
const Answer cutOff{.status = {}, .json = {}};

/// A window asks some things by itself.
QList<Asked> actsOf(const OtherServer &server)
{
    return server.askedFor("POST ");
}

} // namespace

class TestRemoteActs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aPauseThatIsLostIsSentAgain();
    void aPauseWhoseAnswerIsLostIsNotSentAgain();
    void aPauseIsNotSentAgainForEver();
    void anActWithAKeyIsSentAgainWithThatKey();
    void anActThatMayNotBeDoneTwiceIsSentOnce();
    void aLongActTellsHowFarItIs();

private:
    void connectTo(const QByteArray &abilities);
    /// Cuts the first `many` acts off, and answers the others with this.
    void cutFirst(int many, const QByteArray &json);
    /// Cuts the first `many` acts off, and says that issuing is paused, or is not.
    void serveStatus(bool paused, int many);

    StillClock m_clock;
    std::unique_ptr<OtherServer> m_server;
    std::unique_ptr<RemoteDesk> m_desk;
};

void TestRemoteActs::init()
{
    m_desk.reset();
    m_server.reset();
}

void TestRemoteActs::connectTo(const QByteArray &abilities)
{
    m_server = std::make_unique<OtherServer>(abilities);
    m_desk = std::make_unique<RemoteDesk>(m_server->address(), QByteArray(), m_clock);
    m_desk->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->attachment()->connected, answersMs);
}

void TestRemoteActs::serveStatus(bool paused, int many)
{
    m_server->serve = [this, paused, many](const Asked &asked) {
        if (asked.head.startsWith("POST"))
            return actsOf(*m_server).size() <= many ? cutOff : Answer();
        Status status = FakePort::busyStatus();
        status.paused = paused;
        return Answer{.json = json::status(status)};
    };
}

void TestRemoteActs::cutFirst(int many, const QByteArray &json)
{
    m_server->serve = [this, many, json](const Asked &) {
        return actsOf(*m_server).size() <= many ? cutOff : Answer{.json = json};
    };
}

void TestRemoteActs::aPauseThatIsLostIsSentAgain()
{
    connectTo("\"stream\"");
    for (const bool paused : {true, false}) {
        m_server->asked.clear();
        serveStatus(!paused, 1);
        std::optional<Result<void>> done;
        m_desk->setPaused(paused).then([&done](Result<void> result) { done = result; });
        QTRY_VERIFY_WITH_TIMEOUT(done, answersMs);
        QVERIFY(done->has_value());
        const auto acts = actsOf(*m_server);
        QCOMPARE(acts.size(), 2);
        QCOMPARE(acts.back().path(), acts.front().path());
        QVERIFY(acts.front().path().endsWith(paused ? "/pause" : "/resume"));
        QVERIFY(acts.front().header("Idempotency-Key").isEmpty());
    }
}

/// The server did what it was told: whoever has ended the pause since then is not overruled.
void TestRemoteActs::aPauseWhoseAnswerIsLostIsNotSentAgain()
{
    connectTo("\"stream\"");
    for (const bool paused : {true, false}) {
        m_server->asked.clear();
        serveStatus(paused, 1);
        std::optional<Result<void>> done;
        m_desk->setPaused(paused).then([&done](Result<void> result) { done = result; });
        QTRY_VERIFY_WITH_TIMEOUT(done, answersMs);
        QVERIFY(done->has_value());
        QCOMPARE(actsOf(*m_server).size(), 1);
    }
}

void TestRemoteActs::aPauseIsNotSentAgainForEver()
{
    connectTo("\"stream\"");
    serveStatus(false, 1000);
    std::optional<Result<void>> done;
    m_desk->setPaused(true).then([&done](Result<void> result) { done = result; });
    QTRY_COMPARE_WITH_TIMEOUT(actsOf(*m_server).size(), 2, answersMs);
    QVERIFY(!done);
    m_clock.now += 11'000'000'000;
    QTRY_VERIFY_WITH_TIMEOUT(done, answersMs);
    QVERIFY(!done->has_value());
    QCOMPARE(done->error().trouble, Trouble::Uncertain);
    QCOMPARE(actsOf(*m_server).size(), 2);
}

void TestRemoteActs::anActWithAKeyIsSentAgainWithThatKey()
{
    connectTo("\"stream\"");
    cutFirst(2, R"({"generated":3,"pushed":0})");
    std::optional<Result<Generated>> done;
    m_desk->generate({.count = 3, .push = false}, {}).then([&done](Result<Generated> result) {
        done = result;
    });
    QTRY_VERIFY_WITH_TIMEOUT(done, answersMs);
    QVERIFY2(done->has_value(), done->has_value() ? "" : qPrintable(done->error().detail));
    QCOMPARE(done->value().generated, 3);
    const auto acts = actsOf(*m_server);
    QCOMPARE(acts.size(), 3);
    const QByteArray key = acts.front().header("Idempotency-Key");
    QVERIFY(!key.isEmpty());
    for (const Asked &act : acts) {
        QCOMPARE(act.header("Idempotency-Key"), key);
        QCOMPARE(act.body, acts.front().body);
    }
}

void TestRemoteActs::anActThatMayNotBeDoneTwiceIsSentOnce()
{
    connectTo("\"stream\"");
    cutFirst(1, "{}");
    std::optional<Result<DoubtEnd>> done;
    m_desk->settleDoubt(7, DoubtOrder::DeclareIssued).then([&done](Result<DoubtEnd> end) { done = end; });
    QTRY_VERIFY_WITH_TIMEOUT(done, answersMs);
    QVERIFY(!done->has_value());
    QCOMPARE(done->error().trouble, Trouble::Uncertain);
    QVERIFY2(done->error().detail.startsWith("the answer was lost: "), qPrintable(done->error().detail));
    QCOMPARE(actsOf(*m_server).size(), 1);
}

void TestRemoteActs::aLongActTellsHowFarItIs()
{
    connectTo("\"stream\",\"jobs\"");
    Job job;
    job.id = QStringLiteral("j1");
    job.action = QStringLiteral("push");
    job.total = 9;
    bool isOver = false;
    m_server->serve = [&job, &isOver](const Asked &asked) {
        const QByteArray text = json::compact(json::job(job));
        if (asked.head.startsWith("POST"))
            return Answer{.status = "202 Accepted", .json = text};
        if (!asked.path().endsWith("/j1"))
            return Answer{.json = json::jobs({})};
        QByteArray end = text;
        end.chop(1);
        end += R"(,"answer":{"status":200,"body":{"pushed":9}}})";
        return Answer{.json = isOver ? end : text};
    };
    QList<qint64> told;
    std::optional<Result<Pushed>> done;
    Work work;
    work.progress = [&told](qint64 many) { told.append(many); };
    m_desk->push(std::move(work)).then([&done](Result<Pushed> result) { done = result; });
    QTRY_COMPARE_WITH_TIMEOUT(actsOf(*m_server).size(), 1, answersMs);
    QCOMPARE(actsOf(*m_server).front().header("Prefer"), QByteArray("respond-async"));
    QTRY_VERIFY_WITH_TIMEOUT(m_server->asked.back().path().endsWith("/j1"), answersMs);
    job.made = 4;
    m_server->tell("job", json::compact(json::job(job)));
    QTRY_COMPARE_WITH_TIMEOUT(told, QList<qint64>({4}), answersMs);
    QVERIFY(!done);
    job.made = 9;
    job.state = Job::State::Done;
    isOver = true;
    m_server->tell("job", json::compact(json::job(job)));
    QTRY_VERIFY_WITH_TIMEOUT(done, answersMs);
    QVERIFY(done->has_value());
    QCOMPARE(done->value().pushed, 9);
    QCOMPARE(told, QList<qint64>({4, 9}));
    QCOMPARE(actsOf(*m_server).size(), 1);
}

QTEST_MAIN(TestRemoteActs)
#include "tst_remote_acts.moc"

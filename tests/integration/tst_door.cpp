// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/path/door.h"
#include "tests/support/redis_answers.h"
#include "tests/support/redis_fixture.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>
#include <thread>

using namespace seonchak;
using namespace seonchak::test;

namespace {

/// A connection that lost its Redis and backs off for good.
struct House
{
    House()
        : redis(server.address(), withoutRetries())
        , door(redis, readiness)
    {
        server.kill();
        redis.open();
    }
    /// Connected, and the gate was closed a moment ago: whoever comes now waits.
    [[nodiscard]] bool isClosedForAMoment()
    {
        readiness.open(1);
        if (!server.restart() || !redis.attemptNow() ||
            !QTest::qWaitFor([this] { return redis.isReady(); }, 30'000))
            return false;
        readiness.close();
        return true;
    }
    /// The same, and somebody has come and waits.
    [[nodiscard]] bool isWaitedFor()
    {
        if (!isClosedForAMoment())
            return false;
        knock();
        return !said;
    }
    [[nodiscard]] bool waits() const { return redis.state() == RedisConnection::State::Waiting; }
    void knock() { run(this); }
    static QCoro::Task<> run(House *self)
    {
        self->said.reset();
        const bool open = co_await self->door.opens();
        self->said = open;
    }

    RedisFixture server;
    Readiness readiness;
    RedisConnection redis;
    Door door;
    std::optional<bool> said;
};

} // namespace

class TestDoor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }

    /// The keeper's connection is there first; whoever comes now must not be sent away by the back-off of
    /// another.
    void doesNotWaitOutABackOffWhenTheGateIsOpen()
    {
        House house;
        QTRY_VERIFY(house.waits());
        QVERIFY(house.server.restart());
        house.readiness.open(1);
        house.knock();
        QTRY_COMPARE(house.said, std::optional<bool>(true));
        QVERIFY(house.redis.isReady());
    }

    void sendsAwayAtOnceWhereTheAttemptFails()
    {
        House house;
        QTRY_VERIFY(house.waits());
        house.readiness.open(1);
        QElapsedTimer since; // the first of two that come within that time
        do {
            since.start();
            house.knock();
            QTRY_COMPARE(house.said, std::optional<bool>(false));
            QVERIFY(house.waits());
            house.knock(); // one attempt in a while is enough, however many come
        } while (since.elapsed() >= Door::attemptEvery.count());
        QCOMPARE(house.said, std::optional<bool>(false));
    }

    void leavesTheBackOffAloneWhileTheGateIsShut()
    {
        House house;
        QTRY_VERIFY(house.waits());
        QVERIFY(house.server.restart());
        house.knock();
        QCOMPARE(house.said, std::optional<bool>(false));
        QVERIFY(house.waits());
    }

    /// The keeper opens the gate on its own thread.
    void letsInWhoWaitsWhenTheGateOpens()
    {
        House house;
        QTRY_VERIFY(house.waits());
        QVERIFY(house.isWaitedFor());
        QCoreApplication::sendPostedEvents(); // what was on its way before
        QCOMPARE(house.said, std::nullopt);
        std::thread([&] { house.readiness.open(2); }).join();
        QCoreApplication::sendPostedEvents(); // and not when its patience ends
        QCOMPARE(house.said, std::optional<bool>(true));
    }

    /// As at the end of the program.
    void sendsAwayAtOnceWhereTheConnectionIsClosed()
    {
        House house;
        QTRY_VERIFY(house.waits());
        QVERIFY(house.isWaitedFor());
        house.redis.close();
        QCoreApplication::sendPostedEvents(); // and not when its patience ends
        QCOMPARE(house.said, std::optional<bool>(false));
        house.knock();
        QCOMPARE(house.said, std::optional<bool>(false));
    }

    void sendsAwayWhoWaitsWhenNothingHappens()
    {
        House house;
        QTRY_VERIFY(house.waits());
        QVERIFY(house.isWaitedFor());
        QTRY_COMPARE(house.said, std::optional<bool>(false));
    }
};

QTEST_GUILESS_MAIN(TestDoor)
#include "tst_door.moc"

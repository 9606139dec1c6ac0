// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/redis_house.h"

#include <QRegularExpression>
#include <QTest>

using namespace seonchak;
using namespace seonchak::testing;
using Kind = Reservation::Kind;

/// What only the real gate has: calls of a script for many at once, and keys that are no texts.
class TestGateCalls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void manyInOneCall();
    void whoComesDuringACallJoinsTheNext();
    void aBrokenKeyIsNobodyElsesTrouble();
    void redisClockOpensAndCloses();
    void anOlderVersionDoesNotComeBack();
    void theLaterTimesCount();
};

/// What is asked in one turn of the event loop is one call of a script, and must be as if asked one by one.
void TestGateCalls::manyInOneCall()
{
    RedisHouse house;
    house.addStock({"A", "B:with:colons", "C"});
    house.setUserKey(8, "X");
    house.setPending(9, {5, 1, true, 1, "Y"});
    std::vector<Task<Result<Reservation>>> asked;
    for (const UserId user : {1, 8, 1, 2, 9, 3, 4, 4})
        asked.push_back(house.gate().reserve(user));
    std::vector<Reservation> held;
    for (auto &one : asked)
        held.push_back(house.wait(std::move(one)).value());
    QList<Kind> kinds;
    for (const auto &one : held)
        kinds.append(one.kind);
    QCOMPARE(kinds, (QList<Kind>{Kind::Reserved, Kind::Already, Kind::InProgress, Kind::Reserved,
                                 Kind::InDoubt, Kind::Reserved, Kind::SoldOut, Kind::SoldOut}));
    QCOMPARE(held[0].code, QByteArray("A"));
    QCOMPARE(held[2].number, held[0].number);
    QCOMPARE(held[5].code, QByteArray("C"));
    QCOMPARE(held[5].number, held[0].number + 2);
    QVERIFY(house.stock().isEmpty());

    std::vector<Task<Result<bool>>> ended;
    for (const std::size_t at : {0, 3, 0, 5})
        ended.push_back(house.gate().commit(held[at], held[at].user));
    QList<bool> done;
    for (auto &one : ended)
        done.append(house.wait(std::move(one)).value());
    QCOMPARE(done, (QList<bool>{true, true, false, true}));
    for (const auto &[user, code] : {std::pair<UserId, QByteArray>{1, "A"}, {2, "B:with:colons"}, {3, "C"}}) {
        QCOMPARE(house.userKey(user).value_or("none"), code);
        QVERIFY(!house.pending(user));
    }
}

/// Redis answers nothing for a while, and in each turn of the event loop one more comes: they are one call
/// then.
void TestGateCalls::whoComesDuringACallJoinsTheNext()
{
    RedisHouse house;
    house.addStock({"A", "B", "C", "D", "E"});
    (void)house.wait(house.gate().reserve(9)); // The script is known to Redis from here on.
    const auto calls = [&house] {
        static const QRegularExpression evalsha("cmdstat_evalsha:calls=(\\d+)");
        const auto stats = QString::fromUtf8(house.ask({"INFO", "commandstats"}).text);
        return evalsha.match(stats).captured(1).toInt();
    };
    const int before = calls();
    house.ask({"CLIENT", "PAUSE", "60000", "WRITE"}); // Scripts wait.
    std::vector<Task<Result<Reservation>>> asked;
    for (const UserId user : {1, 2, 3, 4}) {
        asked.push_back(house.gate().reserve(user));
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
    house.ask({"CLIENT", "UNPAUSE"});
    for (auto &one : asked)
        QCOMPARE(house.wait(std::move(one))->kind, Kind::Reserved);
    QCOMPARE(calls() - before, 2);
}

void TestGateCalls::aBrokenKeyIsNobodyElsesTrouble()
{
    RedisHouse house;
    house.addStock({"A", "B:with:colons", "C"});
    house.ask({"SADD", house.keys().user(1), "x"});
    house.ask({"HSET", house.keys().pending(), "2", "nonsense"});
    auto first = house.gate().reserve(1); // All in one call.
    auto second = house.gate().reserve(2);
    auto third = house.gate().reserve(3);
    const auto broken = house.wait(std::move(first));
    QCOMPARE(broken->kind, Kind::Already);
    QCOMPARE(broken->code, QByteArray());
    QCOMPARE(house.wait(std::move(second))->kind, Kind::Reserved);
    QCOMPARE(house.wait(std::move(third))->kind, Kind::Reserved);
    QVERIFY(house.wait(house.gate().mendUser({1, QByteArray(), {}}))->done);
    QCOMPARE(house.wait(house.gate().reserve(1))->kind, Kind::Reserved);
}

/// Who has a coupon keeps it, who has a reservation too; nobody else gets one before the opening or after the
/// end.
void TestGateCalls::redisClockOpensAndCloses()
{
    RedisHouse house;
    house.addStock({"A", "B"});
    house.setUserKey(8, "X");
    house.setPending(9, {5, 1, true, 1, "Y"});
    const WallMs hour = 3'600'000;
    house.sale().learn({1, house.nowMs() + hour, 0});
    const auto early = house.wait(house.gate().reserve(1));
    QCOMPARE(early->kind, Kind::TooEarly);
    QCOMPARE(early->code, QByteArray());
    QCOMPARE(house.wait(house.gate().reserve(8))->kind, Kind::Already);
    QCOMPARE(house.wait(house.gate().reserve(9))->kind, Kind::InDoubt);
    QCOMPARE(house.stock().size(), 2);
    house.sale().learn({2, house.nowMs() - hour, 0});
    QCOMPARE(house.wait(house.gate().reserve(1))->kind, Kind::Reserved);
    house.sale().learn({3, 0, house.nowMs() - 1});
    QCOMPARE(house.wait(house.gate().reserve(2))->kind, Kind::Closed);
    QCOMPARE(house.wait(house.gate().reserve(8))->kind, Kind::Already);
    QCOMPARE(house.stock().size(), 1);
}

/// Two servers tell Redis of their changes, and the older one comes last.
void TestGateCalls::anOlderVersionDoesNotComeBack()
{
    RedisHouse house;
    const auto tell = [&house](const char *times) {
        const Script script = Script::fromResource(QStringLiteral("times"));
        return house.ask({"EVAL", script.source, "1", house.keys().stats(), times}).text;
    };
    QCOMPARE(tell("2:10:20"), QByteArray("2:10:20"));
    QCOMPARE(tell("1:0:0"), QByteArray("2:10:20"));
    QCOMPARE(house.ask({"HGET", house.keys().stats(), "times"}).text, QByteArray("2:10:20"));
    QCOMPARE(tell("3:0:0"), QByteArray("3:0:0"));
}

/// Another server has set them, or this one has and Redis was emptied: the later version decides, and is
/// learnt.
void TestGateCalls::theLaterTimesCount()
{
    RedisHouse house;
    house.addStock({"A"});
    const SaleTimes planned{5, house.nowMs() + 3'600'000, 0};
    house.ask({"HSET", house.keys().stats(), "times", planned.toText()});
    QCOMPARE(house.wait(house.gate().reserve(1))->kind, Kind::TooEarly);
    QCOMPARE(house.sale().times(), planned);
    house.ask({"HSET", house.keys().stats(), "times", "4:0:0"});
    QCOMPARE(house.wait(house.gate().reserve(1))->kind, Kind::TooEarly);
    house.ask({"HSET", house.keys().stats(), "times", "nonsense"});
    QCOMPARE(house.wait(house.gate().reserve(1))->kind, Kind::TooEarly);
    house.ask({"HSET", house.keys().stats(), "times", "6:0:0"});
    QCOMPARE(house.wait(house.gate().reserve(1))->kind, Kind::Reserved);
}

QTEST_GUILESS_MAIN(TestGateCalls)
#include "tst_gate_calls.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_house.h"
#include "tests/support/redis_house.h"

#include <QTest>

#include <random>

using namespace seonchak;
using namespace seonchak::testing;
using Kind = Reservation::Kind;

/// What a gate promises, of the fake one that the saga's random scenarios rest on, and of the one on a real
/// Redis. At last both are given the same random calls, and must answer and look the same after each.
class TestGate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup() { m_house.reset(); }
    void reservesInOrder();
    void soldOutTellsWhetherUserKeysMayBeMissing();
    void aUserKeyIsBelieved();
    void commitMakesTheUserKeyOnce();
    void aLateCommitTakesTheCodeOutOfTheStock();
    void releaseGivesBackOnce();
    void releaseToAUserWithACoupon();
    void aDoubtEndsByItsSettlerOnly();
    void dropGivesNothingBack();
    void claimTakesWhatIsDue_data();
    void claimTakesWhatIsDue();
    void claimOneTakesTheLease();
    void claimOnePutsALostDoubtBack();
    void nowhere();
    void mendsUserKeys();
    void findsACodeInALongStock();
    void bothAreTheSame();

private:
    Reservation reserve(UserId user)
    {
        const auto held = m_house->wait(m_house->gate().reserve(user));
        return held ? *held : Reservation{};
    }
    static PendingEntry entry(qint64 number, qint64 started, bool doubt, qint64 due, const QByteArray &code)
    {
        return {number, started, doubt, due, code};
    }
    template <typename T>
    auto wait(T task)
    {
        return m_house->wait(std::move(task));
    }
    Gate &gate() { return m_house->gate(); }
    Claimer &claims() { return m_house->claims(); }

    std::unique_ptr<GateHouse> m_house;
};

void TestGate::initTestCase_data()
{
    QTest::addColumn<bool>("real");
    QTest::newRow("fake") << false;
    QTest::newRow("redis") << true;
}

void TestGate::init()
{
    QFETCH_GLOBAL(bool, real);
    if (real)
        m_house = std::make_unique<RedisHouse>();
    else
        m_house = std::make_unique<FakeHouse>();
    m_house->addStock({"A", "B:with:colons", "C"});
}

void TestGate::reservesInOrder()
{
    const auto first = reserve(1);
    QCOMPARE(first.kind, Kind::Reserved);
    QCOMPARE(first.code, QByteArray("A"));
    QCOMPARE(reserve(1).kind, Kind::InProgress);
    const auto second = reserve(2);
    QCOMPARE(second.code, QByteArray("B:with:colons"));
    QCOMPARE(second.number, first.number + 1);
    QCOMPARE(m_house->pending(2)->code, second.code);
    QCOMPARE(reserve(3).kind, Kind::Reserved);
    QCOMPARE(reserve(4).kind, Kind::SoldOut);
    QVERIFY(!reserve(4).userKeysMissing);
    QCOMPARE(reserve(4).number, 0);
}

void TestGate::soldOutTellsWhetherUserKeysMayBeMissing()
{
    for (const UserId user : {1, 2, 3})
        QCOMPARE(wait(gate().commit(reserve(user), user)).value(), true);
    QCOMPARE(reserve(4).kind, Kind::SoldOut);
    QVERIFY(!reserve(4).userKeysMissing);
    m_house->setUserKey(2, std::nullopt);
    QCOMPARE(reserve(4).kind, Kind::SoldOut);
    QVERIFY(reserve(4).userKeysMissing);
    WrongUserKey missing{2, std::nullopt, "B:with:colons"};
    QVERIFY(wait(gate().mendUser(missing)).value().done);
    QVERIFY(!reserve(4).userKeysMissing);
    m_house->setUserKey(77, "written by somebody else");
    QVERIFY(reserve(4).userKeysMissing);
}

void TestGate::aUserKeyIsBelieved()
{
    m_house->setUserKey(1, "X");
    m_house->setUserKey(2, "");
    QCOMPARE(reserve(1).kind, Kind::Already);
    QCOMPARE(reserve(1).code, QByteArray("X"));
    QCOMPARE(reserve(2).kind, Kind::Already);
    QCOMPARE(reserve(2).code, QByteArray());
    QCOMPARE(m_house->stock().size(), 3);
}

void TestGate::commitMakesTheUserKeyOnce()
{
    const auto held = reserve(1);
    QCOMPARE(wait(gate().commit(held, 1)).value(), true);
    QCOMPARE(m_house->userKey(1).value_or("none"), QByteArray(held.code));
    QVERIFY(!m_house->pending(1));
    QCOMPARE(wait(gate().commit(held, 1)).value(), false);
    const auto other = reserve(2);
    QCOMPARE(wait(gate().commit(other, 9)).value(), true); // The partner has it for somebody else.
    QCOMPARE(m_house->userKey(9).value_or("none"), QByteArray(other.code));
    QVERIFY(!m_house->userKey(2) && !m_house->pending(2));
}

void TestGate::aLateCommitTakesTheCodeOutOfTheStock()
{
    auto held = reserve(1);
    held.adopted = true;
    QCOMPARE(wait(gate().release(held, {})).value(), true);
    QCOMPARE(m_house->stock(), (QList<QByteArray>{"B:with:colons", "C", "A"}));
    m_house->addStock({"D", "E"});
    QCOMPARE(wait(gate().commit(held, 1)).value(), true);
    QCOMPARE(m_house->userKey(1).value_or("none"), QByteArray("A"));
    QCOMPARE(m_house->stock(), (QList<QByteArray>{"B:with:colons", "C", "E", "D"}));
}

void TestGate::releaseGivesBackOnce()
{
    const auto held = reserve(1);
    QCOMPARE(wait(gate().release(held, {})).value(), true);
    QCOMPARE(wait(gate().release(held, {})).value(), false);
    QCOMPARE(m_house->stock(), (QList<QByteArray>{"B:with:colons", "C", "A"}));
    QCOMPARE(m_house->compensations(), 1);
    const auto again = reserve(1);
    QCOMPARE(wait(gate().release(held, {})).value(), false); // It has another number.
    QCOMPARE(m_house->pending(1)->number, again.number);
}

void TestGate::releaseToAUserWithACoupon()
{
    const auto held = reserve(1);
    QCOMPARE(wait(gate().release(held, "MINE")).value(), true);
    QCOMPARE(m_house->userKey(1).value_or("none"), QByteArray("MINE"));
    QCOMPARE(m_house->stock().back(), QByteArray("A"));
    QCOMPARE(m_house->compensations(), 0);
}

void TestGate::aDoubtEndsByItsSettlerOnly()
{
    auto held = reserve(1);
    QCOMPARE(wait(gate().markDoubt(held, std::chrono::milliseconds(500))).value(), true);
    QVERIFY(m_house->pending(1)->doubt);
    QCOMPARE(reserve(1).kind, Kind::InDoubt);
    QCOMPARE(wait(gate().release(held, {})).value(), false);
    QCOMPARE(wait(gate().drop(held)).value(), false);
    held.adopted = true;
    QCOMPARE(wait(gate().release(held, {})).value(), true);
    QCOMPARE(wait(gate().markDoubt(held, std::chrono::milliseconds(500))).value(), false);
}

void TestGate::dropGivesNothingBack()
{
    const auto held = reserve(1);
    QCOMPARE(wait(gate().drop(held)).value(), true);
    QVERIFY(!m_house->pending(1));
    QCOMPARE(m_house->stock().size(), 2);
    QCOMPARE(m_house->compensations(), 0);
}

void TestGate::claimTakesWhatIsDue_data()
{
    constexpr qint64 day = 86'400'000;
    QTest::addColumn<qint64>("started"); // from now
    QTest::addColumn<qint64>("due");
    QTest::addColumn<bool>("claimed");
    QTest::addColumn<qint64>("age");
    QTest::newRow("under way") << qint64(-2000) << qint64(7000) << false << qint64(0);
    QTest::newRow("over") << qint64(-20'000) << qint64(-11'000) << true << qint64(20'000);
    QTest::newRow("begins in the future") << day << day + houseLeaseMs << true << qint64(0);
    QTest::newRow("begins in the future, is due") << day << qint64(-1) << true << qint64(0);
    QTest::newRow("ends in the far future") << qint64(-3000) << day << true << qint64(3000);
    QTest::newRow("of another clock, a little ahead") << qint64(500) << houseLeaseMs << false << qint64(0);
}

void TestGate::claimTakesWhatIsDue()
{
    QFETCH(qint64, started);
    QFETCH(qint64, due);
    QFETCH(qint64, age);
    const qint64 now = m_house->nowMs();
    m_house->setPending(7, entry(3, now + started, true, now + due, "Z"));
    quint64 cursor = 0;
    const auto taken = wait(claims().claim(cursor, std::chrono::milliseconds(60'000)));
    QVERIFY(taken);
    QVERIFY(taken->nowMs >= now);
    QTEST(!taken->claims.empty(), "claimed");
    if (taken->claims.empty())
        return;
    const Claim claim = taken->claims.front();
    QVERIFY(claim.ageMs >= age && claim.ageMs <= age + m_house->nowMs() - now);
    QVERIFY(claim.inDoubt && claim.reservation.adopted);
    QCOMPARE(claim.reservation.code, QByteArray("Z"));
    QVERIFY(m_house->pending(7)->started <= m_house->nowMs());
    cursor = 0;
    QVERIFY(wait(claims().claim(cursor, std::chrono::milliseconds(60'000)))->claims.empty());
}

void TestGate::claimOneTakesTheLease()
{
    auto held = reserve(1);
    const auto claimed = wait(claims().claimOne(held, 0, false));
    QCOMPARE(claimed->kind, NamedClaim::Kind::Claimed);
    QVERIFY(claimed->othersLease.count() > houseLeaseMs - 5000 &&
            claimed->othersLease.count() <= houseLeaseMs);
    held.number += 1;
    QCOMPARE(wait(claims().claimOne(held, 0, false))->kind, NamedClaim::Kind::UserHasOther);
    held.user = 2;
    QCOMPARE(wait(claims().claimOne(held, 0, false))->kind, NamedClaim::Kind::Gone);
    // Redis' clock was set back: nobody waits a day for a lease.
    m_house->setPending(3, entry(9, m_house->nowMs() + 86'400'000, true, m_house->nowMs() + 86'400'000, "C"));
    const Reservation ahead{Kind::Reserved, 3, "C", 9, 1};
    QCOMPARE(wait(claims().claimOne(ahead, 0, false))->othersLease.count(), 0);
}

void TestGate::claimOnePutsALostDoubtBack()
{
    const Reservation lost{Kind::Reserved, 7, "A", 50, 1, 0, true};
    QCOMPARE(wait(claims().claimOne(lost, 0, true))->kind, NamedClaim::Kind::Claimed);
    QVERIFY(m_house->pending(7)->doubt);
    QVERIFY(!m_house->stock().contains("A"));
    const Reservation sameCode{Kind::Reserved, 8, "A", 51, 1, 0, true};
    QCOMPARE(wait(claims().claimOne(sameCode, 0, true))->kind, NamedClaim::Kind::UserHasOther);
    QVERIFY(!m_house->pending(8));
    m_house->setUserKey(9, "X");
    const Reservation hasCoupon{Kind::Reserved, 9, "C", 52, 1, 0, true};
    QCOMPARE(wait(claims().claimOne(hasCoupon, 0, true))->kind, NamedClaim::Kind::UserHasOther);
    QVERIFY(m_house->stock().contains("C"));
}

void TestGate::nowhere()
{
    const auto held = reserve(1);
    QCOMPARE(wait(gate().isNowhere(held.code)).value(), false);
    QCOMPARE(wait(gate().isNowhere("C")).value(), false);
    QCOMPARE(wait(gate().isNowhere("Z")).value(), true);
}

void TestGate::mendsUserKeys()
{
    const auto mend = [this](const WrongUserKey &wrong) { return *wait(gate().mendUser(wrong)); };
    QVERIFY(mend({1, std::nullopt, "MINE"}).done); // It was missing.
    QCOMPARE(m_house->userKey(1).value_or("none"), QByteArray("MINE"));
    QVERIFY(!mend({1, std::nullopt, "OTHER"}).done); // It is not any more.
    QVERIFY(!mend({1, QByteArray("FOREIGN"), {}}).done);
    QVERIFY(mend({1, QByteArray("MINE"), {}}).done);
    QVERIFY(!m_house->userKey(1));
    // A code to keep is a reservation of one who has no coupon, and a doubt where they have one.
    m_house->setUserKey(2, "Z");
    const auto kept = mend({2, QByteArray("Z"), {}, "Z"});
    QVERIFY(kept.done && kept.number > 0);
    QVERIFY(!m_house->userKey(2) && !m_house->pending(2)->doubt);
    m_house->setUserKey(3, "Y");
    QVERIFY(mend({3, QByteArray("Y"), "MINE", "Y"}).done);
    QVERIFY(m_house->pending(3)->doubt);
    QCOMPARE(m_house->userKey(3).value_or("none"), QByteArray("MINE"));
    // A reservation under way is not disturbed.
    reserve(4);
    QVERIFY(!mend({4, std::nullopt, "MINE"}).done);
}

void TestGate::findsACodeInALongStock()
{
    QList<QByteArray> many;
    for (int i = 0; i < 9000; ++i)
        many.append("M" + QByteArray::number(i));
    m_house->addStock(many);
    for (const char *code : {"A", "M0", "M1999", "M6998", "M8999"}) {
        QCOMPARE(wait(gate().isNowhere(code)).value(), false);
        const qsizetype before = m_house->stock().size();
        const Reservation late{Kind::Reserved, 99, code, 700, 1};
        QCOMPARE(wait(gate().commit(late, 99)).value(), true);
        QCOMPARE(m_house->stock().size(), before - 1);
        QVERIFY(!m_house->stock().contains(code));
    }
    QCOMPARE(wait(gate().isNowhere("M")).value(), true);
}

namespace {

/// Everything behind a gate, as a text.
QByteArray picture(GateHouse &house)
{
    QByteArray text = house.stock().join(' ') + " |";
    for (UserId user = 1; user <= 4; ++user) {
        text += ' ' + house.userKey(user).value_or("-") + '/';
        if (const auto held = house.pending(user))
            text += QByteArray::number(held->number) + (held->doubt ? "D" : "R") + held->code;
    }
    return text + " | " + QByteArray::number(house.compensations());
}

QByteArray said(const Result<bool> &result)
{
    return !result ? "error" : *result ? "true" : "false";
}

/// One random call: what it answered.
QByteArray act(GateHouse &house, std::vector<Reservation> &known, std::mt19937 &random)
{
    const auto below = [&random](int n) { return int(random() % unsigned(n)); };
    const UserId user = 1 + below(4);
    Gate &gate = house.gate();
    Reservation held;
    if (!known.empty())
        held = known[std::size_t(below(int(known.size())))];
    held.adopted = below(2) == 0;
    switch (known.empty() ? 0 : below(8)) {
    case 0:
    case 1: {
        const auto got = house.wait(gate.reserve(user));
        if (got->kind == Kind::Reserved)
            known.push_back(*got);
        return QByteArray::number(int(got->kind)) + got->code + QByteArray::number(got->number);
    }
    case 2:
        return said(house.wait(gate.commit(held, below(3) == 0 ? user : held.user)));
    case 3:
        return said(house.wait(gate.release(held, below(3) == 0 ? "THEIRS" : "")));
    case 4:
        return said(house.wait(gate.markDoubt(held, std::chrono::milliseconds(1000))));
    case 5:
        house.setUserKey(user,
                         below(2) == 0 ? std::optional<QByteArray>() : std::optional<QByteArray>("FORGED"));
        return {};
    case 6: {
        const auto key = house.userKey(user);
        const auto mended = house.wait(gate.mendUser({user, key, below(2) == 0 ? "MENDED" : ""}));
        return QByteArray::number(mended->done);
    }
    default: {
        const auto claimed = house.wait(house.claims().claimOne(held, 0, below(2) == 0));
        return QByteArray::number(int(claimed->kind));
    }
    }
}

} // namespace

void TestGate::bothAreTheSame()
{
    QFETCH_GLOBAL(bool, real);
    if (!real)
        return; // Compared once.
    FakeHouse fake;
    fake.addStock({"A", "B:with:colons", "C"});
    std::vector<Reservation> fakeKnown;
    std::vector<Reservation> redisKnown;
    constexpr unsigned seed = 20261128;
    std::mt19937 fakeRandom(seed);
    std::mt19937 redisRandom(seed);
    constexpr int calls = 3000;
    for (int i = 0; i < calls; ++i) {
        const QByteArray expected = act(fake, fakeKnown, fakeRandom);
        const QByteArray actual = act(*m_house, redisKnown, redisRandom);
        QVERIFY2(actual == expected,
                 qPrintable(QStringLiteral("call %1 answers %2, not %3")
                                .arg(i)
                                .arg(QString::fromUtf8(actual), QString::fromUtf8(expected))));
        QCOMPARE(picture(*m_house), picture(fake));
    }
}

QTEST_GUILESS_MAIN(TestGate)
#include "tst_gate.moc"

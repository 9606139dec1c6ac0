// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/ground/empty_stock.h"

#include <QTest>

using namespace seonchak;

namespace {

constexpr qint64 ms = 1'000'000;

EmptyStock::Holders holders(std::initializer_list<UserId> users)
{
    const auto filter = std::make_shared<UserFilter>(users.size());
    for (const UserId user : users)
        filter->add(user);
    return filter;
}

} // namespace

class TestEmptyStock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoWasAddedIsNeverMissed();
    void mostOthersAreToldApart();
    void nobodyIsTurnedAwayWithoutAFinding();
    void holdersAskRedis();
    void aFindingRunsOut();
    void aWithdrawnFindingEndsAtOnce();
    void whatWasAskedBeforeAWithdrawCountsForNothing();
    void newHoldersReplaceTheOld();
    void onlyACrowdIsWorthALook();
    void whoeverIsTurnedAwayBelongsToTheCrowd();
};

void TestEmptyStock::whoWasAddedIsNeverMissed()
{
    constexpr UserId many = 100'000;
    UserFilter filter(many);
    for (UserId user = 1; user <= many; ++user)
        filter.add(user * 7);
    for (UserId user = 1; user <= many; ++user)
        QVERIFY(filter.mayHave(user * 7));
}

void TestEmptyStock::mostOthersAreToldApart()
{
    constexpr UserId many = 100'000;
    UserFilter filter(many);
    for (UserId user = 1; user <= many; ++user)
        filter.add(user);
    int mistaken = 0;
    for (UserId user = many + 1; user <= 2 * many; ++user)
        mistaken += filter.mayHave(user) ? 1 : 0;
    QVERIFY2(mistaken < many / 200, qPrintable(QString::number(mistaken)));
}

void TestEmptyStock::nobodyIsTurnedAwayWithoutAFinding()
{
    EmptyStock stock;
    EmptyStockView view(stock);
    QVERIFY(!view.turnsAway(1, 0));
    QVERIFY(!view.turnsAway(1, 1000 * ms));
}

void TestEmptyStock::holdersAskRedis()
{
    EmptyStock stock;
    EmptyStockView view(stock);
    stock.confirm(stock.epoch(), holders({5}), 10 * ms);
    QVERIFY(view.turnsAway(6, 11 * ms));
    QVERIFY(!view.turnsAway(5, 11 * ms));
}

void TestEmptyStock::aFindingRunsOut()
{
    EmptyStock stock;
    EmptyStockView view(stock);
    const qint64 asked = 10 * ms;
    stock.confirm(stock.epoch(), holders({}), asked);
    QVERIFY(view.turnsAway(6, asked + EmptyStock::holdsNs - 1));
    QVERIFY(!view.turnsAway(6, asked + EmptyStock::holdsNs));
}

void TestEmptyStock::aWithdrawnFindingEndsAtOnce()
{
    EmptyStock stock;
    EmptyStockView view(stock);
    stock.confirm(stock.epoch(), holders({}), 10 * ms);
    stock.withdraw();
    QVERIFY(!view.turnsAway(6, 11 * ms));
}

void TestEmptyStock::whatWasAskedBeforeAWithdrawCountsForNothing()
{
    EmptyStock stock;
    EmptyStockView view(stock);
    const quint64 before = stock.epoch();
    stock.withdraw();
    stock.confirm(before, holders({}), 10 * ms);
    QVERIFY(!view.turnsAway(6, 11 * ms));
    stock.confirm(stock.epoch(), holders({}), 10 * ms);
    QVERIFY(view.turnsAway(6, 11 * ms));
}

void TestEmptyStock::newHoldersReplaceTheOld()
{
    EmptyStock stock;
    EmptyStockView view(stock);
    stock.confirm(stock.epoch(), holders({5}), 10 * ms);
    QVERIFY(view.turnsAway(6, 11 * ms));
    stock.confirm(stock.epoch(), holders({5, 6}), 12 * ms);
    QVERIFY(!view.turnsAway(6, 13 * ms));
    QVERIFY(view.turnsAway(7, 13 * ms));
}

void TestEmptyStock::onlyACrowdIsWorthALook()
{
    EmptyStock stock;
    EmptyStockView view(stock);
    int looks = 0;
    stock.setKeeper([&looks] { ++looks; });
    for (int i = 1; i <= 200; ++i) // one in 10 ms
        view.noteSoldOut(1000 * ms + i * 10 * ms);
    QCOMPARE(looks, 0);
    for (int i = 1; i <= 64; ++i)
        view.noteSoldOut(9000 * ms + i);
    QVERIFY(looks > 0);
    QVERIFY(stock.isWanted(9000 * ms + EmptyStock::patienceNs / 2));
    QVERIFY(!stock.isWanted(9001 * ms + EmptyStock::patienceNs));
}

void TestEmptyStock::whoeverIsTurnedAwayBelongsToTheCrowd()
{
    EmptyStock stock;
    EmptyStockView view(stock);
    stock.confirm(stock.epoch(), holders({}), 10 * ms);
    for (int i = 0; i < 64; ++i)
        QVERIFY(view.turnsAway(6 + i, 11 * ms));
    QVERIFY(stock.isWanted(12 * ms));
}

QTEST_GUILESS_MAIN(TestEmptyStock)
#include "tst_empty_stock.moc"

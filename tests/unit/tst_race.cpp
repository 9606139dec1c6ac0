// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/race/race_finding.h"
#include "tests/support/race_axis.h"

#include <QTest>

using namespace seonchak;
using namespace seonchak::lab;

namespace {

using Kind = RaceFinding::Kind;
using What = StoreChange::What;

QList<Kind> kindsOf(const QList<RaceFinding> &findings)
{
    QList<Kind> kinds;
    for (const auto &finding : findings)
        kinds << finding.kind;
    return kinds;
}

} // namespace

/// What is pointed at in hand-made races, and where.
class TestRace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesEveryScenario();
    void seesWhatOthersSee();
    void tellsWhatChanged();
    void twoCouponsForOneUser();
    void overselling();
    void aLossIsWhereItsTakerStopped();
    void aCouponToldAndNotKept();
    void soldOutRightlyAndWrongly();
    void givenBackAfterSoldOut();
    void waitingForALock();
    void startingOver();
    void oneCouponForADoubleClick();
    void noStockToRunOut();
    void answersThatSayNothing();
};

void TestRace::namesEveryScenario()
{
    for (const auto scenario :
         {RaceScenario::TwoUsers, RaceScenario::DoubleClick, RaceScenario::PartnerRefuses})
        QCOMPARE(raceScenarioFromName(raceScenarioName(scenario)), scenario);
    QVERIFY(!raceScenarioFromName("three-users"));
    QVERIFY(fits(RaceScenario::PartnerRefuses, Strategy::Saga));
    QVERIFY(!fits(RaceScenario::PartnerRefuses, Strategy::DbPessimistic));
    QVERIFY(fits(RaceScenario::TwoUsers, Strategy::DbPessimistic));
}

void TestRace::seesWhatOthersSee()
{
    Truth truth;
    truth.book = {{"A", CouponStatus::Available, 0},
                  {"B", CouponStatus::Issued, 2},
                  {"C", CouponStatus::InDoubt, 3},
                  {"D", CouponStatus::Available, 0}};
    truth.stock = {"D"};
    truth.pending = {"C", "E"};
    truth.userKeys = {{2, "B"}, {1, "F"}};
    StoreView view = viewOf(truth);
    QCOMPARE(view.stock, QByteArrayList{"D"}); // Redis' list, and not the book's word
    QCOMPARE(view.pending, (QByteArrayList{"C", "E"}));
    QCOMPARE(view.keyOf(1), "F");
    QCOMPARE(view.keys.first().user, 1);
    QCOMPARE(view.rowOf(2), "B");
    QVERIFY(view.isKept("B") && view.isKept("D") && view.isKept("E"));
    QVERIFY(!view.isKept("F")); // a key without a row
    truth.stockInRedis = false;
    truth.stock.clear();
    QCOMPARE(viewOf(truth).stock, (QByteArrayList{"A", "D"}));
}

void TestRace::tellsWhatChanged()
{
    const StoreView before{{"A", "B"}, {{1, "X"}, {2, "Y"}}, {"P"}, {{3, "Z"}}};
    const StoreView after{{"B", "C"}, {{1, "W"}, {4, "V"}}, {"Q"}, {{3, "Z"}, {4, "V"}}};
    const QList<StoreChange> expected{
        {What::TakenFromStock, "A", 0, {}},  {What::PutIntoStock, "C", 0, {}},
        {What::ReservationGone, "P", 0, {}}, {What::Reserved, "Q", 0, {}},
        {What::KeyOverwritten, "W", 1, "X"}, {What::KeySet, "V", 4, {}},
        {What::KeyGone, "Y", 2, {}},         {What::RowWritten, "V", 4, {}},
    };
    QCOMPARE(changesBetween(before, after), expected);
    QVERIFY(changesBetween(after, after).isEmpty());
}

/// Step 2 of the documents under a double click.
void TestRace::twoCouponsForOneUser()
{
    RaceAxis axis({"A", "B"}, {1, 1});
    axis.done(0, "read-user-key").done(1, "read-user-key");
    axis.done(0, "lpop", [](StoreView &now) { now.stock = {"B"}; });
    axis.done(1, "lpop", [](StoreView &now) { now.stock = {}; });
    axis.done(0, "set-user-key", [](StoreView &now) { now.keys = {{1, "A"}}; });
    axis.told(0, Fate::Issued, "A");
    axis.done(1, "set-user-key", [](StoreView &now) { now.keys = {{1, "B"}}; });
    axis.told(1, Fate::Issued, "B");
    axis.done(0, "write-row", [](StoreView &now) { now.rows = {{1, "A"}}; });
    axis.done(1, "write-row");
    const auto findings = findingsOf(axis.end());
    QCOMPARE(kindsOf(findings), (QList{Kind::TwoCoupons, Kind::Lost, Kind::NotKept}));
    QCOMPARE(findings[0], (RaceFinding{Kind::TwoCoupons, 1, 3, -1, "B"})); // the second LPOP
    QCOMPARE(findings[1], (RaceFinding{Kind::Lost, 1, 9, 3, "B"}));        // the book refused the row
    QCOMPARE(findings[2], (RaceFinding{Kind::NotKept, 1, 9, -1, "B"}));
    QVERIFY(findings[0].isFault() && findings[1].isFault() && findings[2].isFault());
}

void TestRace::overselling()
{
    RaceAxis axis({"A"}, {1, 2});
    axis.done(0, "read-row").done(1, "read-row");
    axis.done(0, "commit", [](StoreView &now) {
        now.stock = {};
        now.rows = {{1, "A"}};
    });
    axis.told(0, Fate::Issued, "A");
    axis.done(1, "commit", [](StoreView &now) { now.rows = {{1, "A"}, {2, "A"}}; });
    axis.told(1, Fate::Issued, "A");
    const auto findings = findingsOf(axis.end());
    QCOMPARE(kindsOf(findings), QList{Kind::Oversold});
    QCOMPARE(findings[0], (RaceFinding{Kind::Oversold, 1, 4, -1, "A"}));
}

/// Step 3 of the documents, before the compensation.
void TestRace::aLossIsWhereItsTakerStopped()
{
    RaceAxis axis({"A"}, {1, 2});
    axis.done(0, "lpop", [](StoreView &now) { now.stock = {}; });
    axis.done(1, "lpop").told(1, Fate::SoldOut);
    axis.done(0, "call-store").told(0, Fate::PartnerFailed);
    const auto findings = findingsOf(axis.end());
    QCOMPARE(kindsOf(findings), (QList{Kind::Lost, Kind::SoldOut}));
    QCOMPARE(findings[0], (RaceFinding{Kind::Lost, 0, 3, 0, "A"}));
    QCOMPARE(findings[1], (RaceFinding{Kind::SoldOut, 1, 1, -1, {}}));
}

void TestRace::aCouponToldAndNotKept()
{
    RaceAxis axis({"A"}, {1, 2});
    axis.done(0, "lpop", [](StoreView &now) { now.stock = {}; });
    axis.done(0, "write-row", [](StoreView &now) { now.rows = {{2, "A"}}; });
    axis.told(0, Fate::Issued, "A");
    const auto findings = findingsOf(axis.end());
    QCOMPARE(kindsOf(findings), (QList{Kind::NotKept, Kind::NoAnswer}));
    QCOMPARE(findings[0], (RaceFinding{Kind::NotKept, 0, 1, -1, "A"}));
    QCOMPARE(findings[1].step, -1);
}

void TestRace::soldOutRightlyAndWrongly()
{
    RaceAxis axis({"A"}, {1, 2});
    axis.done(1, "reserve").told(1, Fate::SoldOut); // before anybody took anything
    axis.done(0, "reserve", [](StoreView &now) {
        now.stock = {};
        now.pending = {"A"};
    });
    axis.done(0, "book-commit", [](StoreView &now) {
        now.pending = {};
        now.rows = {{1, "A"}};
    });
    axis.told(0, Fate::Issued, "A");
    const auto findings = findingsOf(axis.end());
    QCOMPARE(kindsOf(findings), QList{Kind::WronglySoldOut});
    QCOMPARE(findings[0], (RaceFinding{Kind::WronglySoldOut, 1, 0, -1, {}}));
}

void TestRace::givenBackAfterSoldOut()
{
    RaceAxis axis({"A"}, {1, 2});
    axis.done(0, "reserve", [](StoreView &now) {
        now.stock = {};
        now.pending = {"A"};
    });
    axis.done(1, "reserve").told(1, Fate::SoldOut);
    axis.done(0, "release", [](StoreView &now) {
        now.stock = {"A"};
        now.pending = {};
    });
    axis.told(0, Fate::PartnerFailed);
    const auto findings = findingsOf(axis.end());
    QCOMPARE(kindsOf(findings), (QList{Kind::GivenBack, Kind::SoldOutThenBack}));
    QCOMPARE(findings[0], (RaceFinding{Kind::GivenBack, 0, 3, 0, "A"}));
    QCOMPARE(findings[1], (RaceFinding{Kind::SoldOutThenBack, 1, 1, 3, "A"}));
    QVERIFY(!findings[0].isFault() && !findings[1].isFault());
}

void TestRace::waitingForALock()
{
    RaceAxis axis({"A"}, {1, 2});
    axis.done(0, "lock-row").waits(1, "lock-row").done(0, "mark-issued");
    axis.done(0, "commit", [](StoreView &now) {
        now.stock = {};
        now.rows = {{1, "A"}};
    });
    axis.told(0, Fate::Issued, "A");
    axis.done(1, "lock-row").told(1, Fate::SoldOut);
    const auto findings = findingsOf(axis.end());
    QCOMPARE(kindsOf(findings), (QList{Kind::Waited, Kind::SoldOut}));
    QCOMPARE(findings[0], (RaceFinding{Kind::Waited, 1, 5, 1, {}}));
}

void TestRace::startingOver()
{
    RaceAxis axis({"A"}, {1, 2});
    axis.done(0, "read-row").done(1, "read-row").done(0, "mark-issued");
    axis.done(0, "commit", [](StoreView &now) {
        now.stock = {};
        now.rows = {{1, "A"}};
    });
    axis.told(0, Fate::Issued, "A");
    axis.done(1, "mark-issued").done(1, "read-row").told(1, Fate::SoldOut);
    const auto findings = findingsOf(axis.end());
    QCOMPARE(kindsOf(findings), (QList{Kind::StartedOver, Kind::SoldOut}));
    QCOMPARE(findings[0], (RaceFinding{Kind::StartedOver, 1, 6, -1, {}}));
    QCOMPARE(findings[1].step, 6);
}

void TestRace::oneCouponForADoubleClick()
{
    for (const Fate second : {Fate::Already, Fate::InProgress}) {
        RaceAxis axis({"A", "B"}, {1, 1});
        axis.done(0, "reserve", [](StoreView &now) {
            now.stock = {"B"};
            now.rows = {{1, "A"}};
        });
        axis.told(0, Fate::Issued, "A");
        axis.done(1, "reserve").told(1, second, second == Fate::Already ? "A" : "");
        const auto findings = findingsOf(axis.end());
        QCOMPARE(kindsOf(findings), QList{second == Fate::Already ? Kind::SameCoupon : Kind::HeldOff});
        QCOMPARE(findings[0].step, 2);
    }
}

void TestRace::noStockToRunOut()
{
    RaceAxis axis({}, {1, 2});
    axis.done(0, "save-coupon", [](StoreView &now) { now.rows = {{1, "A"}}; });
    axis.told(0, Fate::Issued, "A");
    axis.done(1, "save-coupon", [](StoreView &now) { now.rows = {{1, "A"}, {2, "B"}}; });
    axis.told(1, Fate::Issued, "B");
    const auto findings = findingsOf(axis.end());
    QCOMPARE(kindsOf(findings), (QList{Kind::NoStock, Kind::NoStock}));
    QCOMPARE(findings[1], (RaceFinding{Kind::NoStock, 1, 2, -1, "B"}));
}

void TestRace::answersThatSayNothing()
{
    RaceAxis axis({"A"}, {1, 2});
    axis.done(0, "mark-issued").told(0, Fate::Conflict);
    axis.done(1, "mark-issued").told(1, Fate::Unavailable);
    QCOMPARE(kindsOf(findingsOf(axis.end())), (QList{Kind::GaveUp, Kind::NoAnswer}));
    QSet<QByteArray> names;
    for (int kind = 0; kind <= int(Kind::NoAnswer); ++kind)
        names.insert(raceFindingName(Kind(kind)));
    QCOMPARE(names.size(), int(Kind::NoAnswer) + 1);
}

QTEST_APPLESS_MAIN(TestRace)
#include "tst_race.moc"

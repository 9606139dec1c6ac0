// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The dashboard by itself: the moment of selling out, what the charts draw and leave out, and the list of
// events.

#include "tests/ui/dashboard_world.h"
#include "ui/dashboard/sell_out_card.h"

using namespace seonchak;
using Kind = Event::Kind;
using theme::Tone;

namespace {
constexpr WallMs minute = 60'000;
}

class TestDashboardPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void theMomentOfSellingOutIsTold();
    void itStaysUntilTheNextFilling();
    void itCanBePutAway();
    void theSentenceFitsTheNumbers_data();
    void theSentenceFitsTheNumbers();
    void theChartsAreMarked();
    void nothingMeasuredLeavesAGap();
    void whatIsAwayLeavesAGapInTheStockAlone();
    void aSilenceLeavesAGap();
    void idleAxesClaimNothing();
    void tileKeyAndLineSayTheSame();
    void longRangesKeepThePeak();
    void failuresAreRedWhileTheyAreNews();
    void pictures_data();
    void pictures();
};

void TestDashboardPage::theMomentOfSellingOutIsTold()
{
    Dashboard desk;
    desk.turn();
    QVERIFY(!part<QWidget>(desk.page, "sellOutCard")->isVisible());
    const WallMs at = desk.world.clock.wall;
    desk.world.port.now.sellOut = SellOut{at - 5000, at - 610, at, 1000, 396};
    desk.turn();
    QVERIFY(part<QWidget>(desk.page, "sellOutCard")->isVisible());
    const QString time = QDateTime::fromMSecsSinceEpoch(at).toString("HH:mm:ss.zzz");
    QCOMPARE(textOf(desk.page, "sellOutHeadline"), "Sold out at " + time);
    QCOMPARE(textOf(desk.page, "sellOutDetails"),
             QString("1,000 coupons in 0.61 s · 396 people came too late"));
    desk.world.port.now.sellOut->turnedAway = 397;
    desk.turn();
    QVERIFY(textOf(desk.page, "sellOutDetails").contains("397 people"));
}

void TestDashboardPage::itStaysUntilTheNextFilling()
{
    Dashboard desk;
    desk.world.port.now.sellOut = SellOut{1, 2, 3, 10, 0};
    desk.turn();
    desk.turn(3600 * second);
    QVERIFY(part<QWidget>(desk.page, "sellOutCard")->isVisible());
    desk.world.port.now.sellOut.reset();
    desk.turn();
    QVERIFY(!part<QWidget>(desk.page, "sellOutCard")->isVisible());
}

void TestDashboardPage::itCanBePutAway()
{
    Dashboard desk;
    desk.world.port.now.sellOut = SellOut{1, 2, 3, 10, 0};
    desk.turn();
    press(desk.page, "sellOutClose");
    desk.turn();
    QVERIFY(!part<QWidget>(desk.page, "sellOutCard")->isVisible());
    // Also in a window that was built anew; the next sell-out is told again.
    DashboardPage again(desk.world.context, desk.memory);
    again.setVisible(true);
    again.show(desk.reading);
    QVERIFY(!part<QWidget>(again, "sellOutCard")->isVisible());
    desk.world.port.now.sellOut->filledAt = 7;
    desk.turn();
    QVERIFY(part<QWidget>(desk.page, "sellOutCard")->isVisible());
}

void TestDashboardPage::theSentenceFitsTheNumbers_data()
{
    QTest::addColumn<SellOut>("sellOut");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("one") << SellOut{1, 5, 5, 1, 1} << "1 coupon · 1 person came too late";
    QTest::newRow("not yet counted") << SellOut{1, 0, 23'400, 50, 0, true}
                                     << "50 coupons in 23.4 s · counting who came too late…";
    QTest::newRow("counted in part") << SellOut{1, 0, 23'400, 50, 1200, true}
                                     << "50 coupons in 23.4 s · 1,200 people came too late, still counting…";
    QTest::newRow("nobody") << SellOut{1, 0, 23'400, 50, 0} << "50 coupons in 23.4 s · nobody came too late";
    SellOut measured{1, 0, 840, 1000, 9000};
    measured.waits = 1000;
    measured.medianWaitMs = 38.2;
    QTest::newRow("measured") << measured
                              << "1,000 coupons in 0.84 s · 9,000 people came too late · median wait 38 ms";
    measured.medianWaitMs = 0.424;
    measured.waits = 400; // A restart, or another server gave the rest.
    QTest::newRow("measured in part")
        << measured
        << "1,000 coupons in 0.84 s · 9,000 people came too late · median wait 0.42 ms, measured for 400";
    measured.waits = 1000;
    measured.medianWaitMs = 1234;
    QTest::newRow("long waits")
        << measured << "1,000 coupons in 0.84 s · 9,000 people came too late · median wait 1.23 s";
    QTest::newRow("hours") << SellOut{1, 0, 125 * minute, 500'000, 1'000'000}
                           << "500,000 coupons in 2 h 5 min · 1,000,000 people came too late";
}

void TestDashboardPage::theSentenceFitsTheNumbers()
{
    QFETCH(SellOut, sellOut);
    QFETCH(QString, sentence);
    QCOMPARE(SellOutCard::sentence(sellOut), sentence);
}

void TestDashboardPage::theChartsAreMarked()
{
    Dashboard desk;
    const WallMs at = desk.world.clock.wall;
    const qint64 then = desk.world.clock.steady;
    desk.world.port.log.add({Kind::Pushed, at, 0, {}, 1000, 0});
    desk.world.port.log.add({Kind::Opened, at + 1000, 0, {}, 0, 0});
    desk.world.port.log.add({Kind::Paused, at + 2000, 0, {}, 0, 0});
    desk.world.port.log.add({Kind::Resumed, at + 3000, 0, {}, 0, 0});
    desk.world.port.log.add({Kind::Ended, at + 9000, 0, {}, 0, 0});
    desk.turn(10 * second);
    desk.world.port.now.sellOut = SellOut{at, at, at + 7000, 10, 0};
    desk.turn();
    desk.turn();
    desk.world.port.now.sellOut->soldOutAt = at + 8000; // one came back, and was taken again
    desk.turn();
    QList<std::pair<TrendMark::Kind, qint64>> marks;
    for (const TrendMark &mark : desk.chart("stockChartView")->marks())
        marks.append({mark.kind, (mark.ns - then) / second});
    QCOMPARE(marks, (QList<std::pair<TrendMark::Kind, qint64>>{{TrendMark::Kind::Pushed, 0},
                                                               {TrendMark::Kind::Opened, 1},
                                                               {TrendMark::Kind::Paused, 2},
                                                               {TrendMark::Kind::Resumed, 3},
                                                               {TrendMark::Kind::Ended, 9},
                                                               {TrendMark::Kind::SoldOut, 8}}));
}

void TestDashboardPage::nothingMeasuredLeavesAGap()
{
    Dashboard desk;
    const auto answers = [&](int count) {
        desk.reading.recent = {quint64(count), 1.5, 12.5, 13};
        for (int i = 0; i < 8; ++i)
            desk.turn();
    };
    answers(10);
    answers(0);
    QCOMPARE(textOf(desk.page, "latencyChartKey1"), QString("p99 –"));
    QCOMPARE(textOf(desk.page, "requestsHint"), QString("p99 –"));
    answers(10);
    const auto pieces = desk.chart("latencyChartView")->pieces(1);
    QCOMPARE(pieces.size(), 2);
    for (const QPolygonF &piece : pieces)
        for (const QPointF &point : piece)
            QCOMPARE(point.y(), 12.5);
    QVERIFY(pieces[1].first().x() - pieces[0].last().x() >= 2.0 * second);
}

void TestDashboardPage::whatIsAwayLeavesAGapInTheStockAlone()
{
    Dashboard desk;
    for (int i = 0; i < 24; ++i) {
        desk.world.port.now.stockKnown = i < 8 || i >= 16;
        desk.world.port.now.lastSecond.of = {0, 0, 0, 0, 0, desk.world.port.now.stockKnown ? 0 : 70};
        desk.turn();
        if (i == 12) {
            QCOMPARE(textOf(desk.page, "stockChartKey0"), QString("In stock –"));
            QCOMPARE(textOf(desk.page, "outcomeChartKey5"), QString("Not served 70"));
            QCOMPARE(textOf(desk.page, "requestsNumber"), QString("70"));
        }
    }
    QCOMPARE(desk.chart("stockChartView")->pieces(0).size(), 2);
    QCOMPARE(desk.chart("outcomeChartView")->pieces(5).size(), 1);
    QCOMPARE(desk.chart("outcomeChartView")->ticks().last(), 80.0);
}

void TestDashboardPage::aSilenceLeavesAGap()
{
    Dashboard desk;
    for (int i = 0; i < 8; ++i)
        desk.turn();
    desk.reading.silent = true;
    desk.page.show(desk.reading);
    QCOMPARE(textOf(desk.page, "stockChartKey0"), QString("In stock –"));
    QCOMPARE(textOf(desk.page, "requestsNumber"), QString("–"));
    desk.reading.silent = false;
    for (int i = 0; i < 8; ++i)
        desk.turn(i == 0 ? 10 * second : second / 4);
    for (const auto range : {"rangeMinute", "rangeTenMinutes", "rangeHour"}) {
        press(desk.page, range);
        QCOMPARE(desk.chart("stockChartView")->pieces(0).size(), 2);
        QCOMPARE(desk.chart("outcomeChartView")->pieces(0).size(), 2);
    }
}

void TestDashboardPage::idleAxesClaimNothing()
{
    Dashboard desk;
    QVERIFY(desk.chart("stockChartView")->ticks().isEmpty());
    for (int i = 0; i < 8; ++i)
        desk.turn();
    QVERIFY(desk.chart("latencyChartView")->ticks().isEmpty());
    QCOMPARE(desk.chart("outcomeChartView")->ticks(), QList<double>{0});
    desk.world.port.now.lastSecond.of = {1, 0, 0, 0, 0};
    desk.turn();
    QCOMPARE(desk.chart("outcomeChartView")->ticks(), (QList<double>{0, 1}));
}

void TestDashboardPage::tileKeyAndLineSayTheSame()
{
    Dashboard desk;
    for (int i = 0; i < 40; ++i) {
        desk.world.port.now.lastSecond.of = {i, 2 * i, 3, 6, 4, 5};
        desk.reading.recent = {10, 1.0, 7.0 + i, 99};
        desk.turn();
    }
    QCOMPARE(textOf(desk.page, "requestsNumber"), QString("135"));
    QCOMPARE(textOf(desk.page, "requestsHint"), QString("p99 46.0 ms"));
    QCOMPARE(textOf(desk.page, "latencyChartKey1"), QString("p99 46.0"));
    const QStringList keys{"Issued 39", "Sold out 78", "No claim 6",
                           "Refused 3", "In doubt 4",  "Not served 5"};
    for (int line = 0; line < keys.size(); ++line)
        QCOMPARE(textOf(desk.page, qPrintable(QStringLiteral("outcomeChartKey%1").arg(line))), keys[line]);
    for (const auto range : {"rangeMinute", "rangeTenMinutes", "rangeHour"}) {
        press(desk.page, range);
        QCOMPARE(desk.chart("latencyChartView")->pieces(1).last().last(), QPointF(0, 46));
        QCOMPARE(desk.chart("outcomeChartView")->pieces(1).last().last(), QPointF(0, 78));
    }
}

void TestDashboardPage::longRangesKeepThePeak()
{
    Dashboard desk;
    for (int i = 0; i < 400; ++i) {
        desk.world.port.now.lastSecond.of = {i >= 100 && i < 104 ? 1500 : 2, 0, 0, 0, 0};
        desk.turn();
    }
    for (const auto range : {History::Range::TenMinutes, History::Range::Hour}) {
        const auto samples = desk.memory.history.samples(range, desk.world.clock.steady, 100);
        QVERIFY(std::ranges::any_of(samples, [](const Sample &one) { return one.valid == 1500; }));
    }
}

void TestDashboardPage::failuresAreRedWhileTheyAreNews()
{
    Dashboard desk;
    Status &now = desk.world.port.now;
    const WallMs since = desk.world.clock.wall - 26 * 60 * minute;
    now.shared["storeSince"] = since;
    desk.turn();
    const auto tone = [&] { return part<ToneLabel>(desk.page, "failuresNumber")->tone(); };
    QCOMPARE(tone(), Tone::Plain); // Of an earlier run, and nobody knows of a late one.
    const QString day = QDateTime::fromMSecsSinceEpoch(since).toString("MM-dd HH:mm");
    QCOMPARE(textOf(desk.page, "failuresHint"), "9.8% since " + day);
    now.partnerFailedAt = desk.world.clock.wall;
    desk.turn();
    QCOMPARE(tone(), Tone::Bad);
    QVERIFY(part<QWidget>(desk.page, "failuresTile")->toolTip().contains("The last one: "));
    desk.turn(299 * second);
    QCOMPARE(tone(), Tone::Bad);
    desk.turn(2 * second);
    QCOMPARE(tone(), Tone::Plain);
}

void TestDashboardPage::pictures_data()
{
    pictureRows({"sold-out", "idle"});
}

void TestDashboardPage::pictures()
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    QFETCH(QString, state);
    const PictureLook look(language, dark);
    Dashboard desk;
    auto &now = desk.world.port.now;
    const WallMs at = desk.world.clock.wall;
    for (int i = 0; i < 200; ++i) {
        const bool rush = state == "sold-out" && i >= 100 && i < 160;
        now.stock = {1000, 0, state == "idle" ? 412 : std::max(0, 1000 - std::max(0, i - 100) * 40), 0, 2,
                     586,  0};
        now.stockKnown = i < 60 || i > 75;
        now.lastSecond.of = {rush && i < 125 ? 160 : 0,
                             rush && i >= 125 ? 396 : 0,
                             rush ? 12 : 0,
                             rush ? 7 : 0,
                             rush ? 30 : 0,
                             i > 60 && i <= 75 && state == "sold-out" ? 90 : 0};
        desk.reading.recent = {quint64(rush), 1.2, 10.2 + i % 7, 20};
        if (state == "sold-out" && i == 95)
            desk.world.port.log.add({Kind::Pushed, at + 95 * 250, 0, {}, 1000, 0});
        if (state == "sold-out" && i == 125) {
            for (int user = 0; user < 396; ++user)
                desk.world.port.log.add({Kind::SoldOut, at + 125 * 250 + user, 500 + user, {}, 0, 0});
            desk.world.port.log.add({Kind::Issued, at + 125 * 250, 42, "7KQ2-M9XA-TT4C", 2100, 0});
            now.sellOut = SellOut{at, at + 100 * 250, at + 125 * 250, 1000, 396, false, 1000, 38.2};
            now.peakPerSecond = 2204;
            now.peakAt = at;
            now.partnerFailedAt = at + 125 * 250;
            now.shared["storeSince"] = at;
        }
        desk.world.port.clockMs = desk.world.clock.wall;
        desk.turn();
    }
    QCoreApplication::processEvents();
    QVERIFY(savePicture(desk.page));
}

QTEST_MAIN(TestDashboardPage)
#include "tst_dashboard_page.moc"

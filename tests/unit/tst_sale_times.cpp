// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coupon/utc_text.h"
#include "core/issue/ground/sale_times.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace seonchak;
using Stage = SaleTimes::Stage;

class TestSaleTimes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textsAreTimes_data();
    void textsAreTimes();
    void whatIsNoTimeSaysWhy();
    void stages();
    void theTextOfTheBook();
    void changes();
    void theLaterVersionCounts();
    void aReaderSeesOneVersion();
};

namespace {

class StillClock final : public Clock
{
public:
    [[nodiscard]] qint64 wallMs() const override { return 1000; }
    [[nodiscard]] qint64 steadyNs() const override { return 0; }
};

} // namespace

void TestSaleTimes::textsAreTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("utc"); // empty: it is no time
    const auto row = [](const char *text, const char *utc) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(utc);
    };
    row("2026-12-01T10:00:00+09:00", "2026-12-01T01:00:00.000Z");
    row("2026-12-01T10:00:00Z", "2026-12-01T10:00:00.000Z");
    row("2026-12-01 10:00:00.5-03:30", "2026-12-01T13:30:00.500Z");
    row("2026-12-31T23:59:59.9999-00:01", "2027-01-01T00:00:59.999Z");
    row("2028-02-29t00:00:00z", "2028-02-29T00:00:00.000Z");
    row("2027-02-29T00:00:00Z", "");
    row("2026-13-01T00:00:00Z", "");
    row("2026-12-01T24:00:00Z", "");
    row("2026-12-01T23:60:00Z", "");
    row("2026-12-01T23:59:60Z", "");
    row("2026-12-01T10:00:00", "");
    row("2026-12-01T10:00Z", "");
    row("2026-12-01", "");
    row("2026-12-01T10:00:00+24:00", "");
    row("2026-12-01T10:00:00Z ", "");
    row("", "");
    row("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z");
    row("9999-12-31T23:59:59-00:01", ""); // of the year 10000
    row("0000-01-01T00:00:00+00:01", "");
    row("10000-01-01T00:00:00Z", "");
}

void TestSaleTimes::whatIsNoTimeSaysWhy()
{
    const auto fault = [](const char *text) {
        const auto time = readTime(QString::fromLatin1(text));
        return time ? TimeFault(-1) : time.error();
    };
    QCOMPARE(fault("2026-12-01T10:00:00"), TimeFault::NoZone);
    QCOMPARE(fault("2027-02-29T10:00:00Z"), TimeFault::NoSuchTime);
    QCOMPARE(fault("2100-02-29T10:00:00Z"), TimeFault::NoSuchTime);
    QCOMPARE(fault("2026-12-01T24:00:00Z"), TimeFault::NoSuchTime);
    QCOMPARE(fault("2026-12-01T10:00:00+25:00"), TimeFault::NoSuchTime);
    QCOMPARE(fault("9999-12-31T23:59:59-23:59"), TimeFault::NoSuchTime);
    QCOMPARE(fault("2016-12-31T23:59:60Z"), TimeFault::LeapSecond);
    QCOMPARE(fault("2026-12-01T10:00:00+0900"), TimeFault::Form);
    QCOMPARE(fault("tomorrow"), TimeFault::Form);
}

void TestSaleTimes::textsAreTimes()
{
    QFETCH(QString, text);
    QFETCH(QString, utc);
    const auto time = timeOf(text);
    QCOMPARE(time ? QString::fromLatin1(utcText(*time)) : QString(), utc);
}

void TestSaleTimes::stages()
{
    QCOMPARE(SaleTimes{}.stageAt(5), Stage::During);
    const SaleTimes both{1, 10, 20};
    QCOMPARE(both.stageAt(9), Stage::Before);
    QCOMPARE(both.stageAt(10), Stage::During);
    QCOMPARE(both.stageAt(19), Stage::During);
    QCOMPARE(both.stageAt(20), Stage::After);
    QCOMPARE((SaleTimes{1, 0, 20}).stageAt(1), Stage::During);
    QCOMPARE((SaleTimes{1, 10, 0}).stageAt(99), Stage::During);
    for (const auto &[now, opening] : {std::pair{6, false}, {7, true}, {10, true}, {15, true}, {16, false}})
        QCOMPARE(both.isOpening(now, 3, 5), opening);
    QVERIFY(!(SaleTimes{1, 0, 20}).isOpening(1, 3, 5));
}

void TestSaleTimes::theTextOfTheBook()
{
    const SaleTimes times{7, 10, 20};
    QCOMPARE(times.toText(), QByteArray("7:10:20"));
    QCOMPARE(SaleTimes::parse("7:10:20"), times);
    for (const char *other : {"", "7", "7:10", "7:10:20:30", "a:b:c", "7:-1:20"})
        QCOMPARE(SaleTimes::parse(other), SaleTimes{});
}

void TestSaleTimes::changes()
{
    const SaleTimes before{3, 100, 200};
    const WallMs now = 50;
    QCOMPARE(SaleTimesChange{}.appliedTo(before, now).value(), (SaleTimes{4, 100, 200}));
    QCOMPARE((SaleTimesChange{0, {}}).appliedTo(before, now).value(), (SaleTimes{4, 0, 200}));
    QCOMPARE((SaleTimesChange{150, 160}).appliedTo(before, now).value(), (SaleTimes{4, 150, 160}));
    QCOMPARE((SaleTimesChange{10, {}}).appliedTo(before, now).value(),
             (SaleTimes{4, 10, 200}));                           // opens at once
    QVERIFY(!(SaleTimesChange{200, {}}).appliedTo(before, now)); // closes as it opens
    constexpr WallMs atOnce = SaleTimesChange::atOnce;
    QCOMPARE((SaleTimesChange{atOnce, {}}).appliedTo(before, 70).value(), (SaleTimes{4, 70, 200}));
    const SaleTimes ended = (SaleTimesChange{{}, atOnce}).appliedTo(before, 150).value();
    QCOMPARE(ended, (SaleTimes{4, 100, 150}));
    QCOMPARE(ended.stageAt(150), SaleTimes::Stage::After);
    QVERIFY(!(SaleTimesChange{{}, atOnce}).appliedTo(before, 70)); // It has not opened yet.
    QVERIFY(!(SaleTimesChange{{}, 100}).appliedTo(before, now));
    QVERIFY(!(SaleTimesChange{0, 50}).appliedTo(before, now)); // over already
    QCOMPARE((SaleTimesChange{{}, 201}).appliedTo(before, 300).error().trouble, Trouble::BadInput);
    // What was over before stays so.
    QCOMPARE((SaleTimesChange{90, {}}).appliedTo(before, 300).value(), (SaleTimes{4, 90, 200}));
}

void TestSaleTimes::theLaterVersionCounts()
{
    const StillClock clock;
    SaleClock sale(clock);
    sale.learn({2, 2000, 0});
    QCOMPARE(sale.stage(), Stage::Before);
    sale.learn({1, 0, 0}); // of yesterday
    QCOMPARE(sale.stage(), Stage::Before);
    sale.learnOffset(1500); // Redis' clock is ahead
    QCOMPARE(sale.nowMs(), 2500);
    QCOMPARE(sale.stage(), Stage::During);
    sale.learn({3, 0, 2400});
    QCOMPARE(sale.stage(), Stage::After);
}

void TestSaleTimes::aReaderSeesOneVersion()
{
    constexpr qint64 versions = 200'000;
    const StillClock clock;
    SaleClock sale(clock);
    std::atomic<qint64> mixed{0};
    {
        const std::jthread reader([&](const std::stop_token &stop) {
            while (!stop.stop_requested()) {
                const SaleTimes seen = sale.times();
                mixed += seen.opensAt == 10 * seen.mark && seen.closesAt == 20 * seen.mark ? 0 : 1;
            }
        });
        for (qint64 mark = 1; mark <= versions; ++mark)
            sale.learn({mark, 10 * mark, 20 * mark});
    }
    QCOMPARE(mixed.load(), 0);
    QCOMPARE(sale.times().mark, versions);
}

QTEST_GUILESS_MAIN(TestSaleTimes)
#include "tst_sale_times.moc"

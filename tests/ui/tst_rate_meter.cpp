// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/latency_histogram.h"
#include "ui/port/rate_meter.h"

#include <QTest>

using seonchak::RateMeter;

namespace {
constexpr qint64 second = 1'000'000'000;
}

class TestRateMeter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneValueIsNoSpeed();
    void twoValuesAreASpeed();
    void onlyTheLastSecondCounts();
    void aFallingCounterBeginsAnew();
    void twoValuesOfOneInstantDoNotDivideByZero();
    void aLongGapIsMeasuredWhole();
    void aNumberThatMayFallHasANegativeSpeed();
    void theLatencyOfAnIntervalIsItsOwn();
};

void TestRateMeter::oneValueIsNoSpeed()
{
    RateMeter meter;
    QCOMPARE(meter.perSecond(), 0.0);
    meter.add(second, 5000);
    QCOMPARE(meter.perSecond(), 0.0);
}

void TestRateMeter::twoValuesAreASpeed()
{
    RateMeter meter;
    meter.add(second, 100);
    meter.add(second + second / 4, 475);
    QCOMPARE(meter.perSecond(), 1500.0);
}

void TestRateMeter::onlyTheLastSecondCounts()
{
    RateMeter meter;
    for (int i = 0; i <= 40; ++i) // ten seconds at 1,000 a second, then as long at 100
        meter.add(i * second / 4, i * 250);
    QCOMPARE(meter.perSecond(), 1000.0);
    for (int i = 1; i <= 40; ++i)
        meter.add(10 * second + i * second / 4, 10'000 + i * 25);
    QCOMPARE(meter.perSecond(), 100.0);
}

void TestRateMeter::aFallingCounterBeginsAnew()
{
    RateMeter meter;
    meter.add(second, 9000);
    meter.add(2 * second, 0);
    QCOMPARE(meter.perSecond(), 0.0);
    meter.add(3 * second, 30);
    QCOMPARE(meter.perSecond(), 30.0);
}

void TestRateMeter::twoValuesOfOneInstantDoNotDivideByZero()
{
    RateMeter meter;
    meter.add(second, 1);
    meter.add(second, 2);
    QCOMPARE(meter.perSecond(), 0.0);
}

void TestRateMeter::aLongGapIsMeasuredWhole()
{
    RateMeter meter;
    meter.add(second, 0);
    meter.add(11 * second, 1000);
    QCOMPARE(meter.perSecond(), 100.0);
}

void TestRateMeter::aNumberThatMayFallHasANegativeSpeed()
{
    RateMeter meter(RateMeter::Kind::MayFall);
    meter.add(second, 1000);
    meter.add(2 * second, 904);
    QCOMPARE(meter.perSecond(), -96.0);
}

void TestRateMeter::theLatencyOfAnIntervalIsItsOwn()
{
    seonchak::LatencyHistogram histogram;
    for (int i = 0; i < 1000; ++i)
        histogram.record(second); // long ago
    const auto before = histogram.counts();
    QCOMPARE(seonchak::LatencyHistogram::between(*before, *histogram.counts()).count, 0);
    for (int i = 1; i <= 100; ++i)
        histogram.record(i * 1'000'000LL);
    const auto recent = seonchak::LatencyHistogram::between(*before, *histogram.counts());
    QCOMPARE(recent.count, 100);
    QVERIFY2(recent.p50 >= 50 && recent.p50 <= 52, qPrintable(QString::number(recent.p50)));
    QVERIFY2(recent.p99 >= 99 && recent.p99 <= 102.2, qPrintable(QString::number(recent.p99)));
}

QTEST_GUILESS_MAIN(TestRateMeter)
#include "tst_rate_meter.moc"

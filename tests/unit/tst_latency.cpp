// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/latency_histogram.h"

#include <QTest>

using namespace seonchak;

class TestLatency : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isEmptyAtFirst();
    void staysWithinItsError_data();
    void staysWithinItsError();
    void percentilesOfAKnownSpread();
};

void TestLatency::isEmptyAtFirst()
{
    const LatencyHistogram histogram;
    QCOMPARE(histogram.summary().count, quint64(0));
    QCOMPARE(histogram.summary().p99, 0.0);
}

void TestLatency::staysWithinItsError_data()
{
    QTest::addColumn<qint64>("nanoseconds");
    for (const qint64 value : {qint64(1), qint64(63), qint64(64), qint64(1'000), qint64(123'456),
                               qint64(2'000'000), qint64(987'654'321), qint64(60'000'000'000)})
        QTest::newRow(qPrintable(QString::number(value))) << value;
}

void TestLatency::staysWithinItsError()
{
    QFETCH(qint64, nanoseconds);
    LatencyHistogram histogram;
    histogram.record(nanoseconds);
    histogram.record(nanoseconds * 10); // So that the median is not simply the largest value.
    histogram.record(0);
    const double exact = double(nanoseconds) * 1e-6;
    const double median = histogram.summary().p50;
    QVERIFY2(median >= exact * 0.999 && median <= exact * (1 + 1.0 / 16),
             qPrintable(QString::number(median)));
    QCOMPARE(histogram.summary().max, exact * 10);
}

void TestLatency::percentilesOfAKnownSpread()
{
    LatencyHistogram histogram;
    for (qint64 ms = 1; ms <= 1000; ++ms)
        histogram.record(ms * 1'000'000);
    const auto summary = histogram.summary();
    QCOMPARE(summary.count, quint64(1000));
    QVERIFY(std::abs(summary.p50 - 500) < 20);
    QVERIFY(std::abs(summary.p99 - 990) < 35);
    QCOMPARE(summary.max, 1000.0);
}

QTEST_GUILESS_MAIN(TestLatency)
#include "tst_latency.moc"

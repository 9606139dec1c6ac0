// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/reading_log.h"
#include "core/watch/status.h"

#include <QTest>

#include <cmath>

using namespace seonchak;

namespace {

constexpr qint64 second = 1'000'000'000;

Status reading(qint64 stock, qint64 issued = 0)
{
    Status status;
    status.stockKnown = true;
    status.stock.available = stock;
    status.lastSecond.of[std::size_t(AnswerTempo::Group::Issued)] = issued;
    return status;
}

} // namespace

/// What charts that begin later are drawn from.
class TestReadingLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAnHour();
    void whatIsNotKnownIsNotZero();
    void timesAreThoseSinceTheReadingBefore();
    void aSilenceIsAGap();
    void slotsBecomeOne();
};

void TestReadingLog::keepsAnHour()
{
    ReadingLog log;
    QVERIFY(log.since(0).isEmpty());
    constexpr qint64 all = 2 * 3600 + 7;
    for (qint64 i = 1; i <= all; ++i)
        log.add(reading(i), i * second);
    const auto samples = log.since(0);
    QCOMPARE(samples.size(), qsizetype(ReadingLog::most));
    QCOMPARE(samples.first().stock, double(all - 3600 + 1));
    for (qsizetype i = 1; i < samples.size(); ++i)
        QCOMPARE(samples[i].ns - samples[i - 1].ns, second);
    const auto minute = log.since((all - 60) * second);
    QCOMPARE(minute.size(), 60);
    QCOMPARE(minute.last().stock, double(all));
}

void TestReadingLog::whatIsNotKnownIsNotZero()
{
    ReadingLog log;
    Status away = reading(5, 3);
    away.stockKnown = false;
    log.add(away, second);
    const Sample sample = log.since(0).constFirst();
    QVERIFY(std::isnan(sample.stock));
    QCOMPARE(sample.valid, 3.0);
    QCOMPARE(sample.soldOut, 0.0);
    QVERIFY(std::isnan(sample.p50) && std::isnan(sample.p99));
}

void TestReadingLog::timesAreThoseSinceTheReadingBefore()
{
    ReadingLog log;
    LatencyHistogram histogram;
    const auto add = [&](qint64 at) {
        Status status = reading(0);
        status.latencyCounts = histogram.counts();
        log.add(status, at);
    };
    histogram.record(900'000'000);
    add(second);
    for (int i = 0; i < 100; ++i)
        histogram.record(2'000'000);
    add(2 * second);
    add(3 * second);
    const auto samples = log.since(0);
    QVERIFY(std::isnan(samples[0].p99)); // Nobody knows when those before were.
    QVERIFY(samples[1].p99 > 1.9 && samples[1].p99 < 2.1);
    QVERIFY(std::isnan(samples[2].p99));
}

void TestReadingLog::aSilenceIsAGap()
{
    ReadingLog log;
    for (const qint64 at : {1, 2, 4, 9})
        log.add(reading(0), at * second);
    const auto samples = log.since(0);
    QCOMPARE(samples.size(), 4);
    for (int i = 0; i < 3; ++i)
        QVERIFY(!samples[i].gapBefore);
    QVERIFY(samples[3].gapBefore);
}

void TestReadingLog::slotsBecomeOne()
{
    ReadingLog log;
    for (qint64 i = 40; i < 52; ++i)
        log.add(reading(i, i == 45 ? 100 : 1), i * second);
    log.add(reading(60), 58 * second);
    const auto samples = log.since(0, 4 * second);
    QCOMPARE(samples.size(), 4);
    QCOMPARE(samples[0].stock, 43.0);
    QCOMPARE(samples[1].valid, 100.0);
    QCOMPARE(samples[2].stock, 51.0);
    QVERIFY(samples[3].gapBefore);
}

QTEST_GUILESS_MAIN(TestReadingLog)
#include "tst_reading_log.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/pace.h"

#include <QTest>

using namespace seonchak::dossier;

namespace {

constexpr qint64 ms = 1'000'000;

/// A book that is read on a clock of its own: each row takes 20 µs.
struct Reading
{
    /// Reads for so long, asleep or not.
    void readFor(qint64 ns)
    {
        for (const qint64 until = now + ns; now < until;) {
            now += 20'000 + lost;
            worked += 20'000;
            used += 20'000;
            pace.step();
        }
    }

    qint64 now = 1000 * ms;
    qint64 worked = 0;
    qint64 used = 0; ///< the same, and never set back
    qint64 slept = 0;
    qint64 lost = 0; ///< to others, with each row
    int looks = 0;
    bool served = false; ///< somebody gets a coupon all the time
    bool late = false;
    Pace pace{{[this] {
                   ++looks;
                   return QByteArray::number(served ? now : 0);
               },
               [this] { return late; }, [this] { return now; }, [this] { return used; },
               [this](qint64 ns) {
                   now += ns;
                   slept += ns;
               }}};
};

} // namespace

class TestPace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aloneItNeverSleeps();
    void besideASaleItWorksASixthOfTheTime();
    void theGroundSaysHowMuch();
    void whatOthersTakeIsNotSleptFor();
    void itGoesOnWhenTheSaleIsOver();
    void itHurriesWhereSomethingWaits();
};

void TestPace::aloneItNeverSleeps()
{
    Reading reading;
    reading.readFor(5000 * ms);
    QCOMPARE(reading.slept, 0);
    QVERIFY(reading.looks > 10);
}

void TestPace::besideASaleItWorksASixthOfTheTime()
{
    Reading reading;
    reading.served = true;
    reading.readFor(1000 * ms);
    reading.slept = reading.worked = 0;
    reading.readFor(6000 * ms);
    QVERIFY2(qAbs(reading.worked - 1000 * ms) < 50 * ms, qPrintable(QString::number(reading.worked)));
    QVERIFY(qAbs(reading.slept - 5000 * ms) < 50 * ms);
}

/// On a machine that is too busy it is slow anyway.
/// As beside a server of PostgreSQL, which reads at the sale's own priority.
void TestPace::theGroundSaysHowMuch()
{
    qint64 now = 0;
    qint64 worked = 0;
    qint64 slept = 0;
    Pace::Ground ground;
    ground.pulse = [&] { return QByteArray::number(now); };
    ground.mustHurry = [] { return false; };
    ground.nowNs = ground.usedNs = [&] { return now; };
    ground.sleep = [&](qint64 ns) {
        now += ns;
        slept += ns;
    };
    ground.sleepsPerWork = 11;
    Pace pace(ground);
    const auto readUntil = [&](qint64 end) {
        while (now < end) {
            now += 20'000;
            worked += 20'000;
            pace.step();
        }
    };
    readUntil(1000 * ms); // until it has seen that somebody gets coupons
    slept = worked = 0;
    readUntil(13'000 * ms);
    QVERIFY2(qAbs(slept - 11 * worked) < 300 * ms, qPrintable(QString::number(slept)));
}

void TestPace::whatOthersTakeIsNotSleptFor()
{
    Reading reading;
    reading.served = true;
    reading.lost = 80'000;
    reading.readFor(1000 * ms);
    reading.slept = reading.worked = 0;
    reading.readFor(6000 * ms);
    QVERIFY2(qAbs(reading.slept - 5 * reading.worked) < 50 * ms, qPrintable(QString::number(reading.slept)));
}

void TestPace::itGoesOnWhenTheSaleIsOver()
{
    Reading reading;
    reading.served = true;
    reading.readFor(2000 * ms);
    QVERIFY(reading.slept > 0);
    reading.served = false;
    reading.readFor(2000 * ms);
    reading.slept = 0;
    reading.readFor(2000 * ms);
    QCOMPARE(reading.slept, 0);
}

void TestPace::itHurriesWhereSomethingWaits()
{
    Reading reading;
    reading.served = reading.late = true;
    reading.readFor(3000 * ms);
    QCOMPARE(reading.slept, 0);
}

QTEST_GUILESS_MAIN(TestPace)
#include "tst_pace.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/answer_tempo.h"

#include <QTest>

#include <thread>
#include <vector>

using seonchak::AnswerTempo;
using Group = AnswerTempo::Group;

namespace {
constexpr qint64 ms = 1'000'000;
constexpr qint64 second = 1'000 * ms;
} // namespace

class TestAnswerTempo : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aShortRushIsCountedWhole();
    void theRunningSliceWaits();
    void singleAnswersMakeNoTeeth();
    void thePeakIsKept();
    void thePeakIsFoundLateToo();
    void anOldSliceIsNotCountedAgain();
    void manyThreadsLoseNothing();
};

/// 1,500 requests in 0.68 s.
void TestAnswerTempo::aShortRushIsCountedWhole()
{
    AnswerTempo tempo;
    for (int i = 0; i < 1500; ++i)
        tempo.count(i < 1000 ? Group::Issued : Group::SoldOut, 70 * second + 37 * ms + i * (680 * ms / 1500));
    const auto seen = tempo.lastSecond(70 * second + 820 * ms);
    QCOMPARE(seen.all(), 1500);
    QCOMPARE(seen.count(Group::Issued), 1000);
    QCOMPARE(seen.count(Group::SoldOut), 500);
    QCOMPARE(tempo.peak(90 * second).answers, 1500);
}

void TestAnswerTempo::theRunningSliceWaits()
{
    AnswerTempo tempo;
    tempo.count(Group::Issued, 5 * second + 250 * ms);
    QCOMPARE(tempo.lastSecond(5 * second + 299 * ms).all(), 0);
    QCOMPARE(tempo.lastSecond(5 * second + 300 * ms).all(), 1);
    QCOMPARE(tempo.lastSecond(6 * second + 299 * ms).all(), 1);
    QCOMPARE(tempo.lastSecond(6 * second + 300 * ms).all(), 0);
}

/// One request a second is 1 a second, whenever one looks.
void TestAnswerTempo::singleAnswersMakeNoTeeth()
{
    AnswerTempo tempo;
    for (int i = 0; i < 10; ++i)
        tempo.count(Group::NotServed, 20 * second + i * second + 30 * ms);
    for (qint64 at = 22 * second; at < 29 * second; at += 137 * ms)
        QCOMPARE(tempo.lastSecond(at).count(Group::NotServed), 1);
}

void TestAnswerTempo::thePeakIsKept()
{
    AnswerTempo tempo;
    QCOMPARE(tempo.peak(second).answers, 0);
    for (int i = 0; i < 300; ++i)
        tempo.count(Group::InDoubt, 100 * second + i * ms / 2);
    tempo.count(Group::Issued, 101 * second + 50 * ms); // not within a second of the first ones
    QCOMPARE(tempo.peak(100 * second + 150 * ms).answers, 200);
    QCOMPARE(tempo.peak(103 * second).answers, 300);
    QCOMPARE(tempo.peak(103 * second).endNs, 100 * second + 200 * ms);
    QCOMPARE(tempo.peak(4000 * second).answers, 300);
}

void TestAnswerTempo::thePeakIsFoundLateToo()
{
    AnswerTempo tempo;
    tempo.peak(second);
    for (int i = 0; i < 50; ++i)
        tempo.count(Group::Refused, 3 * second);
    QCOMPARE(tempo.peak(100 * second).answers, 50);
}

/// The ring has come round: the same cell, another slice.
void TestAnswerTempo::anOldSliceIsNotCountedAgain()
{
    AnswerTempo tempo;
    const qint64 round = AnswerTempo::slicesKept * AnswerTempo::sliceNs;
    tempo.count(Group::Issued, 7 * second);
    tempo.count(Group::Issued, 7 * second + round);
    QCOMPARE(tempo.lastSecond(7 * second + 500 * ms + round).all(), 1);
    QCOMPARE(tempo.lastSecond(7 * second + 500 * ms + 2 * round).all(), 0);
}

void TestAnswerTempo::manyThreadsLoseNothing()
{
    AnswerTempo tempo;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&tempo] {
            for (int i = 0; i < 100'000; ++i)
                tempo.count(Group::Issued, 9 * second + (i / 10'000) * 100 * ms);
        });
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(tempo.lastSecond(10 * second).all(), 400'000);
}

QTEST_GUILESS_MAIN(TestAnswerTempo)
#include "tst_answer_tempo.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/request_rate.h"

#include <QTest>

using namespace seonchak::http;

namespace {
constexpr qint64 second = 1'000'000'000;
}

class TestRequestRate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quietCallersMayHurry();
    void refusalsCostNothing();
    void zeroIsAnyNumber();
    void isBounded();
};

void TestRequestRate::quietCallersMayHurry()
{
    RequestRate rate(10);
    const auto passed = [&](qint64 atNs) {
        int count = 0;
        while (!rate.refuses("kim", atNs))
            ++count;
        return count;
    };
    QCOMPARE(passed(second), 10 * RequestRate::burstSeconds);
    QVERIFY(!rate.refuses("lee", second));
    QCOMPARE(passed(2 * second), 10);
    QCOMPARE(passed(2 * second + second / 2), 5);
    QCOMPARE(passed(second), 0); // clocks of threads that differ give nothing twice
    QCOMPARE(passed(1000 * second), 10 * RequestRate::burstSeconds);
}

void TestRequestRate::refusalsCostNothing()
{
    RequestRate rate(1);
    for (int i = 0; i < RequestRate::burstSeconds; ++i)
        QVERIFY(!rate.refuses("kim", second));
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(rate.refuses("kim", second).value(), 1);
    QVERIFY(!rate.refuses("kim", 2 * second));
}

void TestRequestRate::zeroIsAnyNumber()
{
    RequestRate rate(0);
    for (int i = 0; i < 10'000; ++i)
        QVERIFY(!rate.refuses("kim", second));
    QCOMPARE(rate.callers(), 0);
}

void TestRequestRate::isBounded()
{
    RequestRate rate(1);
    for (int i = 0; i < 100'000; ++i)
        rate.refuses(QByteArray::number(i), second + i);
    QVERIFY(rate.callers() <= RequestRate::mostCallers);
    for (int i = 0; i < RequestRate::burstSeconds - 1; ++i)
        QVERIFY(!rate.refuses("99999", 2 * second));
}

QTEST_GUILESS_MAIN(TestRequestRate)
#include "tst_request_rate.moc"

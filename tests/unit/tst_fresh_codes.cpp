// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/stock/fresh_codes.h"

#include <QSet>
#include <QTest>

#include <qcoro/qcorotask.h>

#include <algorithm>

using namespace seonchak;

/// The codes of an order, slice by slice.
class TestFreshCodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOrder_data();
    void anOrder();
    void moreAreMadeForThoseThatWereTaken();
};

void TestFreshCodes::anOrder_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("slices");
    QTest::newRow("one code") << 1 << 1;
    QTest::newRow("less than a slice") << 99 << 1;
    QTest::newRow("whole slices") << 300 << 3;
    QTest::newRow("a shorter one among them") << 1003 << 11;
}

void TestFreshCodes::anOrder()
{
    QFETCH(int, count);
    QFETCH(int, slices);
    FreshCodes fresh({count, "P-", 12, false}, 100);
    QSet<QByteArray> all;
    std::vector<std::pair<QByteArray, QByteArray>> ranges;
    for (qint64 left = count; left > 0;) {
        const auto codes = QCoro::waitFor(fresh.next(left));
        QVERIFY(!codes.isEmpty() && codes.size() <= 100);
        const auto [low, high] = std::ranges::minmax(codes);
        ranges.emplace_back(low, high);
        all.unite({codes.begin(), codes.end()});
        left -= codes.size();
    }
    QCOMPARE(all.size(), count);
    QCOMPARE(int(ranges.size()), slices);
    QVERIFY(std::ranges::all_of(
        all, [](const QByteArray &code) { return code.startsWith("P-") && code.size() == 14; }));
    std::ranges::sort(ranges);
    for (std::size_t i = 1; i < ranges.size(); ++i)
        QVERIFY(ranges[i - 1].second < ranges[i].first);
}

/// Where some of the codes existed already, the order still needs as many.
void TestFreshCodes::moreAreMadeForThoseThatWereTaken()
{
    FreshCodes fresh({150, {}, 12, false}, 100);
    qsizetype made = QCoro::waitFor(fresh.next(150)).size();
    made += QCoro::waitFor(fresh.next(150 - made)).size();
    QCOMPARE(made, 150);
    QCOMPARE(QCoro::waitFor(fresh.next(7)).size(), 7);
}

QTEST_GUILESS_MAIN(TestFreshCodes)
#include "tst_fresh_codes.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What cannot be searched for is said beside its field, and the list of the search before is neither taken
// for the answer nor written into a file as something else.

#include "tests/ui/csv_world.h"

#include <QLineEdit>
#include <QTableView>

using namespace seonchak;

class TestCouponsSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aListOfTheSearchBeforeIsGrey();
    void whatIsWrittenIsWhatIsSeen();
    void whatIsWrittenIsWhatWasSeenAtThePress();
    void anImpossibleCodeIsSaid_data();
    void anImpossibleCodeIsSaid();
};

void TestCouponsSearch::aListOfTheSearchBeforeIsGrey()
{
    CsvWorld world(1000);
    auto *table = part<QTableView>(world.page, "couponsTable");
    auto *write = part<QPushButton>(world.page, "couponsExport");
    QTRY_COMPARE(textOf(world.page, "couponsCount"), QString("1,000 coupons"));
    QTRY_VERIFY(table->model()->index(0, 1).data().toString().size() > 1);
    table->selectRow(0);
    QVERIFY(part<QPushButton>(world.page, "couponsVoid")->isEnabled());
    auto *user = part<QLineEdit>(world.page, "searchUser");
    user->setText("12x");
    QCOMPARE(textOf(world.page, "couponsCount"), QString("The list is of the search before."));
    QVERIFY(!table->isEnabled() && !write->isEnabled());
    QVERIFY(!part<QPushButton>(world.page, "couponsVoid")->isEnabled());
    world.page.refresh(); // A count that comes meanwhile changes nothing of that.
    QCoreApplication::processEvents();
    QCOMPARE(textOf(world.page, "couponsCount"), QString("The list is of the search before."));
    QVERIFY(!write->isEnabled());
    user->clear();
    QTRY_VERIFY(write->isEnabled());
    QVERIFY(table->isEnabled());
    QVERIFY(textOf(world.page, "couponsCount").startsWith("1,000 coupons"));
}

/// Also where the list is sorted by something else than the ids by which it is written.
void TestCouponsSearch::whatIsWrittenIsWhatIsSeen()
{
    CsvWorld world(1000);
    part<QLineEdit>(world.page, "searchCode")->setText("C0");
    QTRY_COMPARE(textOf(world.page, "couponsCount"), QString("10 coupons found"));
    part<QLineEdit>(world.page, "searchCode")->setText("C0000"); // and at once, before the pause is over:
    world.exported();
    QTRY_VERIFY(world.line().contains("were written to out.csv"));
    const book::Filter &asked = std::get<0>(world.port.lists.asked.back());
    QCOMPARE(std::get<1>(world.port.recorded.asked[0]), QString("coupons to out.csv: code contains \"C0\""));
    QCOMPARE(int(asked.order), int(book::Order::Id));
    QVERIFY(!asked.descending);
}

void TestCouponsSearch::whatIsWrittenIsWhatWasSeenAtThePress()
{
    CsvWorld world(1000);
    part<QLineEdit>(world.page, "searchUser")->setText("1004");
    QTRY_COMPARE(textOf(world.page, "couponsCount"), QString("1 coupon found"));
    press(world.page, "couponsExport");
    part<QLineEdit>(world.page, "searchUser")->setText("1004x");
    world.asker.choose(world.dir.filePath("out.csv"));
    QTRY_COMPARE(world.line(),
                 QString("1 coupon was written to out.csv (times in UTC, statuses as in REST)."));
    QCOMPARE(std::get<1>(world.port.recorded.asked[0]), QString("coupons to out.csv: user 1004"));
}

void TestCouponsSearch::anImpossibleCodeIsSaid_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("said");
    QTest::newRow("too long") << QString(65, u'x') << "A code has 64 bytes at most";
    QTest::newRow("too long in Korean") << QString(22, u'쿠') << "A code has 64 bytes at most";
    QTest::newRow("invisible") << QStringLiteral("AB\u200bCD") << "no invisible characters";
    QTest::newRow("white space") << QStringLiteral("AB CD") << "no white space";
}

void TestCouponsSearch::anImpossibleCodeIsSaid()
{
    QFETCH(QString, code);
    QFETCH(QString, said);
    CsvWorld world(1000);
    QTRY_COMPARE(textOf(world.page, "couponsCount"), QString("1,000 coupons"));
    const int before = world.port.counts.times();
    auto *field = part<QLineEdit>(world.page, "searchCode");
    field->setText(code);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY2(textOf(world.page, "searchCodeHint").contains(said),
             qPrintable(textOf(world.page, "searchCodeHint")));
    QCOMPARE(world.port.counts.times(), before);
    QVERIFY(!part<QPushButton>(world.page, "couponsExport")->isEnabled());
    field->setText(QStringLiteral(" \u200bC00 ")); // What stands around it is taken away.
    QCOMPARE(textOf(world.page, "searchCodeHint"), QString());
    QTRY_COMPARE(textOf(world.page, "couponsCount"), QString("10 coupons found"));
}

QTEST_MAIN(TestCouponsSearch)
#include "tst_coupons_search.moc"

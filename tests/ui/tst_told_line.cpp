// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What became of an act is told with its time, and leaves: nobody takes it for news later.

#include "tests/ui/csv_world.h"
#include "tests/ui/doubts_world.h"
#include "tests/ui/settings_world.h"
#include "ui/coupons/add_dialog.h"
#include "ui/parts/moment.h"
#include "ui/parts/told_line.h"

#include <QCheckBox>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace seonchak;
using theme::Tone;

namespace {

constexpr qint64 second = 1'000'000'000;

struct Line
{
    WallClock clock;
    QWidget page;
    ToneLabel label{QStringLiteral("line"), &page};
    ToldLine told{label, clock, page};
};

QString timeOf(const WallClock &clock)
{
    return moment::second(clock.wall) + QStringLiteral(" · ");
}

} // namespace

class TestToldLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anActHasItsTimeAndLeaves();
    void aFailureStaysLonger();
    void whatIsSoStays();
    void whatNobodySawWaits();
    void itLeavesWithThePage();
    void couponsTellTheirActs();
    void anImportTellsItsOwnResult();
    void whetherTheyAreInTheStockIsSaid_data();
    void whetherTheyAreInTheStockIsSaid();
    void oneCouponIsOne();
    void doubtsTellTheirActs();
    void settingsTellTheirActs();
};

void TestToldLine::anActHasItsTimeAndLeaves()
{
    Line line;
    line.page.show();
    QSignalSpy left(&line.told, &ToldLine::left);
    line.told.tell(Tone::Good, "Saved.", "all of it");
    QCOMPARE(line.label.text(), timeOf(line.clock) + "Saved.");
    QCOMPARE(line.label.tone(), Tone::Good);
    QVERIFY(line.label.toolTip().contains("all of it"));
    line.clock.steady += 59 * second;
    QSignalSpy looked(line.told.findChild<QTimer *>(), &QTimer::timeout);
    QTRY_VERIFY(!looked.isEmpty());
    QVERIFY(line.told.isTold());
    line.clock.steady += 2 * second;
    QTRY_COMPARE(left.size(), 1);
    QCOMPARE(line.label.text(), QString());
    QVERIFY(line.label.toolTip().isEmpty() && !line.told.isTold());
}

void TestToldLine::aFailureStaysLonger()
{
    Line line;
    line.page.show();
    QSignalSpy left(&line.told, &ToldLine::left);
    line.told.tell(Tone::Bad, "Not saved.");
    line.told.tell(Tone::Bad, "Not saved again."); // Its time begins anew, with it.
    line.clock.steady += 599 * second;
    QSignalSpy looked(line.told.findChild<QTimer *>(), &QTimer::timeout);
    QTRY_VERIFY(!looked.isEmpty());
    QVERIFY(line.told.isTold());
    line.clock.steady += 2 * second;
    QTRY_COMPARE(left.size(), 1);
}

void TestToldLine::whatIsSoStays()
{
    Line line;
    line.page.show();
    line.told.tell(Tone::Good, "Saved.");
    line.told.show(Tone::Waiting, "The database is away.");
    QCOMPARE(line.label.text(), QString("The database is away."));
    line.clock.steady += 3600 * second;
    line.told.forget();
    line.page.hide();
    QCOMPARE(line.label.text(), QString("The database is away."));
}

void TestToldLine::whatNobodySawWaits()
{
    Line line;
    line.told.tell(Tone::Good, "Written.");
    line.clock.steady += 3600 * second;
    line.page.show();
    QSignalSpy looked(line.told.findChild<QTimer *>(), &QTimer::timeout);
    QTRY_VERIFY(!looked.isEmpty());
    QVERIFY(line.told.isTold());
}

void TestToldLine::itLeavesWithThePage()
{
    Line line;
    line.page.show();
    line.told.tell(Tone::Bad, "Not saved.");
    line.page.hide();
    QVERIFY(!line.told.isTold());
    QCOMPARE(line.label.text(), QString());
}

void TestToldLine::couponsTellTheirActs()
{
    CsvWorld world;
    QTRY_VERIFY(part<QPushButton>(world.page, "couponsExport")->isEnabled());
    world.exported();
    QTRY_VERIFY(
        textOf(world.page, "couponsLine").startsWith(timeOf(world.clock) + "10 coupons were written"));
    world.clock.steady += 61 * second;
    QTRY_VERIFY(textOf(world.page, "couponsLine").startsWith("Double click"));
    world.exported("no/such/folder.csv");
    QTRY_VERIFY(textOf(world.page, "couponsLine").contains("could not be written"));
    world.page.hide();
    QVERIFY(textOf(world.page, "couponsLine").startsWith("Double click"));
}

/// Seen: "1 coupons were added" of a paste, after an import of two.
void TestToldLine::anImportTellsItsOwnResult()
{
    CsvWorld world;
    press(world.page, "couponsAdd");
    auto *add = world.page.findChild<AddDialog *>();
    part<QPlainTextEdit>(*add, "addCodes")->setPlainText("A1");
    QTRY_COMPARE(part<QPushButton>(*add, "addAction")->text(), QString("Add 1"));
    press(*add, "addAction");
    QTRY_COMPARE(world.line(), QString("1 coupon was added. It waits to be pushed."));
    auto *dialog = world.importText("B1\nB2\n");
    QVERIFY(world.line().startsWith("Double click")); // It is another act's.
    QTRY_COMPARE(dialog->work().stage(), ImportWork::Stage::Ready);
    press(*dialog, "importAction");
    QTRY_COMPARE(world.line(), QString("2 coupons were added. They wait to be pushed."));
    QCOMPARE(textOf(world.page, "couponsLine"), timeOf(world.clock) + world.line());
}

void TestToldLine::whetherTheyAreInTheStockIsSaid_data()
{
    QTest::addColumn<qint64>("pushed");
    QTest::addColumn<QString>("told");
    QTest::newRow("all") << qint64(2) << "2 coupons were added and pushed into the stock.";
    QTest::newRow("none") << qint64(0) << "2 coupons were added. They wait to be pushed.";
    QTest::newRow("some") << qint64(1)
                          << "2 coupons were added, 1 of them pushed. Push the others when Redis is back.";
}

/// Redis may go away between the adding and the pushing.
void TestToldLine::whetherTheyAreInTheStockIsSaid()
{
    QFETCH(qint64, pushed);
    QFETCH(QString, told);
    CsvWorld world;
    world.port.adds.answer = [pushed](const QList<QByteArray> &codes, bool) {
        Added added;
        added.coupons.resize(codes.size());
        added.pushed = pushed;
        return added;
    };
    auto *dialog = world.importText("A1\nA2\n");
    QTRY_COMPARE(dialog->work().stage(), ImportWork::Stage::Ready);
    part<QCheckBox>(*dialog, "importPush")->setChecked(true);
    press(*dialog, "importAction");
    QTRY_COMPARE(textOf(*dialog, "importLine"), told);
    QCOMPARE(world.line(), told); // and the page, for when the dialog has gone
}

void TestToldLine::oneCouponIsOne()
{
    CsvWorld world(1);
    QTRY_COMPARE(textOf(world.page, "couponsCount"), QString("1 coupon"));
    part<QLineEdit>(world.page, "searchCode")->setText("C0");
    QTRY_COMPARE(textOf(world.page, "couponsCount"), QString("1 coupon found"));
    world.exported();
    QTRY_VERIFY(world.line().startsWith("1 coupon was written to out.csv"));
}

void TestToldLine::doubtsTellTheirActs()
{
    DoubtsWorld world(2);
    world.ends(world.port.asks, DoubtEnd::Kind::Issued);
    QTRY_COMPARE(world.table()->model()->rowCount(), 2);
    const auto ask = [&world] {
        world.table()->selectRow(1);
        press(*world.page, "doubtAsk");
        QTRY_VERIFY2(textOf(*world.page, "doubtsLine").contains("was issued to user"),
                     qPrintable(textOf(*world.page, "doubtsLine")));
    };
    ask();
    QVERIFY(textOf(*world.page, "doubtsLine").startsWith(timeOf(world.clock)));
    world.clock.steady += 61 * second;
    QTRY_VERIFY(textOf(*world.page, "doubtsLine").contains("every 7 s")); // what is always so
    ask();
    world.page->hide();
    QVERIFY(!textOf(*world.page, "doubtsLine").contains("was issued"));
}

void TestToldLine::settingsTellTheirActs()
{
    SettingsWorld world;
    world.open();
    world.line("workers")->setText("8");
    world.save();
    QTRY_COMPARE(textOf(*world.page, "settingsLine"), timeOf(world.clock) + "Saved.");
    world.clock.steady += 61 * second;
    QTRY_COMPARE(textOf(*world.page, "settingsLine"), QString());

    world.settings.saves.answer = [](const SettingsPort::Changes &) {
        return failure(Trouble::Unavailable, "seonchak.ini cannot be written: Permission denied");
    };
    world.line("workers")->setText("9");
    world.save();
    QTRY_COMPARE(world.sentence(), QString("Nothing was saved. It is not there, or may not be written."));
    QVERIFY(part<QLabel>(*world.page, "settingsLine")->toolTip().contains("Permission denied"));
    world.page->hide();
    QCOMPARE(textOf(*world.page, "settingsLine"), QString("Changed and not saved: HTTP threads"));
}

QTEST_MAIN(TestToldLine)
#include "tst_told_line.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/lab_world.h"
#include "ui/parts/theme.h"

#include <QScrollBar>
#include <QTableView>

using namespace seonchak;

/// The table of the runs of a comparison.
class TestLabRuns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhereThereIsNoStock();
    void tellsOfABusyGenerator();
    void showsEveryColumn_data();
    void showsEveryColumn();
    void keepsTheNewestRunInView();
};

void TestLabRuns::saysWhereThereIsNoStock()
{
    LabWorld w;
    w.fake.trials = {trialWithoutStock(), trialOf(Strategy::Saga)};
    w.fake.go.release();
    press(w.page, "labStart");
    QTRY_COMPARE(w.lab.trials.rowCount(), 2);
    const auto at = [&](int row, int column, int role = Qt::DisplayRole) {
        return w.lab.trials.index(row, column).data(role);
    };
    const auto tone = [&](theme::Tone of) { return theme::colour(QGuiApplication::palette(), of); };
    QCOMPARE(at(0, TrialModel::Sound).toString(), "no stock");
    QCOMPARE(at(0, TrialModel::Sound, Qt::ForegroundRole).value<QColor>(), tone(theme::Tone::Muted));
    for (const int column : {TrialModel::SoldOut, TrialModel::Lost, TrialModel::Left})
        QCOMPARE(at(0, column).toString(), QString::fromUtf8("–"));
    QVERIFY(at(0, TrialModel::Issued, Qt::ToolTipRole).toString().contains("has no stock"));
    QCOMPARE(at(1, TrialModel::Sound).toString(), "yes");
    QCOMPARE(at(1, TrialModel::Sound, Qt::ForegroundRole).value<QColor>(), tone(theme::Tone::Good));
    // A coupon given to two is a fault without a stock as well.
    w.fake.trials.first().verdict.duplicates = 1;
    w.fake.go.release();
    press(w.page, "labStart");
    QTRY_COMPARE(w.lab.trials.rowCount(), 2);
    QCOMPARE(at(0, TrialModel::Sound).toString(), "NO");
}

void TestLabRuns::tellsOfABusyGenerator()
{
    LabWorld w;
    w.fake.trials[0].load.lateByOwnFault = 200;
    w.fake.go.release();
    press(w.page, "labStart");
    QTRY_VERIFY(textOf(w.page, "labLine").endsWith("In 1 of them the generator was the bottleneck."));
    const auto at = [&](int row, int role) { return w.lab.trials.index(row, TrialModel::Rate).data(role); };
    QCOMPARE(at(0, Qt::DisplayRole).toString(), "(generator) 12,345");
    QVERIFY(at(0, Qt::ToolTipRole).toString().contains("was the bottleneck of this run"));
    QCOMPARE(at(1, Qt::DisplayRole).toString(), "12,345");
    QVERIFY(at(1, Qt::ToolTipRole).toString().isEmpty());
}

void TestLabRuns::showsEveryColumn_data()
{
    pictureRows({"lab-columns"});
}

/// In a window 1,280 wide, its sidebar taken off: the p99 is what one came for.
void TestLabRuns::showsEveryColumn()
{
    QFETCH(const QString, language);
    QFETCH(const bool, dark);
    const PictureLook look(language, dark);
    LabWorld w;
    w.fake.trials = {trialOf(Strategy::RedisLpopCompensate), trialWithoutStock()};
    w.fake.trials[0].cell.database = QStringLiteral("postgresql://h/d");
    w.fake.trials[0].load.lateByOwnFault = 200;
    w.page.resize(1060, 600);
    w.fake.go.release();
    press(w.page, "labStart");
    QTRY_COMPARE(w.lab.trials.rowCount(), 2);
    auto *table = part<QTableView>(w.page, "labTable");
    QTRY_VERIFY(table->isVisible());
    QCoreApplication::processEvents();
    QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
    for (int column = 0; column < TrialModel::Columns_; ++column) {
        const QString text = w.lab.trials.index(0, column).data().toString();
        const QRect cell = table->visualRect(w.lab.trials.index(0, column));
        QVERIFY2(table->viewport()->rect().contains(cell), qPrintable(text));
        QVERIFY2(table->fontMetrics().horizontalAdvance(text) + 6 <= cell.width(), qPrintable(text));
    }
}

void TestLabRuns::keepsTheNewestRunInView()
{
    LabWorld w;
    w.fake.trials.fill(trialOf(Strategy::Saga), 60);
    w.fake.go.release();
    press(w.page, "labStart");
    QTRY_COMPARE(w.lab.trials.rowCount(), 60);
    auto *table = part<QTableView>(w.page, "labTable");
    QTRY_VERIFY(table->verticalScrollBar()->maximum() > 0);
    QTRY_COMPARE(table->verticalScrollBar()->value(), table->verticalScrollBar()->maximum());
    // Who reads an earlier run is left there.
    table->verticalScrollBar()->setValue(0);
    Q_EMIT w.lab.work.runFinished(trialOf(Strategy::Saga));
    QCOMPARE(w.lab.trials.rowCount(), 61);
    QCoreApplication::processEvents();
    QCOMPARE(table->verticalScrollBar()->value(), 0);
}

QTEST_MAIN(TestLabRuns)
#include "tst_lab_runs.moc"

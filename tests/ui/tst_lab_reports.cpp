// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/report/documents.h"
#include "core/lab/report/report.h"
#include "tests/ui/lab_world.h"
#include "ui/lab/reports_page.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QTableView>
#include <QUrl>

using namespace seonchak;

namespace {

/// Opens a page as a browser would, or tells that there is none.
class Browser : public QObject
{
    Q_OBJECT
public:
    Browser() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    QList<QUrl> opened;
public Q_SLOTS:
    void open(const QUrl &url) { opened << url; }
};

/// A report as the lab writes it, of runs without records.
void writeOne(const QString &directory, const QList<lab::Trial> &trials, int planned, bool documents = false)
{
    lab::Setting setting;
    setting.outDir = directory;
    setting.seed = 42;
    if (documents)
        lab::applyDocumentsExperiment(setting);
    QVERIFY(QDir().mkpath(directory));
    QVERIFY(lab::writeReport(setting, trials, planned, std::nullopt));
}

/// Says when the report was written: two are else of one second.
void stamp(const QString &directory, const QString &time)
{
    QFile file(directory + "/report.json");
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    json["written"] = time;
    file.close();
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QVERIFY(file.write(QJsonDocument(json).toJson()) > 0);
}

/// Three reports of earlier days, the second cut off, and one that cannot be read.
struct Shelf
{
    QTemporaryDir dir;
    FakeLab fake;
    QStringList asked;
    QStringList faults;
    ReportWork::Runs reading{[this](const QString &directory, const std::stop_token &) {
                                 asked << directory;
                                 return faults;
                             },
                             {}};
    Lab lab{fake.run, {QStringLiteral("/bin/seonchakd"), dir.path()}, lab::runRace, reading};
    PageWorld desk;
    std::unique_ptr<ReportsPage> page;

    Shelf()
    {
        desk.port.now.stock.available = 0; // Nobody is served meanwhile.
        auto fast = trialOf(Strategy::Saga);
        fast.verdict.throughput = 20'000;
        fast.verdict.latencyIssued.corrected.p99 = 2;
        fast.load.lateByOwnFault = 200;
        writeOne(at(1), {trialOf(Strategy::Saga), trialWithoutStock()}, 2);
        writeOne(at(2), {fast, trialOf(Strategy::RedisLpopLossy, 100)}, 3);
        writeOne(at(3), {trialOf(Strategy::RedisLpop)}, 1, true);
        for (int day = 1; day <= 3; ++day)
            stamp(at(day), QStringLiteral("2026-11-0%1T12:02:03Z").arg(day));
        QDir().mkpath(dir.filePath("lab-20261001-101010"));
        QDir().mkpath(dir.filePath("something-else"));
    }
    [[nodiscard]] QString at(int day) const
    {
        return dir.filePath(QStringLiteral("lab-2026110%1-010203").arg(day));
    }
    void open()
    {
        page = std::make_unique<ReportsPage>(lab, desk.context);
        page->resize(1060, 600);
        page->show();
    }
    [[nodiscard]] QTableView *table() const { return part<QTableView>(*page, "reportsTable"); }
    [[nodiscard]] QTableView *figures() const { return part<QTableView>(*page, "reportsFigures"); }
    void select(std::initializer_list<int> rows) const
    {
        table()->clearSelection();
        for (const int row : rows)
            table()->selectionModel()->select(table()->model()->index(row, 0),
                                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    [[nodiscard]] QString cell(const QTableView *of, int row, int column) const
    {
        return of->model()->index(row, column).data().toString();
    }
    [[nodiscard]] QString title(int column) const
    {
        return figures()->model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    }
};

} // namespace

class TestLabReports : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsWhereTheReportLies();
    void saysThatThereIsNone();
    void listsThoseOfEarlierDays();
    void nothingIsCheckedWhileOneRuns();
    void checksOneAgain();
    void asksBesideALiveSale();
    void comparesSeveral();
    void saysThatTheyWereMadeDifferently();
    void keepsTheSelectionWhenTheListIsReadAgain();
    void leavesOutWhatIsUnderWay();
    void pictures_data();
    void pictures();
};

void TestLabReports::showsWhereTheReportLies()
{
    LabWorld w;
    QVERIFY(!part<QPushButton>(w.page, "labCopy")->isEnabled());
    w.fake.go.release();
    press(w.page, "labStart");
    QTRY_VERIFY(part<QPushButton>(w.page, "labOpen")->isEnabled());
    const QString page = w.lab.report + "/report.html";
    QCOMPARE(part<QLabel>(w.page, "labPath")->accessibleName(), page);
    QVERIFY(part<QLabel>(w.page, "labPath")->isVisible());
    press(w.page, "labOpen"); // The fake wrote none.
    QCOMPARE(textOf(w.page, "labLine"), "The report is not there any more: " + page);
    QVERIFY(QDir().mkpath(w.lab.report));
    QFile file(page);
    QVERIFY(file.open(QIODevice::WriteOnly));
    press(w.page, "labOpen"); // No program opens anything here.
    QVERIFY(textOf(w.page, "labLine").startsWith("No program on this machine opens the report."));
    press(w.page, "labCopy");
    QCOMPARE(QGuiApplication::clipboard()->text(), page);
    press(w.page, "labFolder");
    QVERIFY(textOf(w.page, "labLine").startsWith("No program on this machine shows folders."));
    Browser browser;
    press(w.page, "labOpen");
    press(w.page, "labFolder");
    QCOMPARE(browser.opened, (QList<QUrl>{QUrl::fromLocalFile(page), QUrl::fromLocalFile(w.lab.report)}));
}

void TestLabReports::saysThatThereIsNone()
{
    const QTemporaryDir dir;
    const FakeLab fake;
    Lab lab{fake.run, {{}, dir.filePath("none")}};
    const PageWorld desk;
    ReportsPage page(lab, desk.context);
    QCOMPARE(textOf(page, "reportsStateTitle"), "Reading the reports");
    page.show();
    QTRY_COMPARE(textOf(page, "reportsStateTitle"), "No report yet");
    QVERIFY(textOf(page, "reportsStateSentence").contains(dir.filePath("none")));
}

void TestLabReports::listsThoseOfEarlierDays()
{
    Shelf s;
    s.open();
    QTRY_COMPARE(s.table()->model()->rowCount(), 4);
    QStringList days;
    for (int row = 0; row < 4; ++row)
        days << s.cell(s.table(), row, ReportsModel::When).left(10);
    QCOMPARE(days, (QStringList{"2026-11-03", "2026-11-02", "2026-11-01", "2026-10-01"}));
    QVERIFY(s.cell(s.table(), 0, ReportsModel::Parameters).endsWith("seed 42 · the documents' tables"));
    QCOMPARE(s.cell(s.table(), 1, ReportsModel::Verdict),
             "2 of 3 runs, cut off · coupons lost or doubled in 1 · generator the bottleneck in 1");
    QCOMPARE(s.cell(s.table(), 2, ReportsModel::Parameters),
             "1,500 requests · stock 1,000 · 1,500 users · 1,500 a second · 10% refused · 5 repetitions · "
             "seed 42");
    QCOMPARE(s.cell(s.table(), 2, ReportsModel::Verdict), "2 runs · nothing lost or doubled");
    QVERIFY(s.cell(s.table(), 0, ReportsModel::Verdict).contains("rows as in the documents"));
    QCOMPARE(s.cell(s.table(), 3, ReportsModel::Verdict), "cut off before a report was written");
    QCOMPARE(s.cell(s.table(), 0, ReportsModel::Check), "not checked");
    s.select({2});
    QCOMPARE(part<QLabel>(*s.page, "reportsPath")->accessibleName(), s.at(1) + "/report.html");
    Browser browser;
    press(*s.page, "reportsOpen");
    QCOMPARE(browser.opened, QList<QUrl>{QUrl::fromLocalFile(s.at(1) + "/report.html")});
}

/// A check reads as much as a comparison writes: its figures would suffer.
void TestLabReports::nothingIsCheckedWhileOneRuns()
{
    Shelf s;
    s.open();
    QTRY_COMPARE(s.table()->model()->rowCount(), 4);
    s.select({2});
    QVERIFY(part<QPushButton>(*s.page, "reportsCheck")->isEnabled());
    lab::Setting setting;
    setting.outDir = s.dir.filePath("new");
    s.lab.start(setting);
    QTRY_VERIFY(!part<QPushButton>(*s.page, "reportsCheck")->isEnabled());
    s.fake.go.release();
    QTRY_VERIFY(part<QPushButton>(*s.page, "reportsCheck")->isEnabled());
}

void TestLabReports::checksOneAgain()
{
    Shelf s;
    s.open();
    QTRY_COMPARE(s.table()->model()->rowCount(), 4);
    QVERIFY(!part<QPushButton>(*s.page, "reportsCheck")->isEnabled());
    s.select({2});
    press(*s.page, "reportsCheck");
    QTRY_COMPARE(s.cell(s.table(), 2, ReportsModel::Check), "holds");
    QCOMPARE(s.asked, QStringList{s.at(1)});
    QVERIFY(textOf(*s.page, "reportsLine").startsWith("Every record is as it was written"));
    s.select({1});
    QCOMPARE(textOf(*s.page, "reportsLine"), QString()); // Nothing is known of this one.
    s.faults = {"runs/a: its hash is another", "runs/b: it is gone"};
    press(*s.page, "reportsCheck");
    QTRY_COMPARE(s.cell(s.table(), 1, ReportsModel::Check), "2 faults");
    QCOMPARE(textOf(*s.page, "reportsLine"), "The report does not hold: 2 faults.");
    auto *faults = part<QPlainTextEdit>(*s.page, "reportsFaults");
    QVERIFY(faults->isVisible());
    QCOMPARE(faults->toPlainText(), s.faults.join('\n'));
    s.select({2}); // What each came to is remembered.
    QVERIFY(!faults->isVisible());
    QVERIFY(textOf(*s.page, "reportsLine").startsWith("Every record is as it was written"));
}

void TestLabReports::asksBesideALiveSale()
{
    Shelf s;
    s.desk.port.sign = {QStringLiteral("Autumn"), true};
    s.open();
    QTRY_COMPARE(s.table()->model()->rowCount(), 4);
    s.select({2});
    press(*s.page, "reportsCheck");
    QCOMPARE(s.desk.asker.questions.size(), std::size_t(1));
    QCOMPARE(s.desk.asker.questions[0].action, QString("Check the report"));
    s.desk.asker.answer(false);
    QVERIFY(!s.lab.reading.isAtWork() && s.asked.isEmpty());
    press(*s.page, "reportsPlant");
    QCOMPARE(s.desk.asker.questions.back().action, QString("Plant faults"));
    s.select({1}); // Another one than was asked about.
    s.desk.asker.answer(true);
    QVERIFY(!s.lab.reading.isAtWork());
    press(*s.page, "reportsCheck");
    s.desk.asker.answer(true);
    QTRY_COMPARE(s.asked, QStringList{s.at(2)});
    QTRY_VERIFY(!s.lab.reading.isAtWork());
}

void TestLabReports::comparesSeveral()
{
    Shelf s;
    s.open();
    QTRY_COMPARE(s.table()->model()->rowCount(), 4);
    s.select({2});
    QCOMPARE(s.figures()->model()->columnCount(), 5);
    QCOMPARE(s.title(2), "Answers/s");
    QCOMPARE(s.cell(s.figures(), 0, 0), "user-cache");
    QCOMPARE(s.cell(s.figures(), 0, 4), "no stock");
    s.select({1, 2}); // The older one stands left.
    auto *figures = s.figures();
    QCOMPARE(figures->model()->columnCount(), 8);
    QVERIFY(s.title(2).startsWith("11-01") && s.title(2).endsWith("\nAnswers/s"));
    QVERIFY(s.title(5).startsWith("11-02") && s.title(6).endsWith("p99 ms") && s.title(7).endsWith("Sound"));
    QStringList rows;
    for (int row = 0; row < figures->model()->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < 8; ++column)
            cells << s.cell(figures, row, column);
        rows << cells.join(' ');
    }
    QCOMPARE(rows, (QStringList{"user-cache SQLite 12,345 4.3 no stock not run not run not run",
                                "saga SQLite 12,345 4.3 yes (generator) 20,000 2.0 yes",
                                "redis-lpop-lossy SQLite not run not run not run 12,345 4.3 NO"}));
    QVERIFY(!part<QPushButton>(*s.page, "reportsOpen")->isEnabled());
    QCOMPARE(part<QLabel>(*s.page, "reportsPath")->accessibleName(), "2 reports are compared below.");
}

void TestLabReports::saysThatTheyWereMadeDifferently()
{
    Shelf s;
    auto other = s.at(4);
    lab::Setting setting;
    setting.outDir = other;
    setting.requests = 3000;
    QVERIFY(QDir().mkpath(other));
    QVERIFY(lab::writeReport(setting, {trialOf(Strategy::Saga)}, 1, std::nullopt));
    stamp(other, "2026-11-04T12:02:03Z");
    s.open();
    QTRY_COMPARE(s.table()->model()->rowCount(), 5);
    s.select({2, 3});
    QCOMPARE(textOf(*s.page, "reportsLine"), QString());
    s.select({0, 3});
    QVERIFY(textOf(*s.page, "reportsLine").startsWith("They were made with different parameters"));
}

void TestLabReports::keepsTheSelectionWhenTheListIsReadAgain()
{
    Shelf s;
    s.open();
    QTRY_COMPARE(s.table()->model()->rowCount(), 4);
    s.select({1, 2});
    writeOne(s.at(5), {trialOf(Strategy::Saga)}, 1);
    s.lab.shelf.refresh();
    QTRY_COMPARE(s.table()->model()->rowCount(), 5);
    const auto rows = s.table()->selectionModel()->selectedRows();
    QCOMPARE(rows.size(), 2);
    for (const auto &index : rows)
        QVERIFY(index.data().toString().startsWith("2026-11-01") ||
                index.data().toString().startsWith("2026-11-02"));
    QCOMPARE(s.figures()->model()->columnCount(), 8);
}

/// Its directory is there from the first run on, its report only after the last.
void TestLabReports::leavesOutWhatIsUnderWay()
{
    Shelf s;
    lab::Setting setting;
    setting.outDir = s.dir.filePath("lab-20261128-000000");
    QVERIFY(QDir().mkpath(setting.outDir));
    s.lab.start(setting);
    s.open();
    QTRY_COMPARE(s.table()->model()->rowCount(), 4);
    writeOne(setting.outDir, {trialOf(Strategy::Saga)}, 1);
    s.fake.go.release();
    QTRY_COMPARE(s.table()->model()->rowCount(), 5); // by itself
}

void TestLabReports::pictures_data()
{
    pictureRows({"reports-empty", "reports-compared", "reports-faults"});
}

void TestLabReports::pictures()
{
    QFETCH(const QString, language);
    QFETCH(const bool, dark);
    QFETCH(const QString, state);
    const PictureLook look(language, dark);
    if (state == "reports-empty") {
        const FakeLab fake;
        Lab lab{fake.run, {{}, "/home/somebody/.local/share/seonchak/lab"}};
        const PageWorld desk;
        ReportsPage page(lab, desk.context);
        page.resize(1060, 600);
        page.show();
        QTRY_VERIFY(lab.shelf.isRead());
        QVERIFY(savePicture(page));
        QCOMPARE(cutOff(page), QString());
        return;
    }
    Shelf s;
    s.faults = {"runs/sqlite-saga-1/answers.3f2a.csv was changed: its hash is another"};
    s.open();
    QTRY_COMPARE(s.table()->model()->rowCount(), 4);
    s.select({2});
    if (state == "reports-compared") {
        s.select({1, 2});
    } else {
        press(*s.page, "reportsCheck");
        QTRY_VERIFY(part<QPlainTextEdit>(*s.page, "reportsFaults")->isVisible());
    }
    QVERIFY(savePicture(*s.page));
    QCOMPARE(cutOff(*s.page), QString());
}

QTEST_MAIN(TestLabReports)
#include "tst_lab_reports.moc"

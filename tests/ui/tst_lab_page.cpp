// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/report/report.h"
#include "tests/ui/lab_world.h"
#include "ui/lab/report_bar.h"
#include "ui/parts/theme.h"

#include <QCheckBox>
#include <QFile>
#include <QLineEdit>
#include <QProgressBar>
#include <QSpinBox>
#include <QTableView>
#include <QTimer>

#include <atomic>
#include <condition_variable>
#include <mutex>

using namespace seonchak;

class TestLabPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void runsWhatIsChosen();
    void saysWhereItStands();
    void showsRunsAndTheirFaults();
    void cancels();
    void tellsWhyItCouldNot();
    void checksAReport();
    void neverWaitsForAReading();
    void endsBehindAClosedWindow();
    void keepsWhatRunsWhenTheWindowIsBuiltAnew();
    void keepsWhatWasTyped();
    void drawsASeedWhereNoneIsGiven();
    void doesNotStartWithAWrongField();
    void asksBesideALiveSale();
    void asksWhileCouponsAreIssued();
    void saysThatTheFirstRunIsUnderWay();
    void pictures_data();
    void pictures();
};

void TestLabPage::runsWhatIsChosen()
{
    LabWorld w;
    QVERIFY(part<QWidget>(w.page, "labStateTitle")->isVisible());
    part<QCheckBox>(w.page, "labStrategy-user-cache")->setChecked(false);
    part<QSpinBox>(w.page, "labRequests")->setValue(300);
    part<QSpinBox>(w.page, "labRate")->setValue(0);
    part<QLineEdit>(w.page, "labSeed")->setText("42");
    part<QLineEdit>(w.page, "labPostgresql")->setText(" postgresql://h/d ");
    press(w.page, "labStart");
    QTRY_VERIFY(part<QProgressBar>(w.page, "labProgress")->isVisible());
    QVERIFY(!part<QWidget>(w.page, "labForm")->isEnabled());
    QVERIFY(!part<QPushButton>(w.page, "labStart")->isEnabled());
    w.fake.go.release();
    QTRY_VERIFY(!w.lab.work.isAtWork());
    QCOMPARE(w.fake.asked.strategies.size(), 6);
    QVERIFY(!w.fake.asked.strategies.contains(Strategy::UserCache));
    QCOMPARE(w.fake.asked.requests, 300);
    QCOMPARE(w.fake.asked.rate, 0.0);
    QCOMPARE(w.fake.asked.seed, 42U);
    QCOMPARE(w.fake.asked.failureRate, 0.1);
    QCOMPARE(w.fake.asked.databases, (QStringList{"sqlite", "postgresql://h/d"}));
    QCOMPARE(w.fake.asked.serverProgram, "/bin/seonchakd");
    QVERIFY(w.fake.asked.outDir.startsWith(w.dir.path() + "/lab-"));
}

void TestLabPage::saysWhereItStands()
{
    LabWorld w;
    press(w.page, "labStart");
    QTRY_COMPARE(textOf(w.page, "labLine"),
                 "Run 1 of 2: saga on SQLite, requests are sent, about 1 min 5 s left");
    QCOMPARE(part<QProgressBar>(w.page, "labProgress")->maximum(), 2000);
    QCOMPARE(part<QProgressBar>(w.page, "labProgress")->value(), 500);
}

void TestLabPage::showsRunsAndTheirFaults()
{
    LabWorld w;
    w.fake.go.release();
    press(w.page, "labStart");
    QTRY_COMPARE(textOf(w.page, "labLine"),
                 "2 runs, 1 of them lost or doubled coupons. The report says which.");
    QCOMPARE(part<ToneLabel>(w.page, "labLine")->tone(), theme::Tone::Bad);
    QVERIFY(part<QTableView>(w.page, "labTable")->isVisible());
    const auto cell = [&](int row, int column) { return w.lab.trials.index(row, column).data().toString(); };
    QCOMPARE(w.lab.trials.rowCount(), 2);
    QCOMPARE(cell(0, TrialModel::Strategy), "saga");
    QCOMPARE(cell(0, TrialModel::Sound), "yes");
    QCOMPARE(cell(0, TrialModel::Rate), "12,345");
    QCOMPARE(cell(0, TrialModel::P99), "4.3");
    QCOMPARE(cell(1, TrialModel::Sound), "NO");
    QCOMPARE(cell(1, TrialModel::Lost), "100");
    QVERIFY(part<QPushButton>(w.page, "labOpen")->isEnabled());
    w.fake.trials = {trialOf(Strategy::Saga)};
    w.fake.go.release();
    press(w.page, "labStart");
    QTRY_COMPARE(textOf(w.page, "labLine"), "1 runs, every coupon accounted for in each.");
    QCOMPARE(w.lab.trials.rowCount(), 1); // the former ones have gone
}

void TestLabPage::cancels()
{
    LabWorld w;
    press(w.page, "labStart");
    QTRY_VERIFY(part<QPushButton>(w.page, "labCancel")->isVisible());
    press(w.page, "labCancel");
    w.fake.go.release();
    QTRY_COMPARE(textOf(w.page, "labLine"), "Cancelled. The report holds the 0 finished runs.");
    QVERIFY(part<QPushButton>(w.page, "labStart")->isEnabled());
    QVERIFY(!part<QPushButton>(w.page, "labCancel")->isVisible());
}

void TestLabPage::tellsWhyItCouldNot()
{
    LabWorld w;
    w.fake.trouble = Error{Trouble::BadInput, QStringLiteral("--stock <b>must</b> be 1 to 1000000"), {}};
    w.fake.go.release();
    press(w.page, "labStart");
    QTRY_COMPARE(textOf(w.page, "labLine"),
                 "The comparison could not be made. --stock <b>must</b> be 1 to 1000000.");
    QCOMPARE(part<QLabel>(w.page, "labLine")->textFormat(), Qt::PlainText);
    QVERIFY(!part<QPushButton>(w.page, "labOpen")->isEnabled());
}

void TestLabPage::checksAReport()
{
    LabWorld w;
    w.fake.go.release();
    press(w.page, "labStart");
    QTRY_VERIFY(!w.lab.work.isAtWork() && part<QPushButton>(w.page, "labCheck")->isEnabled());
    press(w.page, "labCheck"); // The fake wrote none.
    QTRY_VERIFY(textOf(w.page, "labLine").startsWith("The report does not hold: "));
    QTRY_VERIFY(part<QPushButton>(w.page, "labPlant")->isEnabled());
    press(w.page, "labPlant");
    QTRY_VERIFY(textOf(w.page, "labLine").startsWith("Planted faults were missed: "));
}

/// The page goes, and another one comes, while a report is being read.
void TestLabPage::neverWaitsForAReading()
{
    QSemaphore entered;
    QSemaphore go;
    FakeLab fake;
    PageWorld desk;
    desk.port.now.stock.available = 0; // Nobody is served meanwhile.
    const QTemporaryDir dir;
    const ReportWork::Runs slow{[&](const QString &, const std::stop_token &) {
                                    entered.release();
                                    go.acquire();
                                    return QStringList{QStringLiteral("a fault")};
                                },
                                {}};
    Lab lab{fake.run, {QStringLiteral("/bin/seonchakd"), dir.path()}, lab::runRace, slow};
    auto page = std::make_unique<LabPage>(lab, desk.context);
    page->show();
    fake.go.release();
    press(*page, "labStart");
    QTRY_VERIFY(part<QPushButton>(*page, "labCheck")->isEnabled());
    press(*page, "labCheck");
    QTRY_COMPARE(entered.available(), 1);
    page.reset(); // The reading stands still: who waited for it would wait for ever.
    QVERIFY(lab.isAtWork());
    LabPage next{lab, desk.context};
    next.show();
    QCOMPARE(textOf(next, "labLine"), "Reading the records…");
    QVERIFY(!part<QPushButton>(next, "labCheck")->isEnabled());
    go.release();
    QTRY_COMPARE(textOf(next, "labLine"), "The report does not hold: a fault");
    QVERIFY(part<QPushButton>(next, "labCheck")->isEnabled());
}

/// Work that ends only when it is told to, and then takes a turn of the event loop.
void TestLabPage::endsBehindAClosedWindow()
{
    std::mutex mutex;
    std::condition_variable_any told;
    bool turned = false;
    std::atomic<int> atWork{0};
    const auto untilStopped = [&](const std::stop_token &stop) {
        ++atWork;
        std::unique_lock lock(mutex);
        told.wait(lock, stop, [] { return false; });
        told.wait(lock, [&] { return turned; });
        --atWork;
    };
    const ReportWork::Runs reports{[&](const QString &, const std::stop_token &stop) {
                                       untilStopped(stop);
                                       return QStringList();
                                   },
                                   {}};
    const auto experiment = [&](const lab::Setting &, const std::stop_token &stop, const lab::Watchers &) {
        untilStopped(stop);
        return Result<QList<lab::Trial>>();
    };
    const auto race = [&](const lab::RaceSetting &, const std::stop_token &stop,
                          const std::function<void(const lab::RaceStep &)> &) {
        untilStopped(stop);
        return Result<lab::RaceTrace>(failure(Trouble::Unavailable, QStringLiteral("cancelled")));
    };
    const PageWorld desk;
    const QTemporaryDir dir;
    Lab lab{experiment, {QStringLiteral("/bin/seonchakd"), dir.path()}, race, reports};
    {
        LabPage page{lab, desk.context};
        page.show();
        press(page, "labStart");
        lab.race.start({});
        lab.reading.start(ReportEnd::Kind::Checked, {});
        QTRY_COMPARE(atWork.load(), 3);
    }
    QVERIFY(lab.isAtWork());
    QTimer::singleShot(0, this, [&] { // The loop goes on while the work ends.
        const std::lock_guard lock(mutex);
        turned = true;
        told.notify_all();
    });
    lab.end();
    QVERIFY(!lab.isAtWork());
    QCOMPARE(atWork.load(), 0);
    lab.end(); // nothing left to wait for
}

void TestLabPage::keepsWhatRunsWhenTheWindowIsBuiltAnew()
{
    LabWorld w;
    part<QSpinBox>(w.page, "labRequests")->setValue(3000);
    part<QLineEdit>(w.page, "labSeed")->setText("130330");
    press(w.page, "labStart");
    QTRY_VERIFY(w.lab.work.isAtWork());
    LabPage next{w.lab, w.desk.context};
    next.show();
    QCOMPARE(part<QSpinBox>(next, "labRequests")->value(), 3000);
    QCOMPARE(part<QLineEdit>(next, "labSeed")->text(), "130330");
    QVERIFY(!part<QWidget>(next, "labForm")->isEnabled());
    QVERIFY(part<QPushButton>(next, "labCancel")->isVisible());
    QCOMPARE(textOf(next, "labShown"),
             "Running: 3,000 requests · stock 1,000 · 1,500 users · 1,500 a second · 10% refused · 5 "
             "repetitions · seed 130330");
    w.fake.go.release();
    QTRY_VERIFY(textOf(next, "labShown").startsWith("Shown: 3,000 requests"));
}

void TestLabPage::keepsWhatWasTyped()
{
    LabWorld w;
    part<QSpinBox>(w.page, "labStock")->setValue(77);
    part<QLineEdit>(w.page, "labSeed")->setText("9");
    part<QLineEdit>(w.page, "labPostgresql")->setText("postgresql://me:secret@h/d");
    const LabPage next{w.lab, w.desk.context};
    QCOMPARE(part<QSpinBox>(next, "labStock")->value(), 77);
    QCOMPARE(part<QLineEdit>(next, "labSeed")->text(), "9");
    QCOMPARE(part<QLineEdit>(next, "labPostgresql")->text(), "postgresql://me:secret@h/d");
    const QString file = w.dir.filePath("form.json");
    QVERIFY(!QFile::exists(file)); // The disk does not see each key,
    QTRY_VERIFY(QFile::exists(file));
    part<QSpinBox>(w.page, "labRepeats")->setValue(2);
    w.lab.end();                         // but what was typed last is there when the program ends.
    Lab later{w.fake.run, w.lab.places}; // the program was started again
    const LabPage again{later, w.desk.context};
    QCOMPARE(part<QSpinBox>(again, "labStock")->value(), 77);
    QCOMPARE(part<QSpinBox>(again, "labRepeats")->value(), 2);
    QCOMPARE(part<QLineEdit>(again, "labSeed")->text(), "9");
    QCOMPARE(part<QLineEdit>(again, "labPostgresql")->text(), "postgresql://me@h/d");
}

void TestLabPage::drawsASeedWhereNoneIsGiven()
{
    LabWorld w;
    QCOMPARE(part<QLineEdit>(w.page, "labSeed")->text(), QString());
    w.fake.go.release();
    press(w.page, "labStart");
    QVERIFY(QFile::exists(w.dir.filePath("form.json")));
    QTRY_VERIFY(!w.lab.work.isAtWork());
    // Shown, so that the same comparison can be made again.
    QCOMPARE(part<QLineEdit>(w.page, "labSeed")->text(), QString::number(w.fake.asked.seed));
}

void TestLabPage::doesNotStartWithAWrongField()
{
    LabWorld w;
    part<QLineEdit>(w.page, "labSeed")->setText("x");
    press(w.page, "labStart");
    QVERIFY(!w.lab.work.isAtWork());
    QCOMPARE(textOf(w.page, "labLine"), "The comparison cannot start: see what is red above.");
    part<QLineEdit>(w.page, "labSeed")->setText("1x");
    QVERIFY(!textOf(w.page, "labLine").isEmpty());
    part<QLineEdit>(w.page, "labSeed")->setText("1"); // What is no longer so is not said any more.
    QCOMPARE(textOf(w.page, "labLine"), QString());
}

void TestLabPage::asksBesideALiveSale()
{
    LabWorld w;
    w.desk.port.sign = {QStringLiteral("Autumn <b>sale</b>"), true};
    press(w.page, "labStart");
    QVERIFY(!w.lab.work.isAtWork());
    QCOMPARE(w.desk.asker.questions.size(), std::size_t(1));
    const Question &asked = w.desk.asker.questions.front();
    QCOMPARE(asked.typed, "Autumn <b>sale</b>");
    QVERIFY(asked.destructive);
    QVERIFY(asked.consequence.contains(QString::fromUtf8("“Autumn <b>sale</b>”")));
    QVERIFY(asked.consequence.contains("processors"));
    w.desk.asker.answer(false);
    QVERIFY(!w.lab.work.isAtWork());
    QCOMPARE(textOf(w.page, "labLine"), "The comparison was not started.");
    press(w.page, "labStart");
    w.desk.asker.answer(true);
    QVERIFY(w.lab.work.isAtWork());
}

void TestLabPage::asksWhileCouponsAreIssued()
{
    LabWorld w;
    w.desk.port.now.stock.available = 5;
    QTRY_VERIFY(w.desk.pulse.last().isCurrent() && w.desk.pulse.last().status.stock.available == 5);
    press(w.page, "labStart");
    QCOMPARE(w.desk.asker.questions.size(), std::size_t(1));
    QCOMPARE(w.desk.asker.questions.front().typed, QString()); // It is a test: a word is enough.
    w.desk.asker.answer(true);
    QVERIFY(w.lab.work.isAtWork());
    w.fake.go.release();
    QTRY_VERIFY(!w.lab.work.isAtWork());
    w.desk.port.now.paused = true;
    QTRY_VERIFY(w.desk.pulse.last().status.paused);
    press(w.page, "labStart"); // Nobody is served: nothing is asked.
    QCOMPARE(w.desk.asker.questions.size(), std::size_t(1));
    QVERIFY(w.lab.work.isAtWork());
}

void TestLabPage::saysThatTheFirstRunIsUnderWay()
{
    LabWorld w;
    QCOMPARE(textOf(w.page, "labStateTitle"), "No run yet");
    press(w.page, "labStart");
    QTRY_COMPARE(textOf(w.page, "labStateTitle"), "The first run is under way");
    QVERIFY(part<QWidget>(w.page, "labStateTitle")->isVisible());
}

void TestLabPage::pictures_data()
{
    pictureRows({"lab-empty", "lab-running", "lab-done"});
}

void TestLabPage::pictures()
{
    QFETCH(const QString, language);
    QFETCH(const bool, dark);
    QFETCH(const QString, state);
    const PictureLook look(language, dark);
    LabWorld w;
    part<QLineEdit>(w.page, "labSeed")->setText("42"); // The same picture each time: it stands in the guide.
    if (state == "lab-running") {
        part<QSpinBox>(w.page, "labRequests")->setValue(6000);
        part<QSpinBox>(w.page, "labOpensIn")->setValue(10);
        press(w.page, "labStart");
        QTRY_VERIFY(w.lab.clock.hasBegun());
    }
    if (state == "lab-done") {
        w.fake.trials = {trialWithoutStock()};
        for (const Strategy strategy : allStrategies().mid(1))
            w.fake.trials << trialOf(strategy, strategy == Strategy::RedisLpopLossy ? 100 : 0);
        w.fake.trials[5].load.lateByOwnFault = 200;
        w.fake.go.release();
        press(w.page, "labStart");
        QTRY_VERIFY(!w.lab.work.isAtWork());
        QTRY_COMPARE(w.lab.trials.rowCount(), 7);
        w.page.findChild<ReportBar *>()->setReport(
            QStringLiteral("/home/sale/.local/share/seonchak/lab/lab-20261129-101500"), {});
    }
    QVERIFY(savePicture(w.page));
    QCOMPARE(cutOff(w.page), QString());
}

QTEST_MAIN(TestLabPage)
#include "tst_lab_page.moc"

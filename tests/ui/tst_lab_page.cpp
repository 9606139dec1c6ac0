// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/report.h"
#include "tests/ui/page_world.h"
#include "ui/lab/lab_page.h"
#include "ui/parts/theme.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QProgressBar>
#include <QSemaphore>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

#include <atomic>
#include <condition_variable>
#include <mutex>

using namespace seonchak;

namespace {

lab::Trial trialOf(Strategy strategy, qint64 lost = 0)
{
    lab::Trial trial;
    trial.cell = {QStringLiteral("sqlite"), strategy, 0};
    trial.verdict.requests = 1500;
    trial.verdict.issued = trial.verdict.issuedInBook = trial.verdict.matched = 1000 - lost;
    trial.verdict.generated = 1000;
    trial.verdict.soldOut = 391;
    trial.verdict.storeFailed = 109;
    trial.verdict.lost = lost;
    trial.verdict.throughput = 12'345;
    trial.verdict.latencyIssued.corrected = {1000, 1, 2, 3, 4.25, 5, 6};
    return trial;
}

/// An experiment that goes on when the test says so, on the thread of the real one.
struct FakeLab
{
    LabWork::Run run = [this](const lab::Setting &setting, const std::stop_token &stop,
                              const lab::Watchers &watchers) -> Result<QList<lab::Trial>> {
        asked = setting;
        lab::Progress progress{1, 2, {QStringLiteral("sqlite"), Strategy::Saga, 0}, 750, 1500, 65};
        watchers.progress(progress);
        go.acquire();
        if (trouble)
            return std::unexpected(*trouble);
        if (stop.stop_requested())
            return QList<lab::Trial>{};
        for (const auto &trial : trials)
            watchers.finished(trial);
        return trials;
    };
    lab::Setting asked;
    QSemaphore go;
    QList<lab::Trial> trials{trialOf(Strategy::Saga), trialOf(Strategy::RedisLpopLossy, 100)};
    std::optional<Error> trouble;
};

struct World
{
    QTemporaryDir dir;
    FakeLab fake;
    Lab lab{fake.run, {QStringLiteral("/bin/seonchakd"), dir.path()}};
    LabPage page{lab};

    World()
    {
        page.resize(1100, 640);
        page.show();
    }
    ~World()
    {
        if (lab.work.isAtWork())
            fake.go.release();
    }
};

} // namespace

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
    void pictures_data();
    void pictures();
};

void TestLabPage::runsWhatIsChosen()
{
    World w;
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
    World w;
    press(w.page, "labStart");
    QTRY_COMPARE(textOf(w.page, "labLine"), "Run 1 of 2: saga on SQLite, about 1 min 5 s left");
    QCOMPARE(part<QProgressBar>(w.page, "labProgress")->maximum(), 2000);
    QCOMPARE(part<QProgressBar>(w.page, "labProgress")->value(), 500);
}

void TestLabPage::showsRunsAndTheirFaults()
{
    World w;
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
    World w;
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
    World w;
    w.fake.trouble = Error{Trouble::BadInput, QStringLiteral("--stock <b>must</b> be 1 to 1000000"), {}};
    w.fake.go.release();
    press(w.page, "labStart");
    QTRY_COMPARE(textOf(w.page, "labLine"),
                 "The comparison could not be made: --stock <b>must</b> be 1 to 1000000");
    QCOMPARE(part<QLabel>(w.page, "labLine")->textFormat(), Qt::PlainText);
    QVERIFY(!part<QPushButton>(w.page, "labOpen")->isEnabled());
}

void TestLabPage::checksAReport()
{
    World w;
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
    const ReportWork::Runs slow{[&](const QString &, const std::stop_token &) {
                                    entered.release();
                                    go.acquire();
                                    return QStringList{QStringLiteral("a fault")};
                                },
                                {}};
    Lab lab{fake.run, {QStringLiteral("/bin/seonchakd"), QDir::tempPath()}, lab::runRace, slow};
    auto page = std::make_unique<LabPage>(lab);
    page->show();
    fake.go.release();
    press(*page, "labStart");
    QTRY_VERIFY(part<QPushButton>(*page, "labCheck")->isEnabled());
    press(*page, "labCheck");
    QTRY_COMPARE(entered.available(), 1);
    page.reset(); // The reading stands still: who waited for it would wait for ever.
    QVERIFY(lab.isAtWork());
    LabPage next{lab};
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
    Lab lab{experiment, {QStringLiteral("/bin/seonchakd"), QDir::tempPath()}, race, reports};
    {
        LabPage page{lab};
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

void TestLabPage::pictures_data()
{
    pictureRows({"lab-empty", "lab-done"});
}

void TestLabPage::pictures()
{
    QFETCH(const QString, language);
    QFETCH(const bool, dark);
    QFETCH(const QString, state);
    const PictureLook look(language, dark);
    World w;
    if (state == "lab-done") {
        w.fake.trials.clear();
        for (const Strategy strategy : allStrategies())
            w.fake.trials << trialOf(strategy, strategy == Strategy::RedisLpopLossy ? 100 : 0);
        w.fake.go.release();
        press(w.page, "labStart");
        QTRY_VERIFY(!w.lab.work.isAtWork());
        QTRY_COMPARE(w.lab.trials.rowCount(), 7);
    }
    QVERIFY(savePicture(w.page));
    QCOMPARE(cutOff(w.page), QString());
}

QTEST_MAIN(TestLabPage)
#include "tst_lab_page.moc"

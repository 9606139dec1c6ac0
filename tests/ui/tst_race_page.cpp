// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/race_axis.h"
#include "tests/ui/page_world.h"
#include "ui/lab/lab_desk.h"
#include "ui/lab/race_page.h"
#include "ui/lab/race_view.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSemaphore>

using namespace seonchak;
using namespace seonchak::lab;

namespace {

/// Step 2 of the documents under a double click.
RaceTrace twoCoupons()
{
    RaceAxis axis({"RACE-1", "RACE-2"}, {1, 1});
    axis.done(0, "read-user-key").done(1, "read-user-key");
    axis.done(0, "lpop", [](StoreView &now) { now.stock = {"RACE-2"}; });
    axis.done(1, "lpop", [](StoreView &now) { now.stock = {}; });
    axis.done(0, "set-user-key", [](StoreView &now) { now.keys = {{1, "RACE-1"}}; });
    axis.told(0, Fate::Issued, "RACE-1");
    axis.done(1, "set-user-key", [](StoreView &now) { now.keys = {{1, "RACE-2"}}; });
    axis.told(1, Fate::Issued, "RACE-2");
    axis.done(0, "write-row", [](StoreView &now) { now.rows = {{1, "RACE-1"}}; });
    axis.done(1, "write-row");
    return axis.end();
}

RaceTrace sound()
{
    RaceAxis axis({"RACE-1"}, {1, 2});
    axis.done(0, "lock-row").waits(1, "lock-row").done(0, "mark-issued");
    axis.done(0, "commit", [](StoreView &now) {
        now.stock = {};
        now.rows = {{1, "RACE-1"}};
    });
    axis.told(0, Fate::Issued, "RACE-1");
    axis.done(1, "lock-row").told(1, Fate::SoldOut);
    return axis.end();
}

/// A race that ends when the test says so, on the thread of the real one.
struct World
{
    RaceSetting asked;
    QSemaphore go;
    Result<RaceTrace> result = twoCoupons();
    RaceWork work{[this](const RaceSetting &setting, const std::stop_token &stop,
                         const std::function<void(const RaceStep &)> &progress) -> Result<RaceTrace> {
        asked = setting;
        progress({});
        progress({});
        go.acquire();
        if (stop.stop_requested())
            return failure(Trouble::Unavailable, QStringLiteral("cancelled"));
        return result;
    }};
    PageWorld desk;
    RacePage page{work, QStringLiteral("/bin/seonchakd"), desk.context};

    World()
    {
        desk.port.now.stock.available = 0; // Nobody is served meanwhile.
        page.resize(962, 540);             // in the smallest window
        page.show();
    }
    ~World()
    {
        if (work.isAtWork())
            go.release();
    }
    void race()
    {
        go.release();
        press(page, "raceStart");
        QTRY_VERIFY(!work.isAtWork());
        QTRY_VERIFY(part<QWidget>(page, "raceView")->isVisible() ||
                    part<QWidget>(page, "raceState")->isVisible());
    }
    RaceView *view() { return part<RaceView>(page, "raceView"); }
};

} // namespace

class TestRacePage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void runsWhatIsChosen();
    void offersWhatFits();
    void pointsAtTheFault();
    void walksByKeyboard();
    void plays();
    void cancelsAndFails();
    void asksBesideALiveSale();
    void failsInKorean();
    void remembersTheRace();
    void switchesRooms();
    void pictures_data();
    void pictures();
};

void TestRacePage::runsWhatIsChosen()
{
    World w;
    QCOMPARE(textOf(w.page, "raceStateTitle"), "No race yet");
    part<QComboBox>(w.page, "raceStrategy")->setCurrentText("saga");
    part<QComboBox>(w.page, "raceScenario")->setCurrentIndex(2);
    part<QLineEdit>(w.page, "raceDatabase")->setText(" postgresql://h/d ");
    press(w.page, "raceStart");
    QTRY_COMPARE(textOf(w.page, "raceStateSentence"), "2 steps so far.");
    QVERIFY(!part<QPushButton>(w.page, "raceStart")->isEnabled());
    QVERIFY(part<QPushButton>(w.page, "raceCancel")->isVisible());
    w.go.release();
    QTRY_VERIFY(w.view()->isVisible());
    QCOMPARE(w.asked.strategy, Strategy::Saga);
    QCOMPARE(w.asked.scenario, RaceScenario::PartnerRefuses);
    QCOMPARE(w.asked.database, "postgresql://h/d");
    QCOMPARE(w.asked.serverProgram, "/bin/seonchakd");
}

void TestRacePage::offersWhatFits()
{
    World w;
    auto *scenario = part<QComboBox>(w.page, "raceScenario");
    QCOMPARE(scenario->count(), 2); // redis-lpop never calls the partner
    part<QComboBox>(w.page, "raceStrategy")->setCurrentText("redis-lpop-lossy");
    QCOMPARE(scenario->count(), 3);
    scenario->setCurrentIndex(1);
    part<QComboBox>(w.page, "raceStrategy")->setCurrentText("db-optimistic");
    QCOMPARE(scenario->count(), 2);
    QCOMPARE(scenario->currentIndex(), 1);
}

void TestRacePage::pointsAtTheFault()
{
    World w;
    w.race();
    QCOMPARE(part<ToneLabel>(w.page, "raceFinding")->tone(), theme::Tone::Bad);
    QVERIFY(textOf(w.page, "raceFinding").startsWith("✗ Two coupons for one user: step 4 takes RACE-2"));
    QCOMPARE(w.view()->current(), 3); // the second LPOP
    QCOMPARE(textOf(w.page, "raceCount"), "Step 4 of 10");
    QCOMPARE(textOf(w.page, "raceStep"), "B · user 1 takes the first coupon off the list in Redis (LPOP). "
                                         "RACE-2 leaves the stock, 0 left.");
    QVERIFY(w.view()->accessibleDescription().startsWith("Step 4 of 10. B · user 1 takes"));
    w.result = sound();
    w.race();
    QCOMPARE(part<ToneLabel>(w.page, "raceFinding")->tone(), theme::Tone::Good);
    QVERIFY(
        textOf(w.page, "raceFinding").contains("✓ B · user 2 waited for the lock from step 2 to step 6."));
    QCOMPARE(w.view()->current(), 5);
    QTest::keyClick(w.view(), Qt::Key_End);
    QCOMPARE(textOf(w.page, "raceStep"), "B · user 2 is answered: 404 · sold out.");
}

void TestRacePage::walksByKeyboard()
{
    World w;
    w.race();
    QTest::keyClick(w.view(), Qt::Key_Home);
    QCOMPARE(w.view()->current(), 0);
    QVERIFY(!part<QPushButton>(w.page, "raceBack")->isEnabled());
    QTest::keyClick(w.view(), Qt::Key_Left);
    QCOMPARE(w.view()->current(), 0);
    QTest::keyClick(w.view(), Qt::Key_Right);
    QCOMPARE(w.view()->current(), 1);
    QTest::keyClick(w.view(), Qt::Key_End);
    QCOMPARE(w.view()->current(), 9);
    QVERIFY(!part<QPushButton>(w.page, "raceNext")->isEnabled());
    press(w.page, "raceBack");
    QCOMPARE(w.view()->current(), 8);
    press(w.page, "raceNext");
    QCOMPARE(w.view()->current(), 9);
    QCOMPARE(
        textOf(w.page, "raceStep"),
        "B · user 1's row is written into the database, behind the answer. Nothing changes in the stores.");
}

void TestRacePage::plays()
{
    World w;
    w.race();
    w.page.findChild<QTimer *>()->setInterval(1);
    QTest::keyClick(w.view(), Qt::Key_End);
    QTest::keyClick(w.view(), Qt::Key_Space); // from the beginning again
    QCOMPARE(w.view()->current(), 0);
    QCOMPARE(part<QPushButton>(w.page, "racePlay")->text(), "Pause");
    QTRY_COMPARE(w.view()->current(), 9);
    QTRY_COMPARE(part<QPushButton>(w.page, "racePlay")->text(), "Play");
}

void TestRacePage::cancelsAndFails()
{
    World w;
    press(w.page, "raceStart");
    QTRY_VERIFY(part<QPushButton>(w.page, "raceCancel")->isVisible());
    press(w.page, "raceCancel");
    w.go.release();
    QTRY_COMPARE(textOf(w.page, "raceStateTitle"), "Cancelled");
    QVERIFY(part<QPushButton>(w.page, "raceStart")->isEnabled());
    w.result = failure(Trouble::Unavailable, QStringLiteral("<b>no</b> server"));
    w.race();
    QTRY_COMPARE(textOf(w.page, "raceStateTitle"), "The race could not be run");
    QCOMPARE(textOf(w.page, "raceStateSentence"), "<b>no</b> server.");
    QVERIFY(part<QWidget>(w.page, "raceState")->toolTip().contains("server"));
}

void TestRacePage::asksBesideALiveSale()
{
    World w;
    w.desk.port.sign = {QStringLiteral("Autumn"), true};
    press(w.page, "raceStart");
    QCOMPARE(w.desk.asker.questions.size(), std::size_t(1));
    QVERIFY(w.desk.asker.questions[0].title.contains("LIVE"));
    QCOMPARE(w.desk.asker.questions[0].action, QString("Run the race"));
    w.desk.asker.answer(false);
    QVERIFY(!w.work.isAtWork());
    press(w.page, "raceStart");
    w.desk.asker.answer(true);
    QVERIFY(w.work.isAtWork());
    w.go.release();
    QTRY_VERIFY(!w.work.isAtWork());
}

/// What it failed of is said in the reader's language; the original is in the tool tip.
void TestRacePage::failsInKorean()
{
    const PictureLook korean("ko", false);
    World w;
    w.result = failure(Trouble::Unavailable, QStringLiteral("the lab's server ended in the race"));
    w.race();
    QTRY_COMPARE(textOf(w.page, "raceStateSentence"), QString("이 작업을 위해 띄운 서버가 끝났습니다."));
    w.result = failure(Trouble::Internal, QStringLiteral("a word of nobody's"));
    w.race();
    QTRY_VERIFY(textOf(w.page, "raceStateSentence").startsWith("자세한 내용은 영어로"));
    QVERIFY(part<QWidget>(w.page, "raceState")->toolTip().contains("a word of nobody"));
}

void TestRacePage::remembersTheRace()
{
    World w;
    w.result->strategy = Strategy::RedisLpopLossy;
    w.result->scenario = RaceScenario::DoubleClick;
    w.race();
    const RacePage another(w.work, {}, w.desk.context);
    QCOMPARE(part<QComboBox>(another, "raceStrategy")->currentText(), "redis-lpop-lossy");
    QCOMPARE(part<QComboBox>(another, "raceScenario")->currentText(), "One user clicks twice");
    QCOMPARE(textOf(another, "raceCount"), "Step 4 of 10");
}

void TestRacePage::switchesRooms()
{
    Lab lab({}, {QStringLiteral("/bin/seonchakd"), {}}, {});
    const PageWorld world;
    LabDesk desk(lab, world.context);
    desk.show();
    QVERIFY(part<QWidget>(desk, "labPage")->isVisible());
    press(desk, "labRace");
    QVERIFY(part<QWidget>(desk, "racePage")->isVisible());
    QVERIFY(!part<QWidget>(desk, "labPage")->isVisible());
}

void TestRacePage::pictures_data()
{
    pictureRows({"race-empty", "race-fault", "race-sound"});
}

void TestRacePage::pictures()
{
    QFETCH(const QString, language);
    QFETCH(const bool, dark);
    QFETCH(const QString, state);
    const PictureLook look(language, dark);
    World w;
    if (state == "race-sound")
        w.result = sound();
    if (state != "race-empty")
        w.race();
    QVERIFY(savePicture(w.page));
    QCOMPARE(cutOff(w.page), QString());
}

QTEST_MAIN(TestRacePage)
#include "tst_race_page.moc"

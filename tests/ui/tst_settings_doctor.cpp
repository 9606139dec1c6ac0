// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The doctor on the settings' page: what it is asked, what it shows, and when that is forgotten.

#include "tests/ui/settings_world.h"
#include "ui/port/doctor_words.h"

#include <QProgressBar>
#include <QTableView>

using namespace seonchak;
using doctor::Check;
using State = doctor::Status;

namespace {

const std::vector<Check> some{
    {"redis-reachable", State::Ok, "Redis answers", ""},
    {"redis-eviction", State::Failed, "maxmemory-policy is allkeys-lru",
     "CONFIG SET maxmemory-policy noeviction"},
    {"redis-clock", State::Skipped, "not looked at", ""},
    {"disk-space", State::Warning, "only 500 MiB free", "Make room"},
};

struct World : SettingsWorld
{
    World()
    {
        settings.exams.answer = [this](const SettingsPort::Changes &, doctor::Tongue) { return answer; };
        open();
        group(7);
    }
    void examine() const { press(*page, "doctorExamine"); }
    QString said() const { return textOf(*page, "doctorLine"); }
    QPushButton *button() const { return part<QPushButton>(*page, "doctorExamine"); }
    QTableView *table() const { return part<QTableView>(*page, "doctorFindings"); }
    /// A column of the table, from the top.
    QStringList column(int column) const
    {
        QStringList texts;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            texts << table()->model()->index(row, column).data().toString();
        return texts;
    }

    Result<SettingsPort::Checks> answer = some;
};

} // namespace

class TestSettingsDoctor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatStandsOnThePageIsExamined();
    void theGraveOnesComeFirst();
    void findingsComeOneByOne();
    void itSpeaksTheReadersLanguage();
    void anEditForgetsWhatWasFound();
    void anEditStopsWhatIsUnderWay();
    void savingForgetsNothing();
    void itCanBeStopped();
    void aMistakeIsNamed();
    void allIsReachedByKeyboard();
    void everyCheckHasAName();
    void thePageMayGoMeanwhile();
};

void TestSettingsDoctor::whatStandsOnThePageIsExamined()
{
    World world;
    QVERIFY(!world.table()->isVisible());
    world.line("redis")->setText("redis://other:6379");
    world.examine();
    QTRY_COMPARE(world.settings.exams.times(), 1);
    const SettingsPort::Changes typed{{"redis", "redis://other:6379"}};
    QCOMPARE(world.settings.exams.asked.at(0), std::make_tuple(typed, doctor::Tongue::English));
    QCOMPARE(world.settings.saves.times(), 0);
    QTRY_VERIFY(world.table()->isVisible());
}

void TestSettingsDoctor::theGraveOnesComeFirst()
{
    World world;
    world.examine();
    QTRY_COMPARE(world.column(0), QStringList({"Fault", "Warning", "Skipped", "Fine"}));
    QCOMPARE(world.column(1),
             QStringList({"Redis: memory", "Disk: space", "Redis: clock", "Redis: connection"}));
    QCOMPARE(world.column(2).first(), "maxmemory-policy is allkeys-lru");
    QCOMPARE(world.column(3).first(), "CONFIG SET maxmemory-policy noeviction");
    QCOMPARE(world.said(), "A sale should not begin yet. Faults: 1 · warnings: 1 · fine: 1 · skipped: 1");
    QCOMPARE(World::part<ToneLabel>(*world.page, "doctorLine")->tone(), theme::Tone::Bad);
    world.answer = SettingsPort::Checks{some[0], some[3]};
    world.examine();
    QTRY_VERIFY2(world.said().startsWith("Nothing stands against a sale. "), qPrintable(world.said()));
    QCOMPARE(world.column(0), QStringList({"Warning", "Fine"}));
}

void TestSettingsDoctor::findingsComeOneByOne()
{
    World world;
    world.settings.exams.hold = true;
    world.examine();
    auto *progress = World::part<QProgressBar>(*world.page, "doctorProgress");
    QVERIFY(progress->isVisible());
    QCOMPARE(world.said(), "Examining: 0 of 24…");
    world.settings.hear(some[0]);
    world.settings.hear(some[1]);
    QCOMPARE(world.said(), "Examining: 2 of 24…");
    QCOMPARE(progress->value(), 2);
    QCOMPARE(world.column(0), QStringList({"Fine", "Fault"}));
    QCOMPARE(world.button()->text(), "Stop");
    world.settings.exams.release();
    QTRY_VERIFY(!progress->isVisible());
    QCOMPARE(world.column(0).size(), 4);
    world.settings.hear(some[0]); // late
    QCOMPARE(world.column(0).size(), 4);
}

void TestSettingsDoctor::itSpeaksTheReadersLanguage()
{
    const PictureLook look("ko", false);
    World world;
    world.examine();
    QTRY_COMPARE(world.settings.exams.times(), 1);
    QCOMPARE(std::get<1>(world.settings.exams.asked.at(0)), doctor::Tongue::Korean);
    QTRY_COMPARE(world.column(0).value(0), QString::fromUtf8("문제"));
}

void TestSettingsDoctor::anEditForgetsWhatWasFound()
{
    World world;
    world.examine();
    QTRY_COMPARE(world.column(0).size(), 4);
    world.page->hide();
    world.page->show(); // it outlasts going to other pages
    QCOMPARE(world.column(0).size(), 4);
    world.line("key-prefix")->setText("autumn");
    QCOMPARE(world.column(0).size(), 0);
    QVERIFY(!world.table()->isVisible());
    QCOMPARE(world.said(), "The settings have changed since: examine again.");
}

void TestSettingsDoctor::anEditStopsWhatIsUnderWay()
{
    World world;
    world.settings.exams.hold = true;
    world.examine();
    QCOMPARE(world.settings.stops, 0);
    world.line("key-prefix")->setText("autumn");
    QCOMPARE(world.settings.stops, 1);
    world.settings.hear(some[0]);
    world.settings.exams.release();
    QTRY_COMPARE(world.button()->text(), "E&xamine");
    QCOMPARE(world.column(0).size(), 0);
    QVERIFY(!world.said().contains("Faults"));
}

void TestSettingsDoctor::savingForgetsNothing()
{
    World world;
    world.line("workers")->setText("5");
    world.examine();
    QTRY_COMPARE(world.column(0).size(), 4);
    world.save();
    QTRY_VERIFY(!world.page->hasChanges());
    QCOMPARE(world.column(0).size(), 4); // It was these settings that were examined.
    QVERIFY(world.table()->isVisible());
}

void TestSettingsDoctor::itCanBeStopped()
{
    World world;
    world.settings.exams.hold = true;
    world.examine();
    world.settings.hear(some[0]);
    world.examine(); // "Stop" by now
    QCOMPARE(world.settings.stops, 1);
    QCOMPARE(world.settings.exams.times(), 1);
    QVERIFY(!world.button()->isEnabled());
    world.answer = SettingsPort::Checks{some[0]};
    world.settings.exams.release();
    QTRY_VERIFY2(world.said().startsWith("Stopped. "), qPrintable(world.said()));
    QCOMPARE(world.column(0), QStringList{"Fine"});
    QVERIFY(world.button()->isEnabled());
}

void TestSettingsDoctor::aMistakeIsNamed()
{
    World world;
    world.answer = failure(Trouble::BadInput, "redis: what a text", {"redis"});
    world.examine();
    QTRY_COMPARE(world.said(), "Correct first: Redis address");
    QCOMPARE(World::part<ToneLabel>(*world.page, "doctorLine")->tone(), theme::Tone::Bad);
    world.answer = failure(Trouble::BadInput, "seonchak.ini is broken in line 3");
    world.examine();
    QTRY_COMPARE(world.said(), "Nothing could be examined: seonchak.ini is broken in line 3");
}

void TestSettingsDoctor::allIsReachedByKeyboard()
{
    World world;
    world.page->activateWindow();
    world.button()->setFocus();
    QTest::keyClick(world.button(), Qt::Key_Space);
    QTRY_COMPARE(world.column(0).size(), 4);
    QTest::keyClick(world.button(), Qt::Key_Tab);
    QTRY_VERIFY(world.table()->hasFocus());
    QTest::keyClick(world.table(), Qt::Key_Down);
    QVERIFY(world.table()->currentIndex().isValid());
    QTest::keyClick(world.table(), Qt::Key_Tab);
    QVERIFY(!world.table()->hasFocus()); // it does not keep the keyboard
    QCOMPARE(world.button()->accessibleName(), "Examine the surroundings");
    QCOMPARE(world.button()->shortcut(), QKeySequence("Alt+X"));
    QVERIFY(!world.table()->accessibleName().isEmpty());
    QVERIFY(!World::part<QProgressBar>(*world.page, "doctorProgress")->accessibleName().isEmpty());
    const auto state = world.table()->model()->index(0, 0);
    QCOMPARE(state.data(Qt::AccessibleTextRole).toString(), "Fault"); // the sign is not all
}

void TestSettingsDoctor::everyCheckHasAName()
{
    const QStringList ids =
        QString("redis-reachable redis-version redis-role redis-eviction redis-persistence redis-commands "
                "redis-scripts redis-expiry redis-foreign redis-clock database-reachable database-writable "
                "database-schema database-unique database-pooler database-fsync partner-reachable disk-space "
                "disk-fsync descriptors config-file secrets port listen-token")
            .split(' ');
    QCOMPARE(ids.size(), doctor::checkCount);
    for (const auto &id : ids)
        QVERIFY2(DoctorWords::name(id) != id, qPrintable(id));
}

void TestSettingsDoctor::thePageMayGoMeanwhile()
{
    World world;
    world.settings.exams.hold = true;
    world.examine();
    world.page.reset();
    QCOMPARE(world.settings.stops, 1);
    world.settings.hear(some[0]);
    world.settings.exams.release();
}

QTEST_MAIN(TestSettingsDoctor)
#include "tst_settings_doctor.moc"

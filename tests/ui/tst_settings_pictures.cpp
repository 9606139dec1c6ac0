// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The settings' page as pictures to look at, and that nothing in them is cut off.

#include "core/doctor/doctor.h"
#include "tests/ui/contrast.h"
#include "tests/ui/settings_world.h"
#include "ui/port/doctor_words.h"

#include <QTableView>

using namespace seonchak;
using World = SettingsWorld;

namespace {

/// What a real examination finds where little is right.
std::vector<doctor::Check> findings()
{
    doctor::Surroundings here;
    here.redis = RedisAddress::parse("redis://127.0.0.1:1").value_or(RedisAddress{});
    here.database.path = "/no/such/folder/seonchak.sqlite";
    here.dataDir = QDir::tempPath();
    here.live = true;
    here.port = 0;
    auto found = doctor::examine(here, DoctorWords::tongue());
    std::ranges::find(found, QString("disk-space"), &doctor::Check::id)->status = doctor::Status::Warning;
    return found;
}

void examine(World &world, bool isRunning)
{
    const auto found = findings();
    world.settings.exams.hold = isRunning;
    world.settings.exams.answer = [found](const SettingsPort::Changes &, doctor::Tongue) {
        return Result<SettingsPort::Checks>(found);
    };
    press(*world.page, "doctorExamine");
    for (std::size_t i = 0; isRunning && i < 7; ++i)
        world.settings.hear(found[i]);
    const auto *table = World::part<QTableView>(*world.page, "doctorFindings");
    QTRY_COMPARE(table->model()->rowCount(), isRunning ? 7 : doctor::checkCount);
    // The words of no cell are cut off.
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        QVERIFY2(static_cast<const QAbstractItemView *>(table)->sizeHintForRow(row) <= table->rowHeight(row),
                 qPrintable(QString::number(row)));
        for (const int column : {0, 1}) {
            const auto index = table->model()->index(row, column);
            const int words = table->fontMetrics().horizontalAdvance(index.data().toString());
            const int sign = column == 0 ? 16 : 0;
            QVERIFY2(words + sign < table->visualRect(index).width(), qPrintable(index.data().toString()));
        }
    }
}

} // namespace

class TestSettingsPictures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pictures_data();
    void pictures();
};

void TestSettingsPictures::pictures_data()
{
    pictureRows({"settings-sale", "settings-server", "settings-redis", "settings-store", "settings-broken",
                 "settings-appearance", "settings-doctor", "settings-doctor-running"});
}

void TestSettingsPictures::pictures()
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    QFETCH(QString, state);
    const PictureLook look(language, dark);
    World world;
    world.settings["redis-password"].kept = SettingRow::Kept::Keychain;
    world.settings["workers"].fixedBy = "SEONCHAK_WORKERS";
    world.settings["workers"].source = SettingRow::Source::Environment;
    world.settings["sale-mode"].running = "live";
    if (state == "settings-broken")
        world.settings.file = failure(
            Trouble::BadInput, "the config file /home/lee/.config/seonchak/seonchak.ini is broken in "
                               "line 3: \"worker 4\" does not read key=value. Repair that line, or put "
                               "; before it");
    if (state == "settings-server")
        world.settings.secrets = "/home/lee/.config/seonchak/secrets.ini";
    world.settings.wrong = {"127.0.0.1:99999"};
    world.settings.tests.answer = [](const QString &, const SettingsPort::Changes &) {
        return QString("Redis 7.0.15");
    };
    world.open();
    const QStringList groups{"sale",     "server", "redis",  "database",  "store",
                             "strategy", "logs",   "doctor", "appearance"};
    world.group(std::max(0, int(groups.indexOf(state.section('-', 1, 1)))));
    if (state.startsWith("settings-doctor"))
        examine(world, state.endsWith("running"));
    if (state == "settings-server")
        world.line("listen")->setText("127.0.0.1:99999");
    if (state == "settings-redis") {
        press(*world.page, "setting-redis-test");
        QTRY_COMPARE(World::part<ToneLabel>(*world.page, "setting-redis-result")->tone(), theme::Tone::Good);
        world.line("key-prefix")->setText("autumn");
    }
    QVERIFY(savePicture(*world.page));
    QTRY_COMPARE(cutOff(*world.page), QString());
    QCOMPARE(contrast::tooFaint(*world.page), QString());
    QVERIFY2(world.page->minimumSizeHint().width() <= 1000,
             qPrintable(QString::number(world.page->minimumSizeHint().width())));
}

QTEST_MAIN(TestSettingsPictures)
#include "tst_settings_pictures.moc"

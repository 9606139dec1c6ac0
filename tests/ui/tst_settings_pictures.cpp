// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The settings' page as pictures to look at, and that nothing in them is cut off.

#include "tests/ui/settings_world.h"

using namespace seonchak;
using World = SettingsWorld;

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
                 "settings-appearance"});
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
    const QStringList groups{"sale",  "server",   "redis", "database",
                             "store", "strategy", "logs",  "appearance"};
    world.group(std::max(0, int(groups.indexOf(state.mid(9)))));
    if (state == "settings-server")
        world.line("listen")->setText("127.0.0.1:99999");
    if (state == "settings-redis") {
        press(*world.page, "setting-redis-test");
        QTRY_COMPARE(World::part<ToneLabel>(*world.page, "setting-redis-result")->tone(), theme::Tone::Good);
        world.line("key-prefix")->setText("autumn");
    }
    QVERIFY(savePicture(*world.page));
    QTRY_COMPARE(cutOff(*world.page), QString());
    QVERIFY2(world.page->minimumSizeHint().width() <= 1000,
             qPrintable(QString::number(world.page->minimumSizeHint().width())));
}

QTEST_MAIN(TestSettingsPictures)
#include "tst_settings_pictures.moc"

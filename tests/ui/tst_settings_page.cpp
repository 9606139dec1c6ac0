// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The settings' page: what it shows, what it refuses and names, what it saves, and what it never shows.

#include "tests/ui/settings_world.h"

#include <QSignalSpy>

using namespace seonchak;
using World = SettingsWorld;

class TestSettingsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyOptionHasItsField();
    void nothingIsSavedWithoutAChange();
    void whatIsTypedIsSaved();
    void theTrailGetsOldAndNewWithoutSecrets();
    void aMistakeIsNamedAndNotSaved();
    void aRefusalPointsAtItsField();
    void aFileThatCannotBeWrittenIsTold();
    void revertTakesEverythingBack();
    void whatOthersDecideIsFixed();
    void restartsAreCounted();
    void aSecretIsNeverShown();
    void aSecretMayBeForgotten();
    void theNoteSaysWhereSecretsAre();
    void testTriesWhatIsTyped();
    void aTestThatFailsSaysWhy();
    void anAnswerToAnotherTextIsDropped();
    void aBrokenFileIsTold();
    void liveAsksBeforeAnotherSale();
    void languageAndThemeAreTold();
    void typedTextOutlastsLeaving();
    void thePageMayGoWhileItSaves();
};

void TestSettingsPage::everyOptionHasItsField()
{
    World world;
    world.open();
    for (const auto &row : world.settings.now) {
        auto *edit = world.page->findChild<QWidget *>("setting-" + row.key);
        QVERIFY2(edit, qPrintable(row.key));
        QVERIFY2(!edit->accessibleName().isEmpty() && edit->accessibleName() != row.key, qPrintable(row.key));
        QVERIFY2(!world.hint(row.key.toLatin1()).isEmpty(), qPrintable(row.key));
    }
    QCOMPARE(World::part<QListWidget>(*world.page, "settingsGroups")->count(), 10);
    // Once for each group, and not where it counts at once.
    QVERIFY(World::textOf(*world.page, "settingsNote-redis").contains("next start"));
    QVERIFY(!world.page->findChild<QLabel *>("settingsNote-logs"));
    QCOMPARE(World::textOf(*world.page, "setting-redis-boxLabel"), "Redis address");
}

void TestSettingsPage::nothingIsSavedWithoutAChange()
{
    World world;
    world.open();
    QVERIFY(!world.maySave());
    world.line("workers")->setText("5");
    QVERIFY(world.maySave());
    QCOMPARE(world.sentence(), "Changed and not saved: HTTP threads");
    world.line("workers")->setText("4");
    QVERIFY(!world.maySave());
}

void TestSettingsPage::whatIsTypedIsSaved()
{
    World world;
    world.open();
    world.line("workers")->setText(" 8 ");
    auto *mode = World::part<QComboBox>(*world.page, "setting-sale-mode");
    mode->setCurrentIndex(1);
    world.save();
    QTRY_COMPARE(world.settings.saves.times(), 1);
    const SettingsPort::Changes wanted{{"workers", "8"}, {"sale-mode", "live"}};
    QCOMPARE(std::get<0>(world.settings.saves.asked.at(0)), wanted);
    QTRY_COMPARE(world.sentence(), "Saved.");
    QCOMPARE(World::textOf(*world.page, "settingsRestartNote"),
             "2 saved changes take effect after a restart: Mode, HTTP threads");
    QCOMPARE(World::textOf(*world.page, "setting-workers-running"),
             "Saved. Until it is restarted, this program runs with: 4");
    QCOMPARE(World::textOf(*world.page, "setting-sale-mode-running"),
             "Saved. Until it is restarted, this program runs with: TEST");
    QVERIFY(!world.maySave());
    QCOMPARE(world.line("workers")->text(), "8");
}

void TestSettingsPage::theTrailGetsOldAndNewWithoutSecrets()
{
    World world;
    world.open();
    world.line("redis-password")->setText("hush");
    world.line("workers")->setText("9");
    world.save();
    QTRY_COMPARE(world.port.recorded.times(), 1);
    const QString detail = QString::fromUtf8("changed: workers: 4 → 9; redis-password: (none) → (secret)");
    QCOMPARE(world.port.recorded.asked.at(0), std::make_tuple(QString("settings"), detail, QString("done")));
}

void TestSettingsPage::aMistakeIsNamedAndNotSaved()
{
    World world;
    world.settings.wrong = {"127.0.0.1:99999", "2", "soon", ""};
    world.open();
    world.line("listen")->setText("127.0.0.1:99999");
    QVERIFY2(world.hint("listen").contains("0 to 65535"), qPrintable(world.hint("listen")));
    world.line("store-failure-rate")->setText("200 %");
    QCOMPARE(world.hint("store-failure-rate"), "A percentage from 0 % to 100 %, for example 10 %.");
    world.line("store-timeout-ms")->setText("soon");
    QVERIFY2(world.hint("store-timeout-ms").startsWith("A time from"),
             qPrintable(world.hint("store-timeout-ms")));
    world.line("store-timeout-ms")->setText("2 s");
    world.line("key-prefix")->clear();
    QVERIFY(world.hint("key-prefix").startsWith("1 to 64"));
    QVERIFY(!world.maySave());
    QCOMPARE(world.sentence(),
             "Cannot be saved yet. Correct: Listen address, Key prefix, Mock: share refused");
    const auto *groups = World::part<QListWidget>(*world.page, "settingsGroups");
    QCOMPARE(groups->item(1)->text(), "Server !");
    world.line("listen")->setText("127.0.0.1:9999");
    QVERIFY(!world.hint("listen").contains("0 to 65535"));
    QCOMPARE(groups->item(1)->text(), QString::fromUtf8("Server •"));
    QCOMPARE(world.settings.saves.times(), 0);
}

void TestSettingsPage::aRefusalPointsAtItsField()
{
    World world;
    world.settings.saves.answer = [](const SettingsPort::Changes &) {
        return failure(Trouble::BadInput, "listen 0.0.0.0 needs a token", {"listen"});
    };
    world.open();
    world.group(0);
    world.line("listen")->setText("0.0.0.0:80");
    world.save();
    QTRY_VERIFY(world.sentence().startsWith("Nothing was saved: Listen address"));
    QVERIFY(world.line("listen")->isVisible());
    QTRY_VERIFY(world.line("listen")->hasFocus());
    QCOMPARE(world.line("listen")->text(), "0.0.0.0:80");
    QCOMPARE(std::get<2>(world.port.recorded.asked.at(0)), "refused: listen");
}

void TestSettingsPage::aFileThatCannotBeWrittenIsTold()
{
    World world;
    world.settings.saves.answer = [](const SettingsPort::Changes &) {
        return failure(Trouble::Unavailable, "seonchak.ini cannot be written: No space left on device");
    };
    world.open();
    world.line("workers")->setText("5");
    world.save();
    QTRY_VERIFY2(world.sentence().contains("There is no room left"), qPrintable(world.sentence()));
    QVERIFY(World::part<QLabel>(*world.page, "settingsLine")->toolTip().contains("No space left"));
    QVERIFY(world.maySave()); // once there is room again
    QCOMPARE(world.line("workers")->text(), "5");
}

void TestSettingsPage::revertTakesEverythingBack()
{
    World world;
    world.settings.wrong = {"x"};
    world.open();
    world.line("workers")->setText("x");
    World::part<QComboBox>(*world.page, "setting-strategy")->setCurrentIndex(1);
    press(*world.page, "settingsRevert");
    QCOMPARE(world.line("workers")->text(), "4");
    QCOMPARE(World::part<QComboBox>(*world.page, "setting-strategy")->currentText(), "saga");
    QVERIFY(!world.page->hasChanges());
    QVERIFY(!world.hint("workers").contains("whole number"));
    QVERIFY(!World::part<QPushButton>(*world.page, "settingsRevert")->isEnabled());
}

void TestSettingsPage::whatOthersDecideIsFixed()
{
    World world;
    world.settings["redis"].fixedBy = "--redis";
    world.settings["redis"].source = SettingRow::Source::CommandLine;
    world.settings["workers"].fixedBy = "SEONCHAK_WORKERS";
    world.settings["workers"].source = SettingRow::Source::Environment;
    world.open();
    QVERIFY(!world.line("redis")->isEnabled());
    QCOMPARE(world.hint("redis"), "Set by --redis on the command line: change it there.");
    QCOMPARE(world.hint("workers"), "Set by SEONCHAK_WORKERS in the environment: change it there.");
}

void TestSettingsPage::restartsAreCounted()
{
    World world;
    world.settings["workers"].running = "2";
    world.settings["log-level"].running = "debug"; // takes effect at once
    world.open();
    QCOMPARE(World::textOf(*world.page, "settingsRestartNote"),
             "1 saved change takes effect after a restart: HTTP threads");
    QVERIFY(World::part<QWidget>(*world.page, "settingsRestartCard")->isVisible());
    QVERIFY(!world.page->findChild<QLabel *>("setting-log-level-running"));
    QSignalSpy asked(world.page.get(), &SettingsPage::restartAsked);
    world.line("workers")->setText("7");
    press(*world.page, "settingsRestart");
    QVERIFY(asked.isEmpty() && world.sentence().startsWith("Save or revert first"));
    press(*world.page, "settingsRevert");
    press(*world.page, "settingsRestart");
    QCOMPARE(asked.size(), 1);
    world.settings["workers"].running = "4";
    world.page->refresh();
    QVERIFY(!World::part<QWidget>(*world.page, "settingsRestartCard")->isVisible());
}

void TestSettingsPage::aSecretIsNeverShown()
{
    World world;
    world.settings["redis-password"].kept = SettingRow::Kept::Keychain;
    world.open();
    auto *line = world.line("redis-password");
    QCOMPARE(line->echoMode(), QLineEdit::Password);
    QCOMPARE(line->text(), QString());
    QCOMPARE(line->placeholderText(), "stored in the keychain");
    line->setText("hush");
    world.save();
    QTRY_COMPARE(world.settings.saves.times(), 1);
    QTRY_COMPARE(world.line("redis-password")->text(), QString());
}

void TestSettingsPage::aSecretMayBeForgotten()
{
    World world;
    world.settings["redis-password"].kept = SettingRow::Kept::Keychain;
    world.open();
    world.group(2);
    press(*world.page, "setting-redis-password-forget");
    QVERIFY(world.maySave());
    world.save();
    QTRY_COMPARE(world.settings.saves.times(), 1);
    const SettingsPort::Changes wanted{{"redis-password", QString()}};
    QCOMPARE(std::get<0>(world.settings.saves.asked.at(0)), wanted);
    QTRY_COMPARE(world.line("redis-password")->placeholderText(), "none stored");
}

void TestSettingsPage::theNoteSaysWhereSecretsAre()
{
    QCoreApplication::setApplicationVersion("9.8.7+6.g5");
    World world;
    world.open();
    QVERIFY(World::textOf(*world.page, "settingsPlaces").contains("system's keychain"));
    QVERIFY(World::textOf(*world.page, "settingsPlaces").endsWith(" Seonchak 9.8.7+6.g5."));
    world.settings.secrets = "/etc/seonchak/secrets.ini";
    world.settings["redis-password"].kept = SettingRow::Kept::File;
    world.page->refresh();
    QVERIFY(World::textOf(*world.page, "settingsPlaces").contains("/etc/seonchak/secrets.ini"));
    QVERIFY(World::textOf(*world.page, "settingsPlaces").contains("0600"));
    QCOMPARE(world.line("redis-password")->placeholderText(), "stored in /etc/seonchak/secrets.ini");
}

void TestSettingsPage::testTriesWhatIsTyped()
{
    World world;
    world.settings.tests.answer = [](const QString &, const SettingsPort::Changes &) {
        return QString("Redis 7.0.15");
    };
    world.open();
    world.group(2);
    world.line("redis")->setText("redis://other:6379");
    press(*world.page, "setting-redis-test");
    QTRY_COMPARE(World::textOf(*world.page, "setting-redis-result"), "Connected: Redis 7.0.15");
    const SettingsPort::Changes typed{{"redis", "redis://other:6379"}};
    QCOMPARE(world.settings.tests.asked.at(0), std::make_tuple(QString("redis"), typed));
    QCOMPARE(world.settings.saves.times(), 0);
}

void TestSettingsPage::aTestThatFailsSaysWhy()
{
    World world;
    world.settings.tests.hold = true;
    world.settings.tests.answer = [](const QString &, const SettingsPort::Changes &) {
        return failure(Trouble::Unavailable, "Connection refused");
    };
    world.open();
    world.group(3);
    press(*world.page, "setting-database-test");
    auto *result = World::part<ToneLabel>(*world.page, "setting-database-result");
    QTRY_COMPARE(result->tone(), theme::Tone::Waiting);
    QVERIFY(!World::part<QPushButton>(*world.page, "setting-database-test")->isEnabled());
    world.settings.tests.release();
    QTRY_COMPARE(result->text(),
                 "Not connected: Nothing listens at this address and port. (Connection refused)");
    QCOMPARE(result->tone(), theme::Tone::Bad);
    QVERIFY(World::part<QPushButton>(*world.page, "setting-database-test")->isEnabled());
}

void TestSettingsPage::anAnswerToAnotherTextIsDropped()
{
    World world;
    world.settings.tests.hold = true;
    world.settings.tests.answer = [](const QString &, const SettingsPort::Changes &) {
        return QString("old");
    };
    world.open();
    world.group(2);
    press(*world.page, "setting-redis-test");
    world.line("redis")->setText("redis://other:6379");
    world.settings.tests.release();
    QTRY_VERIFY(World::part<QPushButton>(*world.page, "setting-redis-test")->isEnabled());
    QVERIFY(!World::part<QLabel>(*world.page, "setting-redis-result")->isVisible());
}

void TestSettingsPage::aBrokenFileIsTold()
{
    World world;
    world.settings.file = failure(Trouble::BadInput, "seonchak.ini is broken in line 3");
    world.open();
    world.line("workers")->setText("5");
    QVERIFY(World::textOf(*world.page, "settingsFileTrouble").contains("broken in line 3"));
    QVERIFY(World::part<QWidget>(*world.page, "settingsFileCard")->isVisible());
    QVERIFY(!world.maySave());
    world.settings.file = {};
    press(*world.page, "settingsReadAgain");
    QVERIFY(!World::part<QWidget>(*world.page, "settingsFileCard")->isVisible());
    QVERIFY(world.maySave());
    QCOMPARE(world.line("workers")->text(), "5"); // nothing typed was lost
}

void TestSettingsPage::liveAsksBeforeAnotherSale()
{
    World world;
    world.port.sign = {"Autumn", true};
    world.open();
    world.line("workers")->setText("5");
    world.save();
    QTRY_COMPARE(world.settings.saves.times(), 1); // harms nobody
    QTRY_VERIFY(!world.page->hasChanges());
    world.line("database")->setText("sqlite");
    world.save();
    QCOMPARE(world.asker.questions.size(), std::size_t(1));
    QVERIFY(world.asker.questions.at(0).consequence.contains("Database address"));
    QCOMPARE(world.asker.questions.at(0).typed, "Autumn");
    world.asker.answer(false);
    QCOMPARE(world.settings.saves.times(), 1);
    world.save();
    world.asker.answer(true);
    QTRY_COMPARE(world.settings.saves.times(), 2);
}

void TestSettingsPage::languageAndThemeAreTold()
{
    World world;
    world.open();
    QSignalSpy languages(world.page.get(), &SettingsPage::languageChosen);
    QSignalSpy themes(world.page.get(), &SettingsPage::themeChosen);
    world.page->setLanguage("ko");
    world.page->setTheme("dark");
    QVERIFY(languages.isEmpty() && themes.isEmpty());
    auto *language = World::part<QComboBox>(*world.page, "appearanceLanguage");
    auto *theme = World::part<QComboBox>(*world.page, "appearanceTheme");
    QCOMPARE(language->currentIndex(), 1);
    QCOMPARE(theme->currentIndex(), 2);
    language->setCurrentIndex(2);
    theme->setCurrentIndex(0);
    QCOMPARE(languages.first().first().toString(), "en");
    QCOMPARE(themes.first().first().toString(), "system");
    world.page->refresh(); // the same boxes in the pages made anew
    QCOMPARE(language->currentIndex(), 2);
}

void TestSettingsPage::typedTextOutlastsLeaving()
{
    World world;
    world.open();
    world.line("workers")->setText("5");
    world.page->hide();
    world.page->show();
    QCOMPARE(world.line("workers")->text(), "5");
}

void TestSettingsPage::thePageMayGoWhileItSaves()
{
    World world;
    world.settings.saves.hold = world.settings.tests.hold = true;
    world.open();
    world.group(2);
    press(*world.page, "setting-redis-test");
    world.line("workers")->setText("5");
    world.save();
    QTRY_COMPARE(world.settings.saves.times(), 1);
    world.page.reset();
    world.settings.saves.release();
    world.settings.tests.release();
    QCOMPARE(world.port.recorded.times(), 0);
}

QTEST_MAIN(TestSettingsPage)
#include "tst_settings_page.moc"

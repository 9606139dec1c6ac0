// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of the settings' page: passwords that are not legible, units, texts that are too long, what a
// test in vain means for saving, and that another language loses nothing.

#include "tests/ui/settings_world.h"
#include "ui/parts/reach_words.h"
#include "ui/settings/change_record.h"

#include <QClipboard>
#include <QScrollArea>
#include <QScrollBar>

using namespace seonchak;
using World = SettingsWorld;

class TestSettingsFields : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fieldsHaveTheWordsOfTheirOptions();
    void whatWasNotReachedAsksBeforeItIsSaved();
    void usualFailuresHaveWords_data();
    void usualFailuresHaveWords();
    void failuresAreToldInKorean();
    void aPasswordInAUrlIsHiddenWhileItIsTyped();
    void ratesAndTimesHaveUnits_data();
    void ratesAndTimesHaveUnits();
    void anotherLanguageKeepsPlaceAndText();
    void whatIsTooLongIsNotTaken_data();
    void whatIsTooLongIsNotTaken();
    void theRecordHidesPasswords();
};

void TestSettingsFields::fieldsHaveTheWordsOfTheirOptions()
{
    World world;
    world.settings.wrong = {"no such url"};
    world.open();
    QCOMPARE(world.line("store-seed")->placeholderText(), "another one at each start");
    QCOMPARE(world.line("data-dir")->placeholderText(), "the system's usual folder for data");
    QCOMPARE(world.line("allow-host")->placeholderText(), "not set");
    const auto *foreign = World::part<QComboBox>(*world.page, "setting-foreign-keys");
    QCOMPARE(foreign->itemText(1), "adopt: take the coupons over");
    QCOMPARE(foreign->itemData(1).toString(), "adopt");
    QCOMPARE(World::textOf(*world.page, "setting-store-password-boxLabel"), "Store password");
    QVERIFY(world.hint("store-password").startsWith("Kept apart from the address"));
    QVERIFY(world.hint("admin-token").startsWith("The token itself"));
    world.line("store")->setText("no such url");
    QVERIFY2(world.hint("store").startsWith("Write mock"), qPrintable(world.hint("store")));
}

void TestSettingsFields::whatWasNotReachedAsksBeforeItIsSaved()
{
    World world;
    world.settings.tests.answer = [](const QString &, const SettingsPort::Changes &) {
        return failure(Trouble::Unavailable, "Connection refused");
    };
    world.open();
    world.group(2);
    world.line("redis")->setText("redis://127.0.0.1:1");
    press(*world.page, "setting-redis-test");
    QTRY_VERIFY(World::textOf(*world.page, "setting-redis-result").startsWith("Not connected"));
    world.save();
    QCOMPARE(world.asker.questions.size(), std::size_t(1));
    const Question question = world.asker.questions.at(0);
    QVERIFY2(question.consequence.contains("Redis address") && question.consequence.contains("503"),
             qPrintable(question.consequence));
    QCOMPARE(question.action, "Save anyway");
    QCOMPARE(question.typed, QString());
    world.asker.answer(false);
    QCOMPARE(world.settings.saves.times(), 0);
    QCOMPARE(world.line("redis")->text(), "redis://127.0.0.1:1");
    // Another address has not been tried: nobody knows better.
    world.line("redis")->setText("redis://127.0.0.1:2");
    world.save();
    QTRY_COMPARE(world.settings.saves.times(), 1);
    QCOMPARE(world.asker.questions.size(), std::size_t(1));
}

void TestSettingsFields::usualFailuresHaveWords_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("begin");
    QTest::newRow("refused") << "Connection refused" << "Nothing listens";
    QTest::newRow("curl") << "Couldn't connect to server" << "Nothing listens";
    QTest::newRow("no host") << "Name or service not known" << "There is no host";
    QTest::newRow("no host, libpq")
        << "could not translate host name \"x\" to address: Name or service not known" << "There is no host";
    QTest::newRow("no host, curl") << "Couldn't resolve host name" << "There is no host";
    QTest::newRow("wrong kind") << "Protocol error, got \"H\" as reply type byte" << "Another kind";
    QTest::newRow("wrong kind, libpq") << "received invalid response to SSL negotiation: H" << "Another kind";
    QTest::newRow("password") << "WRONGPASS invalid username-password pair or user is disabled."
                              << "The user or the password";
    QTest::newRow("password, libpq")
        << "connection to server at \"h\", port 5432 failed: FATAL:  password authentication failed for user"
        << "The user or the password";
    QTest::newRow("no database") << "FATAL:  database \"x\" does not exist" << "There is no such database";
    QTest::newRow("late") << "no answer in time" << "Nobody answers";
    QTest::newRow("late, curl") << "Timeout was reached" << "Nobody answers";
    QTest::newRow("certificate") << "SSL peer certificate or SSH remote key was not OK" << "No encrypted";
    QTest::newRow("another") << "the moon is in the way" << "the moon is in the way";
}

void TestSettingsFields::usualFailuresHaveWords()
{
    QFETCH(QString, raw);
    QFETCH(QString, begin);
    const QString words = ReachWords::because(raw);
    QVERIFY2(words.startsWith(begin), qPrintable(words));
    QVERIFY(words.contains(raw));
}

void TestSettingsFields::failuresAreToldInKorean()
{
    const QString full = QStringLiteral("OOM command not allowed when used memory > 'maxmemory'.");
    QCOMPARE(ReachWords::told(full), QString("There is no room left: its memory or its disk is full."));
    QCOMPARE(ReachWords::told("another save is under way"), QString("Another save is under way."));
    const PictureLook korean("ko", false);
    QVERIFY(ReachWords::told(full).startsWith("남은 공간이 없습니다."));
    QVERIFY(ReachWords::told("another save is under way").startsWith("자세한 내용은 영어로"));
    SettingsWorld world;
    world.settings.file =
        failure(Trouble::BadInput, QStringLiteral("the config file a.ini is broken in line 7: "
                                                  "\"x\" does not read key=value"));
    world.open();
    const QString told = World::textOf(*world.page, "settingsFileTrouble");
    QVERIFY2(told.contains("7번째 줄이") && !told.contains("broken"), qPrintable(told));
    QVERIFY(World::part<QLabel>(*world.page, "settingsFileTrouble")->toolTip().contains("broken in line 7"));
}

void TestSettingsFields::aPasswordInAUrlIsHiddenWhileItIsTyped()
{
    World world;
    world.open();
    world.group(2);
    auto *line = world.line("redis");
    auto *show = World::part<QPushButton>(*world.page, "setting-redis-show");
    line->clear();
    QVERIFY(!show->isVisible());
    const QString url = "redis://shop:hunter2@10.0.0.9:6379/0";
    for (const QChar c : url) {
        QTest::keyClicks(line, c);
        QVERIFY2(!line->text().contains("hunt"), qPrintable(line->text()));
    }
    QCOMPARE(line->text(), QString::fromUtf8("redis://shop:•••••••@10.0.0.9:6379/0"));
    QVERIFY(show->isVisible());
    // In the middle of it: one sign out, another in.
    line->setCursorPosition(int(url.indexOf("hunter2")) + 2);
    QTest::keyClick(line, Qt::Key_Backspace);
    QTest::keyClicks(line, "U");
    QTest::mouseClick(show, Qt::LeftButton);
    QCOMPARE(line->text(), "redis://shop:hUnter2@10.0.0.9:6379/0");
    QTest::mouseClick(show, Qt::LeftButton);
    QVERIFY(!line->text().contains("hUnter2"));
    world.save();
    QTRY_COMPARE(world.settings.saves.times(), 1);
    QCOMPARE(std::get<0>(world.settings.saves.asked.at(0)).value("redis"),
             "redis://shop:hUnter2@10.0.0.9:6379/0");
}

void TestSettingsFields::ratesAndTimesHaveUnits_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("saved");
    QTest::addColumn<QString>("tidied");
    const QByteArray rate("store-failure-rate");
    const QByteArray time("store-timeout-ms");
    QTest::newRow("25 %") << rate << "25 %" << "0.25" << "25 %";
    QTest::newRow("25") << rate << "25" << "0.25" << "25 %";
    QTest::newRow("2,5%") << rate << "2,5%" << "0.025" << "2.5 %";
    QTest::newRow("3s") << time << "3s" << "3000" << "3 s";
    QTest::newRow("3 s") << time << "3 s" << "3000" << "3 s";
    QTest::newRow("1500") << time << "1500" << "1500" << "1500 ms";
    QTest::newRow("1.5 s") << time << "1.5 s" << "1500" << "1500 ms";
    QTest::newRow("1 min") << time << "1 min" << "60000" << "60 s";
    QTest::newRow("in Korean") << time << QString::fromUtf8("3초") << "3000" << "3 s";
}

void TestSettingsFields::ratesAndTimesHaveUnits()
{
    QFETCH(QByteArray, key);
    QFETCH(QString, typed);
    QFETCH(QString, saved);
    World world;
    world.open();
    world.group(4);
    QCOMPARE(world.line("store-failure-rate")->text(), "10 %");
    QCOMPARE(world.line("store-timeout-ms")->text(), "2 s");
    auto *line = world.line(key.constData());
    line->setFocus();
    line->setText(typed);
    QTest::keyClick(line, Qt::Key_Return);
    QTEST(line->text(), "tidied");
    world.save();
    QTRY_COMPARE(world.settings.saves.times(), 1);
    const SettingsPort::Changes wanted{{key, saved}};
    QCOMPARE(std::get<0>(world.settings.saves.asked.at(0)), wanted);
}

/// The window makes its pages anew for another language.
void TestSettingsFields::anotherLanguageKeepsPlaceAndText()
{
    World world;
    world.settings["redis-password"].kept = SettingRow::Kept::File;
    world.open();
    world.page->resize(1000, 420); // so small that the group scrolls
    world.group(4);
    auto bar = [&world] {
        return World::part<QScrollArea>(*world.page, "settingsArea-store")->verticalScrollBar();
    };
    QTRY_VERIFY(bar()->maximum() > 60);
    bar()->setValue(60);
    world.line("redis")->setText("redis://shop:hunter2@h");
    world.line("store-timeout-ms")->setText("soo");
    World::part<QPushButton>(*world.page, "setting-redis-password-forget")->click();
    world.page.reset();
    world.open();
    world.page->resize(1000, 420);
    QCOMPARE(World::part<QListWidget>(*world.page, "settingsGroups")->currentRow(), 4);
    QTRY_COMPARE(bar()->value(), 60);
    QCOMPARE(world.line("store-timeout-ms")->text(), "soo");
    QCOMPARE(world.line("redis")->text(), QString::fromUtf8("redis://shop:•••••••@h"));
    QVERIFY(world.hint("redis-password").contains("forgotten"));
    QVERIFY(world.settings.draft.typed.isEmpty()); // nobody keeps a password longer than needed
}

void TestSettingsFields::whatIsTooLongIsNotTaken_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("size");
    for (const char *key : {"redis", "workers", "sale-name", "redis-password", "store-timeout-ms"}) {
        QTest::addRow("%s, a little", key) << QByteArray(key) << 2001;
        QTest::addRow("%s, 10 MB", key) << QByteArray(key) << 10'000'000;
    }
}

void TestSettingsFields::whatIsTooLongIsNotTaken()
{
    QFETCH(QByteArray, key);
    QFETCH(int, size);
    World world;
    world.open();
    auto *line = world.line(key.constData());
    line->setText("12");
    QApplication::clipboard()->setText(QString(size, 'x'));
    line->selectAll();
    line->paste();
    QTRY_COMPARE(line->text(), "12");
    QVERIFY2(world.hint(key.constData()).startsWith("Longer than 2,000"),
             qPrintable(world.hint(key.constData())));
    QVERIFY(world.maySave()); // what stood here is as good as before
    line->setText("13");
    QVERIFY(!world.hint(key.constData()).startsWith("Longer"));
}

void TestSettingsFields::theRecordHidesPasswords()
{
    World world;
    world.settings["redis-password"].kept = SettingRow::Kept::File;
    const QString record =
        changeRecord(world.settings.now, {{"redis", "redis://shop:hunter2@10.0.0.9:6379/0"},
                                          {"redis-password", ""},
                                          {"database", "postgresql://h/n?password=hunter3&sslmode=require"},
                                          {"store", "https://:hunter4@store.example/"},
                                          {"sale-name", ""},
                                          {"allow-host", QString(5000, 'h')}});
    QVERIFY2(!record.contains("hunter"), qPrintable(record));
    QVERIFY2(record.startsWith(QString::fromUtf8("changed: sale-name: Autumn → (empty); ")),
             qPrintable(record));
    QVERIFY2(record.contains(
                 QString::fromUtf8("redis: redis://shop@10.0.0.7:6379/0 → redis://shop:***@10.0.0.9:6379/0; "
                                   "redis-password: (secret) → (none)")),
             qPrintable(record));
    QVERIFY(record.size() < 1000);
}

QTEST_MAIN(TestSettingsFields)
#include "tst_settings_fields.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/page_world.h"
#include "ui/lab/lab_form.h"
#include "ui/lab/lab_words.h"
#include "ui/lab/run_clock.h"

#include <QCheckBox>
#include <QFile>
#include <QStandardItemModel>
#include <QTemporaryDir>

using namespace seonchak;

namespace {

/// Puts a text into a field as a person does who pastes it.
void paste(const QWidget &form, const char *field, const QString &text)
{
    auto *widget = part<QWidget>(form, field);
    auto *line = qobject_cast<QLineEdit *>(widget);
    if (!line)
        line = widget->findChild<QLineEdit *>();
    line->selectAll();
    line->insert(text);
}

QString hintOf(const QWidget &form, const char *field)
{
    return textOf(form, qPrintable(QLatin1String(field) + QStringLiteral("Hint")));
}

/// A JMeter for as long as it lives, or none.
class WithJmeter
{
public:
    explicit WithJmeter(bool there) { qputenv("JMETER", there ? "/bin/true" : "/nonexistent/jmeter"); }
    ~WithJmeter() { qunsetenv("JMETER"); }
    WithJmeter(const WithJmeter &) = delete;
    WithJmeter &operator=(const WithJmeter &) = delete;
};

lab::Progress progressOf(int run, lab::Step step, qint64 answered, double secondsLeft = -1)
{
    return {run, 4, {QStringLiteral("sqlite"), Strategy::Saga, 0}, answered, 1000, secondsLeft, step};
}

} // namespace

class TestLabForm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysBesideAFieldWhatIsWrong_data();
    void saysBesideAFieldWhatIsWrong();
    void takesWhatWasPastedWithALineEnd();
    void cutsOffWhatNobodyTypes();
    void asksForAChoice();
    void showsTheDocumentsNumbersAndGivesBackTheOwn();
    void followsJmeter();
    void aimsAtAnOpening();
    void tellsOfTheOpening();
    void saysWhyThereIsNoJmeter();
    void remembersAllButThePassword();
    void startsWithTheUsualValuesWhereTheFileIsBroken_data();
    void startsWithTheUsualValuesWhereTheFileIsBroken();
    void movesBetweenRuns();
    void countsDownTheTimeLeft();
};

void TestLabForm::saysBesideAFieldWhatIsWrong_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("hint");
    const auto row = [](const char *field, const QString &text, const char *hint) {
        QTest::addRow("%s: %s", field, qPrintable(text.left(20)))
            << QString::fromLatin1(field) << text << QString::fromUtf8(hint);
    };
    for (const char *text : {"", "abc", "0", "10000001", "-5", "1500 쿠폰"})
        row("labRequests", QString::fromUtf8(text), "A number from 1 to 10,000,000");
    row("labStock", "1000001", "A number from 1 to 1,000,000");
    row("labUsers", "", "A number from 1 to 10,000,000");
    row("labRate", "x", "A number from 0 to 1,000,000");
    row("labOpensIn", "3601", "A number from 0 to 3,600");
    row("labRepeats", "1001", "A number from 1 to 1,000");
    row("labFailures", "101", "A share from 0 to 100 %");
    row("labFailures", "", "A share from 0 to 100 %");
    row("labSeed", "12a", "Digits only, 18 at most; empty for a new one each time.");
    row("labSeed", "1234567890123456789", "Digits only, 18 at most; empty for a new one each time.");
    row("labPostgresql", QStringLiteral("postgresql://h/") + QString(1990, u'x'),
        "More than 2,000 letters: the rest was cut off.");
    for (const char *text : {"sqlite", "nonsense", "postgresql://h:99999/d", "redis://h"})
        row("labPostgresql", text,
            "This is not the address of a PostgreSQL server. Write it as in: "
            "postgresql://user:password@host:5432/postgres");
}

void TestLabForm::saysBesideAFieldWhatIsWrong()
{
    QFETCH(const QString, field);
    QFETCH(const QString, text);
    LabForm form({});
    form.show();
    const LabDraft before = form.draft();
    paste(form, qPrintable(field), text);
    QTEST(hintOf(form, qPrintable(field)), "hint");
    QVERIFY(!form.check());
    // The text stands when the keyboard has left, to be mended; the last good value is still the draft's.
    part<QWidget>(form, "labSqlite")->setFocus();
    QApplication::processEvents();
    QTEST(hintOf(form, qPrintable(field)), "hint");
    if (field != "labSeed" && field != "labPostgresql")
        QCOMPARE(form.draft(), before);
    // The opening: what is right of it depends on the requests.
    paste(form, qPrintable(field),
          field == "labPostgresql" ? QString() : QString::number(field == "labOpensIn" ? 0 : 7));
    QCOMPARE(hintOf(form, qPrintable(field)), QString());
    QVERIFY(form.check());
}

void TestLabForm::takesWhatWasPastedWithALineEnd()
{
    LabForm form({});
    paste(form, "labRequests", QStringLiteral("2500\r\n"));
    paste(form, "labFailures", QStringLiteral("12.5 %\n"));
    paste(form, "labSeed", QStringLiteral(" 42\n"));
    paste(form, "labPostgresql", QStringLiteral("postgresql://h/d\n"));
    for (const char *field : {"labRequests", "labFailures", "labSeed", "labPostgresql"})
        QCOMPARE(hintOf(form, field), QString());
    QVERIFY(form.check());
    QCOMPARE(form.draft().requests, 2500);
    QCOMPARE(form.draft().failurePercent, 12.5);
    QCOMPARE(form.draft().seed, "42");
    QCOMPARE(form.draft().postgresql, "postgresql://h/d");
    paste(form, "labFailures", QStringLiteral("7.5\n"));
    QCOMPARE(form.draft().failurePercent, 7.5);
}

/// Ten megabytes from the clipboard.
void TestLabForm::cutsOffWhatNobodyTypes()
{
    const QString much(10'000'000, u'9');
    for (const char *field : {"labRequests", "labFailures", "labSeed", "labPostgresql"}) {
        LabForm form({});
        paste(form, field, much);
        QVERIFY(!form.check());
        QVERIFY(!hintOf(form, field).isEmpty());
        QVERIFY(hintOf(form, field).size() < 200);
    }
}

void TestLabForm::asksForAChoice()
{
    LabForm form({});
    form.show();
    QVERIFY(!part<QLabel>(form, "labChoice")->isVisible());
    for (const Strategy strategy : allStrategies())
        part<QCheckBox>(form, qPrintable(QStringLiteral("labStrategy-") + strategyName(strategy)))
            ->setChecked(false);
    QCOMPARE(textOf(form, "labChoice"), "Choose at least one strategy.");
    QVERIFY(part<QLabel>(form, "labChoice")->isVisible());
    QVERIFY(!form.check());
    part<QCheckBox>(form, "labStrategy-saga")->setChecked(true);
    QVERIFY(form.check());
    part<QCheckBox>(form, "labSqlite")->setChecked(false);
    QCOMPARE(textOf(form, "labChoice"), "Choose SQLite, or name a PostgreSQL server.");
    QVERIFY(!form.check());
}

void TestLabForm::showsTheDocumentsNumbersAndGivesBackTheOwn()
{
    LabDraft own;
    own.requests = 300;
    own.stock = 200;
    own.failurePercent = 50;
    own.strategies = {Strategy::Saga};
    own.repeats = 2;
    LabForm form(own);
    auto *documents = part<QCheckBox>(form, "labDocuments");
    documents->setChecked(true);
    QCOMPARE(part<QSpinBox>(form, "labRequests")->value(), 1500);
    QCOMPARE(part<QSpinBox>(form, "labStock")->value(), 1000);
    QCOMPARE(part<QDoubleSpinBox>(form, "labFailures")->value(), 10.0);
    QVERIFY(!part<QSpinBox>(form, "labRequests")->isEnabled());
    QVERIFY(!part<QCheckBox>(form, "labStrategy-saga")->isChecked());
    QVERIFY(part<QCheckBox>(form, "labStrategy-redis-lpop")->isChecked());
    part<QSpinBox>(form, "labRepeats")->setValue(3); // That is not the documents'.
    const auto setting = settingOf(form.draft());
    QVERIFY(setting.documents);
    QCOMPARE(setting.requests, 1500);
    QCOMPARE(setting.repeats, 3);
    QCOMPARE(setting.strategies.size(), 3);
    documents->setChecked(false);
    own.repeats = 3;
    QCOMPARE(form.draft(), own);
    QCOMPARE(part<QSpinBox>(form, "labRequests")->value(), 300);
    QCOMPARE(part<QDoubleSpinBox>(form, "labFailures")->value(), 50.0);
    QVERIFY(part<QSpinBox>(form, "labRequests")->isEnabled());
}

void TestLabForm::followsJmeter()
{
    const WithJmeter there(true);
    LabForm form({});
    auto *client = part<QComboBox>(form, "labClient");
    client->setCurrentIndex(1);
    QCOMPARE(settingOf(form.draft()).client, lab::Client::Jmeter);
    QVERIFY(form.check());
    part<QSpinBox>(form, "labRequests")->setValue(3000);
    QCOMPARE(part<QSpinBox>(form, "labUsers")->value(), 3000); // each of them asks once
    QVERIFY(!part<QSpinBox>(form, "labUsers")->isEnabled());
    QVERIFY(!part<QSpinBox>(form, "labConnections")->isEnabled());
    QVERIFY(form.check());
    part<QSpinBox>(form, "labRate")->setValue(700);
    QVERIFY(hintOf(form, "labRate").contains("3,000"));
    QVERIFY(!form.check());
    part<QSpinBox>(form, "labRate")->setValue(0);
    part<QSpinBox>(form, "labRequests")->setValue(20'001);
    QCOMPARE(hintOf(form, "labRequests"), "20,000 at most with JMeter: each user is a thread.");
    client->setCurrentIndex(0);
    QCOMPARE(part<QSpinBox>(form, "labUsers")->value(), 1500); // the person's own
    QVERIFY(form.check());
}

void TestLabForm::aimsAtAnOpening()
{
    const WithJmeter there(true);
    LabForm form({});
    form.show();
    auto *opens = part<QSpinBox>(form, "labOpensIn");
    QCOMPARE(opens->text(), "open already");
    QCOMPARE(settingOf(form.draft()).opensIn, 0.0);
    paste(form, "labOpensIn", QStringLiteral("10 s\n"));
    QCOMPARE(opens->text(), "10 s");
    QCOMPARE(settingOf(form.draft()).opensIn, 10.0);
    // 1,500 a second from 2 s before: nothing would be left for the sale.
    QCOMPARE(hintOf(form, "labRequests"), "More than 3,000: these would be over before the sale opens.");
    QVERIFY(!form.check());
    part<QSpinBox>(form, "labRequests")->setValue(3001);
    QVERIFY(form.check());
    part<QSpinBox>(form, "labRate")->setValue(0);
    QCOMPARE(hintOf(form, "labRequests"), "More than 80,000: these would be over before the sale opens.");
    part<QSpinBox>(form, "labRate")->setValue(1000);
    QVERIFY(form.check());
    part<QComboBox>(form, "labClient")->setCurrentIndex(1);
    QVERIFY(!opens->isEnabled());
    QCOMPARE(opens->text(), "open already");
    QCOMPARE(settingOf(form.draft()).opensIn, 0.0);
    part<QComboBox>(form, "labClient")->setCurrentIndex(0);
    part<QCheckBox>(form, "labDocuments")->setChecked(true);
    QVERIFY(!opens->isEnabled());
    QCOMPARE(settingOf(form.draft()).opensIn, 0.0);
    part<QCheckBox>(form, "labDocuments")->setChecked(false);
    QCOMPARE(opens->value(), 10); // the person's own
}

void TestLabForm::tellsOfTheOpening()
{
    lab::Setting setting;
    QVERIFY(!LabWords::parameters(setting).contains("opens"));
    QCOMPARE(LabWords::step(progressOf(1, lab::Step::Sending, 0), setting), "requests are sent");
    setting.opensIn = 10;
    QVERIFY(LabWords::parameters(setting).endsWith(" · opens after 10 s"));
    QCOMPARE(LabWords::step(progressOf(1, lab::Step::Sending, 0), setting), "waiting for its opening");
    QCOMPARE(LabWords::step(progressOf(1, lab::Step::Sending, 1), setting), "requests are sent");
    lab::ReportSummary report;
    report.opensIn = 2.5;
    QVERIFY(LabWords::parameters(report).endsWith(" · opens after 2.5 s"));
}

void TestLabForm::saysWhyThereIsNoJmeter()
{
    const WithJmeter none(false);
    LabDraft draft;
    draft.client = lab::Client::Jmeter; // remembered from a day when there was one
    LabForm form(draft);
    auto *client = part<QComboBox>(form, "labClient");
    QVERIFY(!qobject_cast<QStandardItemModel *>(client->model())->item(1)->isEnabled());
    QCOMPARE(client->itemText(1), "JMeter (cannot be run here)");
    QVERIFY(client->toolTip().contains("jmeter-http"));
    QVERIFY(!form.check());
    QVERIFY(hintOf(form, "labClient").startsWith("JMeter cannot be run here."));
    client->setCurrentIndex(0);
    QVERIFY(form.check());
}

void TestLabForm::remembersAllButThePassword()
{
    const QTemporaryDir dir;
    const QString file = dir.filePath("below/form.json");
    LabDraft draft;
    draft.strategies = {Strategy::Saga, Strategy::UserCache};
    draft.requests = 3000;
    draft.stock = 17;
    draft.users = 18;
    draft.rate = 0;
    draft.opensIn = 12;
    draft.connections = 9;
    draft.failurePercent = 2.5;
    draft.repeats = 4;
    draft.seed = "130330";
    draft.sqlite = false;
    draft.postgresql = "postgresql://me:secret@host:5432/d?password=secret&sslmode=require";
    draft.client = lab::Client::Jmeter;
    draft.documents = true;
    QVERIFY(writeDraft(file, draft));
    LabDraft read = readDraft(file);
    QCOMPARE(read.postgresql, "postgresql://me@host:5432/d?password=&sslmode=require");
    read.postgresql = draft.postgresql;
    read.strategies = draft.strategies; // in another order
    QCOMPARE(read, draft);
    QFile bytes(file);
    QVERIFY(bytes.open(QIODevice::ReadOnly));
    QVERIFY(!bytes.readAll().contains("secret"));
    QVERIFY(!writeDraft("/proc/none/form.json", draft));
}

void TestLabForm::startsWithTheUsualValuesWhereTheFileIsBroken_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("\xff\xfe[form]");
    QTest::newRow("another kind") << QByteArray(R"({"requests":"many","strategies":5,"seed":7})");
    QTest::newRow("too long") << QByteArray(1'000'000, ' ');
}

void TestLabForm::startsWithTheUsualValuesWhereTheFileIsBroken()
{
    QFETCH(const QByteArray, bytes);
    const QTemporaryDir dir;
    QFile file(dir.filePath("form.json"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    QCOMPARE(readDraft(file.fileName()), LabDraft());
    QVERIFY(file.open(QIODevice::WriteOnly) &&
            file.write(R"({"requests":1e300,"stock":-4,"rate":1e-9})") > 0);
    file.close();
    const LabDraft kept = readDraft(file.fileName()); // within what the fields take
    QCOMPARE(kept.requests, 10'000'000);
    QCOMPARE(kept.stock, 1);
    QCOMPARE(kept.rate, 0);
}

/// The bar moves while a server starts and while stores are read, and never goes back.
void TestLabForm::movesBetweenRuns()
{
    RunClock clock;
    QCOMPARE(clock.value(5), 0);
    clock.note(progressOf(2, lab::Step::Starting, 0), 1000);
    const int begun = clock.value(1000);
    QCOMPARE(begun, 1000);
    const int later = clock.value(2000);
    QVERIFY(later > begun);
    QVERIFY(clock.value(3000) > later);
    clock.note(progressOf(2, lab::Step::Sending, 0), 3000);
    QCOMPARE(clock.value(3000), 1100);
    clock.note(progressOf(2, lab::Step::Sending, 500), 3100);
    QCOMPARE(clock.value(3100), 1500);
    clock.note(progressOf(2, lab::Step::Settling, 1000), 4000);
    const int settling = clock.value(4000);
    QCOMPARE(settling, 1900);
    QVERIFY(clock.value(5000) > settling);
    QVERIFY(clock.value(500'000) < 2000); // The next run has not begun.
    QCOMPARE(clock.stepMs(5000), 1000);
    clock.note(progressOf(3, lab::Step::Starting, 0), 5000);
    QVERIFY(clock.value(5000) >= 2000);
}

void TestLabForm::countsDownTheTimeLeft()
{
    RunClock clock;
    clock.note(progressOf(1, lab::Step::Starting, 0), 0);
    QCOMPARE(clock.leftMs(10), -1);
    clock.note(progressOf(3, lab::Step::Starting, 0, 20), 1000); // two runs of 10 s are left
    QCOMPARE(clock.leftMs(1000), 20'000);
    QCOMPARE(clock.leftMs(4000), 17'000);
    clock.note(progressOf(3, lab::Step::Sending, 1, 20), 5000);
    QCOMPARE(clock.leftMs(6000), 15'000);
    QCOMPARE(clock.leftMs(60'000), 10'000); // This run takes longer than the others; one comes after it.
}

QTEST_MAIN(TestLabForm)
#include "tst_lab_form.moc"

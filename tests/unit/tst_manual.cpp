// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is made of the option table for packages: each option is in each text, and the configuration file says
// what is.

#include "app/completion.h"
#include "app/exit_status.h"
#include "app/manual.h"
#include "app/options/command_table.h"
#include "app/options/option_sources.h"
#include "app/options/read_options.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace seonchak;

class TestManual : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyOptionIsInEveryText();
    void everyCommandAndExitCodeIsDescribed();
    void theFileAsItIsChangesNothing();
    void everyLineOfTheFileCanBeTaken();
    void defaultsOfTheFileAreTheDefaults();
    void whatIsSetIsSet();
    void nothingOfThisMachineIsInATextThatIsPackaged();

private:
    /// What the programs make of a config file with this text.
    static Result<ReadOptions> read(const QByteArray &text)
    {
        static QTemporaryDir dir;
        static int number = 0; // QSettings remembers a file by its name
        QFile file(dir.filePath(QStringLiteral("%1.ini").arg(++number)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write a test file");
        file.close();
        return readOptions({QStringLiteral("seonchakd"), QStringLiteral("--config"), file.fileName()}, {});
    }
};

void TestManual::everyOptionIsInEveryText()
{
    const QString config = manual::configFile();
    for (const auto &option : optionTable()) {
        const QString dashed = QStringLiteral("--") + option.name;
        QVERIFY2(!option.help.isEmpty() && !option.explanation.isEmpty(), qPrintable(option.name));
        QVERIFY2(config.contains(QStringLiteral("\n;%1=").arg(option.name)), qPrintable(option.name));
        QVERIFY2(manual::options().contains(QStringLiteral("*++%1++* ").arg(dashed)),
                 qPrintable(option.name));
        QVERIFY2(manual::keys().contains(QStringLiteral("*++%1++*=").arg(option.name)),
                 qPrintable(option.name));
        QVERIFY2(manual::environment().contains(environmentName(option.name)), qPrintable(option.name));
        QVERIFY2(completion::bash({}).contains(dashed), qPrintable(option.name));
        QVERIFY2(completion::zsh({}).contains(dashed + QStringLiteral("=[")), qPrintable(option.name));
        QVERIFY2(helpText(QStringLiteral("seonchak")).contains(dashed), qPrintable(option.name));
    }
    for (const auto &option : commandLineOnly()) {
        const QString dashed = QStringLiteral("--") + option.name;
        QVERIFY2(manual::options().contains(dashed), qPrintable(option.name));
        QVERIFY2(completion::bash({}).contains(dashed), qPrintable(option.name));
        QVERIFY2(completion::zsh({}).contains(dashed), qPrintable(option.name));
        QVERIFY2(helpText(QStringLiteral("seonchak")).contains(dashed), qPrintable(option.name));
    }
}

void TestManual::everyCommandAndExitCodeIsDescribed()
{
    for (const auto &command : commandTable()) {
        QVERIFY(manual::commands().contains(command.name));
        QVERIFY(completion::bash({}).contains(command.name));
        QVERIFY(completion::zsh({}).contains(command.name));
    }
    QCOMPARE(exitStatusTable().size(), 4);
    for (const auto &status : exitStatusTable())
        QVERIFY(manual::exitStatus().contains(QStringLiteral("*++%1++*::").arg(status.code)));
}

void TestManual::theFileAsItIsChangesNothing()
{
    const auto options = read(manual::configFile().toUtf8());
    QVERIFY2(options.has_value(), qPrintable(options ? QString() : options.error().detail));
    QVERIFY(options->sources.file().isEmpty());
}

void TestManual::everyLineOfTheFileCanBeTaken()
{
    for (const auto &option : optionTable()) {
        RawSettings scratch;
        const QString value = option.example.isEmpty() ? option.defaultText : option.example;
        const auto taken = option.read(scratch, value);
        QVERIFY2(taken.has_value(), qPrintable(option.name + QStringLiteral(": ") + value));
        for (const auto &choice : option.choiceValues())
            QVERIFY2(option.read(scratch, choice).has_value(), qPrintable(choice));
    }
}

void TestManual::defaultsOfTheFileAreTheDefaults()
{
    QByteArray text = manual::configFile().toUtf8();
    for (const auto &option : optionTable()) {
        if (option.example.isEmpty())
            text.replace(QByteArray("\n;" + option.name.toUtf8() + '='),
                         QByteArray('\n' + option.name.toUtf8() + '='));
    }
    const auto said = read(text);
    QVERIFY2(said.has_value(), qPrintable(said ? QString() : said.error().detail));
    const auto silent = read("");
    QCOMPARE(said->settings.server.host, silent->settings.server.host);
    QCOMPARE(said->settings.server.port, silent->settings.server.port);
    QCOMPARE(said->settings.sale.strategy, silent->settings.sale.strategy);
    QCOMPARE(said->settings.sale.saleLive, silent->settings.sale.saleLive);
    QCOMPARE(said->settings.sale.keyPrefix, silent->settings.sale.keyPrefix);
    QCOMPARE(said->settings.sale.foreignKeys, silent->settings.sale.foreignKeys);
    QCOMPARE(said->settings.sale.redis.kind, silent->settings.sale.redis.kind);
    QCOMPARE(said->settings.sale.database.path, silent->settings.sale.database.path);
    QCOMPARE(said->settings.sale.partner.url, silent->settings.sale.partner.url);
    QCOMPARE(said->settings.sale.partner.timeoutMs, silent->settings.sale.partner.timeoutMs);
    QCOMPARE(said->settings.sale.partner.failureRate, silent->settings.sale.partner.failureRate);
    QCOMPARE(said->settings.sale.partner.unknownRate, silent->settings.sale.partner.unknownRate);
    QCOMPARE(said->settings.sale.partner.latencyMs, silent->settings.sale.partner.latencyMs);
    QCOMPARE(said->settings.logLevel, silent->settings.logLevel);
    QCOMPARE(said->settings.logFormat, silent->settings.logFormat);
}

void TestManual::whatIsSetIsSet()
{
    const ConfigTexts set{
        {QStringLiteral("data-dir"), {QStringLiteral("/var/lib/our coupons")}},
        {QStringLiteral("allow-host"), {QStringLiteral("a.example"), QStringLiteral("b.example")}}};
    const auto options = read(manual::configFile(set).toUtf8());
    QVERIFY2(options.has_value(), qPrintable(options ? QString() : options.error().detail));
    QCOMPARE(options->sources.file(), set);
    QCOMPARE(options->settings.sale.dataDir, QStringLiteral("/var/lib/our coupons"));
}

void TestManual::nothingOfThisMachineIsInATextThatIsPackaged()
{
    const QString home = QString::fromLocal8Bit(qgetenv("HOME"));
    QVERIFY(home.size() > 1);
    for (const auto &text : {manual::configFile(), manual::options(), manual::keys(), manual::environment(),
                             manual::files(), completion::bash({}), completion::zsh({})})
        QVERIFY2(!text.contains(home + QLatin1Char('/')), qPrintable(text));
    const auto workers =
        manual::options().section(QStringLiteral("*++--workers++*"), 1).section(QStringLiteral("::"), 1, 1);
    QVERIFY2(workers.contains(QStringLiteral("Default: the number of processors.")), qPrintable(workers));
}

QTEST_GUILESS_MAIN(TestManual)
#include "tst_manual.moc"

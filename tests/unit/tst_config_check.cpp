// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// --check-config: everything that is wrong, with file and line, and the name that was meant.

#include "app/options/config_check.h"
#include "app/options/nearest_name.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace seonchak;

class TestConfigCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
    }
    void aSoundConfigurationHasNoFaults();
    void everyFaultIsTold();
    void aBrokenFileIsOneFault();
    void theFirstFaultEndsAStart();
    void slipsAreUnderstood_data();
    void slipsAreUnderstood();
    void aVariableThatIsNearlyOursIsAHint();
    void nothingIsCreated();

private:
    QString write(const QByteArray &text) const
    {
        QFile file(m_dir->filePath(QStringLiteral("a.conf")));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write a test file");
        return file.fileName();
    }
    ConfigCheck check(const QStringList &options, const QProcessEnvironment &environment = {}) const
    {
        return checkConfig(QStringList{QStringLiteral("seonchakd"), QStringLiteral("--check-config"),
                                       QStringLiteral("--config"),
                                       m_dir->filePath(QStringLiteral("a.conf"))} +
                               options,
                           environment);
    }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestConfigCheck::aSoundConfigurationHasNoFaults()
{
    const QString path = write("; all is well\nworkers=2\n");
    const auto found = check({});
    QVERIFY2(found.faults.isEmpty(), qPrintable(found.faults.value(0).detail));
    QVERIFY(found.hints.isEmpty());
    QCOMPARE(found.file, path);
}

void TestConfigCheck::everyFaultIsTold()
{
    const QString path =
        write("worker=2\n\nlisten=0.0.0.0:80\nlog-level=loud\nstrategy=luck\ndatabase=mysql://x\n");
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("SEONCHAK_STORE_SEED"), QStringLiteral("dice"));
    const auto found = check({QStringLiteral("--sale-mode"), QStringLiteral("real")}, environment);
    QStringList told;
    for (const auto &fault : found.faults)
        told.append(fault.detail);
    const QString all = told.join(QLatin1Char('\n'));
    QCOMPARE(found.faults.size(), 7);
    for (const char *part :
         {"unknown key \"worker\" in line 1: did you mean workers?", "line 4: \"loud\"", "line 5: \"luck\"",
          "--database", "listen 0.0.0.0", "SEONCHAK_STORE_SEED: \"dice\"", "--sale-mode: \"real\""})
        QVERIFY2(all.contains(QString::fromUtf8(part)),
                 qPrintable(QString::fromUtf8(part) + QStringLiteral(" in\n") + all));
    QVERIFY(all.contains(path));
}

void TestConfigCheck::aBrokenFileIsOneFault()
{
    write("workers=2\n# another way to comment\n");
    const auto found = check({});
    QCOMPARE(found.faults.size(), 1);
    QVERIFY2(found.faults[0].detail.contains(QStringLiteral("line 2")) &&
                 found.faults[0].detail.contains(QStringLiteral("begins with ;")),
             qPrintable(found.faults[0].detail));
}

void TestConfigCheck::theFirstFaultEndsAStart()
{
    const QString path = write("[General]\nworkers=2\n\nlissten=127.0.0.1:0\nworkres=3\n");
    const auto options = readOptions({QStringLiteral("seonchakd"), QStringLiteral("--config"), path}, {});
    QVERIFY(!options.has_value());
    QVERIFY2(options.error().detail.contains(QStringLiteral("\"lissten\" in line 4: did you mean listen?")),
             qPrintable(options.error().detail));
}

void TestConfigCheck::slipsAreUnderstood_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meant");
    const auto row = [](const char *typed, const char *meant) {
        QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(meant);
    };
    row("worker", "workers");
    row("Workers", "workers");
    row("key_prefix", "key-prefix");
    row("server/listen", "listen");
    row("databse", "database");
    row("loglevel", "log-level");
    row("colour", "");
    row("x", "");
    row("", "");
    row("s", "");
}

void TestConfigCheck::slipsAreUnderstood()
{
    QFETCH(QString, typed);
    QFETCH(QString, meant);
    QStringList names;
    for (const auto &option : optionTable())
        names.append(option.name);
    QCOMPARE(nearestName(typed, names), meant);
}

void TestConfigCheck::aVariableThatIsNearlyOursIsAHint()
{
    write("");
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("SEONCHAK_WORKER"), QStringLiteral("2"));
    environment.insert(QStringLiteral("SEONCHAK_WORKERS"), QStringLiteral("2"));
    environment.insert(QStringLiteral("SEONCHAK_SOMETHING_ELSE"), QStringLiteral("2"));
    environment.insert(QStringLiteral("OTHER_WORKER"), QStringLiteral("2"));
    const auto found = check({}, environment);
    QVERIFY(found.faults.isEmpty());
    QCOMPARE(found.hints, QStringList{QStringLiteral(
                              "the variable SEONCHAK_WORKER has no effect: did you mean SEONCHAK_WORKERS?")});
}

void TestConfigCheck::nothingIsCreated()
{
    write("data-dir=" + m_dir->filePath(QStringLiteral("deep/data")).toUtf8() + '\n');
    QVERIFY(check({}).faults.isEmpty());
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("a.conf")});
}

QTEST_GUILESS_MAIN(TestConfigCheck)
#include "tst_config_check.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The program itself: what it does without a display, and that it serves and ends like the daemon.

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Run
{
    int code = -1;
    bool crashed = false;
    QString out;
    QString err;
};

} // namespace

class TestDesktopProgram : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void optionsNeedNoDisplay_data();
    void optionsNeedNoDisplay();
    void withoutADisplayItNamesTheDaemon_data();
    void withoutADisplayItNamesTheDaemon();
    void itServesAndEndsInOrder();

private:
    [[nodiscard]] QProcessEnvironment environment() const;
    Run run(const QStringList &arguments, const QProcessEnvironment &environment) const;

    QString m_program;
    std::unique_ptr<QTemporaryDir> m_home;
};

void TestDesktopProgram::initTestCase()
{
    m_program = qEnvironmentVariable("SEONCHAK_BIN_DIR") + "/seonchak";
    QVERIFY2(QFile::exists(m_program), qPrintable(m_program));
}

void TestDesktopProgram::init()
{
    m_home = std::make_unique<QTemporaryDir>();
}

/// Nobody's settings, no display.
QProcessEnvironment TestDesktopProgram::environment() const
{
    QProcessEnvironment clean;
    for (const QString &name : QProcessEnvironment::systemEnvironment().keys()) {
        if (!name.startsWith("SEONCHAK_") && !name.startsWith("XDG_") && !name.startsWith("QT_") &&
            name != "DISPLAY" && name != "WAYLAND_DISPLAY")
            clean.insert(name, qEnvironmentVariable(qPrintable(name)));
    }
    clean.insert("HOME", m_home->path());
    return clean;
}

Run TestDesktopProgram::run(const QStringList &arguments, const QProcessEnvironment &environment) const
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(m_program, arguments);
    const bool ended = process.waitForFinished(30'000);
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    return {ended ? process.exitCode() : -1, process.exitStatus() == QProcess::CrashExit,
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

void TestDesktopProgram::optionsNeedNoDisplay_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("out");
    QTest::addColumn<QString>("err");
    QTest::newRow("--version") << QStringList{"--version"} << 0 << "seonchak " << "";
    QTest::newRow("--help") << QStringList{"--help"} << 0 << "Usage: seonchak [options]" << "";
    QTest::newRow("unknown") << QStringList{"--bogus"} << 2 << "" << "bogus";
    QTest::newRow("bad value") << QStringList{"--listen", "nowhere"} << 2 << "" << "--listen";
}

void TestDesktopProgram::optionsNeedNoDisplay()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QString, out);
    QFETCH(QString, err);
    const Run run = this->run(arguments, environment());
    QVERIFY2(!run.crashed, qPrintable(run.err));
    QCOMPARE(run.code, code);
    QVERIFY2(out.isEmpty() ? run.out.isEmpty() : run.out.startsWith(out), qPrintable(run.out));
    QVERIFY2(run.err.contains(err), qPrintable(run.err));
}

void TestDesktopProgram::withoutADisplayItNamesTheDaemon_data()
{
    QTest::addColumn<QString>("display");
    QTest::addColumn<QString>("platform");
    QTest::newRow("none") << "" << "";
    QTest::newRow("one that is not there") << ":9873" << "";
    QTest::newRow("a platform that is not there") << "" << "nosuch";
}

void TestDesktopProgram::withoutADisplayItNamesTheDaemon()
{
    QFETCH(QString, display);
    QFETCH(QString, platform);
    auto variables = environment();
    if (!display.isEmpty())
        variables.insert("DISPLAY", display);
    if (!platform.isEmpty())
        variables.insert("QT_QPA_PLATFORM", platform);
    const QString data = m_home->filePath("data");
    const Run run = this->run({"--data-dir", data, "--listen", "127.0.0.1:0"}, variables);
    QVERIFY2(!run.crashed, qPrintable(run.err));
    QCOMPARE(run.code, 3);
    QCOMPARE(run.out, QString());
    QVERIFY2(run.err.contains("no display") && run.err.contains("seonchakd"), qPrintable(run.err));
    QCOMPARE(run.err.count('\n'), 1);
    QVERIFY(!QDir(data).exists()); // nothing was begun
}

void TestDesktopProgram::itServesAndEndsInOrder()
{
    QProcess process;
    auto variables = environment();
    variables.insert("QT_QPA_PLATFORM", "offscreen");
    process.setProcessEnvironment(variables);
    process.start(m_program, {"--data-dir", m_home->filePath("d"), "--listen", "127.0.0.1:0"});
    QByteArray out;
    QTRY_VERIFY_WITH_TIMEOUT((out += process.readAllStandardOutput()).endsWith("}\n"), 30'000);
    QVERIFY2(out.startsWith("READY {") && out.count('\n') == 1, out.constData());
    process.terminate();
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
}

QTEST_GUILESS_MAIN(TestDesktopProgram)
#include "tst_desktop_program.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/jmeter/jmeter_run.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace seonchak::lab {

namespace {

constexpr auto debianHome = "/usr/share/jmeter";
constexpr auto debianBsh = "/usr/share/java/bsh.jar";
constexpr auto scriptName = "open_plan.bsh";
constexpr auto planName = "rush.jmx";
constexpr int lookEveryMs = 100;
constexpr int endMs = 10'000;
constexpr qint64 patienceMs = 120'000; ///< in addition to the ramp: start, connection and answer

const QString otherJmeter =
    QStringLiteral("; another JMeter can be named in JMETER, e.g. JMETER=/opt/jmeter/bin/jmeter");

Result<Jmeter> debians()
{
    const QString home = QString::fromLatin1(debianHome);
    const QString javaHome = qEnvironmentVariable("JAVA_HOME");
    QString java = javaHome.isEmpty() ? QString() : javaHome + QStringLiteral("/bin/java");
    if (!QFileInfo(java).isExecutable())
        java = QStandardPaths::findExecutable(QStringLiteral("java"));
    if (java.isEmpty())
        return failure(Trouble::BadInput, QStringLiteral("JMeter is installed, and no java is on PATH"));
    if (!QFileInfo::exists(home + QStringLiteral("/lib/ext/ApacheJMeter_http.jar")))
        return failure(Trouble::BadInput,
                       QStringLiteral("JMeter lacks HTTP: install the package jmeter-http") + otherJmeter);
    if (!QFileInfo::exists(QLatin1String(debianBsh)))
        return failure(Trouble::BadInput,
                       QStringLiteral("Debian's JMeter needs the package libbsh-java") + otherJmeter);
    const QStringList arguments{QStringLiteral("-Djmeter.home=") + home, QStringLiteral("-cp"),
                                QLatin1String(debianBsh) + QStringLiteral(":") + home +
                                    QStringLiteral("/bin/ApacheJMeter.jar"),
                                QStringLiteral("bsh.Interpreter"), QLatin1String(scriptName)};
    return Jmeter{java, arguments, true};
}

Result<void> copyResource(const QDir &work, const char *name)
{
    QFile from(QStringLiteral(":/jmeter/") + QLatin1String(name));
    QFile to(work.filePath(QLatin1String(name)));
    if (!from.open(QIODevice::ReadOnly) || !to.open(QIODevice::WriteOnly) || to.write(from.readAll()) < 1)
        return failure(Trouble::Unavailable, QStringLiteral("cannot write %1").arg(to.fileName()));
    return {};
}

QStringList argumentsFor(const JmeterSetting &setting)
{
    const auto property = [](const char *name, const QString &value) -> QString {
        return QStringLiteral("-J%1=%2").arg(QLatin1String(name), value);
    };
    return {QStringLiteral("-n"),
            QStringLiteral("-t"),
            QLatin1String(planName),
            QStringLiteral("-l"),
            QStringLiteral("results.jtl"),
            QStringLiteral("-j"),
            QStringLiteral("jmeter.log"),
            property("host", QStringLiteral("127.0.0.1")),
            property("port", QString::number(setting.port)),
            property("users", QString::number(setting.users)),
            property("ramp", QString::number(setting.rampSeconds)),
            property("sync", QString::number(setting.atOnce ? setting.users : 1)),
            property("sampleresult.timestamp.start", QStringLiteral("true")),
            property("sampleresult.default.encoding", QStringLiteral("UTF-8")),
            property("jmeter.save.saveservice.output_format", QStringLiteral("xml")),
            property("jmeter.save.saveservice.timestamp_format", QStringLiteral("ms")),
            property("jmeter.save.saveservice.response_data", QStringLiteral("true")),
            property("jmeter.save.saveservice.url", QStringLiteral("true"))};
}

/// The last error line of JMeter's output and its log.
QString complaintOf(const QByteArray &printed, const QDir &work)
{
    QFile log(work.filePath(QStringLiteral("jmeter.log")));
    QByteArray text = log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray();
    text += '\n' + printed;
    QString last;
    for (const QByteArray &line : text.split('\n')) {
        if (line.contains("ERROR") || line.contains("Error") || line.contains("rror:"))
            last = QString::fromUtf8(line.trimmed()).left(400);
    }
    return last.isEmpty() ? QString::fromUtf8(printed.trimmed().right(400)) : last;
}

bool tookSamples(const QString &results)
{
    QFile file(results);
    return file.open(QIODevice::ReadOnly) && file.read(64 * 1024).contains("<httpSample ");
}

/// Ends the whole process group: a start script's java is a child of the script.
void endGroup(QProcess &process)
{
    const auto group = pid_t(process.processId());
    if (group > 0)
        ::kill(-group, SIGTERM);
    if (!process.waitForFinished(endMs) && group > 0)
        ::kill(-group, SIGKILL);
    process.waitForFinished(endMs);
}

} // namespace

Result<Jmeter> findJmeter()
{
    const QString named = qEnvironmentVariable("JMETER", QStringLiteral("jmeter"));
    const QString program = QStandardPaths::findExecutable(named);
    if (program.isEmpty())
        return failure(
            Trouble::BadInput,
            QStringLiteral("there is no program \"%1\": install jmeter and jmeter-http").arg(named) +
                otherJmeter);
    const QString debian = QLatin1String(debianHome) + QStringLiteral("/bin/jmeter");
    if (QFileInfo(program).canonicalFilePath() == QFileInfo(debian).canonicalFilePath())
        return debians();
    return Jmeter{program, {}, false};
}

Result<QString> runJmeter(const Jmeter &jmeter, const JmeterSetting &setting, const QDir &work,
                          const std::stop_token &stop)
{
    if (!work.mkpath(QStringLiteral(".")))
        return failure(Trouble::Unavailable, QStringLiteral("cannot write to %1").arg(work.path()));
    for (const char *name : {planName, scriptName}) {
        if (const auto copied = copyResource(work, name); !copied)
            return std::unexpected(copied.error());
    }
    QProcess process;
    process.setProgram(jmeter.program);
    process.setArguments(jmeter.arguments + argumentsFor(setting));
    process.setWorkingDirectory(work.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setChildProcessModifier([] {
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        ::setpgid(0, 0);
    });
    QElapsedTimer timer;
    timer.start();
    process.start();
    bool late = false;
    while (!process.waitForFinished(lookEveryMs) && process.state() != QProcess::NotRunning) {
        late = timer.elapsed() > patienceMs + qint64(setting.rampSeconds) * 1000;
        if (late || stop.stop_requested()) {
            endGroup(process);
            break;
        }
    }
    const QString results = work.filePath(QStringLiteral("results.jtl"));
    if (stop.stop_requested() || (!late && tookSamples(results)))
        return results;
    const QString why =
        late ? QStringLiteral("it did not end in time") : complaintOf(process.readAll(), work);
    return failure(Trouble::Unavailable,
                   QStringLiteral("%1 took no sample: %2").arg(jmeter.program, why) + otherJmeter);
}

} // namespace seonchak::lab

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_command.h"

#include "app/lab_crash.h"
#include "app/lab_jtl.h"
#include "app/lab_race.h"
#include "app/program.h"
#include "app/signals.h"
#include "app/terminal.h"
#include "core/async/work_thread.h"
#include "core/dossier/judge.h"
#include "core/lab/documents.h"
#include "core/lab/experiment.h"
#include "core/lab/report.h"
#include "core/lab/report_json.h"
#include "server/transport/limits.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>

namespace seonchak {

namespace {

struct LabOption
{
    const char *name;
    const char *valueName;
    const char *defaultText;
    const char *help;
};

constexpr std::array table{
    LabOption{"strategies", "A,B,…", "all seven", "which to compare"},
    LabOption{"database", "D,…", "sqlite",
              "sqlite and/or postgresql:// URLs of servers to make a database on"},
    LabOption{"redis", "URL", "private", "private, or a URL: a key prefix of the lab's own is used"},
    LabOption{"requests", "N", "1500", "requests in each run"},
    LabOption{"stock", "N", "1000", "coupons in each run"},
    LabOption{"users", "N", "as many as requests", "different users who ask"},
    LabOption{"rate", "N|max", "1500",
              "requests a second on a fixed schedule, or as fast as the connections go"},
    LabOption{"connections", "N", "200", "connections of the load generator"},
    LabOption{"failure-rate", "P", "0.1", "share of store calls refused"},
    LabOption{"repeat", "N", "5", "repetitions of each run"},
    LabOption{"seed", "N", "random, printed",
              "the same seed: the same users, instants and fates of store calls"},
    LabOption{"client", "NAME", "own",
              "own, or jmeter: JMeter sends the requests; --rate becomes its ramp, and it knows no schedule"},
    LabOption{"documents", "", "",
              "the documents' own experiment: their three tables beside what is measured here"},
    LabOption{"jtl", "FILE", "",
              "judge a run of JMeter by the --redis and --database of the server it asked"},
    LabOption{"key-prefix", "P", "rudals", "with --jtl: that server's"},
    LabOption{"first-user", "N", "1", "with --jtl: rush.jmx's, where only a thread's number tells the user"},
    LabOption{"out", "DIR", "lab-<time>", "where the report and its records go: an empty or new directory"},
};

template <typename T, typename Read>
Result<void> readNumber(const QCommandLineParser &parser, const QString &name, T &into, Read read)
{
    if (!parser.isSet(name))
        return {};
    bool ok = false;
    into = T(read(parser.value(name), &ok));
    return ok ? Result<void>{}
              : failure(
                    Trouble::BadInput,
                    QStringLiteral("--%1: \"%2\" is not a number it can take").arg(name, parser.value(name)));
}

Result<void> readStrategies(const QString &text, lab::Setting &setting)
{
    setting.strategies.clear();
    for (const QString &name : text.split(u',', Qt::SkipEmptyParts)) {
        const auto strategy = strategyFromName(name.trimmed());
        if (!strategy) {
            QStringList known;
            for (const Strategy one : allStrategies())
                known << strategyName(one);
            return failure(Trouble::BadInput, QStringLiteral("--strategies: \"%1\" is none of %2")
                                                  .arg(name, known.join(QStringLiteral(", "))));
        }
        if (!setting.strategies.contains(*strategy))
            setting.strategies << *strategy;
    }
    return {};
}

Result<void> readNumbers(const QCommandLineParser &parser, lab::Setting &setting)
{
    const auto whole = [](const QString &text, bool *ok) { return text.toLongLong(ok); };
    const auto seed = [](const QString &text, bool *ok) { return text.toULongLong(ok); };
    const auto share = [](const QString &text, bool *ok) { return text.toDouble(ok); };
    const auto rate = [](const QString &text, bool *ok) {
        if (text == QLatin1String("max"))
            *ok = true;
        const double value = *ok ? 0 : text.toDouble(ok);
        *ok = *ok && (value > 0 || text == QLatin1String("max"));
        return value;
    };
    for (const auto &read : {readNumber(parser, QStringLiteral("requests"), setting.requests, whole),
                             readNumber(parser, QStringLiteral("stock"), setting.stock, whole),
                             readNumber(parser, QStringLiteral("connections"), setting.connections, whole),
                             readNumber(parser, QStringLiteral("repeat"), setting.repeats, whole),
                             readNumber(parser, QStringLiteral("seed"), setting.seed, seed),
                             readNumber(parser, QStringLiteral("failure-rate"), setting.failureRate, share),
                             readNumber(parser, QStringLiteral("rate"), setting.rate, rate)}) {
        if (!read)
            return read;
    }
    setting.users = setting.requests;
    return readNumber(parser, QStringLiteral("users"), setting.users, whole);
}

/// The documents' experiment is what it is: nothing of it is chosen.
Result<void> readDocuments(const QCommandLineParser &parser, lab::Setting &setting)
{
    if (!parser.isSet(QStringLiteral("documents")))
        return {};
    for (const char *name : {"strategies", "requests", "stock", "users", "rate", "failure-rate"}) {
        if (parser.isSet(QLatin1String(name)))
            return failure(Trouble::BadInput,
                           QStringLiteral("--%1: --documents has its own").arg(QLatin1String(name)));
    }
    lab::becomeTheDocuments(setting);
    return {};
}

void printDocuments(const QList<lab::Trial> &trials)
{
    QJsonArray runs;
    for (const lab::Trial &trial : trials)
        runs.append(lab::trialJson(trial));
    std::fputs(qUtf8Printable(lab::documentsText(lab::documentsJson(runs))), stdout);
    std::fflush(stdout);
}

QString secondsText(double seconds)
{
    return seconds < 0 ? QStringLiteral("-") : QString::number(seconds, 'f', 1) + QStringLiteral(" s");
}

QString p99Text(const lab::Percentiles &latency)
{
    return latency.count > 0 ? QString::number(latency.p99, 'f', 2) : QStringLiteral("-");
}

/// Sound by its numbers says nothing of a strategy that has no stock to keep to.
const char *soundText(const lab::Trial &trial)
{
    if (!trial.verdict.isSound())
        return "NO";
    return lab::hasStock(trial.cell.strategy) ? "yes" : "no stock";
}

QString leftText(const lab::Trial &trial)
{
    return lab::hasStock(trial.cell.strategy) ? QString::number(trial.verdict.available)
                                              : QStringLiteral("-");
}

void printTable(const QList<lab::Trial> &trials)
{
    std::printf("%-11s %-22s %3s %7s %7s %7s %6s %5s %6s %6s %9s %9s  %s\n", "database", "strategy", "run",
                "issued", "soldOut", "failed", "errors", "lost", "double", "left", "1/s", "p99 ms", "sound");
    for (const lab::Trial &trial : trials) {
        const auto &v = trial.verdict;
        std::printf("%-11s %-22s %3d %7lld %7lld %7lld %6lld %5lld %6lld %6s %9.0f %9s  %s\n",
                    qPrintable(lab::engineOf(trial.cell.database)),
                    qPrintable(strategyName(trial.cell.strategy)), trial.cell.repeat + 1, v.issued, v.soldOut,
                    v.storeFailed, v.errors, v.lost, v.duplicates + v.oversold, qPrintable(leftText(trial)),
                    v.throughput, qPrintable(p99Text(v.latencyIssued.corrected)), soundText(trial));
    }
    std::fflush(stdout);
}

/// What the figures are worth: whether the generator kept to its schedule, or was what was measured.
void tellOfTheGenerator(const QList<lab::Trial> &trials)
{
    qsizetype busy = 0;
    const lab::Trial *worst = nullptr;
    qint64 latestNs = 0;
    for (const lab::Trial &trial : trials) {
        const auto &schedule = trial.verdict.schedule;
        busy += trial.load.generatorWasTheBottleneck(trial.verdict.requests) ? 1 : 0;
        latestNs = std::max(latestNs, schedule.worstLateNs);
        if (schedule.count > 0 &&
            (!worst || schedule.punctualShare() < worst->verdict.schedule.punctualShare()))
            worst = &trial;
    }
    if (worst)
        tell(QStringLiteral("sent within 1 ms of schedule: %1 % or more of each run (%2 thread), the latest "
                            "%3 ms late")
                 .arg(QString::number(100 * worst->verdict.schedule.punctualShare(), 'f', 2),
                      QLatin1String(lab::meansName(worst->load.means)),
                      QString::number(double(latestNs) / 1e6, 'f', 2)));
    if (busy > 0)
        tell(QStringLiteral("runs in which the generator itself was the bottleneck: %1 of %2. Their figures "
                            "are not the server's.")
                 .arg(busy)
                 .arg(trials.size()));
}

lab::Watchers onTheTerminal()
{
    lab::Watchers watchers;
    watchers.finished = [](const lab::Trial &trial) {
        tell(QStringLiteral("  %1 issued, %2 a second, %3")
                 .arg(trial.verdict.issued)
                 .arg(trial.verdict.throughput, 0, 'f', 0)
                 .arg(!trial.verdict.isSound()             ? QStringLiteral("NOT SOUND")
                      : lab::hasStock(trial.cell.strategy) ? QStringLiteral("sound")
                                                           : QStringLiteral("no stock")));
    };
    watchers.progress = [](const lab::Progress &progress) {
        if (progress.step == lab::Step::Starting)
            tell(QStringLiteral("run %1 of %2: %3 on %4, %5 left")
                     .arg(progress.run)
                     .arg(progress.runs)
                     .arg(strategyName(progress.cell.strategy), lab::engineOf(progress.cell.database),
                          secondsText(progress.secondsLeft)));
    };
    return watchers;
}

int runSelfTest(const QString &directory)
{
    int tried = 0;
    const auto missed = lab::testTheTester(directory, tried);
    for (const QString &one : missed)
        tell(one);
    if (missed.isEmpty() && tried == 0)
        tell(QStringLiteral("no run of this report sold out to two users or more: nothing could be planted"));
    if (missed.isEmpty() && tried > 0)
        std::printf("%d faults were planted, and exactly those were found\n", tried);
    return missed.isEmpty() && tried > 0 ? ExitFine : ExitOther;
}

} // namespace

QString labHelp()
{
    QString text = QStringLiteral(
        "Usage: seonchakd lab [options]\n"
        "       seonchakd lab --crash-matrix [options]   see seonchakd lab --crash-matrix --help\n"
        "       seonchakd lab --race [options]           see seonchakd lab --race --help\n\n"
        "Runs each strategy over real HTTP on stores of its own and writes a report that\n"
        "`seonchakd verify DIR` derives again from its records.\n\n");
    for (const LabOption &option : table) {
        text += QStringLiteral("  %1 %2")
                    .arg(QStringLiteral("--%1 %2").arg(QLatin1String(option.name),
                                                       QString::fromUtf8(option.valueName)),
                         -24)
                    .arg(QString::fromUtf8(option.help));
        text += *option.defaultText == '\0'
                    ? QStringLiteral("\n")
                    : QStringLiteral(" (%1)\n").arg(QString::fromUtf8(option.defaultText));
    }
    return text;
}

Result<lab::Setting> readLabSetting(const QStringList &arguments)
{
    QCommandLineParser parser;
    for (const LabOption &option : table)
        parser.addOption({QString::fromLatin1(option.name), QString(), QString::fromUtf8(option.valueName)});
    if (!parser.parse(QStringList{QStringLiteral("lab")} + arguments))
        return failure(Trouble::BadInput, parser.errorText() + QStringLiteral(" See seonchakd lab --help."));
    if (!parser.positionalArguments().isEmpty())
        return failure(Trouble::BadInput, QStringLiteral("\"%1\" is not an option. See seonchakd lab --help.")
                                              .arg(parser.positionalArguments().first()));
    for (const char *name : {"key-prefix", "first-user"}) {
        if (parser.isSet(QLatin1String(name)))
            return failure(Trouble::BadInput,
                           QStringLiteral("--%1 goes with --jtl only").arg(QLatin1String(name)));
    }
    lab::Setting setting;
    setting.seed = QRandomGenerator::system()->generate64() >> 1;
    if (parser.isSet(QStringLiteral("strategies"))) {
        if (const auto read = readStrategies(parser.value(QStringLiteral("strategies")), setting); !read)
            return std::unexpected(read.error());
    }
    if (parser.isSet(QStringLiteral("database")))
        setting.databases = parser.value(QStringLiteral("database")).split(u',', Qt::SkipEmptyParts);
    if (parser.isSet(QStringLiteral("redis")))
        setting.redis = parser.value(QStringLiteral("redis"));
    setting.outDir = parser.value(QStringLiteral("out"));
    if (setting.outDir.isEmpty())
        setting.outDir = QDateTime::currentDateTime().toString(QStringLiteral("'lab-'yyyyMMdd-HHmmss"));
    const QString client = parser.value(QStringLiteral("client"));
    if (!client.isEmpty() && client != QLatin1String("own") && client != QLatin1String("jmeter"))
        return failure(Trouble::BadInput,
                       QStringLiteral("--client: \"%1\" is neither own nor jmeter").arg(client));
    setting.client = client == QLatin1String("jmeter") ? lab::Client::Jmeter : lab::Client::Own;
    setting.serverProgram = QCoreApplication::applicationFilePath();
    if (const auto read = readNumbers(parser, setting); !read)
        return std::unexpected(read.error());
    if (const auto read = readDocuments(parser, setting); !read)
        return std::unexpected(read.error());
    return setting;
}

int runLab(const QStringList &arguments)
{
    if (arguments.contains(QStringLiteral("--jtl")))
        return runLabJtl(arguments);
    if (arguments.contains(QStringLiteral("--crash-matrix")))
        return runLabCrash(arguments);
    if (arguments.contains(QStringLiteral("--race")))
        return runLabRace(arguments);
    if (arguments.contains(QStringLiteral("--help"))) {
        std::fputs(qPrintable(labHelp()), stdout);
        return ExitFine;
    }
    http::raiseOpenFileLimit();
    const auto setting = readLabSetting(arguments);
    if (!setting) {
        tell(QStringLiteral("seonchakd lab: ") + setting.error().detail);
        return ExitUsage;
    }
    tell(QStringLiteral("seed %1, records and report in %2").arg(setting->seed).arg(setting->outDir));
    std::stop_source stop;
    const Signals interrupts;
    QObject::connect(&interrupts, &Signals::asked, &interrupts, [&stop] { stop.request_stop(); });
    const lab::Watchers watchers = onTheTerminal();
    Result<QList<lab::Trial>> trials = failure(Trouble::Internal, QStringLiteral("never ran"));
    runBesideLoop([&] { trials = lab::runExperiment(*setting, stop.get_token(), watchers); });
    if (!trials) {
        tell(QStringLiteral("seonchakd lab: ") + trials.error().detail);
        return trials.error().trouble == Trouble::BadInput ? ExitUsage : ExitService;
    }
    printTable(*trials);
    tellOfTheGenerator(*trials);
    if (setting->documents)
        printDocuments(*trials);
    if (stop.stop_requested())
        tell(QStringLiteral("cancelled: the report has %1 finished runs").arg(trials->size()));
    return stop.stop_requested() ? ExitOther : ExitFine;
}

int runVerify(const QStringList &arguments)
{
    if (arguments.size() == 2 && arguments.first() == QLatin1String("--test-the-tester"))
        return runSelfTest(arguments.last());
    if (arguments.size() != 1 || arguments.first().startsWith(u'-')) {
        tell(QStringLiteral("Usage: seonchakd verify [--test-the-tester] DIR"));
        return ExitUsage;
    }
    const QString directory = arguments.first();
    const auto faults =
        dossier::isDossier(directory) ? dossier::verify(directory) : lab::verifyReport(directory);
    for (const QString &fault : faults)
        tell(fault);
    if (faults.isEmpty())
        std::puts("every record is as it was written, and the verdict follows from the records");
    return faults.isEmpty() ? ExitFine : ExitOther;
}

} // namespace seonchak

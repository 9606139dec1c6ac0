// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/lab_command.h"

#include "app/exit_status.h"
#include "app/lab/lab_crash.h"
#include "app/lab/lab_jtl.h"
#include "app/lab/lab_options.h"
#include "app/lab/lab_race.h"
#include "app/signals.h"
#include "app/terminal.h"
#include "app/told_faults.h"
#include "core/async/open_files.h"
#include "core/async/work_thread.h"
#include "core/lab/compare/experiment.h"
#include "core/lab/report/documents.h"
#include "core/lab/report/report.h"
#include "core/lab/report/report_json.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace seonchak {

namespace {

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

/// Sound numbers are meaningless for a strategy without stock.
const char *soundText(const lab::Trial &trial)
{
    if (!trial.verdict.isSound())
        return "NO";
    return hasStock(trial.cell.strategy) ? "yes" : "no stock";
}

QString leftText(const lab::Trial &trial)
{
    return hasStock(trial.cell.strategy) ? QString::number(trial.verdict.available) : QStringLiteral("-");
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
                    v.partnerFailed, v.errors, v.lost, v.duplicates + v.oversold, qPrintable(leftText(trial)),
                    v.throughput, qPrintable(p99Text(v.latencyIssued.corrected)), soundText(trial));
    }
    std::fflush(stdout);
}

/// How reliable the numbers are: whether the generator kept to its schedule, or was the bottleneck.
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

/// The opening of each run that had one, by Redis' clock.
void tellOfTheOpenings(const QList<lab::Trial> &trials)
{
    const auto ms = [](qint64 ns) { return QString::number(double(ns) / 1e6, 'f', 2); };
    for (const lab::Trial &trial : trials) {
        const auto &opening = trial.verdict.opening;
        if (!opening.aimedAt)
            continue;
        tell(QStringLiteral(
                 "%1, run %2: first VALID %3 after the opening (± %4 ms), %5 before it, %6 too early")
                 .arg(strategyName(trial.cell.strategy))
                 .arg(trial.cell.repeat + 1)
                 .arg(opening.firstIssuedNs < 0 ? QStringLiteral("never")
                                                : ms(opening.firstIssuedNs) + QStringLiteral(" ms"),
                      ms(opening.doubtNs))
                 .arg(trial.verdict.issuedEarly)
                 .arg(trial.verdict.tooEarly));
    }
}

lab::Watchers onTheTerminal()
{
    lab::Watchers watchers;
    watchers.finished = [](const lab::Trial &trial) {
        tell(QStringLiteral("  %1 issued, %2 a second, %3")
                 .arg(trial.verdict.issued)
                 .arg(trial.verdict.throughput, 0, 'f', 0)
                 .arg(!trial.verdict.isSound()        ? QStringLiteral("NOT SOUND")
                      : hasStock(trial.cell.strategy) ? QStringLiteral("sound")
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
    raiseOpenFileLimit();
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
    tellOfTheOpenings(*trials);
    if (setting->documents)
        printDocuments(*trials);
    if (stop.stop_requested())
        tell(QStringLiteral("cancelled: the report has %1 finished runs").arg(trials->size()));
    return stop.stop_requested() ? ExitOther : ExitFine;
}

int runVerifyReport(const QStringList &arguments)
{
    if (arguments.size() == 2 && arguments.first() == QLatin1String("--test-the-tester"))
        return runSelfTest(arguments.last());
    if (arguments.size() != 1 || arguments.first().startsWith(u'-')) {
        tell(QStringLiteral("Usage: seonchakd verify [--test-the-tester] DIR"));
        return ExitUsage;
    }
    return tellFaults(lab::verifyReport(arguments.first()));
}

} // namespace seonchak

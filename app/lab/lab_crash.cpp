// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/lab_crash.h"

#include "app/exit_status.h"
#include "app/lab/lab_options.h"
#include "app/signals.h"
#include "app/terminal.h"
#include "core/async/work_thread.h"
#include "core/lab/crash/crash_matrix.h"

#include <QCoreApplication>

#include <atomic>
#include <cstdio>
#include <memory>

namespace seonchak {

namespace {

using Results = QList<lab::CrashResult>;

constexpr const char *crashHelp =
    "Usage: seonchakd lab --crash-matrix [options]\n\n"
    "Kills a server just before and just after each step of each strategy, starts it again on the same "
    "stores\n"
    "and prints what was lost. Exit code 1 where a cell of the saga is not whole.\n\n"
    "  --strategies A,B,…   which (all)\n"
    "  --database D,…       sqlite and/or postgresql:// URLs of servers to make a database on (sqlite)\n"
    "  --redis URL          private, or a URL: a key prefix of the lab's own is used (private)\n"
    "  --seed N             noted in the report (random)\n"
    "  --out DIR            for crash-matrix.json and crash-matrix.html: an empty or new directory "
    "(lab-<time>)\n";

/// Options of the experiment that have no meaning here are refused by name.
std::optional<QString> foreignOption(const QStringList &arguments)
{
    static const QStringList known{QStringLiteral("--strategies"), QStringLiteral("--database"),
                                   QStringLiteral("--redis"), QStringLiteral("--seed"),
                                   QStringLiteral("--out")};
    for (const QString &argument : arguments) {
        const QString name = argument.section(u'=', 0, 0);
        if (name.startsWith(QLatin1String("--")) && !known.contains(name))
            return name;
    }
    return std::nullopt;
}

void print(const Results &results)
{
    std::printf("%-11s %-22s %-14s %-7s %-12s %-12s %5s %6s %6s %8s %10s %5s  %s\n", "database", "strategy",
                "step", "side", "told", "again", "lost", "double", "second", "unbacked", "store-only",
                "stuck", "verdict");
    for (const auto &[cell, outcome] : results) {
        std::printf("%-11s %-22s %-14s %-7s %-12s %-12s %5lld %6lld %6lld %8lld %10lld %5lld  %s\n",
                    qPrintable(lab::engineOf(cell.database)), qPrintable(strategyName(cell.strategy)),
                    cell.step.constData(), cell.after ? "after" : "before", lab::fateName(outcome.killed),
                    lab::fateName(outcome.again), outcome.lost, outcome.doubled, outcome.second,
                    outcome.unbacked, outcome.partnerOnly, outcome.stuck, outcome.verdict());
    }
    std::fflush(stdout);
}

Result<Results> run(const lab::Setting &setting, const std::stop_source &stop)
{
    const qsizetype cells = lab::crashCells(setting).size();
    std::atomic<int> done{0};
    const auto finished = [&](const lab::CrashResult &one) {
        tell(QStringLiteral("%1 of %2: %3 on %4, %5 %6: %7")
                 .arg(++done)
                 .arg(cells)
                 .arg(strategyName(one.cell.strategy), lab::engineOf(one.cell.database),
                      one.cell.after ? QStringLiteral("after") : QStringLiteral("before"),
                      QString::fromLatin1(one.cell.step), QLatin1String(one.outcome.verdict())));
    };
    Result<Results> results = failure(Trouble::Internal, QStringLiteral("never ran"));
    runBesideLoop([&] { results = lab::runCrashMatrix(setting, stop.get_token(), finished); });
    return results;
}

} // namespace

int runLabCrash(const QStringList &arguments)
{
    QStringList rest = arguments;
    rest.removeAll(QStringLiteral("--crash-matrix"));
    if (rest.contains(QStringLiteral("--help"))) {
        std::fputs(crashHelp, stdout);
        return ExitFine;
    }
    const auto foreign = foreignOption(rest);
    const auto setting = foreign
                             ? failure(Trouble::BadInput, *foreign + QStringLiteral(" is no option of it"))
                             : readLabSetting(rest);
    if (!setting) {
        tell(QStringLiteral("seonchakd lab --crash-matrix: ") + setting.error().detail);
        return ExitUsage;
    }
    std::stop_source stop;
    const Signals interrupts;
    QObject::connect(&interrupts, &Signals::asked, &interrupts, [&stop] { stop.request_stop(); });
    const auto results = run(*setting, stop);
    if (!results) {
        tell(QStringLiteral("seonchakd lab --crash-matrix: ") + results.error().detail);
        return results.error().trouble == Trouble::BadInput ? ExitUsage : ExitService;
    }
    print(*results);
    if (stop.stop_requested())
        tell(QStringLiteral("cancelled: the report has %1 finished cells").arg(results->size()));
    const bool sagaBreaks = std::ranges::any_of(*results, [](const lab::CrashResult &one) {
        return one.cell.strategy == Strategy::Saga && !one.outcome.isWhole();
    });
    return sagaBreaks || stop.stop_requested() ? ExitOther : ExitFine;
}

} // namespace seonchak

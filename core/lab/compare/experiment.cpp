// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/compare/experiment.h"

#include "core/lab/report/report.h"
#include "core/lab/rig/own_database.h"
#include "core/lab/rig/redis_reader.h"
#include "core/lab/trial/setting_check.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace seonchak::lab {

namespace {

QString workDirOf(const Setting &setting, qint64 pid)
{
    return setting.outDir + QStringLiteral("/.work-%1").arg(pid);
}

} // namespace

void takeAwayLeftovers(const Setting &setting)
{
    removeAbandonedWork(setting.outDir);
    for (const QString &database : setting.databases) {
        if (const auto dropped = OwnDatabase::dropAbandoned(database, familyOfNames()); !dropped)
            qWarning("%s", qUtf8Printable(dropped.error().detail));
    }
    if (setting.redis == QLatin1String("private"))
        return;
    const auto address = RedisAddress::parse(setting.redis);
    if (!address)
        return;
    RedisReader reader(*address, {});
    if (const auto cleaned = reader.cleanAbandoned(familyOfNames().toLatin1()); !cleaned)
        qWarning("%s", qUtf8Printable(cleaned.error().detail));
}

namespace {

/// If this fails, nothing has been started or written.
Result<void> makeReady(const Setting &setting)
{
    removeAbandonedWork(setting.outDir); // Otherwise the directory is not empty.
    if (const auto fine = check(setting); !fine)
        return fine;
    for (const QString &database : setting.databases) {
        if (const auto usable = OwnDatabase::check(database); !usable)
            return usable;
    }
    takeAwayLeftovers(setting);
    return {};
}

} // namespace

Result<QList<Trial>> runExperiment(const Setting &setting, const std::stop_token &stop,
                                   const Watchers &watchers)
{
    if (const auto ready = makeReady(setting); !ready)
        return std::unexpected(ready.error());
    const qint64 pid = QCoreApplication::applicationPid();
    const QDir work(workDirOf(setting, pid));
    const auto cells = orderOfRuns(setting);
    QList<Trial> trials;
    std::optional<Error> trouble;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < cells.size() && !stop.stop_requested() && !trouble; ++i) {
        Progress progress{i + 1, int(cells.size()), cells[i], 0, setting.requests, -1};
        if (i > 0)
            progress.secondsLeft = double(timer.elapsed()) / 1000 / i * double(cells.size() - i);
        const auto tell = [&](Step step, qint64 answered) {
            progress.step = step;
            progress.answered = answered;
            if (watchers.progress)
                watchers.progress(progress);
        };
        auto trial = runTrial(setting, cells[i], work,
                              familyOfNames() + QStringLiteral("%1-%2").arg(pid).arg(i), stop, tell);
        if (!trial) {
            trouble = trial.error();
        } else if (!trial->load.cancelled) {
            if (watchers.finished)
                watchers.finished(*trial);
            trials.append(std::move(*trial));
        } else if (!trial->directory.isEmpty()) {
            QDir(setting.outDir + u'/' + trial->directory).removeRecursively();
        }
    }
    QDir(work).removeRecursively();
    if (trials.isEmpty() && trouble)
        return std::unexpected(*trouble);
    const auto written = writeReport(setting, trials, int(cells.size()), trouble);
    return written ? Result<QList<Trial>>(trials) : std::unexpected(written.error());
}

} // namespace seonchak::lab

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/crash/crash_matrix.h"

#include "core/async/work_thread.h"
#include "core/issue/ground/failpoints.h"
#include "core/lab/compare/experiment.h"
#include "core/lab/report/report_json.h"
#include "core/lab/trial/setting_check.h"
#include "core/record/whole_file.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

namespace seonchak::lab {

namespace {

constexpr int atOnce = 4; ///< they mostly wait: for leases, and for Redis and the database to start

using Mode = PartnerBehaviour::Mode;

Mode partnerFor(const QByteArray &step)
{
    if (step == "rpush" || step == "release")
        return Mode::Refuse;
    const bool ofDoubt = step == "open-doubt" || step == "mark-doubt";
    return ofDoubt ? Mode::CloseAfter : Mode::Accept;
}

/// As the matrix's file has it.
QString partnerName(Mode mode)
{
    return mode == Mode::Accept   ? QStringLiteral("accepts")
           : mode == Mode::Refuse ? QStringLiteral("refuses")
                                  : QStringLiteral("loses-answer");
}

/// What the threads that run the cells share.
struct Work
{
    QList<CrashCell> cells;
    CrashPlace place;
    std::atomic<int> next{0};
    std::mutex mutex; ///< guards all members below
    QMap<int, CrashResult> done;
    std::optional<Error> trouble;
};

void serve(Work &work, const std::stop_token &stop, const std::function<void(const CrashResult &)> &finished)
{
    for (;;) {
        const int at = work.next++;
        if (at >= work.cells.size() || stop.stop_requested())
            return;
        CrashPlace place = work.place;
        place.name += QString::number(at);
        const auto outcome = runCrashCell(work.cells[at], place, stop);
        const std::lock_guard lock(work.mutex);
        if (!outcome) {
            if (!stop.stop_requested() && !work.trouble)
                work.trouble = outcome.error();
            work.next = int(work.cells.size()); // The rest would fail as well.
            return;
        }
        const CrashResult result{work.cells[at], *outcome};
        work.done.insert(at, result);
        if (finished)
            finished(result);
    }
}

QJsonObject cellJson(const CrashResult &result)
{
    const auto &[cell, outcome] = result;
    return {{QStringLiteral("database"), engineOf(cell.database)},
            {QStringLiteral("strategy"), strategyName(cell.strategy)},
            {QStringLiteral("step"), QString::fromLatin1(cell.step)},
            {QStringLiteral("side"), cell.after ? QStringLiteral("after") : QStringLiteral("before")},
            {QStringLiteral("store"), partnerName(cell.partner)},
            {QStringLiteral("killed"), QLatin1String(fateName(outcome.killed))},
            {QStringLiteral("again"), QLatin1String(fateName(outcome.again))},
            {QStringLiteral("lost"), outcome.lost},
            {QStringLiteral("double"), outcome.doubled},
            {QStringLiteral("second"), outcome.second},
            {QStringLiteral("unbacked"), outcome.unbacked},
            {QStringLiteral("storeOnly"), outcome.partnerOnly},
            {QStringLiteral("stuck"), outcome.stuck},
            {QStringLiteral("conserved"), outcome.conserved},
            {QStringLiteral("seconds"), outcome.seconds},
            {QStringLiteral("verdict"), QLatin1String(outcome.verdict())}};
}

void runAll(Work &work, const std::stop_token &stop, const std::function<void(const CrashResult &)> &finished)
{
    std::vector<std::unique_ptr<WorkThread>> threads;
    for (int i = 0; i < atOnce; ++i) {
        threads.push_back(std::make_unique<WorkThread>([&] { serve(work, stop, finished); }));
        threads.back()->start();
    }
}

} // namespace

QList<CrashCell> crashCells(const Setting &setting)
{
    QList<CrashCell> cells;
    for (const QString &database : setting.databases) {
        for (const Strategy strategy : setting.strategies) {
            for (const QByteArray &step : stepsOf(strategy)) {
                for (const bool after : {false, true})
                    cells.append({database, strategy, step, after, partnerFor(step)});
            }
        }
    }
    return cells;
}

Result<QList<CrashResult>> runCrashMatrix(const Setting &setting, const std::stop_token &stop,
                                          const std::function<void(const CrashResult &)> &finished)
{
    if (const auto fine = check(setting); !fine)
        return std::unexpected(fine.error());
    takeAwayLeftovers(setting);
    const qint64 pid = QCoreApplication::applicationPid();
    Work work;
    work.cells = crashCells(setting);
    work.place = {QDir(QStringLiteral("%1/.work-%2").arg(QDir(setting.outDir).absolutePath()).arg(pid)),
                  familyOfNames() + QStringLiteral("%1-crash").arg(pid), setting.redis,
                  setting.serverProgram};
    runAll(work, stop, finished);
    work.place.work.removeRecursively();
    if (work.trouble)
        return std::unexpected(*work.trouble);
    const QList<CrashResult> results = work.done.values();
    const QJsonObject json = crashJson(setting, results, int(work.cells.size()));
    for (const auto &written :
         {writeWhole(setting.outDir + QStringLiteral("/crash-matrix.json"), QJsonDocument(json).toJson()),
          writeWhole(setting.outDir + QStringLiteral("/crash-matrix.html"), crashHtml(json).toUtf8())}) {
        if (!written)
            return std::unexpected(written.error());
    }
    return results;
}

QJsonObject crashJson(const Setting &setting, const QList<CrashResult> &results, int cells)
{
    QJsonArray list;
    bool isSagaWhole = true;
    for (const CrashResult &result : results) {
        list.append(cellJson(result));
        isSagaWhole = isSagaWhole && (result.cell.strategy != Strategy::Saga || result.outcome.isWhole());
    }
    return {{QStringLiteral("format"), QStringLiteral("seonchak-crash-matrix-1")},
            {QStringLiteral("machine"), machineJson()},
            {QStringLiteral("seed"), QString::number(setting.seed)},
            {QStringLiteral("complete"), results.size() == cells},
            {QStringLiteral("cellsPlanned"), cells},
            {QStringLiteral("sagaWhole"), isSagaWhole},
            {QStringLiteral("cells"), list}};
}

} // namespace seonchak::lab

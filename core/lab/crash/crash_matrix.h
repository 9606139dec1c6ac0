// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/crash/crash_cell.h"
#include "core/lab/plan/setting.h"

#include <QJsonObject>

#include <functional>

namespace seonchak::lab {

/// A cell and its result.
struct CrashResult
{
    CrashCell cell;
    CrashOutcome outcome;
};

/// Each edge of each step, in the order of the contract's strategies; a step that is only passed when the
/// partner refuses or its answer is lost is combined with that partner.
QList<CrashCell> crashCells(const Setting &setting);

/// Runs every cell, four at a time, and writes crash-matrix.json and crash-matrix.html into `setting.outDir`.
/// Uses only strategies, databases, redis, outDir and serverProgram of the setting. `finished` is called on
/// other threads, one call at a time. Blocks its thread. If stopped, the finished cells are written and
/// returned. BadInput names the option; Unavailable if a cell could not be run.
Result<QList<CrashResult>> runCrashMatrix(const Setting &setting, const std::stop_token &stop,
                                          const std::function<void(const CrashResult &)> &finished);

/// `cells` is the planned number.
QJsonObject crashJson(const Setting &setting, const QList<CrashResult> &results, int cells);
/// One self-contained page of the same, in both languages.
QString crashHtml(const QJsonObject &matrix);

} // namespace seonchak::lab

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/crash/crash_cell.h"
#include "core/lab/plan/setting.h"

#include <QJsonObject>

#include <functional>

namespace seonchak::lab {

/// A cell, and what came of it.
struct CrashResult
{
    CrashCell cell;
    CrashOutcome outcome;
};

/// Each edge of each step, in the order of the contract's strategies; a step that is crossed only when the
/// store refuses or its answer is lost comes with that store.
QList<CrashCell> crashCells(const Setting &setting);

/// Runs every cell, four at a time, and writes crash-matrix.json and crash-matrix.html into
/// `setting.outDir`. Of the setting it uses strategies, databases, redis, outDir and serverProgram.
/// `finished` is called on threads of its own, one call at a time. Blocks its thread. Stopped: what was
/// finished by then is written and returned. BadInput by the name of the option; Unavailable where a cell
/// could not be run.
Result<QList<CrashResult>> runCrashMatrix(const Setting &setting, const std::stop_token &stop,
                                          const std::function<void(const CrashResult &)> &finished);

/// "accepts", "refuses", "loses-answer".
const char *storeFateName(StoreFate fate);
/// `cells` is how many there were to run.
QJsonObject crashJson(const Setting &setting, const QList<CrashResult> &results, int cells);
/// One self-contained page of the same, in both languages.
QString crashHtml(const QJsonObject &matrix);

} // namespace seonchak::lab

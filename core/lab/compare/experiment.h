// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/plan/lab_names.h"
#include "core/lab/trial/trial.h"

#include <functional>
#include <stop_token>

namespace seonchak::lab {

/// How far an experiment is.
struct Progress
{
    int run = 0; ///< 1…runs: the one under way
    int runs = 0;
    Cell cell;
    qint64 answered = 0; ///< in this run
    qint64 requests = 0;
    double secondsLeft = -1; ///< by the runs so far, when this one began; -1: not known yet
    Step step = Step::Sending;
};

struct Watchers
{
    std::function<void(const Progress &)> progress;
    std::function<void(const Trial &)> finished; ///< a run, as they come
};

/// Makes all runs and writes report.json, SHA256SUMS and the records into Setting::outDir. Cancelled, or
/// stopped by an error in one run, it writes what it has by then, and the report says that it is not whole.
/// Leaves nothing else behind; what an earlier lab that was killed left behind is taken away first. Blocks
/// its thread. Errors: BadInput, and Unavailable where a database of the setting cannot be used, before
/// anything ran; the first run's error where not one run could be made.
Result<QList<Trial>> runExperiment(const Setting &setting, const std::stop_token &stop,
                                   const Watchers &watchers);

/// Takes away what labs that were killed have left in the setting's databases, Redis and directory. Blocks
/// its thread.
void takeAwayLeftovers(const Setting &setting);

} // namespace seonchak::lab

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/plan/lab_names.h"
#include "core/lab/trial/trial.h"

#include <functional>
#include <stop_token>

namespace seonchak::lab {

/// The progress of an experiment.
struct Progress
{
    int run = 0; ///< 1…runs: the current one
    int runs = 0;
    Cell cell;
    qint64 answered = 0; ///< in this run
    qint64 requests = 0;
    double secondsLeft = -1; ///< estimated from the finished runs when this one began; -1: not known yet
    Step step = Step::Sending;
};

struct Watchers
{
    std::function<void(const Progress &)> progress;
    std::function<void(const Trial &)> finished; ///< called with each finished run
};

/// Makes all runs and writes report.json, SHA256SUMS and the records into Setting::outDir. If it is
/// cancelled, or stopped by an error in one run, it writes what it has, and the report says that it is
/// incomplete. Leaves nothing else behind; remains of an earlier lab that was killed are removed first.
/// Blocks its thread. Errors: BadInput, and Unavailable if a database of the setting cannot be used, before
/// anything ran; the first run's error if no run succeeded.
Result<QList<Trial>> runExperiment(const Setting &setting, const std::stop_token &stop,
                                   const Watchers &watchers);

/// Removes what killed labs have left in the setting's databases, Redis and directory. Blocks its thread.
void takeAwayLeftovers(const Setting &setting);

} // namespace seonchak::lab

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/trial/trial.h"

#include <optional>
#include <stop_token>

namespace seonchak::lab {

/// Writes report.json, report.html and SHA256SUMS, which `sha256sum -c` understands, beside the records.
/// `planned`: the planned number of runs; `trouble`: why the experiment ended early.
Result<void> writeReport(const Setting &setting, const QList<Trial> &trials, int planned,
                         const std::optional<Error> &trouble);

/// What is wrong with a report, each in one English sentence; empty if it follows from its records and
/// nothing was changed. Needs only the directory. If stopped, returns what it has found so far.
QStringList verifyReport(const QString &directory, const std::stop_token &stop = {});

/// Tests the judge: plants known faults in copies of each run of a report and judges them. Returns the faults
/// that it missed, each in one English sentence; `tried` is the number of planted faults. Can be stopped like
/// verifyReport().
QStringList testTheTester(const QString &directory, int &tried, const std::stop_token &stop = {});

} // namespace seonchak::lab

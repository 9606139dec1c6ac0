// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/trial/trial.h"

#include <optional>
#include <stop_token>

namespace seonchak::lab {

/// Writes report.json, report.html and SHA256SUMS, which `sha256sum -c` understands, beside the records.
/// `planned`: how many runs there were to be; `trouble`: what ended the experiment early.
Result<void> writeReport(const Setting &setting, const QList<Trial> &trials, int planned,
                         const std::optional<Error> &trouble);

/// What is wrong with a report, each in one English sentence; empty where it follows from its records and
/// nothing was touched. Needs nothing but the directory. Stopped, it gives what it has found by then.
QStringList verifyReport(const QString &directory, const std::stop_token &stop = {});

/// Tests the tester: plants known faults in copies of each run of a report and judges them. What it failed to
/// find, each in one English sentence; `tried` says how many faults were planted. May be stopped likewise.
QStringList testTheTester(const QString &directory, int &tried, const std::stop_token &stop = {});

} // namespace seonchak::lab

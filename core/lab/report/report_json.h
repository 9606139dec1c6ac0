// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/trial/trial.h"

#include <QJsonArray>
#include <QJsonObject>

namespace seonchak::lab {

/// The part of a run's object in report.json that follows only from its records: `verify` recomputes and
/// compares it.
QJsonObject verdictJson(const Verdict &verdict);
/// A run's whole object.
QJsonObject trialJson(const Trial &trial);
/// A description of the machine: processor, system, versions of the programs that ran.
QJsonObject machineJson();
/// The settings, passwords masked.
QJsonObject settingJson(const Setting &setting);

/// Median and spread of the repeats of one strategy on one database.
struct Spread
{
    double median = 0;
    double least = 0;
    double most = 0;
};
Spread spreadOf(QList<double> values);

/// The comparison, for each database: which strategies were sound, and which of these was the fastest. If
/// none is named, `whyNone` says why: not-run, schedule (the schedule limited the rate), generator (it was
/// the bottleneck in a run), none-sound, alone (no other sound one to compare), few-repeats (less than five),
/// overlap (the repeats of two overlap).
QJsonArray verdictsJson(const Setting &setting, const QList<Trial> &trials);

} // namespace seonchak::lab

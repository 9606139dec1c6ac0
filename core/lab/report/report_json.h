// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/trial/trial.h"

#include <QJsonArray>
#include <QJsonObject>

namespace seonchak::lab {

/// The part of a run's object in report.json that follows from its records alone: `verify` makes it again and
/// compares.
QJsonObject verdictJson(const Verdict &verdict);
/// A run's whole object.
QJsonObject trialJson(const Trial &trial);
/// What the machine is: its processor, its system, the versions of what ran.
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

/// The comparison, for each database: which strategies were sound, and which sold fastest among them.
/// Where none is named, `whyNone` says why: not-run, schedule (the rate was the schedule's), generator (it
/// was the bottleneck in a run), none-sound, alone (no other sound one to compare), few-repeats (less than
/// five), overlap (the repeats of two overlap).
QJsonArray verdictsJson(const Setting &setting, const QList<Trial> &trials);

} // namespace seonchak::lab

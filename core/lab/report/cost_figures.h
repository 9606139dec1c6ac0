// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/trial/trial.h"

#include <QJsonObject>

#include <span>

namespace seonchak::lab {

/// What a run cost: one row for its place in report.json and its column in report.html.
struct CostFigure
{
    const char *path; ///< below the run in report.json: "measured.cpuSeconds.redis"
    /// Where it comes from: one of the two. The value is null if it was not measured.
    QJsonValue (*judged)(const Verdict &verdict);
    QJsonValue (*measured)(const Measured &measured);
    const char *ko; ///< the head of the column; null: the report's page does not show it
    const char *en;
    int decimals = 0;
};

/// In the order of the columns.
std::span<const CostFigure> costFigures();
/// Writes those that follow from the records, or those that were measured besides, into the run's object.
void addCostFigures(QJsonObject &run, const Verdict &verdict);
void addCostFigures(QJsonObject &run, const Measured &measured);

} // namespace seonchak::lab

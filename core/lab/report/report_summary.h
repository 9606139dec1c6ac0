// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/report/report_json.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <stop_token>

namespace seonchak::lab {

/// What a report says of one strategy on one database, over its repeats.
struct StrategyFigures
{
    QString database; ///< "sqlite" or "postgresql"
    QString strategy;
    int runs = 0;
    bool sound = true;         ///< in every run
    bool hasStock = true;      ///< false: `sound` says nothing
    int generatorBusy = 0;     ///< runs in which the generator was the bottleneck
    Spread rate;               ///< answers a second
    std::optional<Spread> p99; ///< of the issued, in ms; none where a run did not measure it
};

/// A report as it was written, without its records. Every text comes from a file that anybody may have
/// changed: it is shown, never believed. `verifyReport` tells whether it holds.
struct ReportSummary
{
    QString directory;
    QDateTime written; ///< invalid: unknown
    /// Why it cannot be read: NotFound (none was written), Unavailable, BadInput (it is something else).
    /// None: the rest is filled in.
    std::optional<Error> trouble;
    int planned = 0;
    int runs = 0;
    int unsound = 0;
    int generatorBusy = 0;
    qint64 requests = 0;
    qint64 stock = 0;
    qint64 users = 0;
    double rate = 0; ///< 0: as fast as they go
    double failureRate = 0;
    double opensIn = 0; ///< seconds; 0: the sale was open already
    int repeats = 0;
    QString seed;
    bool byJmeter = false;
    int documentRows = 0; ///< of the documents' tables; 0: they were not asked for
    int documentAgree = 0;
    QList<StrategyFigures> figures; ///< in the order of the report's verdicts

    [[nodiscard]] bool isWhole() const { return runs == planned; }
};

/// Reads the report.json of one directory.
ReportSummary readSummary(const QString &directory);
/// The reports that lie in a folder, each in a directory of its own, the newest first. A directory named as
/// the lab names them, but without a report, is listed with its trouble. Blocks its thread.
QList<ReportSummary> listReports(const QString &folder, const std::stop_token &stop);

} // namespace seonchak::lab

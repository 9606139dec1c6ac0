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

/// A report's numbers for one strategy on one database, over its repeats.
struct StrategyFigures
{
    QString database; ///< "sqlite" or "postgresql"
    QString strategy;
    int runs = 0;
    bool sound = true;         ///< in every run
    bool hasStock = true;      ///< false: `sound` is meaningless
    int generatorBusy = 0;     ///< runs in which the generator was the bottleneck
    Spread rate;               ///< answers a second
    std::optional<Spread> p99; ///< of issued answers, in ms; nullopt if a run did not measure it
};

/// A report as it was written, without its records. Every text comes from a file that may have been changed:
/// it is displayed, but not trusted. `verifyReport` checks it.
struct ReportSummary
{
    QString directory;
    QDateTime written; ///< invalid: unknown
    /// Why it cannot be read: NotFound (none was written), Unavailable, BadInput (not a report). Nullopt: the
    /// rest is filled in.
    std::optional<Error> trouble;
    int planned = 0;
    int runs = 0;
    int unsound = 0;
    int generatorBusy = 0;
    qint64 requests = 0;
    qint64 stock = 0;
    qint64 users = 0;
    double rate = 0; ///< 0: unlimited
    double failureRate = 0;
    double opensIn = 0; ///< seconds; 0: the sale was open already
    int repeats = 0;
    QString seed;
    bool byJmeter = false;
    int documentRows = 0; ///< of the documents' tables; 0: they were not requested
    int documentAgree = 0;
    QList<StrategyFigures> figures; ///< in the order of the report's verdicts

    [[nodiscard]] bool isWhole() const { return runs == planned; }
};

/// Reads the report.json of one directory.
ReportSummary readSummary(const QString &directory);
/// The reports in a folder, each in its own directory, newest first. A directory with a lab's name but
/// without a report is listed with its trouble. Blocks its thread.
QList<ReportSummary> listReports(const QString &folder, const std::stop_token &stop);

} // namespace seonchak::lab

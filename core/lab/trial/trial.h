// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/judge/records.h"
#include "core/lab/judge/verdict.h"
#include "core/lab/plan/setting.h"
#include "core/lab/send/load.h"

#include <QDir>

namespace seonchak::lab {

/// Measurements other than the requests. -1: not measured, and printed so.
struct Measured
{
    qint64 compensated = -1;
    qint64 partnerCalls = -1;
    qint64 partnerFailures = -1;
    qint64 optimisticRetries = -1; ///< of db-optimistic
    qint64 lockWaitNs = -1;        ///< of db-pessimistic
    qint64 redisCommandNs = -1;    ///< inside Redis' commands and scripts
    qint64 redisCommands = -1;
    qint64 cpuServerNs = -1;
    qint64 cpuRedisNs = -1;
    qint64 cpuDatabaseNs = -1; ///< of the whole PostgreSQL on this machine; SQLite's is part of the server's
    qint64 cpuGeneratorNs = -1;
    double settledSeconds = -1; ///< from the last answer until nothing was pending
};

/// The phase of a run.
enum class Step {
    Starting, ///< the server starts and the stock is filled; nothing was sent yet
    Sending,
    Settling, ///< all requests are answered; pending work comes to rest, and the stores are read
};
using TellStep = std::function<void(Step step, qint64 answered)>;

/// One run and its results.
struct Trial
{
    Cell cell;
    QString directory; ///< of the records, relative to the report's
    RecordFiles files;
    LoadReport load;
    Measured measured;
    Verdict verdict;
};

/// Makes one run: starts its own server on its own stores, fills the stock, sends the requests, waits until
/// nothing is pending, reads both stores, writes the records, removes everything again. `work` is a directory
/// for files that do not outlive the run, `name` must be unique on this machine. Blocks its thread.
Result<Trial> runTrial(const Setting &setting, const Cell &cell, const QDir &work, const QString &name,
                       const std::stop_token &stop, const TellStep &progress);

/// How many coupons to create before the run; 0: it has no stock.
qint64 stockFor(const Setting &setting, Strategy strategy);

} // namespace seonchak::lab

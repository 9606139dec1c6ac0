// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/judge/records.h"
#include "core/lab/judge/verdict.h"
#include "core/lab/plan/setting.h"
#include "core/lab/send/load.h"

#include <QDir>

namespace seonchak::lab {

/// What was measured beside the requests. -1: not measured, and printed so.
struct Measured
{
    qint64 compensated = -1;
    qint64 storeCalls = -1;
    qint64 storeFailures = -1;
    qint64 optimisticRetries = -1; ///< of db-optimistic
    qint64 lockWaitNs = -1;        ///< of db-pessimistic
    qint64 redisCommandNs = -1;    ///< inside Redis' commands and scripts
    qint64 redisCommands = -1;
    qint64 cpuServerNs = -1;
    qint64 cpuRedisNs = -1;
    qint64 cpuDatabaseNs = -1; ///< all of a PostgreSQL on this machine; SQLite's is part of the server's
    qint64 cpuGeneratorNs = -1;
    double settledSeconds = -1; ///< from the last answer until nothing was under way any more
};

/// What a run is busy with.
enum class Step {
    Starting, ///< its server starts and the stock is filled; nothing was sent yet
    Sending,
    Settling, ///< all is answered; what is under way comes to rest, and the stores are read
};
using TellStep = std::function<void(Step step, qint64 answered)>;

/// One run and all that is known of it.
struct Trial
{
    Cell cell;
    QString directory; ///< of its records, relative to the report's
    RecordFiles files;
    LoadReport load;
    Measured measured;
    Verdict verdict;
};

/// Makes one run: starts a server of its own on stores of its own, fills the stock, sends the requests, waits
/// until nothing is under way, reads both stores, writes the records, takes everything down again. `work` is
/// a directory for what does not outlive the run, `name` is unique on this machine. Blocks its thread.
Result<Trial> runTrial(const Setting &setting, const Cell &cell, const QDir &work, const QString &name,
                       const std::stop_token &stop, const TellStep &progress);

/// True where an issue calls the store, and where its row is on disk when the answer leaves.
bool doesCallStore(Strategy strategy);
bool isDurableBeforeAnswer(Strategy strategy);
/// False where the strategy makes a coupon for whoever asks: nothing of it can be sold out, left or oversold.
bool hasStock(Strategy strategy);
/// How many coupons are made before the run; 0: it has no stock.
qint64 stockFor(const Setting &setting, Strategy strategy);

} // namespace seonchak::lab

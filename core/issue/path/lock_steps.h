// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/async/task.h"
#include "core/issue/ground/failpoints.h"
#include "core/issue/ground/issuer.h"
#include "core/issue/ground/readiness.h"
#include "core/watch/counters.h"

/// The database locks that the documents compare Redis with. Their issue path uses neither Redis nor a
/// partner; each issue runs as one job on the pool's threads, so that waiting for a lock never blocks an HTTP
/// worker.
namespace seonchak {

class SqlPool;

struct LockParts
{
    SqlPool &pool;
    Readiness &readiness;
    Counters &counters;
    const Clock &clock;
    Failpoints *failpoints = nullptr; ///< null except in the lab
    QStringList hooks = {};           ///< the webhook receivers that are notified of each issue
};

/// One transaction with a row lock: SELECT … FOR UPDATE on PostgreSQL, BEGIN IMMEDIATE on SQLite.
class DbPessimistic final : public Issuer
{
public:
    explicit DbPessimistic(LockParts parts);
    Task<IssueOutcome> issue(UserId user) override;

private:
    LockParts m;
};

/// A version column: read, compare and set, retry. Ends with Conflict after `mostTries`.
class DbOptimistic final : public Issuer
{
public:
    static constexpr int mostTries = 50;

    explicit DbOptimistic(LockParts parts);
    Task<IssueOutcome> issue(UserId user) override;

private:
    LockParts m;
};

} // namespace seonchak

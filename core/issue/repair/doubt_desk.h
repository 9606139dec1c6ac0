// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/delays.h"
#include "core/database/book/book_doubts.h"
#include "core/issue/ground/readiness.h"
#include "core/issue/repair/settler.h"
#include "core/redis/keys.h"

namespace seonchak {

class RedisConnection;
class SqlPool;

/// Where a person settles one doubt. It never works on a reservation at the same time as this process'
/// settler, and waits until another server's lease on it has expired. Lives on the engine's thread.
class DoubtDesk
{
public:
    struct Parts
    {
        RedisConnection &redis;
        Gate &gate;
        Claimer &claims;
        Settler &settler;
        SqlPool &pool;
        Readiness &readiness;
        Keys keys;
    };
    explicit DoubtDesk(Parts parts);

    /// Pending and later waits for another server's lease end immediately.
    void cancel() { m_delays.cancel(); }

    struct Ended
    {
        Settled settled;
        Coupon coupon;
    };
    /// NotFound: no such doubt is open. Conflict: it is being settled now. Unavailable.
    QCoro::Task<Result<Ended>> settle(qint64 reservation, DoubtOrder order, QString actor);

private:
    QCoro::Task<Result<OpenDoubt>> find(qint64 reservation);
    QCoro::Task<Result<OpenDoubt>> findInRedis(qint64 reservation);
    QCoro::Task<Result<Claim>> claim(OpenDoubt doubt);
    QCoro::Task<Result<Ended>> carryOut(qint64 reservation, DoubtOrder order, QString actor);
    Parts m;
    Delays m_delays;
};

} // namespace seonchak

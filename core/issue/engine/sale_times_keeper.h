// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_acts.h"
#include "core/issue/ground/sale_times.h"
#include "core/redis/keys.h"
#include "core/redis/script.h"
#include "core/webhook/hook_options.h"

#include <qcoro/qcorotask.h>

namespace seonchak {

class Journal;
class RedisConnection;
class SqlPool;

/// Keeps the sale's times consistent between the book (the truth), Redis (which tells the other servers
/// within a second) and this process, as Pause does with its mark. Lives on one thread.
class SaleTimesKeeper
{
public:
    struct Parts
    {
        RedisConnection &redis;
        Journal &journal;
        SqlPool &pool;
        Keys keys;
        SaleClock &sale;
        const Clock &clock;
        const HookOptions &hooks;
    };
    struct Changed
    {
        SaleTimes before;
        SaleTimes after;
        bool repeated = false; ///< the change was made before: `after` is what it set
    };
    explicit SaleTimesKeeper(Parts parts);

    /// Succeeds once the book has the times, and the webhooks' outbox if the change opens or ends the sale.
    /// Redis may be unavailable: it gets the times with the next reservation. With an act, its row, its trail
    /// entry and the times are one commit; KeyMismatch if its key was used for another request.
    QCoro::Task<Result<Changed>> change(SaleTimesChange change, std::optional<book::Act> act);
    /// Reads the book's times. No coupon is issued before this has succeeded once.
    QCoro::Task<Result<void>> readBook();
    /// Compares the times with Redis, without waiting: the later version wins. Also measures the difference
    /// of the clocks.
    void compareWithRedis();

private:
    using Change = Result<Changed>;
    static Change apply(Session &session, const SaleTimesChange &change, WallMs now);
    static Change applyOnce(Session &session, const SaleTimesChange &change, const book::Act &act,
                            WallMs now);
    void tellRedis();

    Parts m;
    const Script m_tell;
};

} // namespace seonchak

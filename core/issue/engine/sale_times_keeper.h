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

/// Keeps the sale's times the same in the book (the truth), in Redis (how the other servers hear of them
/// within a second) and in this process, as Pause does with its mark. Lives on one thread.
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
        bool repeated = false; ///< it was done before: `after` is what that set
    };
    explicit SaleTimesKeeper(Parts parts);

    /// Succeeds once the book has them, and the outbox of the webhooks where that opens or ends the sale.
    /// Redis may be away: it hears of them with the next reservation. With an act its row, its entry in the
    /// trail and the times are one commit; KeyMismatch where its key was used for another request.
    QCoro::Task<Result<Changed>> change(SaleTimesChange change, std::optional<book::Act> act);
    /// Reads the book's. Nothing is issued before that has succeeded once.
    QCoro::Task<Result<void>> readBook();
    /// Compares with Redis, without waiting: the later version wins. Measures the difference of the clocks.
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

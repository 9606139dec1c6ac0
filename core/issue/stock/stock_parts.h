// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/async/task_mutex.h"
#include "core/issue/ground/readiness.h"
#include "core/redis/keys.h"
#include "core/watch/conservation.h"

#include <functional>

namespace seonchak {

class Journal;
class RedisConnection;
class SqlPool;

/// What the acts on the stock work on. Both stores are used on one thread, in slices, so that issues and
/// readings are not held up.
struct StockParts
{
    static constexpr int sliceSize = 5000; ///< coupons in one transaction and one command

    RedisConnection &redis;
    Journal &journal;
    SqlPool &pool;
    Keys keys;
    StockHome home;
    Readiness &readiness;
    TaskMutex &moving; ///< held while a slice is in neither or both stores
    const Clock &clock;
    std::function<void()> filled = {}; ///< called when coupons came into the stock in Redis

    [[nodiscard]] bool isBookAlone() const { return home == StockHome::Database; }
    /// Unavailable while Redis is away or being rebuilt.
    [[nodiscard]] Result<void> mayPush() const;
    [[nodiscard]] Result<void> mayChange() const;
    /// For a script that refused because Redis has another generation: asks for a rebuild.
    [[nodiscard]] std::unexpected<Error> rebuildFirst(qint64 generation) const;
};

} // namespace seonchak

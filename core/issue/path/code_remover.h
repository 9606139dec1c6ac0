// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "core/issue/ground/readiness.h"
#include "core/issue/path/stock_search.h"
#include "core/redis/script.h"

namespace seonchak {

/// Removes one code from the stock in Redis, wherever it is: for a code that has turned out to be somebody's.
/// Lives on its connection's thread.
class CodeRemover
{
public:
    CodeRemover(RedisConnection &redis, Keys keys, Readiness &readiness);

    /// Succeeds as well if the code is not in the stock. Stale: Redis does not have this generation.
    Task<Result<void>> remove(QByteArray code, qint64 generation);

private:
    RedisConnection &m_redis;
    const Keys m_keys;
    Readiness &m_readiness;
    const StockSearch m_search;
    const Script m_remove;
};

} // namespace seonchak

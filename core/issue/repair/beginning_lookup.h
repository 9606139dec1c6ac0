// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/crossing.h"
#include "core/async/task.h"
#include "core/database/book/stock_turns.h"

#include <vector>

namespace seonchak {

class SqlPool;

/// Whether a sale has begun, for one thread. Once it has, the book is not asked again. Until then whoever
/// asks while a read is under way waits for the next read, which answers all who wait: a crowd that comes too
/// early costs few reads.
class BeginningLookup
{
public:
    explicit BeginningLookup(SqlPool &pool)
        : m_pool(pool)
    {
    }

    /// Whether ask() would answer at once.
    [[nodiscard]] bool hasBegun() const { return m_begun; }
    /// By a read that began after this call.
    Task<Result<book::Beginning>> ask();

private:
    using Answer = Promised<Result<book::Beginning>>;
    Task<> readForAll();

    SqlPool &m_pool;
    std::vector<Answer> m_waiting;
    bool m_reading = false;
    bool m_begun = false;
};

} // namespace seonchak

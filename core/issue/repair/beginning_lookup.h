// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/promised.h"
#include "core/async/task.h"
#include "core/database/book/stock_turns.h"

#include <vector>

namespace seonchak {

class SqlPool;

/// Whether a sale has begun, for one thread. Once it has, the book is not asked again. Until then, callers
/// that arrive while a read is under way wait for the next read, which answers all of them: a crowd before
/// the opening costs few reads.
class BeginningLookup
{
public:
    explicit BeginningLookup(SqlPool &pool)
        : m_pool(pool)
    {
    }

    /// Whether ask() would answer immediately.
    [[nodiscard]] bool hasBegun() const { return m_begun; }
    /// Answers from a read that started after this call.
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

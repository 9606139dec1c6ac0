// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/promised.h"
#include "core/async/task.h"
#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <optional>
#include <vector>

namespace seonchak {

class SqlPool;

/// Reads users' coupons from the book, for one thread. Requests that arrive while a read is under way wait
/// for the next read, which covers all of them: a crowd after the sold-out costs few reads.
class UserLookup
{
public:
    explicit UserLookup(SqlPool &pool)
        : m_pool(pool)
    {
    }

    /// The coupon issued to the user, by a read that started after this call.
    Task<Result<std::optional<Coupon>>> couponOf(UserId user);

private:
    struct Asker
    {
        UserId user = 0;
        Promised<Result<std::optional<Coupon>>> answer;
    };
    Task<> readForAll();

    SqlPool &m_pool;
    std::vector<Asker> m_waiting;
    bool m_reading = false;
};

} // namespace seonchak

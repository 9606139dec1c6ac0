// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/crossing.h"
#include "core/async/task.h"
#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <optional>
#include <vector>

namespace seonchak {

class SqlPool;

/// Reads users' coupons out of the book, for one thread. A user who is asked about while a read is under way
/// waits for the next read, which asks about all who wait: a crowd that comes too late costs few reads.
class UserLookup
{
public:
    explicit UserLookup(SqlPool &pool)
        : m_pool(pool)
    {
    }

    /// The coupon issued to the user, by a read that began after this call.
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

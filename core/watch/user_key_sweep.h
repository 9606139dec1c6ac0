// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/redis/keys.h"
#include "core/watch/status.h"

#include <qcoro/qcorotask.h>

#include <QHash>

#include <functional>
#include <vector>

namespace seonchak {

class RedisConnection;
class SqlPool;

/// Checks the users' keys in Redis against the book, a slice at a time, again and again. A key is a fault
/// only if it is wrong at a second look as well. Lives on the engine's thread.
class UserKeySweep
{
public:
    struct Parts
    {
        RedisConnection &redis;
        SqlPool &pool;
        Keys keys;
        /// Whether Redis still has the content that the sweep began with: asked before a fault is reported.
        std::function<QCoro::Task<bool>()> isSameContent;
    };
    explicit UserKeySweep(Parts parts);

    /// The next slice. Returns false if Redis or the book did not answer.
    QCoro::Task<bool> slice();
    /// Begins again, for another content of Redis.
    void reset();
    /// Whether the pass through the keys has not ended yet.
    [[nodiscard]] bool isAtWork() const { return !m_suspects.empty() || m_cursor != "0"; }
    [[nodiscard]] const QList<StockFault> &faults() const { return m_faults; }

private:
    QCoro::Task<Result<QList<UserId>>> wrongAmong(std::vector<UserId> users);
    QCoro::Task<bool> judge(std::vector<UserId> users);

    Parts m;
    QByteArray m_cursor = "0";
    QHash<UserId, std::size_t> m_good; ///< issues are permanent: the same key need not be looked up again
    std::vector<UserId> m_suspects;
    QList<StockFault> m_faults;
};

} // namespace seonchak

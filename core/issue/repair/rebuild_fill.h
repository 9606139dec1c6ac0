// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/repair/rebuild_lease.h"
#include "core/issue/repair/redis_content.h"

namespace seonchak {

/// The steps of a rebuild that write Redis' new content, from the book and under temporary keys. Every
/// command checks the rebuild's lease. Lives on one thread.
class RebuildFill
{
public:
    struct Parts
    {
        RedisConnection &redis;
        SqlPool &pool;
        const Keys &keys;
        RebuildLease &lease;
        ForeignScan &scan;
    };
    explicit RebuildFill(Parts parts)
        : m(parts)
    {
    }

    /// Users and their entries in the list of reservations.
    using Entries = std::vector<std::pair<QByteArray, QByteArray>>;
    /// Reservations in an older Redis are doubts worth asking about, unless the book knows their outcome.
    QCoro::Task<Result<Entries>> pendingWorthKeeping();
    QCoro::Task<Result<void>> clear(RedisContent::Kind was);
    QCoro::Task<Result<void>> deleteAll(QByteArray prefix);
    QCoro::Task<Result<void>> stock(const Entries &kept);
    /// Returns how many there are.
    QCoro::Task<Result<qint64>> users();
    QCoro::Task<Result<void>> pending(const Entries &kept);

private:
    QCoro::Task<Result<void>> deletePage(const RedisReply &page);

    const Parts m;
};

} // namespace seonchak

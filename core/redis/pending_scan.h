// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/connection.h"
#include "core/redis/pending_entry.h"

#include <optional>
#include <vector>

namespace seonchak {

/// Reads the pending hash slice by slice, as HSCAN does: what is there all the time is seen at least once,
/// what comes or goes meanwhile may be missed. Lives on the connection's thread.
class PendingScan
{
public:
    struct Row
    {
        QByteArray user;
        QByteArray text;
        std::optional<PendingEntry> entry; ///< nullopt: the text is no reservation
    };

    /// The connection must outlive it.
    PendingScan(RedisConnection &redis, QByteArray key);

    [[nodiscard]] bool isAtEnd() const { return m_cursor.isEmpty(); }
    /// The next slice, which may be empty. The connection's error, after which the scan is of no more use.
    QCoro::Task<Result<std::vector<Row>>> next();

private:
    RedisConnection &m_redis;
    const QByteArray m_key;
    QByteArray m_cursor = "0"; ///< empty: at the end
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/keys.h"
#include "core/redis/reply.h"

#include <QHash>
#include <QSet>

#include <qcoro/qcorotask.h>

#include <optional>

namespace seonchak {

class RedisConnection;

/// Finds a code in the lists and hashes of Redis one slice at a time, so that no request for a coupon waits
/// for a scan of a million. Cheap to copy; lives on its connection's thread.
class StockSearch
{
public:
    /// How often a caller searches again for a code that moves.
    static constexpr int mostTries = 20;

    StockSearch(RedisConnection &redis, Keys keys);

    /// The code's position in the stock, counted from its end: 1 is the last. Nothing if it was absent at
    /// some instant since the call. The position moves while coupons are returned: a caller that acts on it
    /// must check again within a script.
    QCoro::Task<Result<std::optional<qint64>>> place(QByteArray code) const;
    /// The same for many codes, in one scan; absent codes are left out.
    QCoro::Task<Result<QHash<QByteArray, qint64>>> places(QSet<QByteArray> codes) const;
    /// The users whose reservations hold the code.
    QCoro::Task<Result<QList<qint64>>> holders(QByteArray code) const;

private:
    QCoro::Task<Result<QHash<QByteArray, qint64>>> placesOnce(QSet<QByteArray> codes) const;
    struct Moves
    {
        qint64 voids = 0;
        qint64 removed = 0;
        bool operator==(const Moves &) const = default;
    };
    QCoro::Task<Result<Moves>> moves() const;

    RedisConnection *m_redis;
    Keys m_keys;
};

} // namespace seonchak

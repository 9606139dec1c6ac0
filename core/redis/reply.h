// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/short_lived.h"
#include "core/coupon/error.h"

#include <QByteArray>

#include <functional>
#include <vector>

namespace seonchak {

/// A Redis answer, copied out of hiredis so that it outlives the callback.
struct RedisReply
{
    enum class Kind { Nil, Integer, Text, Array, Status };
    Kind kind = Kind::Nil;
    qint64 integer = 0;
    QByteArray text; ///< Text and Status
    std::vector<RedisReply, ShortLivedAllocator<RedisReply>> items;

    [[nodiscard]] bool isNil() const { return kind == Kind::Nil; }
};

/// An error reply ("-WRONGTYPE …") is Trouble::Internal with the server's message as detail, except LOADING,
/// READONLY, MISCONF, OOM, MASTERDOWN, CLUSTERDOWN, TRYAGAIN, NOREPLICAS, BUSY, MOVED and ASK, which are
/// Trouble::Unavailable. An error inside an array makes the whole answer that error. Not sent: Unavailable.
/// Sent but unanswered (timeout, connection lost): Uncertain.
using RedisResult = Result<RedisReply>;
using RedisCallback = std::function<void(RedisResult)>;

} // namespace seonchak

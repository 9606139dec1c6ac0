// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QByteArray>

#include <vector>

namespace seonchak::lab {

/// The content of the two stores after a run came to rest, read directly and not through the server.
struct Truth
{
    struct Row
    {
        QByteArray code;
        CouponStatus status = CouponStatus::Staged; ///< the book's: only Redis knows RESERVED
        UserId user = 0;                            ///< who has it, or waits for it in doubt; 0: no user
    };
    struct Key
    {
        UserId user = 0;
        QByteArray code;
    };
    std::vector<Row> book;           ///< every coupon
    std::vector<QByteArray> stock;   ///< the list in Redis, in its order; empty with the db-* strategies
    std::vector<QByteArray> pending; ///< codes reserved or in doubt in Redis
    std::vector<Key> userKeys;       ///< the keys of issued users in Redis
    bool stockInRedis = true;        ///< false with the db-* strategies: AVAILABLE in the book is the stock
};

} // namespace seonchak::lab

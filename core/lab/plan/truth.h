// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QByteArray>

#include <vector>

namespace seonchak::lab {

/// What the two stores said after a run had come to rest, read from them directly and not through the server.
struct Truth
{
    struct Row
    {
        QByteArray code;
        CouponStatus status = CouponStatus::Staged; ///< the book's: RESERVED is Redis' to know
        UserId user = 0;                            ///< who has it, or waits for it in doubt; 0: nobody
    };
    struct Key
    {
        UserId user = 0;
        QByteArray code;
    };
    std::vector<Row> book;           ///< every coupon
    std::vector<QByteArray> stock;   ///< the list in Redis, in its order; empty under the db-* strategies
    std::vector<QByteArray> pending; ///< codes reserved or in doubt in Redis
    std::vector<Key> userKeys;       ///< the keys of issued users in Redis
    bool stockInRedis = true;        ///< false under the db-* strategies: AVAILABLE in the book is the stock
};

} // namespace seonchak::lab

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/database/coupon_book.h"
#include "core/redis/keys.h"
#include "core/watch/conservation.h"

#include <qcoro/qcorotask.h>

namespace seonchak {

class RedisConnection;
class Session;

/// What Redis says of its own content.
struct RedisMarks
{
    QByteArray generation; ///< "rebuild:…": a rebuild has begun and not ended; empty: there is none
    qint64 reservation = 0;
    qint64 batch = 0;

    /// A key of that name and another type is another program's: no marks.
    static QCoro::Task<Result<RedisMarks>> read(RedisConnection &redis, Keys keys);
    /// Seonchak wrote them, for this book or another one.
    [[nodiscard]] bool areOurs() const;
    bool operator==(const RedisMarks &) const = default;
};

/// What the book says of the Redis content that belongs to it.
struct BookMarks
{
    qint64 generation = 0; ///< 0: it never had a Redis
    QByteArray home;
    book::HighMarks high;

    static Result<BookMarks> read(Session &session);
};

/// As the book writes it.
QByteArray homeName(StockHome home);
/// Redis holds what the book expects: a start takes it as it is. Where not, Redis is made anew from the book.
bool agree(const BookMarks &book, const RedisMarks &redis, StockHome home);

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/database/book/coupon_book.h"
#include "core/redis/keys.h"
#include "core/watch/conservation.h"

#include <qcoro/qcorotask.h>

namespace seonchak {

class RedisConnection;
class Session;
struct BookMarks;

/// What Redis says of its own content.
struct RedisMarks
{
    QByteArray generation; ///< "rebuild:…": a rebuild has begun and not ended; empty: there is none
    qint64 reservation = 0;
    qint64 batch = 0;
    QByteArray book; ///< the name of the book that it was filled from; empty: by a server that told none

    /// A key of that name and another type is another program's: no marks.
    static QCoro::Task<Result<RedisMarks>> read(RedisConnection &redis, Keys keys);
    /// Seonchak wrote them, for whatever book.
    [[nodiscard]] bool areOurs() const;
    /// By name.
    [[nodiscard]] bool areOfAnother(const BookMarks &ours) const;
    [[nodiscard]] bool areOf(const BookMarks &ours) const { return areOurs() && !areOfAnother(ours); }
    bool operator==(const RedisMarks &) const = default;
};

/// What the book says of the Redis content that belongs to it.
struct BookMarks
{
    qint64 generation = 0; ///< 0: it never had a Redis
    QByteArray home;
    QByteArray name; ///< no two books share one
    book::HighMarks high;

    static Result<BookMarks> read(Session &session);
};

/// As the book writes it.
QByteArray homeName(StockHome home);
/// Redis holds what the book expects: a start takes it as it is. Where not, Redis is made anew from the book.
bool agree(const BookMarks &book, const RedisMarks &redis, StockHome home);

} // namespace seonchak

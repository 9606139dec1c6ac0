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

/// What Redis says about its own content.
struct RedisMarks
{
    QByteArray generation; ///< "rebuild:…": a rebuild has begun but not ended; empty: none
    qint64 reservation = 0;
    qint64 batch = 0;
    QByteArray book; ///< the name of the book that it was filled from; empty: the server wrote no name

    /// A key with our name but another type belongs to another program: no marks.
    static QCoro::Task<Result<RedisMarks>> read(RedisConnection &redis, Keys keys);
    /// Whether Seonchak wrote them, for any book.
    [[nodiscard]] bool areOurs() const;
    /// Whether they name another book.
    [[nodiscard]] bool areOfAnother(const BookMarks &ours) const;
    [[nodiscard]] bool areOf(const BookMarks &ours) const { return areOurs() && !areOfAnother(ours); }
    bool operator==(const RedisMarks &) const = default;
};

/// What the book says about the Redis content that belongs to it.
struct BookMarks
{
    qint64 generation = 0; ///< 0: no Redis was ever filled from this book
    QByteArray home;
    QByteArray name; ///< unique to this book
    book::HighMarks high;

    static Result<BookMarks> read(Session &session);
};

/// As stored in the book.
QByteArray homeName(StockHome home);
/// Whether Redis holds what the book expects. If so, a start uses it as it is; if not, Redis is rebuilt from
/// the book.
bool agree(const BookMarks &book, const RedisMarks &redis, StockHome home);

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/ground/marks.h"

#include "core/redis/connection.h"

namespace seonchak {

QCoro::Task<Result<RedisMarks>> RedisMarks::read(RedisConnection &redis, Keys keys)
{
    std::vector<QByteArray> ask{"HMGET", keys.stats(), "generation", "reservation", "batch", "book"};
    const auto reply = co_await redis.commandTask(std::move(ask));
    if (!reply && reply.error().detail.startsWith(QLatin1String("WRONGTYPE")))
        co_return RedisMarks{};
    if (!reply)
        co_return std::unexpected(reply.error());
    if (reply->items.size() != 4)
        co_return failure(Trouble::Internal, QStringLiteral("Redis gave a senseless answer to HMGET"));
    co_return RedisMarks{reply->items[0].text, reply->items[1].text.toLongLong(),
                         reply->items[2].text.toLongLong(), reply->items[3].text};
}

/// A reservation number contains its generation.
bool RedisMarks::areOurs() const
{
    return generation.toLongLong() > 0 || generation.startsWith("rebuild:") || generationOf(reservation) > 0;
}

bool RedisMarks::areOfAnother(const BookMarks &ours) const
{
    return !book.isEmpty() && book != ours.name;
}

Result<BookMarks> BookMarks::read(Session &session)
{
    const auto generation = book::meta(session, "generation");
    const auto home = book::meta(session, "home");
    const auto name = book::meta(session, "book");
    const auto high = book::highMarks(session);
    for (const auto &word : {generation, home, name}) {
        if (!word)
            return std::unexpected(word.error());
    }
    if (!high)
        return std::unexpected(high.error());
    return BookMarks{generation->toLongLong(), *home, *name, *high};
}

QByteArray homeName(StockHome home)
{
    return home == StockHome::Database ? "database" : "redis";
}

bool agree(const BookMarks &book, const RedisMarks &redis, StockHome home)
{
    return book.generation > 0 && !redis.areOfAnother(book) &&
           redis.generation == QByteArray::number(book.generation) &&
           redis.reservation >= book.high.reservation && redis.batch >= book.high.batch &&
           book.home == homeName(home);
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/ground/pause.h"

#include "core/database/book/coupon_book.h"
#include "core/database/engine/sql_pool.h"
#include "core/database/journal/journal.h"
#include "core/redis/connection.h"

namespace seonchak {

namespace {
constexpr const char *field = "paused"; // in the book's meta table, and in the stats hash
} // namespace

Pause::Pause(Parts parts)
    : m(std::move(parts))
{
}

QCoro::Task<Result<bool>> Pause::set(bool paused)
{
    struct Change
    {
        qint64 mark = 0;
        bool made = false;
    };
    std::function<Result<Change>(Session &)> work = [paused](Session &session) -> Result<Change> {
        const auto before = book::meta(session, field);
        if (!before)
            return std::unexpected(before.error());
        const qint64 mark = before->toLongLong();
        if ((mark % 2 == 1) == paused)
            return Change{mark, false};
        const auto written = book::setMeta(session, field, QByteArray::number(mark + 1));
        return written ? Result<Change>(Change{mark + 1, true}) : std::unexpected(written.error());
    };
    const auto change = co_await m.journal.write<Change>(std::move(work));
    if (!change)
        co_return std::unexpected(change.error());
    m.mark.learn(change->mark);
    tellRedis();
    co_return change->made;
}

QCoro::Task<Result<void>> Pause::readBook()
{
    std::function<Result<qint64>(Session &)> work = [](Session &session) -> Result<qint64> {
        const auto mark = book::meta(session, field);
        return mark ? Result<qint64>(mark->toLongLong()) : std::unexpected(mark.error());
    };
    const auto mark = co_await m.pool.run<qint64>(std::move(work));
    if (!mark)
        co_return std::unexpected(mark.error());
    m.mark.learn(*mark);
    co_return Result<void>{};
}

void Pause::compareWithRedis()
{
    const std::vector<QByteArray> ask{"HGET", m.keys.stats(), field};
    m.redis.command(ask, [this](const RedisResult &reply) {
        if (!reply)
            return;
        const qint64 theirs = reply->text.toLongLong();
        if (theirs < m.mark.value())
            tellRedis();
        else
            m.mark.learn(theirs);
    });
}

void Pause::tellRedis()
{
    const std::vector<QByteArray> tell{"HSET", m.keys.stats(), field, QByteArray::number(m.mark.value())};
    m.redis.command(tell, [](const RedisResult &) {}); // If lost, the next comparison sends it again.
}

} // namespace seonchak

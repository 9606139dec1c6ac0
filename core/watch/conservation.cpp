// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/conservation.h"

#include "core/database/session.h"
#include "core/database/sql_pool.h"
#include "core/redis/connection.h"

#include <algorithm>

namespace seonchak {

namespace {
constexpr qint64 mostNamedPending = 20'000;

/// seq:started:state:due:code → seq and state.
std::pair<qint64, bool> pendingEntry(const QByteArray &text)
{
    const auto parts = text.split(':');
    return {parts.value(0).toLongLong(), parts.value(2) == "D"};
}
} // namespace

Conservation::Conservation(RedisConnection &redis, SqlPool &pool, Keys keys, StockHome home,
                           Counters &counters, TaskMutex &moving)
    : m_redis(redis)
    , m_pool(pool)
    , m_keys(std::move(keys))
    , m_home(home)
    , m_counters(counters)
    , m_moving(moving)
    , m_snapshot(Script::fromResource(QStringLiteral("snapshot")))
    , m_flushed(std::size_t(Counter::Count_), 0)
{
}

QCoro::Task<Result<Conservation::Reading>> Conservation::read(qint64 generation)
{
    auto waiting = m_moving.lock();
    const auto turn = co_await waiting;
    switch (m_home) {
    case StockHome::RedisSaga:
        co_return co_await readSaga(generation);
    case StockHome::RedisSteps:
        co_return co_await readSteps(generation);
    case StockHome::Database:
        co_return co_await readDatabase(generation);
    }
    Q_UNREACHABLE();
}

Conservation::RedisSide Conservation::parse(const RedisReply &reply)
{
    RedisSide side;
    side.available = reply.items[0].integer;
    side.waiting = reply.items[1].integer;
    side.highest = reply.items[2].text.toLongLong();
    const auto &stats = reply.items[3].items;
    for (std::size_t i = 0; i + 1 < stats.size(); i += 2)
        side.shared.insert(stats[i].text, stats[i + 1].text.toLongLong());
    for (const auto &item : reply.items[4].items) {
        const auto [reservation, doubted] = pendingEntry(item.text);
        side.pending.push_back(reservation);
        side.doubted += doubted ? 1 : 0;
    }
    return side;
}

QCoro::Task<Result<Conservation::RedisSide>> Conservation::readRedis(qint64 generation)
{
    std::vector<QByteArray> arguments{QByteArray::number(generation), QByteArray::number(mostNamedPending)};
    std::vector<qint64> now(m_flushed.size());
    for (std::size_t i = 0; i < now.size(); ++i) {
        now[i] = m_counters.value(Counter(i));
        if (now[i] != m_flushed[i]) {
            arguments.push_back(counterField(Counter(i)));
            arguments.push_back(QByteArray::number(now[i] - m_flushed[i]));
        }
    }
    const std::vector<QByteArray> keys{m_keys.available(), m_keys.pending(), m_keys.stats()};
    const auto reply = co_await m_redis.runTask(m_snapshot, keys, std::move(arguments));
    if (!reply)
        co_return std::unexpected(reply.error());
    if (reply->kind != RedisReply::Kind::Array || reply->items.size() != 5)
        co_return failure(Trouble::Stale, QStringLiteral("Redis does not hold the present generation"));
    m_flushed = std::move(now);
    RedisSide side = parse(*reply);
    m_lastShared = side.shared;
    co_return side;
}

QCoro::Task<Result<Conservation::BookSide>> Conservation::readBook(qint64 highest,
                                                                   std::vector<qint64> pending)
{
    std::function<Result<BookSide>(Session &)> work = [highest,
                                                       pending = std::move(pending)](Session &session) {
        BookSide side;
        const auto done = session.snapshot([&]() -> Result<void> {
            const auto counts = book::counts(session);
            const auto later = book::issuedAfter(session, highest);
            const auto still = book::bookedAmong(session, pending);
            if (!counts || !later || !still)
                return std::unexpected(!counts ? counts.error() : !later ? later.error() : still.error());
            side = {*counts, *later, *still};
            return {};
        });
        return done ? Result<BookSide>(side) : std::unexpected(done.error());
    };
    co_return co_await m_pool.run<BookSide>(std::move(work));
}

QCoro::Task<Result<Conservation::Reading>> Conservation::readSaga(qint64 generation)
{
    const auto redis = co_await readRedis(generation);
    if (!redis)
        co_return std::unexpected(redis.error());
    const auto book = co_await readBook(redis->highest, redis->pending);
    if (!book)
        co_return std::unexpected(book.error());
    Reading reading;
    const auto &counts = book->counts;
    reading.stock = {counts.generated, counts.staged,
                     redis->available, redis->waiting - redis->doubted,
                     redis->doubted,   counts.issued - book->issuedLater - book->stillPending,
                     counts.voided};
    reading.issuedUsers = redis->shared.value("users");
    reading.shared = redis->shared;
    reading.foreignPush = counts.pushing > 0;
    co_return reading;
}

QCoro::Task<Result<Conservation::Reading>> Conservation::readSteps(qint64 generation)
{
    // The other way round here: the book first. A code popped by the time of the Redis snapshot and not in
    // the book when that was read can only be in transit in this process, and those are counted.
    const qint64 landed = m_counters.landed.load();
    const auto book = co_await readBook(std::numeric_limits<qint64>::max(), {});
    if (!book)
        co_return std::unexpected(book.error());
    const auto redis = co_await readRedis(generation);
    if (!redis)
        co_return std::unexpected(redis.error());
    Reading reading;
    const auto &counts = book->counts;
    reading.stock = {counts.generated, counts.staged, redis->available, redis->waiting - redis->doubted,
                     redis->doubted,   counts.issued, counts.voided};
    const qint64 inTransit = m_counters.popped.load() - landed;
    const qint64 missing = reading.stock.difference();
    reading.stock.reserved += std::clamp<qint64>(missing, 0, inTransit);
    reading.issuedUsers = redis->shared.value("users");
    reading.shared = redis->shared;
    reading.foreignPush = counts.pushing > 0;
    co_return reading;
}

QCoro::Task<Result<Conservation::Reading>> Conservation::readDatabase(qint64 generation)
{
    const auto book = co_await readBook(std::numeric_limits<qint64>::max(), {});
    if (!book)
        co_return std::unexpected(book.error());
    const auto &counts = book->counts;
    Reading reading;
    reading.stock = {counts.generated, counts.staged, counts.available, 0,
                     counts.inDoubt,   counts.issued, counts.voided};
    reading.issuedUsers = counts.issued;
    // Redis has no part in these strategies but keeps the counters; without it the last known ones are shown.
    const auto redis = co_await readRedis(generation);
    reading.shared = redis ? redis->shared : m_lastShared;
    co_return reading;
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/conservation.h"

#include "core/database/book/book_void.h"
#include "core/database/engine/session.h"
#include "core/database/engine/sql_pool.h"
#include "core/redis/connection.h"
#include "core/redis/pending_entry.h"
#include "core/watch/counter_row.h"

#include <algorithm>

namespace seonchak {

namespace {
constexpr qint64 mostNamedPending = 20'000;
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
    const qint64 now = reply.items[6].text.toLongLong();
    for (const auto &item : reply.items[4].items) {
        const auto entry = PendingEntry::parse(item.text);
        if (!entry)
            continue;
        side.pending.push_back(entry->number);
        side.doubted += entry->doubt ? 1 : 0;
        if (entry->doubt)
            side.oldestDoubtMs = std::max(side.oldestDoubtMs, std::max<qint64>(0, now - entry->started));
    }
    for (const auto &item : reply.items[5].items)
        side.voiding.append(item.text);
    return side;
}

QCoro::Task<Result<Conservation::RedisSide>> Conservation::readRedis(qint64 generation)
{
    std::vector<QByteArray> arguments{QByteArray::number(generation), QByteArray::number(mostNamedPending)};
    std::vector<qint64> now(m_flushed.size());
    for (std::size_t i = 0; i < now.size(); ++i) {
        now[i] = m_counters.value(Counter(i));
        if (now[i] != m_flushed[i]) {
            arguments.push_back(rowOf(Counter(i)).field);
            arguments.push_back(QByteArray::number(now[i] - m_flushed[i]));
        }
    }
    const std::vector<QByteArray> keys{m_keys.available(), m_keys.pending(), m_keys.stats(),
                                       m_keys.voiding()};
    const auto reply = co_await m_redis.runTask(m_snapshot, keys, std::move(arguments));
    if (!reply)
        co_return std::unexpected(reply.error());
    if (reply->kind != RedisReply::Kind::Array || reply->items.size() != 7)
        co_return failure(Trouble::Stale, QStringLiteral("Redis does not hold the present generation"));
    m_flushed = std::move(now);
    RedisSide side = parse(*reply);
    m_lastShared = side.shared;
    co_return side;
}

QCoro::Task<Result<Conservation::BookSide>>
Conservation::readBook(qint64 highest, std::vector<qint64> pending, QList<QByteArray> voiding)
{
    std::function<Result<BookSide>(Session &)> work = [highest, pending = std::move(pending),
                                                       voiding = std::move(voiding)](Session &session) {
        BookSide side;
        const auto done = session.snapshot([&]() -> Result<void> {
            const auto counts = book::counts(session);
            const auto later = book::issuedAfter(session, highest);
            const auto still = book::bookedAmong(session, pending);
            if (!counts || !later || !still)
                return std::unexpected(!counts ? counts.error() : !later ? later.error() : still.error());
            const auto stock = voiding.isEmpty() ? Result<qint64>(0) : book::stockAmong(session, voiding);
            if (!stock)
                return std::unexpected(stock.error());
            side = {*counts, *later, *still, *stock};
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
    const auto book = co_await readBook(redis->highest, redis->pending, redis->voiding);
    if (!book)
        co_return std::unexpected(book.error());
    Reading reading;
    const auto &counts = book->counts;
    reading.stock = {counts.generated,
                     counts.staged,
                     redis->available + book->stillStock,
                     redis->waiting - redis->doubted,
                     redis->doubted,
                     counts.issued - book->issuedLater - book->stillPending,
                     counts.voided};
    reading.issuedUsers = redis->shared.value("users");
    reading.shared = redis->shared;
    reading.oldestDoubtMs = redis->oldestDoubtMs;
    reading.foreignPush = counts.pushing > 0 || !redis->voiding.isEmpty();
    if (!reading.stock.conserved() && !reading.foreignPush)
        reading.foreignPush = co_await isForeignVoid(redis->shared.value("voids"));
    co_return reading;
}

/// Another process may have taken coupons out of the stock and made them VOID between the two snapshots.
QCoro::Task<bool> Conservation::isForeignVoid(qint64 voidsBefore)
{
    std::vector<QByteArray> ask{"HGET", m_keys.stats(), "voids"};
    const auto reply = co_await m_redis.commandTask(std::move(ask));
    co_return reply && reply->text.toLongLong() != voidsBefore;
}

QCoro::Task<Result<Conservation::Reading>> Conservation::readSteps(qint64 generation)
{
    // Here the order is reversed: the book first. A code popped before the Redis snapshot but missing in the
    // book can only be in transit in this process, and those are counted.
    const qint64 landed = m_counters.landed.load();
    const auto book = co_await readBook(std::numeric_limits<qint64>::max(), {}, {});
    if (!book)
        co_return std::unexpected(book.error());
    const auto redis = co_await readRedis(generation);
    if (!redis)
        co_return std::unexpected(redis.error());
    qint64 onTheWay = 0;
    if (!redis->voiding.isEmpty()) {
        const auto still = co_await readBook(0, {}, redis->voiding);
        onTheWay = still ? still->stillStock : 0;
    }
    Reading reading;
    const auto &counts = book->counts;
    reading.stock = {counts.generated,
                     counts.staged,
                     redis->available + onTheWay,
                     redis->waiting - redis->doubted,
                     redis->doubted,
                     counts.issued,
                     counts.voided};
    const qint64 inTransit = m_counters.popped.load() - landed;
    const qint64 missing = reading.stock.difference();
    reading.stock.reserved += std::clamp<qint64>(missing, 0, inTransit);
    reading.issuedUsers = redis->shared.value("users");
    reading.shared = redis->shared;
    reading.foreignPush = counts.pushing > 0 || !redis->voiding.isEmpty();
    co_return reading;
}

QCoro::Task<Result<Conservation::Reading>> Conservation::readDatabase(qint64 generation)
{
    const auto book = co_await readBook(std::numeric_limits<qint64>::max(), {}, {});
    if (!book)
        co_return std::unexpected(book.error());
    const auto &counts = book->counts;
    Reading reading;
    reading.stock = {counts.generated, counts.staged, counts.available, 0,
                     counts.inDoubt,   counts.issued, counts.voided};
    reading.issuedUsers = counts.issued;
    // These strategies do not need Redis, but it has the counters; without it the last known ones are shown.
    const auto redis = co_await readRedis(generation);
    reading.shared = redis ? redis->shared : m_lastShared;
    co_return reading;
}

} // namespace seonchak

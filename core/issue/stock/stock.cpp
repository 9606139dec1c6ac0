// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/stock/stock.h"

#include "core/database/engine/sql_pool.h"
#include "core/database/journal/journal.h"
#include "core/redis/connection.h"

namespace seonchak {

namespace {

constexpr qint64 leftoverAfterMs = 15'000;

Result<std::vector<book::PushSlice>> slicesOf(Session &session, const std::vector<qint64> &batches)
{
    std::vector<book::PushSlice> slices;
    for (const auto batch : batches) {
        auto one = book::sliceOf(session, batch);
        if (!one)
            return std::unexpected(one.error());
        slices.push_back(std::move(*one));
    }
    return slices;
}

} // namespace

Stock::Stock(Parts parts)
    : m(std::move(parts))
    , m_push(Script::fromResource(QStringLiteral("push")))
    , m_rename(Script::fromResource(QStringLiteral("rename")))
    , m_void(Script::fromResource(QStringLiteral("void")))
    , m_voidMany(Script::fromResource(QStringLiteral("void_many")))
{
}

Result<void> Stock::mayPush() const
{
    if (m.home == StockHome::Database || m.readiness.isOpen())
        return {};
    return failure(Trouble::Unavailable,
                   QStringLiteral("Redis is away or being rebuilt: nothing can be pushed now"));
}

QCoro::Task<Result<qint64>> Stock::nextBatch()
{
    std::vector<QByteArray> count{"HINCRBY", m.keys.stats(), "batch", "1"};
    const auto reply = co_await m.redis.commandTask(std::move(count));
    co_return reply ? Result<qint64>(reply->integer) : std::unexpected(reply.error());
}

/// Moves a claimed batch into Redis' stock, then makes it AVAILABLE in the book, then removes the mark. The
/// generation is the claim's: a later rebuild has put the slice into the stock itself.
QCoro::Task<Result<qint64>> Stock::deliver(book::PushSlice claimed, qint64 generation)
{
    if (claimed.codes.isEmpty())
        co_return 0;
    std::vector<QByteArray> keys{m.keys.available(), m.keys.stats()};
    std::vector<QByteArray> arguments{QByteArray::number(generation), QByteArray::number(claimed.batch)};
    arguments.insert(arguments.end(), claimed.codes.begin(), claimed.codes.end());
    const auto pushed = co_await m.redis.runTask(m_push, std::move(keys), std::move(arguments));
    if (m.filled)
        m.filled();
    if (!pushed)
        co_return std::unexpected(pushed.error());
    if (pushed->kind != RedisReply::Kind::Integer) {
        m.readiness.reportStale(generation);
        co_return failure(Trouble::Unavailable, QStringLiteral("Redis is to be rebuilt first"));
    }
    std::function<Result<qint64>(Session &)> finish = [batch = claimed.batch](Session &session) {
        return book::finishPush(session, batch);
    };
    const auto finished = co_await m.journal.write<qint64>(std::move(finish));
    if (!finished)
        co_return std::unexpected(finished.error());
    std::vector<QByteArray> forget{"HDEL", m.keys.stats(), "push:" + QByteArray::number(claimed.batch)};
    m.redis.command(forget, [](const RedisResult &) {}); // A mark that stays is harmless.
    co_return qint64(claimed.codes.size());
}

QCoro::Task<Result<qint64>> Stock::available()
{
    if (m.home == StockHome::Database) {
        std::function<Result<qint64>(Session &)> count = [](Session &session) -> Result<qint64> {
            const auto counts = book::counts(session);
            return counts ? Result<qint64>(counts->available) : std::unexpected(counts.error());
        };
        co_return co_await m.pool.run<qint64>(std::move(count));
    }
    std::vector<QByteArray> length{"LLEN", m.keys.available()};
    const auto reply = co_await m.redis.commandTask(std::move(length));
    co_return reply ? Result<qint64>(reply->integer) : std::unexpected(reply.error());
}

/// Brings into the stock what the slices that `find` names have claimed.
QCoro::Task<Result<void>> Stock::deliverFound(FindPushes find)
{
    const qint64 generation = m.readiness.generation();
    std::function<Result<std::vector<book::PushSlice>>(Session &)> read =
        [find = std::move(find)](Session &session) -> Result<std::vector<book::PushSlice>> {
        const auto batches = find(session);
        return batches ? slicesOf(session, *batches) : std::unexpected(batches.error());
    };
    const auto slices = co_await m.pool.run<std::vector<book::PushSlice>>(std::move(read));
    if (!slices)
        co_return std::unexpected(slices.error());
    for (const auto &one : *slices) {
        const auto delivered = co_await deliver(one, generation);
        if (!delivered)
            co_return std::unexpected(delivered.error());
    }
    co_return Result<void>{};
}

/// Delivers what an earlier try of this act claimed but did not bring into the stock.
QCoro::Task<Result<void>> Stock::deliverOwn(QString act)
{
    auto waiting = m.moving.lock();
    const auto turn = co_await waiting;
    FindPushes own = [act](Session &session) { return book::openPushes(session, act); };
    co_return co_await deliverFound(std::move(own));
}

QCoro::Task<Result<void>> Stock::finishLeftovers()
{
    auto waiting = m.moving.lock();
    const auto turn = co_await waiting;
    if (m.home == StockHome::Database)
        co_return Result<void>{};
    const WallMs before = m.clock.wallMs() - leftoverAfterMs;
    FindPushes stale = [before](Session &session) { return book::stalePushes(session, before); };
    const auto delivered = co_await deliverFound(std::move(stale));
    if (!delivered)
        co_return delivered;
    const auto renamed = co_await finishRenames();
    if (!renamed)
        co_return renamed;
    co_return co_await finishVoids();
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/stock/stock_delivery.h"

#include "core/database/engine/sql_pool.h"
#include "core/database/journal/journal.h"
#include "core/redis/connection.h"

namespace seonchak {

namespace {

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

StockDelivery::StockDelivery(const StockParts &parts)
    : m(parts)
    , m_push(Script::fromResource(QStringLiteral("push")))
{
}

QCoro::Task<Result<qint64>> StockDelivery::nextBatch()
{
    if (m.isBookAlone())
        co_return 0;
    std::vector<QByteArray> count{"HINCRBY", m.keys.stats(), "batch", "1"};
    const auto reply = co_await m.redis.commandTask(std::move(count));
    co_return reply ? Result<qint64>(reply->integer) : std::unexpected(reply.error());
}

/// Moves a claimed batch into Redis' stock, then makes it AVAILABLE in the book, then removes the mark. The
/// generation is the claim's: a later rebuild has put the slice into the stock itself.
QCoro::Task<Result<void>> StockDelivery::deliver(book::PushSlice claimed, qint64 generation)
{
    if (claimed.codes.isEmpty())
        co_return Result<void>{};
    std::vector<QByteArray> keys{m.keys.available(), m.keys.stats()};
    std::vector<QByteArray> arguments{QByteArray::number(generation), QByteArray::number(claimed.batch)};
    arguments.insert(arguments.end(), claimed.codes.begin(), claimed.codes.end());
    const auto pushed = co_await m.redis.runTask(m_push, std::move(keys), std::move(arguments));
    if (m.filled)
        m.filled();
    if (!pushed)
        co_return std::unexpected(pushed.error());
    if (pushed->kind != RedisReply::Kind::Integer)
        co_return m.rebuildFirst(generation);
    std::function<Result<qint64>(Session &)> finish = [batch = claimed.batch](Session &session) {
        return book::finishPush(session, batch);
    };
    const auto finished = co_await m.journal.write<qint64>(std::move(finish));
    if (!finished)
        co_return std::unexpected(finished.error());
    std::vector<QByteArray> forget{"HDEL", m.keys.stats(), "push:" + QByteArray::number(claimed.batch)};
    m.redis.command(forget, [](const RedisResult &) {}); // A mark that stays is harmless.
    co_return Result<void>{};
}

QCoro::Task<StockSlice> StockDelivery::deliverSlice(book::PushSlice claimed, qint64 generation, qint64 made)
{
    const auto delivered = co_await deliver(std::move(claimed), generation);
    co_return StockSlice{made, delivered ? std::nullopt : std::optional<Error>(delivered.error())};
}

/// Brings into the stock what the slices that `find` names have claimed.
QCoro::Task<Result<void>> StockDelivery::deliverFound(FindPushes find)
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

QCoro::Task<Result<void>> StockDelivery::deliverOwn(QString act)
{
    auto waiting = m.moving.lock();
    const auto turn = co_await waiting;
    FindPushes own = [act](Session &session) { return book::openPushes(session, act); };
    co_return co_await deliverFound(std::move(own));
}

QCoro::Task<Result<void>> StockDelivery::deliverStale(WallMs before)
{
    FindPushes stale = [before](Session &session) { return book::stalePushes(session, before); };
    co_return co_await deliverFound(std::move(stale));
}

} // namespace seonchak

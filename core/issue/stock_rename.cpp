// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/stock.h"

#include "core/database/journal.h"
#include "core/database/sql_pool.h"
#include "core/redis/connection.h"

namespace seonchak {

QCoro::Task<Result<Coupon>> Stock::rename(CouponId id, QByteArray code)
{
    auto waiting = m.moving.lock();
    const auto turn = co_await waiting;
    if (m.home != StockHome::Database && !m.readiness.isOpen())
        co_return failure(Trouble::Unavailable,
                          QStringLiteral("Redis is away or being rebuilt: nothing can be edited"));
    std::function<Result<Coupon>(Session &)> begin = [id, code](Session &session) {
        return book::beginRename(session, id, code);
    };
    auto coupon = co_await m.journal.write<Coupon>(std::move(begin));
    if (!coupon)
        co_return coupon;
    const bool inRedis = coupon->status == CouponStatus::Available && m.home != StockHome::Database;
    book::Rename change{id, coupon->code, code, inRedis};
    const auto done = co_await renameInRedis(std::move(change));
    if (!done)
        co_return std::unexpected(done.error());
    coupon->code = code;
    co_return coupon;
}

/// The second and third step of an edit: Redis, then the book forgets one of the two codes.
QCoro::Task<Result<void>> Stock::renameInRedis(book::Rename change)
{
    auto renamed = Result<bool>(true);
    if (change.inRedis)
        renamed = co_await askRedisToRename(change);
    if (!renamed && renamed.error().trouble == Trouble::Uncertain)
        renamed = co_await askRedisToRename(change); // Once more: it changes nothing if it was done.
    if (!renamed && renamed.error().trouble == Trouble::Uncertain)
        co_return std::unexpected(renamed.error()); // Left half done; finishLeftovers() finds out.
    const bool keepNew = renamed && *renamed;
    std::function<Result<bool>(Session &)> finish = [id = change.id,
                                                     keepNew](Session &session) -> Result<bool> {
        const auto done = keepNew ? book::finishRename(session, id) : book::undoRename(session, id);
        return done ? Result<bool>(true) : std::unexpected(done.error());
    };
    const auto finished = co_await m.journal.write<bool>(std::move(finish));
    if (!finished)
        co_return std::unexpected(finished.error());
    if (!renamed)
        co_return std::unexpected(renamed.error());
    if (!keepNew)
        co_return failure(Trouble::Conflict, QStringLiteral("the coupon is reserved or issued by now"));
    co_return Result<void>{};
}

QCoro::Task<Result<bool>> Stock::askRedisToRename(book::Rename change)
{
    const auto generation = m.readiness.generation();
    std::vector<QByteArray> keys{m.keys.available(), m.keys.stats(), m.keys.pending()};
    std::vector<QByteArray> arguments{QByteArray::number(generation), change.oldCode, change.newCode};
    const auto reply = co_await m.redis.runTask(m_rename, std::move(keys), std::move(arguments));
    if (!reply)
        co_return std::unexpected(reply.error());
    if (reply->kind != RedisReply::Kind::Integer) {
        m.readiness.reportStale(generation);
        co_return failure(Trouble::Unavailable, QStringLiteral("Redis is to be rebuilt first"));
    }
    co_return reply->integer == 1;
}

QCoro::Task<Result<void>> Stock::finishRenames()
{
    std::function<Result<std::vector<book::Rename>>(Session &)> find = [](Session &session) {
        return book::unfinishedRenames(session);
    };
    const auto open = co_await m.pool.run<std::vector<book::Rename>>(std::move(find));
    if (!open)
        co_return std::unexpected(open.error());
    for (const auto &change : *open) {
        const auto done = co_await renameInRedis(change);
        if (!done && done.error().trouble != Trouble::Conflict)
            co_return done;
    }
    co_return Result<void>{};
}

} // namespace seonchak

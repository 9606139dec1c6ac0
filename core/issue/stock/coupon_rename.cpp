// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/stock/coupon_rename.h"

#include "core/database/book/book_life.h"
#include "core/database/engine/sql_pool.h"
#include "core/database/journal/journal.h"
#include "core/issue/path/stock_search.h"
#include "core/redis/connection.h"
#include "core/watch/chronicle.h"

namespace seonchak {

namespace {
constexpr qint64 lifeMost = Chronicle::Bounds{}.lifeMost;

LifeEntry editOf(const book::Rename &change, const QString &actor, WallMs at)
{
    return {change.newCode, {LifeEvent::What::Edited, at, {}, actor, QString::fromUtf8(change.oldCode)}};
}
} // namespace

CouponRename::CouponRename(const StockParts &parts)
    : m(parts)
    , m_rename(Script::fromResource(QStringLiteral("rename")))
{
}

QCoro::Task<Result<Coupon>> CouponRename::rename(CouponId id, QByteArray code, QString actor)
{
    auto waiting = m.moving.lock();
    const auto turn = co_await waiting;
    if (const auto may = m.mayChange(); !may)
        co_return std::unexpected(may.error());
    std::function<Result<Coupon>(Session &)> begin = [id, code](Session &session) {
        return book::beginRename(session, id, code);
    };
    auto coupon = co_await m.journal.write<Coupon>(std::move(begin));
    if (!coupon)
        co_return coupon;
    const bool inRedis = coupon->status == CouponStatus::Available && !m.isBookAlone();
    book::Rename change{id, coupon->code, code, inRedis};
    const auto done = co_await renameInRedis(std::move(change), std::move(actor), Try::First);
    if (!done)
        co_return std::unexpected(done.error());
    coupon->code = code;
    co_return coupon;
}

/// The second and third step of an edit: changes Redis, then the book forgets one of the two codes.
QCoro::Task<Result<void>> CouponRename::renameInRedis(book::Rename change, QString actor, Try which)
{
    auto renamed = Result<bool>(true);
    if (change.inRedis)
        renamed = co_await askRedis(change, which);
    if (!renamed && renamed.error().trouble == Trouble::Uncertain)
        renamed = co_await askRedis(change, Try::Again); // Once more: a repeat changes nothing.
    if (!renamed && renamed.error().trouble == Trouble::Uncertain)
        co_return std::unexpected(renamed.error()); // Half done; finishLeftovers() completes it.
    const bool keepNew = renamed && *renamed;
    const WallMs now = m.clock.wallMs();
    std::function<Result<bool>(Session &)> finish = [=](Session &session) -> Result<bool> {
        const auto done =
            keepNew ? book::finishRename(session, change.id) : book::undoRename(session, change.id);
        if (!done)
            return std::unexpected(done.error());
        if (keepNew && change.oldCode != change.newCode) {
            const auto told = book::writeLife(session, {editOf(change, actor, now)}, lifeMost);
            if (!told)
                return std::unexpected(told.error());
        }
        return true;
    };
    const auto finished = co_await m.journal.write<bool>(std::move(finish));
    if (!finished)
        co_return std::unexpected(finished.error());
    if (change.inRedis) {
        std::vector<QByteArray> forget{"HDEL", m.keys.stats(), "edit:" + QByteArray::number(change.id)};
        m.redis.command(forget, [](const RedisResult &) {}); // The next edit of this coupon removes it too.
    }
    if (!renamed)
        co_return std::unexpected(renamed.error());
    if (!keepNew)
        co_return failure(Trouble::Conflict, QStringLiteral("the coupon is reserved or issued by now"));
    co_return Result<void>{};
}

/// Finds the old code slice by slice; the script then changes it in place.
QCoro::Task<Result<bool>> CouponRename::askRedis(book::Rename change, Try which)
{
    const auto generation = m.readiness.generation();
    const StockSearch search(m.redis, m.keys);
    for (int tried = 0; tried < StockSearch::mostTries; ++tried) {
        const auto place = co_await search.place(change.oldCode);
        if (!place)
            co_return std::unexpected(place.error());
        std::vector<QByteArray> keys{m.keys.available(), m.keys.stats()};
        std::vector<QByteArray> arguments{QByteArray::number(generation),
                                          change.oldCode,
                                          change.newCode,
                                          QByteArray::number(change.id),
                                          QByteArray::number(place->value_or(0)),
                                          which == Try::First ? "1" : "0"};
        const auto reply = co_await m.redis.runTask(m_rename, std::move(keys), std::move(arguments));
        if (!reply)
            co_return std::unexpected(reply.error());
        if (reply->kind == RedisReply::Kind::Integer)
            co_return reply->integer == 1;
        if (reply->text == "MOVED")
            continue;
        co_return m.rebuildFirst(generation);
    }
    co_return failure(Trouble::Uncertain, QStringLiteral("the stock is being changed too fast"));
}

QCoro::Task<Result<void>> CouponRename::finish()
{
    std::function<Result<std::vector<book::Rename>>(Session &)> find = [](Session &session) {
        return book::unfinishedRenames(session);
    };
    const auto open = co_await m.pool.run<std::vector<book::Rename>>(std::move(find));
    if (!open)
        co_return std::unexpected(open.error());
    for (const auto &change : *open) {
        const auto done = co_await renameInRedis(change, {}, Try::Again);
        if (!done && done.error().trouble != Trouble::Conflict)
            co_return done;
    }
    co_return Result<void>{};
}

} // namespace seonchak

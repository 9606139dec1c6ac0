// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/stock/stock.h"

#include "core/database/engine/sql_pool.h"
#include "core/database/journal/journal.h"
#include "core/issue/path/stock_search.h"
#include "core/redis/connection.h"

namespace seonchak {

namespace {
constexpr int stagedSlice = 5000;
/// Fits one call of Lua's unpack(), and delays issues by at most a millisecond.
constexpr int stockSlice = 1000;
} // namespace

Result<void> Stock::mayChange() const
{
    if (m.home == StockHome::Database || m.readiness.isOpen())
        return {};
    return failure(Trouble::Unavailable,
                   QStringLiteral("Redis is away or being rebuilt: no coupon can be changed now"));
}

QCoro::Task<Result<Coupon>> Stock::voidOne(CouponId id, QString actor)
{
    auto waiting = m.moving.lock();
    const auto turn = co_await waiting;
    if (const auto may = mayChange(); !may)
        co_return std::unexpected(may.error());
    const book::VoidOrder order{actor, m.clock.wallMs(), true};
    const bool bookAlone = m.home == StockHome::Database;
    std::function<Result<Coupon>(Session &)> begin = [id, bookAlone, order](Session &session) {
        return book::beginVoid(session, id, bookAlone, order);
    };
    auto coupon = co_await m.journal.write<Coupon>(std::move(begin));
    if (!coupon || coupon->status == CouponStatus::Void)
        co_return coupon;
    const auto taken = co_await takeOut(coupon->code);
    if (!taken)
        co_return std::unexpected(taken.error());
    if (taken->codes.isEmpty())
        co_return failure(Trouble::Conflict, QStringLiteral("the coupon is reserved or issued by now"));
    const book::ActStep noAct;
    const auto voided = co_await voidTakenOut(*taken, actor, noAct);
    if (!voided)
        co_return std::unexpected(voided.error());
    if (*voided == 0)
        co_return failure(Trouble::Conflict, QStringLiteral("the coupon is issued by now"));
    coupon->status = CouponStatus::Void;
    co_return coupon;
}

QCoro::Task<Result<qint64>> Stock::voidUnissued(QString actor, book::Act act, Work work)
{
    qint64 done = act.made;
    qint64 slice = act.slice;
    for (const bool staged : {true, false}) {
        for (bool more = true; more && !work.stop.stop_requested();) {
            const book::ActStep step{act.id, act.owner, ++slice};
            const auto voided = co_await voidSlice(staged, actor, step);
            if (!voided) {
                Error error = voided.error();
                error.partly = Partly{done, 0};
                co_return std::unexpected(error);
            }
            more = *voided > 0;
            done += *voided;
            if (more && work.progress)
                work.progress(done);
        }
    }
    co_return done;
}

QCoro::Task<Result<qint64>> Stock::voidSlice(bool staged, QString actor, book::ActStep step)
{
    if (staged)
        return voidStagedSlice(std::move(actor), std::move(step));
    return voidStockSlice(std::move(actor), std::move(step));
}

QCoro::Task<Result<qint64>> Stock::voidStagedSlice(QString actor, book::ActStep step)
{
    auto waiting = m.moving.lock();
    const auto turn = co_await waiting;
    const book::VoidOrder order{std::move(actor), m.clock.wallMs()};
    std::function<Result<qint64>(Session &)> work = [order, step](Session &session) {
        return book::inAct(session, step, [&] { return book::voidStaged(session, stagedSlice, order); });
    };
    co_return co_await m.journal.write<qint64>(std::move(work));
}

QCoro::Task<Result<qint64>> Stock::voidStockSlice(QString actor, book::ActStep step)
{
    auto waiting = m.moving.lock();
    const auto turn = co_await waiting;
    if (m.home == StockHome::Database) {
        const book::VoidOrder order{std::move(actor), m.clock.wallMs()};
        std::function<Result<qint64>(Session &)> work = [order, step](Session &session) {
            return book::inAct(session, step,
                               [&] { return book::voidAvailable(session, stagedSlice, order); });
        };
        co_return co_await m.journal.write<qint64>(std::move(work));
    }
    if (const auto may = mayChange(); !may)
        co_return std::unexpected(may.error());
    const auto taken = co_await takeOut({});
    if (!taken)
        co_return std::unexpected(taken.error());
    co_return co_await voidTakenOut(*taken, std::move(actor), std::move(step));
}

/// The first step: moves codes from the stock into the set of codes to be voided. An empty code: a slice of
/// the stock. A code is searched for slice by slice; the script then removes it at its position.
QCoro::Task<Result<Stock::TakenOut>> Stock::takeOut(QByteArray code)
{
    const StockSearch search(m.redis, m.keys);
    for (int tried = 0; tried < mostSearches; ++tried) {
        std::optional<qint64> place;
        if (!code.isEmpty()) {
            const auto found = co_await search.place(code);
            if (!found)
                co_return std::unexpected(found.error());
            place = *found;
        }
        auto taken = co_await takeOutAt(code, place.value_or(0));
        if (taken || taken.error().trouble != Trouble::Conflict)
            co_return taken;
    }
    co_return failure(Trouble::Unavailable, QStringLiteral("the stock is being changed too fast"));
}

/// Conflict: the code has moved.
QCoro::Task<Result<Stock::TakenOut>> Stock::takeOutAt(QByteArray code, qint64 place)
{
    const auto generation = m.readiness.generation();
    const WallMs now = m.clock.wallMs();
    std::vector<QByteArray> keys{m.keys.available(), m.keys.voiding(), m.keys.stats()};
    std::vector<QByteArray> arguments{QByteArray::number(generation), QByteArray::number(stockSlice), code,
                                      QByteArray::number(place)};
    auto reply = co_await m.redis.runTask(m_void, keys, arguments);
    if (!reply && reply.error().trouble == Trouble::Uncertain && !code.isEmpty())
        reply = co_await m.redis.runTask(m_void, keys, arguments); // A repeat changes nothing.
    if (!reply)
        co_return std::unexpected(reply.error()); // Codes already taken out are handled as a leftover.
    if (reply->kind == RedisReply::Kind::Status && reply->text == "MOVED")
        co_return failure(Trouble::Conflict, QStringLiteral("the coupon has moved"));
    if (reply->kind != RedisReply::Kind::Array) {
        m.readiness.reportStale(generation);
        co_return failure(Trouble::Unavailable, QStringLiteral("Redis is to be rebuilt first"));
    }
    TakenOut taken;
    taken.generation = generation;
    taken.at = now;
    taken.one = !code.isEmpty();
    for (const auto &item : reply->items)
        taken.codes.append(item.text);
    co_return taken;
}

/// The second and third step: VOID in the book, then removed from Redis' set.
QCoro::Task<Result<qint64>> Stock::voidTakenOut(TakenOut taken, QString actor, book::ActStep step)
{
    if (taken.codes.isEmpty())
        co_return 0;
    const book::VoidOrder order{std::move(actor), taken.at, taken.one};
    std::function<Result<qint64>(Session &)> work = [taken, order, step](Session &session) {
        return book::inAct(session, step,
                           [&] { return book::voidCodes(session, taken.codes, taken.generation, order); });
    };
    const auto voided = co_await m.journal.write<qint64>(std::move(work));
    if (!voided)
        co_return voided;
    std::vector<QByteArray> forget{"SREM", m.keys.voiding()};
    forget.insert(forget.end(), taken.codes.begin(), taken.codes.end());
    m.redis.command(forget, [](const RedisResult &) {}); // The rest is removed as a leftover.
    co_return voided;
}

QCoro::Task<Result<void>> Stock::finishVoids()
{
    const auto generation = m.readiness.generation();
    std::vector<QByteArray> ask{"SMEMBERS", m.keys.voiding()};
    const auto reply = co_await m.redis.commandTask(std::move(ask));
    if (!reply)
        co_return std::unexpected(reply.error());
    TakenOut taken;
    taken.generation = generation;
    taken.at = m.clock.wallMs();
    taken.one = true; // Who voided them, and how many, is no longer known.
    for (const auto &item : reply->items)
        taken.codes.append(item.text);
    const book::ActStep noAct;
    const auto voided = co_await voidTakenOut(std::move(taken), QStringLiteral("keeper"), noAct);
    co_return voided ? Result<void>{} : std::unexpected(voided.error());
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/stock/stock_push.h"

#include "core/database/book/stock_rows.h"
#include "core/database/engine/sql_pool.h"
#include "core/database/journal/journal.h"
#include "core/redis/connection.h"

namespace seonchak {

StockPush::StockPush(const StockParts &parts, StockDelivery &delivery)
    : m(parts)
    , m_delivery(delivery)
{
}

QCoro::Task<Result<Pushed>> StockPush::push(book::Act act, Work work)
{
    auto may = m.mayPush();
    if (may && act.slice > 0 && !m.isBookAlone())
        may = co_await m_delivery.deliverOwn(act.id);
    std::optional<Error> trouble;
    if (!may)
        trouble = may.error();
    Pushed result{act.made, 0};
    qint64 number = act.slice;
    for (bool more = true; more && !trouble && !work.stop.stop_requested();) {
        const book::ActStep step{act.id, act.owner, ++number};
        const auto one = co_await pushStagedSlice(step);
        trouble = one ? one->undelivered : std::optional<Error>(one.error());
        more = one && one->made > 0;
        result.pushed += one ? one->made : 0;
        if (more && work.progress)
            work.progress(result.pushed);
    }
    auto left = Result<qint64>(0);
    if (!trouble)
        left = co_await available();
    if (!left)
        trouble = left.error();
    if (trouble) {
        if (result.pushed > 0)
            trouble->partly = Partly{result.pushed, 0};
        co_return std::unexpected(*trouble);
    }
    result.available = *left;
    co_return result;
}

QCoro::Task<Result<StockSlice>> StockPush::pushStagedSlice(book::ActStep step)
{
    auto waiting = m.moving.lock();
    const auto turn = co_await waiting;
    if (m.isBookAlone())
        co_return co_await markStaged(step);
    const qint64 generation = m.readiness.generation();
    const auto batch = co_await m_delivery.nextBatch();
    if (!batch)
        co_return std::unexpected(batch.error());
    const WallMs now = m.clock.wallMs();
    std::function<Result<book::PushSlice>(Session &)> claim =
        [number = *batch, now, step, generation](Session &session) -> Result<book::PushSlice> {
        if (const auto held = book::holdGeneration(session, generation); !held)
            return std::unexpected(held.error());
        const auto made = book::inAct(session, step, [&]() -> Result<qint64> {
            const auto claimed = book::claimForPush(session, number, StockParts::sliceSize, now);
            if (!claimed)
                return std::unexpected(claimed.error());
            const auto owned = book::ownPush(session, number, step.act);
            return owned ? Result<qint64>(claimed->codes.size()) : std::unexpected(owned.error());
        });
        return made ? book::sliceOf(session, number) : std::unexpected(made.error());
    };
    auto claimed = co_await m.journal.write<book::PushSlice>(std::move(claim));
    if (!claimed)
        co_return std::unexpected(claimed.error());
    const qint64 made = claimed->codes.size();
    co_return co_await m_delivery.deliverSlice(std::move(*claimed), generation, made);
}

QCoro::Task<Result<StockSlice>> StockPush::markStaged(book::ActStep step)
{
    const WallMs now = m.clock.wallMs();
    std::function<Result<qint64>(Session &)> mark = [step, now](Session &session) {
        return book::inAct(session, step,
                           [&] { return book::markAvailable(session, StockParts::sliceSize, now); });
    };
    const auto marked = co_await m.journal.write<qint64>(std::move(mark));
    co_return marked ? Result<StockSlice>(StockSlice{*marked, {}}) : std::unexpected(marked.error());
}

QCoro::Task<Result<StockSlice>> StockPush::pushCodes(book::ActStep step, QList<QByteArray> codes)
{
    auto waiting = m.moving.lock();
    const auto turn = co_await waiting;
    const bool toRedis = !m.isBookAlone();
    const qint64 generation = m.readiness.generation();
    const auto batch = co_await m_delivery.nextBatch();
    if (!batch)
        co_return std::unexpected(batch.error());
    const WallMs now = m.clock.wallMs();
    std::function<Result<book::PushSlice>(Session &)> claim =
        [codes, now, toRedis, generation, number = *batch,
         step](Session &session) -> Result<book::PushSlice> {
        const auto held = toRedis ? book::holdGeneration(session, generation) : Result<void>{};
        if (!held)
            return std::unexpected(held.error());
        const auto done = book::inAct(session, step, [&]() -> Result<qint64> {
            const auto claimed = toRedis ? book::claimCodesForPush(session, number, codes, now)
                                         : book::markCodesAvailable(session, codes, now);
            if (!claimed || !toRedis)
                return claimed ? Result<qint64>(0) : claimed;
            const auto owned = book::ownPush(session, number, step.act);
            return owned ? Result<qint64>(0) : std::unexpected(owned.error()); // They were made before.
        });
        if (!done)
            return std::unexpected(done.error());
        return toRedis ? book::sliceOf(session, number) : book::PushSlice{};
    };
    auto claimed = co_await m.journal.write<book::PushSlice>(std::move(claim));
    if (!claimed)
        co_return std::unexpected(claimed.error());
    const qint64 made = claimed->codes.size();
    co_return co_await m_delivery.deliverSlice(std::move(*claimed), generation, made);
}

QCoro::Task<Result<qint64>> StockPush::available()
{
    if (m.isBookAlone()) {
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

} // namespace seonchak

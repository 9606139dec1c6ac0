// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/stock/stock.h"

#include "core/database/engine/sql_pool.h"
#include "core/database/journal/journal.h"
#include "core/issue/path/stock_search.h"

#include <algorithm>

// Voids the coupons that a person chose: staged ones only in the book, those in the stock by the same three
// steps as a single one, many at a time.
namespace seonchak {

namespace {
/// The stock is searched once for this many.
constexpr qsizetype chosenSlice = 500;
} // namespace

QCoro::Task<Result<Stock::ChosenVoids>> Stock::voidChosen(QList<CouponId> ids, QString actor, book::Act act,
                                                          Work work)
{
    ChosenVoids done{act.made, 0};
    qint64 slice = act.slice;
    while (done.reached < ids.size() && !work.stop.stop_requested()) {
        const QList<CouponId> some = ids.mid(done.reached, chosenSlice);
        for (const bool staged : {true, false}) {
            const book::ActStep step{act.id, act.owner, ++slice};
            auto voiding = staged ? voidInBook(some, actor, step) : voidInStock(some, actor, step);
            const auto voided = co_await voiding;
            if (!voided) {
                Error error = voided.error();
                error.partly = Partly{done.voided, 0};
                co_return std::unexpected(error);
            }
            done.voided += *voided;
        }
        done.reached += some.size();
        if (work.progress)
            work.progress(done.reached);
    }
    co_return done;
}

QCoro::Task<Result<qint64>> Stock::voidInBook(QList<CouponId> ids, QString actor, book::ActStep step)
{
    auto waiting = m.moving.lock();
    const auto turn = co_await waiting;
    const book::VoidOrder order{std::move(actor), m.clock.wallMs(), true};
    const bool bookAlone = m.home == StockHome::Database;
    std::function<Result<qint64>(Session &)> work = [ids, bookAlone, order, step](Session &session) {
        return book::inAct(session, step, [&] { return book::voidAmong(session, ids, bookAlone, order); });
    };
    co_return co_await m.journal.write<qint64>(std::move(work));
}

QCoro::Task<Result<qint64>> Stock::voidInStock(QList<CouponId> ids, QString actor, book::ActStep step)
{
    if (m.home == StockHome::Database)
        co_return 0;
    auto waiting = m.moving.lock();
    const auto turn = co_await waiting;
    std::function<Result<QList<QByteArray>>(Session &)> look = [ids](Session &session) {
        return book::stockCodesOf(session, ids);
    };
    const auto codes = co_await m.pool.run<QList<QByteArray>>(std::move(look));
    if (!codes)
        co_return std::unexpected(codes.error());
    if (codes->isEmpty())
        co_return 0;
    if (const auto may = mayChange(); !may)
        co_return std::unexpected(may.error());
    std::optional<Error> broken;
    auto taking = takeOutAmong(*codes, &broken);
    auto taken = co_await taking;
    if (taken.codes.isEmpty() && broken)
        co_return std::unexpected(*broken);
    const auto voided = co_await voidTakenOut(std::move(taken), std::move(actor), std::move(step));
    if (voided && broken)
        co_return std::unexpected(*broken);
    co_return voided;
}

/// Takes the codes that are in the stock out of it, those nearest to its end first, so that each removal
/// moves the next ones nearer by one. After an error, codes already taken out must still be voided.
QCoro::Task<Stock::TakenOut> Stock::takeOutAmong(QList<QByteArray> codes, std::optional<Error> *broken)
{
    TakenOut all;
    all.generation = m.readiness.generation();
    all.at = m.clock.wallMs();
    all.one = true;
    const StockSearch search(m.redis, m.keys);
    const auto places = co_await search.places(QSet<QByteArray>(codes.begin(), codes.end()));
    if (!places) {
        *broken = places.error();
        co_return all;
    }
    QList<QByteArray> standing = places->keys();
    std::ranges::sort(standing, {}, [&](const QByteArray &code) { return places->value(code); });
    for (const QByteArray &code : standing) {
        const qint64 place = std::max<qint64>(places->value(code) - all.codes.size(), 1);
        auto taken = co_await takeOutAt(code, place);
        if (!taken && taken.error().trouble == Trouble::Conflict)
            taken = co_await takeOut(code); // It moved further: many codes were returned.
        if (!taken) {
            *broken = taken.error();
            break;
        }
        all.codes += taken->codes;
    }
    co_return all;
}

} // namespace seonchak

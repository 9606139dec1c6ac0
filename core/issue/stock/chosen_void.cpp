// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/stock/chosen_void.h"

#include "core/database/engine/sql_pool.h"
#include "core/database/journal/journal.h"

namespace seonchak {

namespace {
/// The stock is searched once for this many.
constexpr qsizetype chosenSlice = 500;
} // namespace

ChosenVoid::ChosenVoid(const StockParts &parts, StockRemoval &removal)
    : m(parts)
    , m_removal(removal)
{
}

QCoro::Task<Result<ChosenVoid::Done>> ChosenVoid::voidChosen(QList<CouponId> ids, QString actor,
                                                             book::Act act, Work work)
{
    Done done{act.made, 0};
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

QCoro::Task<Result<qint64>> ChosenVoid::voidInBook(QList<CouponId> ids, QString actor, book::ActStep step)
{
    auto waiting = m.moving.lock();
    const auto turn = co_await waiting;
    const book::VoidOrder order{std::move(actor), m.clock.wallMs(), true};
    const bool bookAlone = m.isBookAlone();
    std::function<Result<qint64>(Session &)> work = [ids, bookAlone, order, step](Session &session) {
        return book::inAct(session, step, [&] { return book::voidAmong(session, ids, bookAlone, order); });
    };
    co_return co_await m.journal.write<qint64>(std::move(work));
}

QCoro::Task<Result<qint64>> ChosenVoid::voidInStock(QList<CouponId> ids, QString actor, book::ActStep step)
{
    if (m.isBookAlone())
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
    if (const auto may = m.mayChange(); !may)
        co_return std::unexpected(may.error());
    std::optional<Error> broken;
    auto taking = m_removal.takeOutAmong(*codes, &broken);
    auto taken = co_await taking;
    if (taken.codes.isEmpty() && broken)
        co_return std::unexpected(*broken);
    const auto voided = co_await m_removal.voidTakenOut(std::move(taken), std::move(actor), std::move(step));
    if (voided && broken)
        co_return std::unexpected(*broken);
    co_return voided;
}

} // namespace seonchak

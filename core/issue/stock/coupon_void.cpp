// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/stock/coupon_void.h"

#include "core/database/journal/journal.h"

namespace seonchak {

CouponVoid::CouponVoid(const StockParts &parts, StockRemoval &removal)
    : m(parts)
    , m_removal(removal)
{
}

QCoro::Task<Result<Coupon>> CouponVoid::voidOne(CouponId id, QString actor)
{
    auto waiting = m.moving.lock();
    const auto turn = co_await waiting;
    if (const auto may = m.mayChange(); !may)
        co_return std::unexpected(may.error());
    const book::VoidOrder order{actor, m.clock.wallMs(), true};
    const bool bookAlone = m.isBookAlone();
    std::function<Result<Coupon>(Session &)> begin = [id, bookAlone, order](Session &session) {
        return book::beginVoid(session, id, bookAlone, order);
    };
    auto coupon = co_await m.journal.write<Coupon>(std::move(begin));
    if (!coupon || coupon->status == CouponStatus::Void)
        co_return coupon;
    const auto taken = co_await m_removal.takeOut(coupon->code);
    if (!taken)
        co_return std::unexpected(taken.error());
    if (taken->codes.isEmpty())
        co_return failure(Trouble::Conflict, QStringLiteral("the coupon is reserved or issued by now"));
    const book::ActStep noAct;
    const auto voided = co_await m_removal.voidTakenOut(*taken, actor, noAct);
    if (!voided)
        co_return std::unexpected(voided.error());
    if (*voided == 0)
        co_return failure(Trouble::Conflict, QStringLiteral("the coupon is issued by now"));
    coupon->status = CouponStatus::Void;
    co_return coupon;
}

QCoro::Task<Result<qint64>> CouponVoid::voidUnissued(QString actor, book::Act act, Work work)
{
    qint64 done = act.made;
    qint64 slice = act.slice;
    for (const bool staged : {true, false}) {
        for (bool more = true; more && !work.stop.stop_requested();) {
            const book::ActStep step{act.id, act.owner, ++slice};
            auto voiding = staged ? voidStagedSlice(actor, step) : voidStockSlice(actor, step);
            const auto voided = co_await voiding;
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

QCoro::Task<Result<qint64>> CouponVoid::voidStagedSlice(QString actor, book::ActStep step)
{
    auto waiting = m.moving.lock();
    const auto turn = co_await waiting;
    const book::VoidOrder order{std::move(actor), m.clock.wallMs()};
    std::function<Result<qint64>(Session &)> work = [order, step](Session &session) {
        return book::inAct(session, step,
                           [&] { return book::voidStaged(session, StockParts::sliceSize, order); });
    };
    co_return co_await m.journal.write<qint64>(std::move(work));
}

QCoro::Task<Result<qint64>> CouponVoid::voidStockSlice(QString actor, book::ActStep step)
{
    auto waiting = m.moving.lock();
    const auto turn = co_await waiting;
    if (m.isBookAlone()) {
        const book::VoidOrder order{std::move(actor), m.clock.wallMs()};
        std::function<Result<qint64>(Session &)> work = [order, step](Session &session) {
            return book::inAct(session, step,
                               [&] { return book::voidAvailable(session, StockParts::sliceSize, order); });
        };
        co_return co_await m.journal.write<qint64>(std::move(work));
    }
    if (const auto may = m.mayChange(); !may)
        co_return std::unexpected(may.error());
    const auto taken = co_await m_removal.takeOutSlice();
    if (!taken)
        co_return std::unexpected(taken.error());
    co_return co_await m_removal.voidTakenOut(*taken, std::move(actor), std::move(step));
}

} // namespace seonchak

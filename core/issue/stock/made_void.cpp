// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/stock/made_void.h"

#include "core/database/engine/sql_pool.h"
#include "core/database/journal/journal.h"
#include "core/issue/stock/add_note.h"
#include "core/issue/stock/generate_note.h"

#include <algorithm>

namespace seonchak {

namespace {

constexpr int cutSlice = 1000;

/// Everything that the act made, newest first.
Result<std::vector<book::IdSpan>> madeBy(Session &session, const book::Act &act)
{
    GenerateNote made;
    if (act.action == QStringLiteral("add")) {
        for (const CouponId id : AddNote::parse(act.note).ids)
            made.join({id, id, 0});
    } else {
        made = GenerateNote::parse(act.note);
        const auto pushed = book::pushedSpans(session, act.id);
        if (!pushed)
            return pushed;
        made.spans.insert(made.spans.begin(), pushed->begin(), pushed->end());
    }
    std::ranges::sort(made.spans, std::greater(), &book::IdSpan::last);
    return made.spans;
}

/// For a long void that failed: adds how many were voided before.
std::unexpected<Error> afterVoiding(qint64 before, Error error)
{
    error.partly = Partly{before + error.partly.value_or(Partly{}).made, 0};
    return std::unexpected(std::move(error));
}

} // namespace

MadeVoid::MadeVoid(const StockParts &parts, StockDelivery &delivery, StockRemoval &removal)
    : m(parts)
    , m_delivery(delivery)
    , m_removal(removal)
{
}

QCoro::Task<Result<qint64>> MadeVoid::voidMade(QString actor, book::Act act, Work work)
{
    auto may = m.mayChange();
    if (may) // Coupons on their way are brought into the stock first, from where they can be removed.
        may = co_await m_delivery.deliverOwn(act.id);
    if (!may)
        co_return std::unexpected(may.error());
    std::function<Result<std::vector<book::IdSpan>>(Session &)> look = [act](Session &session) {
        return madeBy(session, act);
    };
    const auto spans = co_await m.pool.run<std::vector<book::IdSpan>>(std::move(look));
    if (!spans)
        co_return std::unexpected(spans.error());
    if (spans->empty() && act.made > 0)
        co_return failure(Trouble::NotFound,
                          QStringLiteral("the book does not know which coupons this act moved"));
    qint64 done = 0;
    for (const auto &span : *spans) {
        const book::VoidOrder order{actor, m.clock.wallMs(), true};
        const auto voided = co_await voidSpan(span, order, work, done);
        if (!voided)
            co_return afterVoiding(done, voided.error());
        done += *voided;
        if (work.stop.stop_requested())
            break;
    }
    co_return done;
}

QCoro::Task<Result<qint64>> MadeVoid::voidSpan(book::IdSpan span, book::VoidOrder order, Work work,
                                               qint64 before)
{
    qint64 done = 0;
    for (CouponId below = span.last + 1; below > span.first && !work.stop.stop_requested();) {
        std::function<Result<book::SpanSlice>(Session &)> read = [span, below](Session &session) {
            return book::readSpan(session, span, below, cutSlice);
        };
        const auto slice = co_await m.pool.run<book::SpanSlice>(std::move(read));
        if (!slice)
            co_return afterVoiding(done, slice.error());
        if (slice->lowest == 0)
            break;
        below = slice->lowest;
        const auto voided = co_await voidRead(*slice, order, work.stop);
        if (!voided)
            co_return afterVoiding(done, voided.error());
        done += *voided;
        if (work.progress && *voided > 0)
            work.progress(before + done);
    }
    co_return done;
}

/// Coupons in the stock leave Redis first, so that nobody gets them any more.
QCoro::Task<Result<qint64>> MadeVoid::voidRead(book::SpanSlice slice, book::VoidOrder order,
                                               std::stop_token stop)
{
    auto waiting = m.moving.lock();
    const auto turn = co_await waiting;
    const bool bookAlone = m.isBookAlone();
    std::vector<CouponId> ids = slice.staged;
    std::function<Result<qint64>(Session &)> work = [ids, bookAlone, codes = slice.available,
                                                     order](Session &session) -> Result<qint64> {
        const auto staged = book::voidIds(session, ids, order);
        if (!staged || !bookAlone || codes.isEmpty())
            return staged;
        const auto there = book::voidThoseWith(session, codes, order);
        return there ? Result<qint64>(*staged + *there) : there;
    };
    auto done = co_await m.journal.write<qint64>(std::move(work));
    if (bookAlone || !done)
        co_return done;
    while (!slice.available.isEmpty() && !stop.stop_requested()) {
        StockRemoval::TakenOut taken;
        const auto looked = co_await m_removal.takeOutMany(slice.available, &taken);
        if (!looked)
            co_return afterVoiding(*done, looked.error());
        slice.available.remove(0, std::max<qsizetype>(*looked, 1));
        const book::ActStep noAct;
        const auto voided = co_await m_removal.voidTakenOut(taken, order.actor, noAct);
        if (!voided)
            co_return afterVoiding(*done, voided.error());
        *done += *voided;
    }
    co_return done;
}

} // namespace seonchak

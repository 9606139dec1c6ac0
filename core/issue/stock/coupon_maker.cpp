// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/stock/coupon_maker.h"

#include "core/database/book/stock_rows.h"
#include "core/database/engine/sql_pool.h"
#include "core/database/journal/journal.h"
#include "core/issue/stock/add_note.h"
#include "core/issue/stock/fresh_codes.h"
#include "core/issue/stock/generate_note.h"

#include <QSet>

namespace seonchak {

namespace {

/// After this many consecutive slices without a new code, the codes of this format are used up.
constexpr int mostEmptySlices = 10;

QList<QByteArray> doubled(const QList<QByteArray> &codes)
{
    QSet<QByteArray> seen;
    QSet<QByteArray> twice;
    for (const auto &code : codes) {
        if (seen.contains(code))
            twice.insert(code);
        seen.insert(code);
    }
    return twice.values();
}

/// The insert of `add`: all or none, listing every clash.
Result<QList<Coupon>> insertAll(Session &session, const QList<QByteArray> &codes, WallMs now)
{
    auto clashes = book::existing(session, codes);
    if (!clashes)
        return std::unexpected(clashes.error());
    for (const auto &code : doubled(codes)) {
        if (!clashes->contains(code))
            clashes->append(code);
    }
    if (!clashes->isEmpty())
        return failure(Trouble::Conflict, QStringLiteral("codes exist already or stand twice"), *clashes);
    return book::add(session, codes, now);
}

std::vector<CouponId> idsOf(const QList<Coupon> &coupons)
{
    std::vector<CouponId> ids;
    ids.reserve(std::size_t(coupons.size()));
    for (const Coupon &coupon : coupons)
        ids.push_back(coupon.id);
    return ids;
}

AddNote noteOf(const QList<Coupon> &coupons, WallMs now)
{
    return {now, idsOf(coupons)};
}

} // namespace

CouponMaker::CouponMaker(const StockParts &parts, StockDelivery &delivery, StockPush &push)
    : m(parts)
    , m_delivery(delivery)
    , m_push(push)
{
}

QList<Coupon> CouponMaker::recalled(const QByteArray &note, const QList<QByteArray> &codes)
{
    const AddNote known = AddNote::parse(note);
    QList<Coupon> coupons;
    coupons.reserve(codes.size());
    for (std::size_t i = 0; i < std::min(known.ids.size(), std::size_t(codes.size())); ++i) {
        Coupon coupon;
        coupon.id = known.ids[i];
        coupon.code = codes[qsizetype(i)];
        coupon.createdAt = known.at;
        coupons.append(coupon);
    }
    return coupons;
}

QCoro::Task<Result<Added>> CouponMaker::insertOrRecall(QList<QByteArray> codes, book::Act act)
{
    if (act.slice > 0)
        co_return Added{recalled(act.note, codes), 0};
    const WallMs now = m.clock.wallMs();
    const book::ActStep step{act.id, act.owner, 1};
    // Uses the note, not the rows: a repeat after a commit with unknown outcome finds the rows in the book.
    std::function<Result<book::Act>(Session &)> work = [codes, now,
                                                        step](Session &session) -> Result<book::Act> {
        const auto made = book::inAct(session, step, [&]() -> Result<qint64> {
            const auto coupons = insertAll(session, codes, now);
            if (!coupons)
                return std::unexpected(coupons.error());
            const auto noted = book::noteAct(session, step.act, noteOf(*coupons, now).toBytes());
            return noted ? Result<qint64>(coupons->size()) : std::unexpected(noted.error());
        });
        return made ? book::readAct(session, step.act) : std::unexpected(made.error());
    };
    const auto stands = co_await m.journal.write<book::Act>(std::move(work));
    if (!stands)
        co_return std::unexpected(stands.error());
    co_return Added{recalled(stands->note, codes), 0};
}

QCoro::Task<Result<Added>> CouponMaker::add(QList<QByteArray> codes, bool push, book::Act act, Work work)
{
    const auto may = push ? m.mayPush() : Result<void>{};
    if (!may && act.slice == 0)
        co_return std::unexpected(may.error());
    auto added = co_await insertOrRecall(codes, act);
    if (!added || !push)
        co_return added;
    qint64 number = std::max<qint64>(act.slice, 1);
    std::optional<Error> trouble;
    if (!may)
        trouble = may.error();
    if (!trouble && act.slice > 0) {
        const auto delivered = co_await m_delivery.deliverOwn(act.id);
        if (!delivered)
            trouble = delivered.error();
    }
    for (qsizetype at = 0; !trouble && at < codes.size(); at += StockParts::sliceSize) {
        if (work.stop.stop_requested()) {
            trouble = Error{Trouble::Unavailable, QStringLiteral("the server is being stopped"), {}};
            break;
        }
        const book::ActStep step{act.id, act.owner, ++number};
        const auto pushed = co_await m_push.pushCodes(step, codes.mid(at, StockParts::sliceSize));
        trouble = pushed ? pushed->undelivered : std::optional<Error>(pushed.error());
    }
    const auto pushed = co_await pushedAmong(idsOf(added->coupons));
    if (!trouble && !pushed)
        trouble = pushed.error();
    if (trouble) {
        trouble->partly = Partly{added->coupons.size(), pushed.value_or(0)};
        co_return std::unexpected(*trouble);
    }
    added->pushed = *pushed;
    for (qsizetype i = 0; i < qsizetype(added->pushed); ++i)
        added->coupons[i].status = CouponStatus::Available;
    co_return added;
}

QCoro::Task<Result<qint64>> CouponMaker::pushedAmong(std::vector<CouponId> ids)
{
    std::function<Result<qint64>(Session &)> count = [ids = std::move(ids)](Session &session) {
        return book::pushedAmong(session, ids);
    };
    co_return co_await m.pool.run<qint64>(std::move(count));
}

QCoro::Task<Result<Generated>> CouponMaker::generate(GenerateOrder order, book::Act act, Work work)
{
    auto may = order.push ? m.mayPush() : Result<void>{};
    if (may && order.push && act.slice > 0)
        may = co_await m_delivery.deliverOwn(act.id);
    std::optional<Error> trouble;
    if (!may)
        trouble = may.error();
    FreshCodes fresh(order, StockParts::sliceSize);
    qint64 made = act.made;
    qint64 number = act.slice;
    int empty = 0;
    while (!trouble && made < order.count && !work.stop.stop_requested()) {
        const QList<QByteArray> codes = co_await fresh.next(order.count - made);
        const book::ActStep step{act.id, act.owner, ++number};
        const auto one = co_await makeSlice(step, codes, order.push);
        trouble = one ? one->undelivered : std::optional<Error>(one.error());
        const qint64 added = one ? one->made : 0;
        made += added;
        empty = added > 0 ? 0 : empty + 1;
        if (!trouble && empty == mostEmptySlices)
            trouble = Error{Trouble::BadInput, QStringLiteral("the codes of this shape are used up"), {}};
        if (work.progress && added > 0)
            work.progress(made);
    }
    if (!trouble)
        co_return Generated{made, order.push ? made : 0};
    if (made > 0)
        trouble->partly = Partly{made, 0};
    co_return std::unexpected(*trouble);
}

namespace {

/// One slice of generate() for the book.
struct FreshSlice
{
    book::ActStep step;
    QList<QByteArray> codes;
    qint64 batch = 0; ///< of the push; 0: not for Redis
    qint64 generation = 0;
    bool push = false;
    WallMs now = 0;
};

/// In one transaction with the act's progress. Returns how many were new.
Result<qint64> insertSlice(Session &session, const FreshSlice &slice)
{
    const bool toRedis = slice.batch != 0;
    const auto held = toRedis ? book::holdGeneration(session, slice.generation) : Result<void>{};
    if (!held)
        return std::unexpected(held.error());
    const auto newest = toRedis ? Result<CouponId>(0) : book::newestId(session);
    if (!newest)
        return newest;
    return book::inAct(session, slice.step, [&]() -> Result<qint64> {
        const auto made = toRedis ? book::addForPush(session, slice.batch, slice.codes, slice.now)
                                  : book::addFresh(session, slice.codes, slice.now);
        if (made && !toRedis) {
            if (const auto noted = GenerateNote::noteMade(session, slice.step.act, slice.codes, *newest);
                !noted)
                return std::unexpected(noted.error());
        }
        if (!made || !slice.push)
            return made;
        const auto owned = book::ownPush(session, slice.batch, toRedis ? slice.step.act : QString());
        if (!owned)
            return std::unexpected(owned.error());
        const auto marked = toRedis ? made : book::markCodesAvailable(session, slice.codes, slice.now);
        return marked ? made : marked;
    });
}

} // namespace

QCoro::Task<Result<StockSlice>> CouponMaker::makeSlice(book::ActStep step, QList<QByteArray> codes, bool push)
{
    auto waiting = m.moving.lock();
    const auto turn = co_await waiting;
    const qint64 generation = m.readiness.generation();
    auto batch = Result<qint64>(0);
    if (push)
        batch = co_await m_delivery.nextBatch();
    if (!batch)
        co_return std::unexpected(batch.error());
    const FreshSlice slice{step, codes, *batch, generation, push, m.clock.wallMs()};
    std::function<Result<qint64>(Session &)> insert = [slice](Session &session) {
        return insertSlice(session, slice);
    };
    const auto made = co_await m.journal.write<qint64>(std::move(insert));
    if (!made)
        co_return std::unexpected(made.error());
    if (slice.batch == 0)
        co_return StockSlice{*made, {}};
    auto claimed = Result<book::PushSlice>(book::PushSlice{slice.batch, std::move(codes)});
    if (*made != claimed->codes.size()) { // A clash with an existing code, which is very rare.
        std::function<Result<book::PushSlice>(Session &)> look = [number = slice.batch](Session &session) {
            return book::sliceOf(session, number);
        };
        claimed = co_await m.pool.run<book::PushSlice>(std::move(look));
    }
    if (!claimed)
        co_return StockSlice{*made, claimed.error()};
    co_return co_await m_delivery.deliverSlice(std::move(*claimed), slice.generation, *made);
}

QCoro::Task<Result<Generated>> CouponMaker::finishAdd(book::Act act, Work work)
{
    auto may = m.mayPush();
    if (may)
        may = co_await m_delivery.deliverOwn(act.id);
    if (!may)
        co_return std::unexpected(may.error());
    const std::vector<CouponId> ids = AddNote::parse(act.note).ids;
    std::function<Result<QList<QByteArray>>(Session &)> look = [ids](Session &session) {
        return book::stagedAmong(session, ids);
    };
    const auto codes = co_await m.pool.run<QList<QByteArray>>(std::move(look));
    if (!codes)
        co_return std::unexpected(codes.error());
    qint64 number = act.slice;
    for (qsizetype at = 0; at < codes->size() && !work.stop.stop_requested(); at += StockParts::sliceSize) {
        const book::ActStep step{act.id, act.owner, ++number};
        const auto one = co_await m_push.pushCodes(step, codes->mid(at, StockParts::sliceSize));
        if (!one)
            co_return std::unexpected(one.error());
        if (one->undelivered)
            co_return std::unexpected(*one->undelivered);
        if (work.progress)
            work.progress(std::min<qint64>(at + StockParts::sliceSize, codes->size()));
    }
    const auto pushed = co_await pushedAmong(ids);
    co_return pushed ? Result<Generated>(Generated{act.made, *pushed}) : std::unexpected(pushed.error());
}

} // namespace seonchak

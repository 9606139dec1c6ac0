// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/administration/records.h"

#include "core/database/book/stock_rows.h"
#include "core/issue/engine/engine.h"
#include "core/issue/ground/sale_shared.h"

#include <algorithm>
#include <limits>

namespace seonchak {

namespace {

/// The coupons that Redis has reserved and that are not in doubt: in the book they are AVAILABLE.
Result<QList<Coupon>> listReserved(Session &session, const QSet<QByteArray> &codes,
                                   const book::Filter &filter)
{
    book::Filter whole = filter;
    whole.offset = 0;
    whole.limit = std::numeric_limits<int>::max();
    auto found = book::listAmong(session, codes.values(), whole);
    if (!found)
        return found;
    found->removeIf([](const Coupon &coupon) { return coupon.status != CouponStatus::Available; });
    const qsizetype from = std::clamp<qsizetype>(filter.offset, 0, found->size());
    return found->mid(from, std::max(filter.limit, 0));
}

} // namespace

Records::Records(SaleShared &shared, Engine &engine)
    : m_shared(shared)
    , m_engine(engine)
{
}

QCoro::Task<Result<std::optional<Coupon>>> Records::coupon(CouponId id)
{
    std::function<Result<std::optional<Coupon>>(Session &)> work = [id](Session &session) {
        return book::byId(session, id);
    };
    auto found = co_await m_shared.readers.run<std::optional<Coupon>>(std::move(work));
    if (!found || !*found || (*found)->status != CouponStatus::Available)
        co_return found;
    std::function<QCoro::Task<QSet<QByteArray>>()> ask = [this] { return m_engine.reservedCodes(); };
    const auto reserved = co_await runOn<QSet<QByteArray>>(&m_engine, std::move(ask));
    if (reserved.contains((*found)->code))
        (*found)->status = CouponStatus::Reserved;
    co_return found;
}

QCoro::Task<Result<CouponPage>> Records::list(book::Filter filter)
{
    std::function<QCoro::Task<QSet<QByteArray>>()> ask = [this] { return m_engine.reservedCodes(); };
    const auto reserved = co_await runOn<QSet<QByteArray>>(&m_engine, std::move(ask));
    std::function<Result<QList<Coupon>>(Session &)> work = [filter, reserved](Session &session) {
        return filter.status == CouponStatus::Reserved ? listReserved(session, reserved, filter)
                                                       : book::list(session, filter);
    };
    auto found = co_await m_shared.readers.run<QList<Coupon>>(std::move(work));
    if (!found)
        co_return std::unexpected(found.error());
    CouponPage page;
    const bool byIds = filter.order == book::Order::Id && !filter.descending;
    if (byIds && !found->isEmpty() && found->size() == filter.limit)
        page.next = found->back().id;
    for (auto &coupon : *found) {
        if (coupon.status == CouponStatus::Available && reserved.contains(coupon.code))
            coupon.status = CouponStatus::Reserved;
        if (!filter.status || coupon.status == *filter.status)
            page.items.append(coupon);
    }
    co_return page;
}

QCoro::Task<Result<qint64>> Records::count(book::Filter filter)
{
    QSet<QByteArray> reserved;
    if (filter.status == CouponStatus::Reserved) {
        std::function<QCoro::Task<QSet<QByteArray>>()> ask = [this] { return m_engine.reservedCodes(); };
        reserved = co_await runOn<QSet<QByteArray>>(&m_engine, std::move(ask));
    }
    std::function<Result<qint64>(Session &)> work = [filter, reserved](Session &session) -> Result<qint64> {
        if (filter.status != CouponStatus::Reserved)
            return book::countMatching(session, filter);
        book::Filter whole = filter;
        whole.after = 0;
        whole.offset = 0;
        whole.limit = std::numeric_limits<int>::max();
        const auto found = listReserved(session, reserved, whole);
        return found ? Result<qint64>(found->size()) : std::unexpected(found.error());
    };
    co_return co_await m_shared.readers.run<qint64>(std::move(work));
}

QCoro::Task<Result<QList<QByteArray>>> Records::existing(QList<QByteArray> codes)
{
    std::function<Result<QList<QByteArray>>(Session &)> work = [codes](Session &session) {
        return book::existing(session, codes);
    };
    co_return co_await m_shared.readers.run<QList<QByteArray>>(std::move(work));
}

QCoro::Task<Result<std::optional<Biography>>> Records::biography(QByteArray code)
{
    co_await m_shared.chronicle.flush(); // if it fails, the book's content is still an answer
    std::function<Result<std::optional<Biography>>(Session &)> work = [code](Session &session) {
        return book::biography(session, code);
    };
    auto found = co_await m_shared.readers.run<std::optional<Biography>>(std::move(work));
    if (!found || !*found || (*found)->coupon.status != CouponStatus::Available)
        co_return found;
    std::function<QCoro::Task<QSet<QByteArray>>()> ask = [this] { return m_engine.reservedCodes(); };
    const auto reserved = co_await runOn<QSet<QByteArray>>(&m_engine, std::move(ask));
    if (reserved.contains((*found)->coupon.code))
        (*found)->coupon.status = CouponStatus::Reserved;
    co_return found;
}

QCoro::Task<Result<WhyNot>> Records::whyNot(UserId user)
{
    // Redis first: anything that it issues meanwhile is in the book by the time the book is read.
    std::function<QCoro::Task<QByteArray>()> ask = [this, user] { return m_engine.reservedFor(user); };
    const auto reserved = co_await runOn<QByteArray>(&m_engine, std::move(ask));
    const auto complete = co_await m_shared.chronicle.flush();
    std::function<Result<WhyNot>(Session &)> work = [user, reserved](Session &session) -> Result<WhyNot> {
        auto answer = book::whyNot(session, user);
        if (!answer || answer->isOfCoupon() || reserved.isEmpty())
            return answer;
        auto coupon = book::byCode(session, reserved);
        if (!coupon)
            return std::unexpected(coupon.error());
        answer->verdict = WhyNot::Verdict::InProgress;
        answer->place = answer->refused = answer->withdrawnAt = std::nullopt;
        answer->coupon = std::move(*coupon);
        return answer;
    };
    auto answer = co_await m_shared.readers.run<WhyNot>(std::move(work));
    if (!answer || answer->isOfCoupon())
        co_return answer;
    const WallMs opensAt = m_shared.sale.times().opensAt;
    if (answer->verdict == WhyNot::Verdict::TooEarly && opensAt > answer->refusals.first().lastAt)
        answer->opensAt = opensAt;
    if (complete)
        co_return answer;
    // The newest refusal may be among the notes that could not be written.
    co_return failure(Trouble::Unavailable, complete.error().detail);
}

QCoro::Task<Result<QList<OpenDoubt>>> Records::doubts(int most)
{
    std::function<Result<QList<OpenDoubt>>(Session &)> work = [most](Session &session) {
        return book::openDoubts(session, most);
    };
    co_return co_await m_shared.readers.run<QList<OpenDoubt>>(std::move(work));
}

QCoro::Task<Result<AuditPage>> Records::audit(AuditFilter filter)
{
    std::function<Result<AuditPage>(Session &)> work = [filter](Session &session) {
        return book::readAudit(session, filter);
    };
    co_return co_await m_shared.readers.run<AuditPage>(std::move(work));
}

QCoro::Task<Result<std::optional<book::Act>>> Records::act(QString id)
{
    using Found = std::optional<book::Act>;
    std::function<Result<Found>(Session &)> work = [id](Session &session) -> Result<Found> {
        auto act = book::readAct(session, id);
        if (!act && act.error().trouble == Trouble::NotFound)
            return Found();
        return act ? Result<Found>(std::move(*act)) : std::unexpected(act.error());
    };
    co_return co_await m_shared.readers.run<Found>(std::move(work));
}

EventPage Records::events(quint64 after, qsizetype most) const
{
    return m_shared.events.after(after, most, m_shared.clock.wallMs());
}

quint64 Records::lastEvent() const
{
    return m_shared.events.last();
}

QCoro::Task<Result<HookPage>> Records::hooks(HookFilter filter)
{
    std::function<Result<HookPage>(Session &)> read =
        [filter, urls = m_shared.options.hooks.urls](Session &session) -> Result<HookPage> {
        HookFilter oneMore = filter;
        ++oneMore.limit;
        auto receivers = book::hookReceivers(session, urls);
        if (!receivers)
            return std::unexpected(receivers.error());
        auto items = book::hookDeliveries(session, oneMore);
        if (!items)
            return std::unexpected(items.error());
        HookPage page{std::move(*receivers), std::move(*items), {}};
        if (page.items.size() > filter.limit) {
            page.items.resize(filter.limit);
            page.next = page.items.last().id;
        }
        return page;
    };
    co_return co_await m_shared.readers.run<HookPage>(std::move(read));
}

} // namespace seonchak

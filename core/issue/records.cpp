// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/records.h"

#include "core/database/stock_rows.h"
#include "core/issue/engine.h"

namespace seonchak {

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
        return filter.status == CouponStatus::Reserved ? book::listAmong(session, reserved.values(), filter)
                                                       : book::list(session, filter);
    };
    auto found = co_await m_shared.readers.run<QList<Coupon>>(std::move(work));
    if (!found)
        co_return std::unexpected(found.error());
    CouponPage page;
    if (found->size() == filter.limit)
        page.next = found->back().id;
    for (auto &coupon : *found) {
        if (coupon.status == CouponStatus::Available && reserved.contains(coupon.code))
            coupon.status = CouponStatus::Reserved;
        if (!filter.status || coupon.status == *filter.status)
            page.items.append(coupon);
    }
    co_return page;
}

QCoro::Task<Result<qint64>> Records::count(book::Filter)
{
    co_return failure(Trouble::Internal, QStringLiteral("not there yet"));
}

QCoro::Task<Result<std::optional<Biography>>> Records::biography(QByteArray)
{
    co_return failure(Trouble::Internal, QStringLiteral("not there yet"));
}

QCoro::Task<Result<WhyNot>> Records::whyNot(UserId)
{
    co_return failure(Trouble::Internal, QStringLiteral("not there yet"));
}

QCoro::Task<Result<QList<OpenDoubt>>> Records::doubts(int)
{
    co_return failure(Trouble::Internal, QStringLiteral("not there yet"));
}

QCoro::Task<Result<AuditPage>> Records::audit(AuditFilter)
{
    co_return failure(Trouble::Internal, QStringLiteral("not there yet"));
}

QList<Event> Records::events(quint64 after, qsizetype most) const
{
    return m_shared.events.after(after, most);
}

} // namespace seonchak

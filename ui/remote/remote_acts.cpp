// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/act_json.h"
#include "core/wire/coupon_json.h"
#include "core/wire/desk_json.h"
#include "core/wire/hooks_json.h"
#include "core/wire/json_tools.h"
#include "core/wire/sale_json.h"
#include "core/wire/status_json.h"
#include "ui/remote/remote_desk.h"
#include "ui/remote/remote_error.h"
#include "ui/remote/watched_work.h"

/// What an attached window does to the sale.
namespace seonchak {

namespace {

QByteArray pushQuery(bool push)
{
    return push ? "?push=true" : "?push=false";
}

const QByteArray couponsPath = "/api/v1/coupons/";

} // namespace

QCoro::Task<Result<Generated>> RemoteDesk::generate(GenerateOrder order, Work work)
{
    const std::stop_token stop = work.stop;
    Watched watched(*this, std::move(work), &StockNumbers::generated, order.count);
    auto acting = act("POST", "/api/v1/generate" + pushQuery(order.push), json::generateOrder(order),
                      Once::Keyed, stop, &watched);
    const auto done = co_await acting;
    co_return readGood(done, json::readGenerated);
}

QCoro::Task<Result<Pushed>> RemoteDesk::push(Work work)
{
    const std::stop_token stop = work.stop;
    Watched watched(*this, std::move(work), &StockNumbers::staged, std::numeric_limits<qint64>::max(), true);
    auto acting = act("POST", couponsPath + "push", {}, Once::Keyed, stop, &watched);
    const auto done = co_await acting;
    co_return readGood(done, json::readPushed);
}

QCoro::Task<Result<Added>> RemoteDesk::add(QList<QByteArray> codes, bool push)
{
    auto acting = act("POST", couponsPath + "add" + pushQuery(push), json::codes(codes), Once::Keyed);
    const auto done = co_await acting;
    co_return readGood(done, json::readAdded);
}

QCoro::Task<Result<Coupon>> RemoteDesk::rename(CouponId id, QByteArray code)
{
    const QByteArray order = json::codes({code});
    auto acting = act("PUT", couponsPath + QByteArray::number(id), order.mid(1, order.size() - 2), Once::No);
    const auto done = co_await acting;
    co_return readGood<Coupon>(done, json::readCoupon);
}

QCoro::Task<Result<HookDelivery>> RemoteDesk::sendHookAgain(qint64 delivery)
{
    auto acting = act("POST", "/api/v1/webhooks/" + QByteArray::number(delivery) + "/send", {}, Once::No);
    const auto done = co_await acting;
    co_return readGood(done, json::readHookDelivery);
}

QCoro::Task<Result<Coupon>> RemoteDesk::voidOne(CouponId id)
{
    auto acting = act("DELETE", couponsPath + QByteArray::number(id), {}, Once::No);
    const auto done = co_await acting;
    co_return readGood<Coupon>(done, json::readCoupon);
}

QCoro::Task<Result<VoidedChosen>> RemoteDesk::voidChosen(QList<CouponId> ids, Work work)
{
    const std::stop_token stop = work.stop;
    Watched watched(*this, std::move(work), &StockNumbers::voided, ids.size());
    auto acting = act("POST", couponsPath + "void-chosen", json::chosen(ids), Once::Keyed, stop, &watched);
    const auto done = co_await acting;
    co_return readGood(done, json::readVoidedChosen);
}

QCoro::Task<Result<VoidPlan>> RemoteDesk::planVoid()
{
    auto asking = look({.path = couponsPath + "void"});
    const auto plan = co_await asking;
    co_return readGood(plan, json::readVoidPlan);
}

QCoro::Task<Result<qint64>> RemoteDesk::voidUnissued(Work work)
{
    const std::stop_token stop = work.stop;
    Watched watched(*this, std::move(work), &StockNumbers::voided);
    auto acting = act("POST", couponsPath + "void", {}, Once::Keyed, stop, &watched);
    const auto done = co_await acting;
    co_return readGood(done, json::readVoided);
}

QCoro::Task<Result<void>> RemoteDesk::setPaused(bool paused)
{
    auto acting = act("POST", paused ? "/api/v1/issuing/pause" : "/api/v1/issuing/resume", {}, Once::No);
    const auto done = co_await acting;
    co_return readDone(done);
}

QCoro::Task<Result<SaleTimes>> RemoteDesk::setTimes(SaleTimesChange change)
{
    auto acting = act("PUT", "/api/v1/sale", json::saleTimes(change), Once::No);
    const auto done = co_await acting;
    const auto object = readGood(done, json::objectOf);
    if (!object)
        co_return std::unexpected(object.error());
    const SaleView view = json::readSale(*object);
    co_return SaleTimes{0, view.opensAt, view.closesAt};
}

QCoro::Task<Result<DoubtEnd>> RemoteDesk::settleDoubt(qint64 reservation, QByteArray how)
{
    auto acting = act("POST", "/api/v1/doubts/" + QByteArray::number(reservation) + how, {}, Once::No);
    const auto done = co_await acting;
    co_return readGood(done, json::readDoubtEnd);
}

QCoro::Task<Result<DoubtEnd>> RemoteDesk::askAgain(qint64 reservation)
{
    return settleDoubt(reservation, "/ask");
}

QCoro::Task<Result<DoubtEnd>> RemoteDesk::declareIssued(qint64 reservation)
{
    return settleDoubt(reservation, "/issued");
}

QCoro::Task<Result<DoubtEnd>> RemoteDesk::restore(qint64 reservation)
{
    return settleDoubt(reservation, "/restore");
}

QCoro::Task<Result<ForeignFound>> RemoteDesk::settleForeignKeys(ForeignChoice choice)
{
    const QByteArray order = "{\"choice\":\"" + foreignChoiceName(choice).toLatin1() + "\"}";
    auto acting = act("POST", "/api/v1/redis/foreign", order, Once::No);
    const auto done = co_await acting;
    const auto found = readGood<std::optional<ForeignFound>>(done, json::readForeign);
    if (!found)
        co_return std::unexpected(found.error());
    co_return found->value_or(ForeignFound());
}

QCoro::Task<Result<QList<CutAct>>> RemoteDesk::cutActs()
{
    auto asking = look({.path = "/api/v1/cut-acts"});
    const auto acts = co_await asking;
    co_return readGood(acts, json::readCutActs);
}

QCoro::Task<Result<qint64>> RemoteDesk::settleCut(QString id, CutChoice choice, Work)
{
    const QByteArray path =
        "/api/v1/cut-acts/" + id.toUtf8().toPercentEncoding() + '/' + json::cutChoiceName(choice);
    auto acting = act("POST", path, {}, Once::No);
    const auto done = co_await acting;
    co_return readGood(done, json::readCutSettled);
}

QCoro::Task<Result<void>> RemoteDesk::record(QString action, QString detail, QString result)
{
    const bool isLook = action == QLatin1String("preflight") && canExamine();
    if (action != QLatin1String("export") && !isLook)
        co_return Result<void>(); // The rest happens to the server, which tells its own trail.
    const QByteArray note =
        json::compact({{QStringLiteral("detail"), detail}, {QStringLiteral("result"), result}});
    auto acting = act("POST", isLook ? "/api/v1/preflight" : "/api/v1/exports", note, Once::No);
    const auto done = co_await acting;
    co_return readDone(done);
}

} // namespace seonchak

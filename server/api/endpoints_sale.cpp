// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coupon/utc_text.h"
#include "server/api/api_worker.h"
#include "server/api/endpoint_tools.h"
#include "server/api/json_sale.h"

#include <QJsonDocument>

/// The whole sale: its state, and when it opens and closes.
namespace seonchak::http {

namespace {

/// Until the sale opens, in whole seconds rounded up, so that no client retries too early.
qint64 secondsUntil(WallMs opensAt, WallMs now)
{
    return std::max<qint64>(1, (opensAt - now + 999) / 1000);
}

Response badTimes(const Request &request, const Error &error)
{
    return problem(Problem::InvalidBody, request, json::saleTimesDetail(error, languageOf(request)));
}

} // namespace

EndpointTable ApiWorker::saleEndpoints()
{
    static constexpr EndpointRow rows[] = {
        {"/api/v1/sale", "GET", callOf<&ApiWorker::sale>, Need::Nothing},
        {"/api/v1/sale", "PUT", callOf<&ApiWorker::setSale>, Need::Operate, Trait::ReadsBody},
    };
    return rows;
}

Task<Response> ApiWorker::sale(const Request &)
{
    const Status status = co_await m.sale.status();
    co_return ok(QJsonDocument(json::sale(status.sale)).toJson(QJsonDocument::Compact));
}

Task<Response> ApiWorker::setSale(const Request &request)
{
    const auto once = onceOf(request);
    if (!once)
        co_return badKey(request);
    bool notJson = false;
    const auto change = json::readSaleTimes(request.body, notJson);
    if (!change && notJson)
        co_return badBody(request, change.error(), notJson);
    if (!change)
        co_return badTimes(request, change.error());
    const auto times = co_await m.sale.administration().setTimes(actorOf(request), *change, *once);
    if (!times && times.error().trouble == Trouble::BadInput)
        co_return badTimes(request, times.error());
    if (!times)
        co_return problemOf(times.error(), request);
    Status status = co_await m.sale.status();
    status.sale.opensAt = times->opensAt; // A repeat gets what it had set, even if that was changed since.
    status.sale.closesAt = times->closesAt;
    co_return ok(QJsonDocument(json::sale(status.sale)).toJson(QJsonDocument::Compact));
}

Response ApiWorker::notOpen(const Request &request) const
{
    const SaleTimes times = m.sale.clock().times();
    const WallMs now = m.sale.clock().nowMs();
    Response response = problem(Problem::NotOpen, request, {},
                                {{QStringLiteral("opensAt"), json::timeOrNull(times.opensAt)},
                                 {QStringLiteral("serverTime"), QString::fromLatin1(utcText(now))}});
    for (auto &[name, value] : response.headers) {
        if (name == "Retry-After" && times.opensAt > now)
            value = QByteArray::number(secondsUntil(times.opensAt, now));
    }
    return response;
}

} // namespace seonchak::http

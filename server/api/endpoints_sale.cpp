// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/endpoint_tools.h"
#include "server/api/endpoints.h"
#include "server/api/json_sale.h"

#include <QJsonDocument>

/// The whole sale: its state, and when it opens and closes.
namespace seonchak::http {

namespace {

Response badTimes(const Request &request, const Error &error)
{
    return problem(Problem::InvalidBody, request, json::saleTimesDetail(error, languageOf(request)));
}

Task<Response> sale(EndpointParts &parts, const Request &)
{
    const Status status = co_await parts.sale.status();
    co_return ok(QJsonDocument(json::sale(status.sale)).toJson(QJsonDocument::Compact));
}

Task<Response> setSale(EndpointParts &parts, const Request &request)
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
    const auto times = co_await parts.sale.administration().setTimes(actorOf(request), *change, *once);
    if (!times && times.error().trouble == Trouble::BadInput)
        co_return badTimes(request, times.error());
    if (!times)
        co_return problemOf(times.error(), request);
    Status status = co_await parts.sale.status();
    status.sale.opensAt = times->opensAt; // A repeat gets what it had set, even if that was changed since.
    status.sale.closesAt = times->closesAt;
    co_return ok(QJsonDocument(json::sale(status.sale)).toJson(QJsonDocument::Compact));
}

} // namespace

EndpointTable saleEndpoints()
{
    static constexpr EndpointRow rows[] = {
        {"/api/v1/sale", "GET", callOf<&sale>, Need::Nothing},
        {"/api/v1/sale", "PUT", callOf<&setSale>, Need::Operate, Trait::ReadsBody},
    };
    return rows;
}

} // namespace seonchak::http

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/hooks_json.h"
#include "server/api/endpoint_tools.h"
#include "server/api/endpoints.h"

/// The webhooks' past deliveries, and sending one again.
namespace seonchak::http {

namespace {

constexpr int usualDeliveries = 100;

/// Reads the query into `filter`; returns the name of an invalid value, or null.
const char *readHookFilter(const Request &request, HookFilter &filter)
{
    if (const auto state = queryValue(request, QStringLiteral("state"))) {
        filter.state = json::hookStateOf(*state);
        if (!filter.state)
            return "state";
    }
    if (const auto before = queryValue(request, QStringLiteral("before"))) {
        const auto id = parseId(*before);
        if (!id)
            return "before";
        filter.before = *id;
    }
    const auto limit = limitOf(request, usualDeliveries, mostListed);
    if (!limit)
        return "limit";
    filter.limit = *limit;
    return nullptr;
}

Task<Response> listHooks(EndpointParts &parts, const Request &request)
{
    HookFilter filter;
    if (const char *wrong = readHookFilter(request, filter))
        co_return badQuery(request, wrong);
    const auto page = co_await parts.sale.records().hooks(filter);
    co_return page ? ok(json::hookPage(*page)) : problemOf(page.error(), request);
}

Task<Response> sendHook(EndpointParts &parts, const Request &request, QByteArrayView id)
{
    const auto delivery = parseId(id);
    if (!delivery)
        co_return problem(Problem::InvalidId, request);
    const auto sent = co_await parts.sale.administration().sendHookAgain(actorOf(request), *delivery);
    if (!sent && sent.error().trouble == Trouble::NotFound)
        co_return problem(Problem::DeliveryNotFound, request);
    co_return sent ? ok(json::hookDelivery(*sent), 202) : problemOf(sent.error(), request);
}

} // namespace

EndpointTable hooksEndpoints()
{
    static constexpr EndpointRow rows[] = {
        {"/api/v1/webhooks", "GET", callOf<&listHooks>, Need::View},
        {"/api/v1/webhooks/*/send", "POST", callOf<&sendHook>, Need::Operate},
    };
    return rows;
}

} // namespace seonchak::http

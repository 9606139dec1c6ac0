// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coupon/utc_text.h"
#include "core/issue/ground/outcome_row.h"
#include "core/watch/metrics.h"
#include "core/wire/sale_json.h"
#include "server/api/endpoint_tools.h"
#include "server/api/endpoints.h"
#include "server/api/json.h"

namespace seonchak::http {

namespace {

/// Until the sale opens, in whole seconds rounded up, so that no client retries too early.
qint64 secondsUntil(WallMs opensAt, WallMs now)
{
    return std::max<qint64>(1, (opensAt - now + 999) / 1000);
}

/// The problem of an outcome, with the times of the sale.
Response problemBeforeOpening(EndpointParts &parts, IssueOutcome::Kind outcome, const Request &request)
{
    const SaleTimes times = parts.sale.clock().times();
    const WallMs now = parts.sale.clock().nowMs();
    Response response = problem(outcome, request,
                                {{QStringLiteral("opensAt"), json::timeOrNull(times.opensAt)},
                                 {QStringLiteral("serverTime"), QString::fromLatin1(utcText(now))}});
    for (auto &[name, value] : response.headers) {
        if (name == "Retry-After" && times.opensAt > now)
            value = QByteArray::number(secondsUntil(times.opensAt, now));
    }
    return response;
}

Task<Response> issue(EndpointParts &parts, const Request &request, QByteArrayView id)
{
    const auto user = parseId(id);
    if (!user)
        co_return problem(Problem::InvalidId, request);
    const IssueOutcome outcome = co_await parts.station.issue(*user);
    const OutcomeRow &row = rowOf(outcome.kind);
    if (row.result)
        co_return ok(json::coupon(outcome.coupon, row.result));
    if (row.tellsOpening)
        co_return problemBeforeOpening(parts, outcome.kind, request);
    co_return problem(outcome.kind, request);
}

Task<Response> status(EndpointParts &parts, const Request &)
{
    const Status status = co_await parts.sale.status();
    co_return ok(json::status(status));
}

Task<Response> metrics(EndpointParts &parts, const Request &)
{
    const Status status = co_await parts.sale.status();
    co_return Response{200, "text/plain; version=0.0.4; charset=utf-8", metricsText(status), {}, false};
}

Response ready(EndpointParts &parts, const Request &request)
{
    if (parts.sale.isReady())
        return ok("{\"status\":\"UP\"}");
    const auto outages = parts.sale.outages();
    QStringList why;
    for (const Outage &outage : outages)
        why.append(outage.sentence());
    return problem(Problem::Unavailable, request, why.join(QStringLiteral("; ")),
                   {{QStringLiteral("outages"), json::outages(outages)}});
}

Response health(EndpointParts &, const Request &)
{
    return ok("{\"status\":\"UP\"}");
}

Response openApi(EndpointParts &parts, const Request &)
{
    return ok(parts.openApi);
}

} // namespace

EndpointTable issueEndpoints()
{
    static constexpr EndpointRow rows[] = {
        {"/api/v1/coupons/*/issue", "POST", callOf<&issue>, Need::Issue},
        {"/api/v1/status", "GET", callOf<&status>, Need::Nothing},
        {"/metrics", "GET", callOf<&metrics>, Need::Nothing, Trait::Probe},
        {"/healthz", "GET", callOf<&health>, Need::Nothing, Trait::Probe},
        {"/readyz", "GET", callOf<&ready>, Need::Nothing, Trait::Probe},
        {"/openapi.json", "GET", callOf<&openApi>, Need::Nothing},
    };
    return rows;
}

} // namespace seonchak::http

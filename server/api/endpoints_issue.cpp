// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coupon/utc_text.h"
#include "core/watch/metrics.h"
#include "server/api/api_worker.h"
#include "server/api/endpoint_tools.h"
#include "server/api/json.h"

namespace seonchak::http {

namespace {
/// The API's problem for an outcome of an issue.
Problem problemOf(const OutcomeRow &row)
{
    return problemNamed(row.problem).value_or(Problem::Internal);
}
} // namespace

EndpointTable ApiWorker::issueEndpoints()
{
    static constexpr EndpointRow rows[] = {
        {"/api/v1/coupons/*/issue", "POST", callOf<&ApiWorker::issue>, Need::Issue},
        {"/api/v1/status", "GET", callOf<&ApiWorker::status>, Need::Nothing},
        {"/metrics", "GET", callOf<&ApiWorker::metrics>, Need::Nothing, Trait::Probe},
        {"/healthz", "GET", callOf<&ApiWorker::health>, Need::Nothing, Trait::Probe},
        {"/readyz", "GET", callOf<&ApiWorker::ready>, Need::Nothing, Trait::Probe},
        {"/openapi.json", "GET", callOf<&ApiWorker::openApi>, Need::Nothing},
    };
    return rows;
}

Task<Response> ApiWorker::issue(const Request &request, const QByteArray &id)
{
    const auto user = parseId(id);
    if (!user)
        co_return problem(Problem::InvalidId, request);
    const IssueOutcome outcome = co_await m_station->issue(*user);
    const OutcomeRow &row = rowOf(outcome.kind);
    if (row.result)
        co_return ok(json::coupon(outcome.coupon, row.result));
    if (outcome.kind == IssueOutcome::Kind::NotOpen)
        co_return notOpen(request);
    co_return problem(problemOf(row), request);
}

Task<Response> ApiWorker::status(const Request &)
{
    const Status status = co_await m.sale.status();
    co_return ok(json::status(status));
}

Task<Response> ApiWorker::metrics(const Request &)
{
    const Status status = co_await m.sale.status();
    co_return Response{200, "text/plain; version=0.0.4; charset=utf-8", metricsText(status), {}, false};
}

Response ApiWorker::ready(const Request &request) const
{
    if (m.sale.isReady())
        return ok("{\"status\":\"UP\"}");
    const auto outages = m.sale.outages();
    QStringList why;
    for (const Outage &outage : outages)
        why.append(outage.sentence());
    return problem(Problem::Unavailable, request, why.join(QStringLiteral("; ")),
                   {{QStringLiteral("outages"), json::outages(outages)}});
}

Response ApiWorker::health(const Request &) const
{
    return ok("{\"status\":\"UP\"}");
}

Response ApiWorker::openApi(const Request &) const
{
    return ok(m.openApi);
}

} // namespace seonchak::http

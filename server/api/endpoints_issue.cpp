// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coupon/utc_text.h"
#include "core/watch/metrics.h"
#include "server/api/api_worker.h"
#include "server/api/endpoint_tools.h"
#include "server/api/json.h"

namespace seonchak::http {

Task<Response> ApiWorker::issue(const Request &request, const QByteArray &id)
{
    const auto user = parseId(id);
    if (!user)
        co_return problem(Problem::InvalidId, request);
    const IssueOutcome outcome = co_await m_station->issue(*user);
    switch (outcome.kind) {
    case IssueOutcome::Kind::Valid:
        co_return ok(json::coupon(outcome.coupon, "VALID"));
    case IssueOutcome::Kind::Already:
        co_return ok(json::coupon(outcome.coupon, "ALREADY"));
    case IssueOutcome::Kind::SoldOut:
        co_return problem(Problem::SoldOut, request);
    case IssueOutcome::Kind::NotOpen:
        co_return notOpen(request);
    case IssueOutcome::Kind::Closed:
        co_return problem(Problem::Closed, request);
    case IssueOutcome::Kind::StoreFailed:
        co_return problem(Problem::StoreFailed, request);
    case IssueOutcome::Kind::InDoubt:
        co_return problem(Problem::InDoubt, request);
    case IssueOutcome::Kind::InProgress:
        co_return problem(Problem::InProgress, request);
    case IssueOutcome::Kind::Conflict:
        co_return problem(Problem::Conflict, request);
    case IssueOutcome::Kind::Paused:
        co_return problem(Problem::Paused, request);
    case IssueOutcome::Kind::Unavailable:
        break;
    }
    co_return problem(Problem::Unavailable, request);
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

} // namespace seonchak::http

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/ground/job_log.h"
#include "core/wire/job_json.h"
#include "server/api/endpoint_tools.h"
#include "server/api/endpoints.h"
#include "server/api/job_answer.h"

/// The jobs of long acts.
namespace seonchak::http {

namespace {

Response listJobs(EndpointParts &parts, const Request &)
{
    return ok(json::jobs(parts.sale.jobs().list()));
}

Task<Response> getJob(EndpointParts &parts, const Request &request, QByteArrayView id)
{
    if (const auto job = parts.sale.jobs().find(QString::fromLatin1(id)))
        co_return ok(jobBody(*job, request));
    const auto act = co_await parts.sale.records().act(QString::fromLatin1(id));
    if (!act)
        co_return problemOf(act.error(), request);
    co_return *act ? ok(jobBody(JobLog::ofAct(**act), request)) : problem(Problem::JobNotFound, request);
}

} // namespace

EndpointTable jobsEndpoints()
{
    static constexpr EndpointRow rows[] = {
        {"/api/v1/jobs", "GET", callOf<&listJobs>, Need::View},
        {"/api/v1/jobs/*", "GET", callOf<&getJob>, Need::View},
    };
    return rows;
}

} // namespace seonchak::http

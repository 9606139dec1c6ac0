// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/engine/act_desk.h"
#include "core/watch/job.h"
#include "server/api/endpoint_parts.h"
#include "server/transport/message.h"

#include <functional>

/// Long acts that are answered before they are done (RFC 7240), and their results.
namespace seonchak::http {

/// A job as GET /api/v1/jobs/{id} shows it, with its answer once it is over.
QByteArray jobBody(const Job &job, const Request &request);

/// An act that may take long. It keeps its own copies of what it is called with.
using LongAct = std::function<Task<Response>(Request, Once)>;
/// Answers when the act is done, or immediately with a job if the request prefers that.
Task<Response> carryOut(Request request, Once once, LongAct act);
/// The same for an act that needs nothing of the request but its Idempotency-Key.
Task<Response> carryOut(EndpointParts &parts, const Request &request,
                        Task<Response> (*act)(EndpointParts &, Request, Once));

} // namespace seonchak::http

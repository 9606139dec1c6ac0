// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "server/api/endpoint_parts.h"
#include "server/api/router.h"

#include <QObject>

#include <memory>

namespace seonchak::http {

/// One worker's part of the API: the checks that every request passes, in a fixed order (host and origin,
/// path, method, local access, token and role, rate, media type), then the endpoint. Lives on its worker's
/// thread; what all workers share is SharedParts.
class ApiWorker : public QObject
{
    Q_OBJECT
public:
    explicit ApiWorker(const SharedParts &shared);
    ~ApiWorker() override;

    /// The transport's handler.
    void handle(Request request, Reply reply);
    /// Issues under way are soon answered with 503; wait for the thread's tasks before destroying this
    /// object.
    void cancel() { m_station->cancel(); }

private:
    Task<> serve(Request request, Reply reply);
    /// A refusal, or nullopt if the request may go to its endpoint; the request then knows its sender.
    std::optional<Response> refusal(Request &request, const Route &route);
    void replySlowly(const Request &request, Response response, Reply reply);
    Task<Response> dispatch(const Request &request, const Route &route);
    void recordRefusedToken(const Request &request);

    const std::unique_ptr<IssueStation> m_station;
    const std::shared_ptr<StreamDesk> m_streams;
    EndpointParts m_parts;
};

} // namespace seonchak::http

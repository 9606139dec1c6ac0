// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/engine/act_desk.h"
#include "core/issue/ground/actor.h"
#include "server/api/endpoint_parts.h"
#include "server/api/problem.h"

#include <optional>
#include <type_traits>

/// Helpers of all endpoints for reading a request and answering it.
namespace seonchak::http {

Response ok(QByteArray body, int status = 200);

inline Task<Response> answered(Task<Response> task)
{
    return task;
}
Task<Response> answered(Response response);
/// For the row of an endpoint: calls `function` with the request, then the path's id if it takes one, then
/// `more`.
template <auto function, auto... more>
Task<Response> callOf(EndpointParts &parts, const Request &request, QByteArrayView id)
{
    if constexpr (std::is_invocable_v<decltype(function), EndpointParts &, const Request &, QByteArrayView,
                                      decltype(more)...>)
        return answered(function(parts, request, id, more...));
    else
        return answered(function(parts, request, more...));
}

/// A value of the raw query, decoded; nullopt if it is missing.
std::optional<QByteArray> queryValue(const Request &request, const QString &name);
/// All values of a name that may be repeated.
QByteArrayList queryValues(const Request &request, const QString &name);
/// A 400 that names the query value.
Response badQuery(const Request &request, const char *name);
/// A 400 about the body.
Response badBody(const Request &request, const Error &error, bool notJson);
/// The most entries of a list in one answer.
inline constexpr int mostListed = 1000;
/// The query's `limit`; `usual` if there is none, nullopt if it is not 1 to `most`.
std::optional<int> limitOf(const Request &request, int usual, int most);
/// Who sent the request, for the audit trail. With a token "kim (203.0.113.7)", whether directly or through a
/// trusted proxy, and "kim (127.0.0.1, forwarded)" through any other. Without one "REST 127.0.0.1", "REST
/// 203.0.113.7 via 127.0.0.1" through a trusted proxy, "REST 127.0.0.1 (forwarded)" through any other. Over
/// the desks' socket the login: "kim (local socket)".
QString actorOf(const Request &request);
/// The same with their name alone: of the token, or the login.
Actor doerOf(const Request &request);
/// Where they are, as it stands there: "203.0.113.7", "127.0.0.1, forwarded", "local socket".
QString placeOf(const Request &request);

/// The request's Idempotency-Key (a token or a quoted string of 1 to 255 visible ASCII characters) and the
/// fingerprint of the whole request; an empty key if it has none. Nullopt if it is invalid or occurs twice.
std::optional<Once> onceOf(const Request &request);
/// A 400 about the Idempotency-Key.
Response badKey(const Request &request);
/// Answers for a failed long act. If part of it was done: 503 with how much, in the member `made` (and in
/// `pushed`, if different), and with what to do.
Response actProblem(const Error &error, const Request &request, const char *made);
/// The answer for an act that waits for a second person. It shows the approval that is open, so that the
/// sender knows what the second person has to approve, and until when.
Task<Response> needsSecond(EndpointParts &parts, const Request &request, Approval::Act act, qint64 subject);

} // namespace seonchak::http

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/engine/act_desk.h"
#include "core/issue/ground/actor.h"
#include "server/api/problem.h"

#include <optional>

/// What every endpoint needs to read a request and to answer it.
namespace seonchak::http {

Response ok(QByteArray body, int status = 200);
/// A value of the raw query, decoded; nothing where it is missing.
std::optional<QByteArray> queryValue(const Request &request, const QString &name);
/// All of them, where it may stand there several times.
QByteArrayList queryValues(const Request &request, const QString &name);
/// 400 that names the query value.
Response badQuery(const Request &request, const char *name);
/// 400 about the body.
Response badBody(const Request &request, const Error &error, bool notJson);
/// Entries of one list in one answer.
inline constexpr int mostListed = 1000;
/// A `limit` of the query; `usual` where there is none, nothing where it is not 1 to `most`.
std::optional<int> limitOf(const Request &request, int usual, int most);
/// Who asks, for the audit trail. With a token "kim (203.0.113.7)", whether straight or through a trusted
/// proxy, and "kim (127.0.0.1, forwarded)" through any other. Without one "REST 127.0.0.1",
/// "REST 203.0.113.7 via 127.0.0.1" through a trusted proxy, "REST 127.0.0.1 (forwarded)" through any other.
/// By the desks' socket the login: "kim (local socket)".
QString actorOf(const Request &request);
/// The same with their name alone: of the token, or the login.
Actor doerOf(const Request &request);
/// Where they are, as it stands there: "203.0.113.7", "127.0.0.1, forwarded", "local socket".
QString placeOf(const Request &request);

/// The request's Idempotency-Key (a token or a quoted string of 1 to 255 visible ASCII characters) and the
/// fingerprint of the whole request; an empty key where it has none. Nothing where it is not valid or stands
/// there twice.
std::optional<Once> onceOf(const Request &request);
/// 400 about the Idempotency-Key.
Response badKey(const Request &request);
/// What a failed long act is to a client. Where a part was done: 503 with how much, in the member `made` (and
/// in `pushed`, where that is another), and with what to do.
Response actProblem(const Error &error, const Request &request, const char *made);

} // namespace seonchak::http

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/problem.h"

#include <optional>

/// What every endpoint needs to read a request and to answer it.
namespace seonchak::http {

Response ok(QByteArray body, int status = 200);
/// A value of the raw query, decoded; nothing where it is missing.
std::optional<QByteArray> queryValue(const Request &request, const QString &name);
/// 400 that names the query value.
Response badQuery(const Request &request, const char *name);
/// A `limit` of the query; `usual` where there is none, nothing where it is not 1 to `most`.
std::optional<int> limitOf(const Request &request, int usual, int most);
/// Who asks, for the audit trail: "REST 127.0.0.1", "REST 203.0.113.7 via 127.0.0.1" through a trusted proxy,
/// "REST 127.0.0.1 (forwarded)" through any other.
QString actorOf(const Request &request);

} // namespace seonchak::http

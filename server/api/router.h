// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "core/coupon/coupon.h"
#include "server/transport/message.h"

#include <optional>
#include <span>

namespace seonchak::http {

struct EndpointParts;

/// The permission that a route requires.
enum class Need {
    Nothing,
    Issue, ///< nothing either, unless issuing requires a token
    View,
    Operate,
    Administer,
};

/// What the checks before an endpoint need to know of it.
enum class Trait {
    None,
    ReadsBody, ///< JSON: another media type, or an encoded body, is refused
    Probe,     ///< used by health checks, which may call this machine by any name
};

/// An endpoint. Its row stands below its function, in one of the endpoints_*.cpp.
struct EndpointRow
{
    using Call = Task<Response> (*)(EndpointParts &parts, const Request &request, QByteArrayView id);

    const char *path; ///< "*" stands for one id segment
    const char *method;
    Call call;
    Need need;
    Trait trait = Trait::None;
};
using EndpointTable = std::span<const EndpointRow>;

/// The destination of a request. Literal paths win over those with an id in them.
struct Route
{
    const EndpointRow *endpoint = nullptr; ///< null: there is none, or OPTIONS was asked
    Need need = Need::Nothing;
    bool isOptions = false; ///< of a path that exists: which methods it takes
    bool isProbe = false;   ///< the path is a probe's
    QByteArrayView id;      ///< the id segment of the path, which must live as long; empty if it has none
    QByteArray allow;       ///< without an endpoint: the path's methods; empty: no such path
};
/// `path` must come from routablePath(). HEAD is routed like GET.
Route findRoute(const QByteArray &method, const QByteArray &path);

/// The path with its percent-encoded unreserved characters decoded, once (RFC 3986 2.3 and 6.2.2.2). Nullopt
/// if it contains an encoded NUL.
std::optional<QByteArray> routablePath(const QByteArray &path);

} // namespace seonchak::http

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/request_target.h"

#include "server/transport/head_rules.h"

#include <algorithm>

namespace seonchak::http {

namespace {

/// The length of "http://" or "https://" at the beginning, in any case; 0 if it has neither.
qsizetype schemeLength(QByteArrayView text)
{
    for (const QByteArrayView scheme : {"http://", "https://"}) {
        if (text.size() >= scheme.size() && rules::equalsIgnoringCase(text.first(scheme.size()), scheme))
            return scheme.size();
    }
    return 0;
}

std::optional<RequestTarget> fromOrigin(QByteArrayView text, QByteArrayView authority)
{
    if (!rules::isTarget(text))
        return std::nullopt;
    const auto question = text.indexOf('?');
    RequestTarget target;
    target.authority = authority.toByteArray();
    target.path = (question < 0 ? text : text.first(question)).toByteArray();
    if (question >= 0)
        target.query = text.sliced(question + 1).toByteArray();
    return target;
}

} // namespace

std::optional<RequestTarget> RequestTarget::parse(QByteArrayView text, QByteArrayView method)
{
    const bool asksTheServer = method == "OPTIONS";
    if (asksTheServer && text == "*")
        return RequestTarget{{}, "*", {}};
    const auto scheme = schemeLength(text);
    if (scheme == 0)
        return fromOrigin(text, {});
    const auto rest = text.sliced(scheme);
    const auto *end = std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?'; });
    const auto authority = rest.first(end - rest.begin());
    if (!rules::isHost(authority))
        return std::nullopt;
    const auto tail = rest.sliced(authority.size());
    if (tail.isEmpty() && asksTheServer)
        return RequestTarget{authority.toByteArray(), "*", {}};
    if (tail.startsWith('/'))
        return fromOrigin(tail, authority);
    return fromOrigin(QByteArray(1, '/').append(tail), authority);
}

} // namespace seonchak::http

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/endpoint_tools.h"

#include "core/coupon/coupon.h"
#include "server/api/authority.h"

#include <QUrl>
#include <QUrlQuery>

namespace seonchak::http {

Response ok(QByteArray body, int status)
{
    return {status, "application/json", std::move(body), {}, false};
}

std::optional<QByteArray> queryValue(const Request &request, const QString &name)
{
    QByteArray raw = request.query;
    raw.replace('+', "%20"); // As HTML forms and URLSearchParams write a blank.
    const QUrlQuery query(QString::fromLatin1(raw));
    if (!query.hasQueryItem(name))
        return std::nullopt;
    return query.queryItemValue(name, QUrl::FullyDecoded).toUtf8();
}

Response badQuery(const Request &request, const char *name)
{
    return problem(Problem::InvalidQuery, request, QStringLiteral("query: ") + QLatin1String(name));
}

std::optional<int> limitOf(const Request &request, int usual, int most)
{
    const auto limit = queryValue(request, QStringLiteral("limit"));
    if (!limit)
        return usual;
    const auto number = parseId(*limit);
    return number && *number <= most ? std::optional<int>(int(*number)) : std::nullopt;
}

QString actorOf(const Request &request)
{
    const Sender &sender = request.sender;
    const QString peer = plainAddress(request.peer).toString();
    if (!sender.isForwarded)
        return QStringLiteral("REST ") + peer;
    if (!sender.isTold)
        return QStringLiteral("REST %1 (forwarded)").arg(peer);
    const QString told = sender.address.isNull() ? QStringLiteral("unknown") : sender.address.toString();
    return QStringLiteral("REST %1 via %2").arg(told, peer);
}

} // namespace seonchak::http

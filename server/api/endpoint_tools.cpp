// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/endpoint_tools.h"

#include "core/coupon/coupon.h"

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
    bool isVersion4 = false; // Also of an address that IPv6 wraps.
    const quint32 number = request.peer.toIPv4Address(&isVersion4);
    const QHostAddress shown = isVersion4 ? QHostAddress(number) : request.peer;
    return QStringLiteral("REST ") + shown.toString();
}

} // namespace seonchak::http

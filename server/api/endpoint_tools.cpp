// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/endpoint_tools.h"

#include "core/coupon/coupon.h"
#include "core/wire/approval_json.h"
#include "server/api/authority.h"
#include "server/api/detail_words.h"

#include <QCryptographicHash>
#include <QUrl>
#include <QUrlQuery>

namespace seonchak::http {

namespace {

constexpr qsizetype longestKey = 255;

bool isVisible(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f'; });
}

/// The content of a quoted string; nullopt if it is not one.
std::optional<QByteArray> unquoted(const QByteArray &value)
{
    QByteArray text;
    for (qsizetype at = 1; at < value.size(); ++at) {
        if (value[at] == '"')
            return at == value.size() - 1 ? std::optional<QByteArray>(text) : std::nullopt;
        if (value[at] == '\\' && (++at == value.size() || (value[at] != '"' && value[at] != '\\')))
            return std::nullopt;
        text += value[at];
    }
    return std::nullopt;
}

QString partlyWords(const Partly &partly, bool keyed, Language language)
{
    const QString korean =
        keyed ? QStringLiteral(
                    "일부만 처리했습니다: %1개 처리, 그중 %2개 재고 반영. 같은 Idempotency-Key로 같은"
                    " 요청을 다시 보내면 나머지를 이어서 처리합니다.")
              : QStringLiteral(
                    "일부만 처리했습니다: %1개 처리, 그중 %2개 재고 반영. 처리한 쿠폰은 남아 있으므로"
                    " 모자란 수만큼만 다시 요청해 주세요.");
    const QString english =
        keyed ? QStringLiteral("Only a part was done: %1 coupons, %2 of them in the stock. Send the same"
                               " request with the same Idempotency-Key to have the rest done.")
              : QStringLiteral("Only a part was done: %1 coupons, %2 of them in the stock. They stay; those"
                               " claimed for the stock follow by themselves. Ask for the missing ones only.");
    return (language == Language::Korean ? korean : english).arg(partly.made).arg(partly.pushed);
}

} // namespace

Task<Response> answered(Response response)
{
    co_return response;
}

Response ok(QByteArray body, int status)
{
    Response response;
    response.status = status;
    response.body = std::move(body);
    return response;
}

namespace {

QUrlQuery queryOf(const Request &request)
{
    QByteArray raw = request.query;
    raw.replace('+', "%20"); // HTML forms and URLSearchParams encode a blank as "+".
    return QUrlQuery(QString::fromLatin1(raw));
}

} // namespace

std::optional<QByteArray> queryValue(const Request &request, const QString &name)
{
    const QUrlQuery query = queryOf(request);
    if (!query.hasQueryItem(name))
        return std::nullopt;
    return query.queryItemValue(name, QUrl::FullyDecoded).toUtf8();
}

QByteArrayList queryValues(const Request &request, const QString &name)
{
    QByteArrayList values;
    for (const QString &value : queryOf(request).allQueryItemValues(name, QUrl::FullyDecoded))
        values.append(value.toUtf8());
    return values;
}

Response badBody(const Request &request, const Error &error, bool notJson)
{
    return problem(notJson ? Problem::InvalidJson : Problem::InvalidBody, request,
                   detailFor(languageOf(request), error.detail));
}

Response badQuery(const Request &request, const char *name)
{
    const QString english = QStringLiteral("query: ") + QLatin1String(name);
    return problem(Problem::InvalidQuery, request, detailFor(languageOf(request), english));
}

std::optional<int> limitOf(const Request &request, int usual, int most)
{
    const auto limit = queryValue(request, QStringLiteral("limit"));
    if (!limit)
        return usual;
    const auto number = parseId(*limit);
    return number && *number <= most ? std::optional<int>(int(*number)) : std::nullopt;
}

QString placeOf(const Request &request)
{
    const Sender &sender = request.sender;
    if (request.local)
        return QStringLiteral("local socket");
    const QString peer = plainAddress(request.peer).toString();
    if (!sender.isForwarded)
        return peer;
    if (!sender.isTold)
        return QStringLiteral("%1, forwarded").arg(peer);
    return sender.address.isNull() ? QStringLiteral("unknown via %1").arg(peer) : sender.address.toString();
}

QString actorOf(const Request &request)
{
    const Sender &sender = request.sender;
    if (request.local)
        return QStringLiteral("%1 (local socket)")
            .arg(sender.name.isEmpty() ? request.local->name : sender.name);
    const QString peer = plainAddress(request.peer).toString();
    if (!sender.name.isEmpty())
        return QStringLiteral("%1 (%2)").arg(sender.name, placeOf(request));
    if (!sender.isForwarded)
        return QStringLiteral("REST ") + peer;
    if (!sender.isTold)
        return QStringLiteral("REST %1 (forwarded)").arg(peer);
    const QString told = sender.address.isNull() ? QStringLiteral("unknown") : sender.address.toString();
    return QStringLiteral("REST %1 via %2").arg(told, peer);
}

Actor doerOf(const Request &request)
{
    const bool isLogin = request.local && request.sender.name.isEmpty();
    return {actorOf(request), isLogin ? request.local->name : request.sender.name};
}

std::optional<Once> onceOf(const Request &request)
{
    Once once;
    bool given = false;
    for (const auto &[name, value] : request.headers) {
        if (name != "idempotency-key")
            continue;
        if (std::exchange(given, true))
            return std::nullopt;
        const auto key = value.startsWith('"') ? unquoted(value) : std::optional<QByteArray>(value);
        if (!key || key->isEmpty() || key->size() > longestKey || !isVisible(*key))
            return std::nullopt;
        if (!value.startsWith('"') && key->contains('"'))
            return std::nullopt;
        once.key = *key;
    }
    if (!given)
        return once;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QByteArray head = request.method + ' ' + request.path + '?' + request.query + '\n';
    hash.addData(head);
    hash.addData(request.body);
    once.fingerprint = hash.result().toHex();
    return once;
}

Response badKey(const Request &request)
{
    return problem(Problem::InvalidKey, request);
}

Response actProblem(const Error &error, const Request &request, const char *made)
{
    if (!error.partly)
        return problemOf(error, request);
    const bool keyed = !request.header("idempotency-key").isEmpty();
    const bool pushesOnly = qstrcmp(made, "pushed") == 0;
    QJsonObject more{{QLatin1String(made), pushesOnly ? error.partly->pushed : error.partly->made}};
    if (!pushesOnly && qstrcmp(made, "voided") != 0)
        more.insert(QStringLiteral("pushed"), error.partly->pushed);
    qWarning("%s was only partly done: %s", request.path.constData(), qUtf8Printable(error.detail));
    return problem(Problem::Incomplete, request, partlyWords(*error.partly, keyed, languageOf(request)),
                   more);
}

Task<Response> needsSecond(EndpointParts &parts, const Request &request, Approval::Act act, qint64 subject)
{
    const auto open = co_await parts.sale.administration().second().open(doerOf(request));
    QJsonObject more;
    for (const Approval &one : open.value_or(QList<Approval>())) {
        if (one.own && one.act == act && one.subject == subject && one.state == Approval::State::Waiting)
            more.insert(QStringLiteral("approval"), json::approval(one));
    }
    co_return problem(Problem::NeedsSecond, request, {}, more);
}

} // namespace seonchak::http

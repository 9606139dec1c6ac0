// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/partner/http_meaning.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace seonchak {

namespace {

using Kind = HttpAnswer::Kind;

bool isSuccess(const HttpAnswer &answer)
{
    return answer.kind == Kind::Complete && answer.status >= 200 && answer.status < 300;
}

bool claimsJson(const HttpAnswer &answer)
{
    const QByteArray type = answer.contentType.toLower();
    const QByteArray body = answer.body.trimmed();
    return type.contains("/json") || type.contains("+json") || body.startsWith('{') || body.startsWith('[');
}

bool namesCode(const QJsonValue &value, QByteArrayView code)
{
    return value.isString() && value.toString().toUtf8() == code;
}

/// The positive id in `value`; nothing for other types, fractions and what does not fit.
std::optional<UserId> userIn(const QJsonValue &value)
{
    const qint64 id = value.toInteger(0);
    return id > 0 ? std::optional(id) : std::nullopt;
}

/// True unless the body contradicts what was sent. Members that are not there contradict nothing.
bool agrees(const HttpAnswer &answer, QByteArrayView code, UserId user)
{
    if (answer.body.trimmed().isEmpty() || !claimsJson(answer))
        return true;
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(answer.body, &error);
    if (error.error != QJsonParseError::NoError)
        return false;
    const QJsonObject object = json.object();
    if (object.contains(QLatin1String("code")) && !namesCode(object.value(QLatin1String("code")), code))
        return false;
    return !object.contains(QLatin1String("userId")) || userIn(object.value(QLatin1String("userId"))) == user;
}

} // namespace

SendReport meaningOfSend(const HttpAnswer &answer, QByteArrayView code, UserId user)
{
    switch (answer.kind) {
    case Kind::NotStarted:
        return {SendOutcome::Busy, Sign::None};
    case Kind::NotSent:
        return {SendOutcome::Refused, Sign::Failing};
    case Kind::Broken:
        return {SendOutcome::Unknown, Sign::Failing};
    case Kind::Complete:
        break;
    }
    if (isSuccess(answer) && agrees(answer, code, user))
        return {SendOutcome::Accepted, Sign::Alive};
    if (answer.status == 409)
        return {SendOutcome::AlreadyRegistered, Sign::Alive};
    if (answer.status >= 400 && answer.status < 500)
        return {SendOutcome::Refused, Sign::Alive};
    return {SendOutcome::Unknown, Sign::Failing};
}

Holding meaningOfAsk(const HttpAnswer &answer, QByteArrayView code)
{
    if (answer.kind != Kind::Complete)
        return {};
    if (answer.status == 404)
        return {Holding::Kind::NeverHeard, 0};
    if (answer.status != 200)
        return {};
    const QJsonObject object = QJsonDocument::fromJson(answer.body).object();
    const auto holder = userIn(object.value(QLatin1String("userId")));
    if (!holder || !namesCode(object.value(QLatin1String("code")), code))
        return {};
    return {Holding::Kind::Held, *holder};
}

bool meaningOfWithdraw(const HttpAnswer &answer)
{
    return isSuccess(answer) || (answer.kind == Kind::Complete && answer.status == 404);
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/partner/http_meaning.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>

namespace seonchak {

namespace {

using Kind = HttpAnswer::Kind;

bool isSuccess(const HttpAnswer &answer)
{
    return answer.kind == Kind::Complete && answer.status >= 200 && answer.status < 300;
}

/// "text/plain" of "Text/Plain; charset=utf-8".
QByteArray mediaTypeOf(const HttpAnswer &answer)
{
    return answer.contentType.toLower().split(';').first().trimmed();
}

/// The body without surrounding white space and byte order mark.
QByteArray textOf(const HttpAnswer &answer)
{
    QByteArray text = answer.body.trimmed();
    if (text.startsWith("\xEF\xBB\xBF"))
        text = text.mid(3).trimmed();
    return text;
}

/// We requested no encoding, so an encoded answer is not from the partner and cannot be read.
bool isEncoded(const HttpAnswer &answer)
{
    const QByteArray encoding = answer.contentEncoding.trimmed().toLower();
    return !encoding.isEmpty() && encoding != "identity";
}

/// Real plain text: not a page, JSON, or binary data, whatever the label. Many small servers send their "OK"
/// without a label.
bool isPlainText(const HttpAnswer &answer)
{
    const QByteArray text = textOf(answer);
    const auto isControl = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7f;
    };
    const QByteArray type = mediaTypeOf(answer);
    return (type.isEmpty() || type == "text/plain") && !text.startsWith('<') && !text.startsWith('{') &&
           !text.startsWith('[') && std::ranges::none_of(text, isControl);
}

/// The body as an object; nullopt if it is anything else.
std::optional<QJsonObject> objectIn(const HttpAnswer &answer)
{
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(textOf(answer), &error);
    if (error.error != QJsonParseError::NoError || !json.isObject())
        return std::nullopt;
    return json.object();
}

bool namesCode(const QJsonValue &value, QByteArrayView code)
{
    return value.isString() && value.toString().toUtf8() == code;
}

/// The positive id in `value`; nullopt for other types, fractions and numbers out of range.
std::optional<UserId> userIn(const QJsonValue &value)
{
    const qint64 id = value.toInteger(0);
    return id > 0 ? std::optional(id) : std::nullopt;
}

/// Whether the object names this very code. A proxy's page never does, so the label does not matter.
bool echoes(const std::optional<QJsonObject> &object, QByteArrayView code)
{
    return object && namesCode(object->value(QLatin1String("code")), code);
}

/// Answers that make no sense for these calls, such as an unrequested range.
bool isSenseless(int status)
{
    return status > 205;
}

/// A success from the partner itself: empty, plain text, or JSON with this code and no other user.
bool isPartnersYes(const HttpAnswer &answer, QByteArrayView code, UserId user)
{
    if (!isSuccess(answer) || isSenseless(answer.status) || isEncoded(answer))
        return false;
    if (textOf(answer).isEmpty() || isPlainText(answer))
        return true;
    const auto object = objectIn(answer);
    return echoes(object, code) && (!object->contains(QLatin1String("userId")) ||
                                    userIn(object->value(QLatin1String("userId"))) == user);
}

/// With any body: many frameworks send a 404 as a page, and the contract only requires the number.
bool isPartnersNo(const HttpAnswer &answer)
{
    return answer.kind == Kind::Complete && answer.status == 404;
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
    if (isPartnersYes(answer, code, user))
        return {SendOutcome::Accepted, Sign::Alive};
    if (answer.status == 409)
        return {SendOutcome::AlreadyRegistered, Sign::Alive};
    if (answer.status >= 400 && answer.status < 500)
        return {SendOutcome::Refused, Sign::Alive};
    return {SendOutcome::Unknown, Sign::Failing};
}

Holding meaningOfAsk(const HttpAnswer &answer, QByteArrayView code)
{
    if (isPartnersNo(answer))
        return {Holding::Kind::NeverHeard, 0};
    if (answer.kind != Kind::Complete || answer.status != 200 || isEncoded(answer))
        return {};
    const auto object = objectIn(answer);
    if (!echoes(object, code))
        return {};
    const auto holder = userIn(object->value(QLatin1String("userId")));
    return holder ? Holding{Holding::Kind::Held, *holder} : Holding{};
}

bool meaningOfWithdraw(const HttpAnswer &answer, QByteArrayView code)
{
    if (isPartnersNo(answer))
        return true;
    if (!isSuccess(answer) || isSenseless(answer.status) || isEncoded(answer))
        return false;
    if (textOf(answer).isEmpty() || isPlainText(answer))
        return true;
    const auto object = objectIn(answer);
    return object && (!object->contains(QLatin1String("code")) || echoes(object, code));
}

} // namespace seonchak

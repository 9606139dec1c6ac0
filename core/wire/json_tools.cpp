// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/json_tools.h"

#include "core/coupon/utc_text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace seonchak::json {

// Most texts need no escaping, and QJsonDocument is expensive for a plain text.
void appendText(QByteArray &out, QByteArrayView text)
{
    const bool plain =
        std::ranges::all_of(text, [](char c) { return uchar(c) >= 0x20 && c != '"' && c != '\\'; });
    if (plain) {
        out.append('"').append(text).append('"');
        return;
    }
    const QByteArray array =
        QJsonDocument(QJsonArray{QString::fromUtf8(text)}).toJson(QJsonDocument::Compact);
    out.append(QByteArrayView(array).sliced(1, array.size() - 2));
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonValue timeValue(WallMs ms)
{
    return ms > 0 ? QJsonValue(QString::fromLatin1(utcText(ms))) : QJsonValue();
}

QJsonValue timeValue(const std::optional<WallMs> &ms)
{
    return timeValue(ms.value_or(0));
}

QJsonValue numberValue(const std::optional<qint64> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonValue idText(const std::optional<qint64> &id)
{
    return id ? QJsonValue(QString::number(*id)) : QJsonValue();
}

Result<QJsonObject> objectOf(const QByteArray &text)
{
    const auto document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        return failure(Trouble::Internal, QStringLiteral("the answer is no JSON object"));
    return document.object();
}

QString textAt(const QJsonObject &object, QLatin1String key)
{
    return object.value(key).toString();
}

QByteArray bytesAt(const QJsonObject &object, QLatin1String key)
{
    return object.value(key).toString().toUtf8();
}

qint64 numberAt(const QJsonObject &object, QLatin1String key, qint64 missing)
{
    return object.value(key).toInteger(missing);
}

std::optional<qint64> maybeNumberAt(const QJsonObject &object, QLatin1String key)
{
    const QJsonValue value = object.value(key);
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

WallMs timeAt(const QJsonObject &object, QLatin1String key)
{
    return maybeTimeAt(object, key).value_or(0);
}

std::optional<WallMs> maybeTimeAt(const QJsonObject &object, QLatin1String key)
{
    const QJsonValue value = object.value(key);
    return value.isString() ? timeOf(value.toString()) : std::nullopt;
}

} // namespace seonchak::json

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/json.h"

#include "core/coupon/code_generator.h"
#include "core/coupon/code_text.h"
#include "server/api/json_document.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace seonchak::json {

namespace {

std::unexpected<Error> bad(const QString &detail)
{
    return failure(Trouble::BadInput, detail);
}

Result<QByteArray> codeOf(const QJsonValue &value)
{
    if (!value.isObject())
        return bad(QStringLiteral("a coupon must be an object with a code"));
    const QJsonObject object = value.toObject();
    for (auto field = object.begin(); field != object.end(); ++field) {
        if (field.key() != QLatin1String("code"))
            return bad(QStringLiteral("unknown field \"%1\"").arg(field.key().left(64)));
    }
    const QJsonValue code = object.value(QLatin1String("code"));
    if (!code.isString())
        return bad(QStringLiteral("code must be a text"));
    QByteArray text = normalisedCode(code.toString());
    if (!isValidCode(text))
        return bad(QStringLiteral(
            "a code has 1 to 64 bytes of text, no white space, no control and no invisible characters"));
    return text;
}

Result<qint64> integerOf(const QJsonValue &value, const char *name, qint64 least, qint64 most)
{
    const qint64 number = value.isDouble() ? value.toInteger(least - 1) : least - 1;
    if (number < least || number > most)
        return bad(QStringLiteral("%1 must be an integer from %2 to %3")
                       .arg(QLatin1String(name))
                       .arg(least)
                       .arg(most));
    return number;
}

Result<QByteArray> prefixOf(const QJsonValue &value)
{
    QByteArray prefix = normalisedCode(value.toString());
    if (!value.isString() || prefixFlaw(prefix) != CodeFlaw::None)
        return bad(
            QStringLiteral("prefix must be a text of at most 32 bytes, with no white space, no control and "
                           "no invisible characters"));
    return prefix;
}

Result<void> readField(GenerateOrder &order, const QString &key, const QJsonValue &value)
{
    if (key == QLatin1String("prefix")) {
        auto prefix = prefixOf(value);
        if (prefix)
            order.prefix = *prefix;
        return prefix ? Result<void>{} : std::unexpected(prefix.error());
    }
    const bool isCount = key == QLatin1String("count");
    if (!isCount && key != QLatin1String("length"))
        return bad(QStringLiteral("unknown field \"%1\"").arg(key.left(64)));
    const auto number = isCount
                            ? integerOf(value, "count", 1, GenerateOrder::most)
                            : integerOf(value, "length", CodeGenerator::minLength, CodeGenerator::maxLength);
    if (!number)
        return std::unexpected(number.error());
    if (isCount)
        order.count = *number;
    else
        order.length = int(*number);
    return {};
}

} // namespace

Result<QList<QByteArray>> readCodes(const QByteArray &body, bool &notJson)
{
    const auto document = parse(body, notJson);
    if (!document)
        return std::unexpected(document.error());
    const QJsonArray items = document->isArray() ? document->array() : QJsonArray{document->object()};
    if (items.isEmpty())
        return bad(QStringLiteral("the list is empty"));
    QList<QByteArray> codes;
    codes.reserve(items.size());
    for (const auto &item : items) {
        auto code = codeOf(item);
        if (!code)
            return std::unexpected(code.error());
        codes.append(std::move(*code));
    }
    return codes;
}

Result<QByteArray> readCode(const QByteArray &body, bool &notJson)
{
    const auto document = parse(body, notJson);
    if (!document)
        return std::unexpected(document.error());
    return codeOf(document->isObject() ? QJsonValue(document->object()) : QJsonValue());
}

Result<GenerateOrder> readGenerateOrder(const QByteArray &body, bool &notJson)
{
    GenerateOrder order;
    notJson = false;
    if (body.isEmpty())
        return order;
    const auto document = parse(body, notJson);
    if (!document)
        return std::unexpected(document.error());
    if (!document->isObject())
        return bad(QStringLiteral("the body must be an object"));
    const QJsonObject object = document->object();
    for (auto field = object.begin(); field != object.end(); ++field) {
        const auto read = readField(order, field.key(), field.value());
        if (!read)
            return std::unexpected(read.error());
    }
    if (!CodeGenerator::hasRoomFor(order.length, order.count))
        return bad(QStringLiteral("codes of length %1 are too few for %2 coupons")
                       .arg(order.length)
                       .arg(order.count));
    return order;
}

Result<ForeignChoice> readForeignChoice(const QByteArray &body, bool &notJson)
{
    const auto document = parse(body, notJson);
    if (!document)
        return std::unexpected(document.error());
    const QJsonObject object = document->object();
    const auto choice = foreignChoiceFromName(object.value(QLatin1String("choice")).toString());
    if (!document->isObject() || object.size() != 1 || !choice || *choice == ForeignChoice::Refuse)
        return bad(QStringLiteral("the body must be {\"choice\":\"adopt\"} or {\"choice\":\"discard\"}"));
    return *choice;
}

} // namespace seonchak::json

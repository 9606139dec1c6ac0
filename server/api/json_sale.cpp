// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/json_sale.h"

#include "core/coupon/utc_text.h"
#include "server/api/json_document.h"

namespace seonchak::json {

namespace {

Result<WallMs> timeIn(const QString &field, const QJsonValue &value)
{
    if (value.isNull())
        return 0;
    if (value == QJsonValue(QStringLiteral("now")))
        return SaleTimesChange::atOnce;
    const auto time = timeOf(value.toString());
    if (!value.isString() || !time || *time <= 0)
        return failure(Trouble::BadInput, QStringLiteral("%1 must be null or a time with a zone, such as "
                                                         "2026-12-01T10:00:00+09:00")
                                              .arg(field));
    return *time;
}

} // namespace

Result<SaleTimesChange> readSaleTimes(const QByteArray &body, bool &notJson)
{
    const auto document = parse(body, notJson);
    if (!document)
        return std::unexpected(document.error());
    if (!document->isObject())
        return failure(Trouble::BadInput, QStringLiteral("the body must be an object"));
    SaleTimesChange change;
    const QJsonObject object = document->object();
    for (auto field = object.begin(); field != object.end(); ++field) {
        const bool opens = field.key() == QLatin1String("opensAt");
        if (!opens && field.key() != QLatin1String("closesAt"))
            return failure(Trouble::BadInput,
                           QStringLiteral("unknown field \"%1\"").arg(field.key().left(64)));
        const auto time = timeIn(field.key(), field.value());
        if (!time)
            return std::unexpected(time.error());
        (opens ? change.opensAt : change.closesAt) = *time;
    }
    return change;
}

} // namespace seonchak::json

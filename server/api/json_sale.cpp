// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/json_sale.h"

#include "core/coupon/utc_text.h"
#include "server/api/json_document.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace seonchak::json {

namespace {

struct TimesFault
{
    const char *kind; ///< in Error::names, the field's name behind it
    const char *korean;
    const char *english;
};

constexpr std::array timesFaults{
    TimesFault{"not-a-time",
               "%1은(는) null이거나 시간대가 있는 시각이어야 합니다. 예: 2026-12-01T10:00:00+09:00",
               "%1 must be null or a time with a zone, such as 2026-12-01T10:00:00+09:00"},
    TimesFault{"no-zone",
               "%1에 시간대가 없습니다. 끝에 +09:00이나 Z를 붙이세요. 예: 2026-12-01T10:00:00+09:00",
               "%1 has no zone: end it with +09:00 or Z, such as 2026-12-01T10:00:00+09:00"},
    TimesFault{"leap-second", "%1의 초는 00부터 59까지입니다. 윤초는 쓸 수 없습니다.",
               "%1: seconds go from 00 to 59, a leap second cannot be named"},
    TimesFault{
        "no-such-time",
        "%1에 적힌 날짜, 시각, 시차는 없습니다. 2월 29일은 윤년에만 있고, 연도는 9999년까지입니다.",
        "%1: there is no such day, time or offset; 29 February is in leap years only, and years end with "
        "9999"},
    TimesFault{SaleTimesChange::closesInPast, "closesAt이 이미 지난 시각입니다.", "closesAt is in the past"},
    TimesFault{SaleTimesChange::closesNotAfter, "closesAt이 opensAt보다 늦지 않습니다.",
               "closesAt is not after opensAt"},
};

std::unexpected<Error> timesFault(const char *kind, const QString &field)
{
    const auto *fault = std::ranges::find(timesFaults, std::string_view(kind), &TimesFault::kind);
    return failure(Trouble::BadInput, QString::fromUtf8(fault->english).arg(field), {kind, field.toUtf8()});
}

Result<WallMs> timeIn(const QString &field, const QJsonValue &value)
{
    if (value.isNull())
        return 0;
    if (value == QJsonValue(QStringLiteral("now")))
        return SaleTimesChange::atOnce;
    const auto time = readTime(value.toString());
    if (time)
        return *time > 0 ? Result<WallMs>(*time) : timesFault("no-such-time", field);
    switch (time.error()) {
    case TimeFault::NoZone:
        return timesFault("no-zone", field);
    case TimeFault::LeapSecond:
        return timesFault("leap-second", field);
    case TimeFault::NoSuchTime:
        return timesFault("no-such-time", field);
    case TimeFault::Form:
        break;
    }
    return timesFault("not-a-time", field);
}

} // namespace

QString saleTimesDetail(const Error &error, http::Language language)
{
    for (const TimesFault &fault : timesFaults) {
        if (language == http::Language::Korean && error.names.value(0) == fault.kind) {
            const QString words = QString::fromUtf8(fault.korean);
            const QString field = QString::fromUtf8(error.names.value(1));
            return words.contains(QLatin1String("%1")) ? words.arg(field) : words;
        }
    }
    return error.detail;
}

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

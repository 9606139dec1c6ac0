// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coupon/utc_text.h"

#include <QRegularExpression>

#include <array>
#include <chrono>
#include <cstdio>

namespace seonchak {

// Without QDateTime: Qt 6.4 and 6.8 have no way to UTC in common that is cheap, and every coupon has two
// times.
QByteArray utcText(WallMs time)
{
    using namespace std::chrono;
    const sys_time<milliseconds> at{milliseconds(time)};
    const auto day = floor<days>(at);
    const year_month_day date{day};
    const hh_mm_ss clock{at - day};
    std::array<char, 64> text{};
    const int size = std::snprintf(
        text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
        static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
        static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
    return {text.data(), size};
}

std::optional<WallMs> timeOf(const QString &text)
{
    using namespace std::chrono;
    static const QRegularExpression form(QRegularExpression::anchoredPattern(
        QStringLiteral("(\\d{4})-(\\d\\d)-(\\d\\d)[Tt ](\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,9}))?"
                       "(?:[Zz]|([+-])(\\d\\d):(\\d\\d))")));
    const auto match = form.match(text);
    const auto number = [&match](int group) { return match.captured(group).toInt(); };
    const year_month_day date{year(number(1)), month(unsigned(number(2))), day(unsigned(number(3)))};
    constexpr int zoneHours = 9, zoneMinutes = 10;
    if (!match.hasMatch() || !date.ok() || number(4) > 23 || number(5) > 59 || number(6) > 59 ||
        number(zoneHours) > 23 || number(zoneMinutes) > 59)
        return std::nullopt;
    const auto clock = hours(number(4)) + minutes(number(5)) + seconds(number(6)) +
                       milliseconds(match.captured(7).leftJustified(3, QLatin1Char('0'), true).toInt());
    const minutes zone = hours(number(zoneHours)) + minutes(number(zoneMinutes));
    const bool behind = match.captured(8) == QLatin1String("-");
    const sys_time<milliseconds> local{sys_days(date) + clock};
    return (behind ? local + zone : local - zone).time_since_epoch().count();
}

} // namespace seonchak

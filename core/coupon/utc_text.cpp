// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coupon/utc_text.h"

#include <QRegularExpression>

#include <chrono>

namespace seonchak {

namespace {

/// Writes `value` with `digits` digits at `to`, and advances it.
void putNumber(char *&to, int value, int digits)
{
    for (int place = digits - 1; place >= 0; --place) {
        to[place] = char('0' + value % 10);
        value /= 10;
    }
    to += digits;
}

} // namespace

// Without QDateTime: Qt 6.4 and 6.8 have no common cheap way to UTC, and every coupon has two times. Without
// snprintf: a dossier has millions of them.
std::array<char, 24> utcLetters(WallMs time)
{
    using namespace std::chrono;
    const sys_time<milliseconds> at{milliseconds(time)};
    const auto day = floor<days>(at);
    const year_month_day date{day};
    const int ofDay = int((at - day).count());
    std::array<char, 24> text{'0', '0', '0', '0', '-', '0', '0', '-', '0', '0', 'T', '0',
                              '0', ':', '0', '0', ':', '0', '0', '.', '0', '0', '0', 'Z'};
    char *to = text.data();
    const auto put = [&to](int value, int digits) {
        putNumber(to, value, digits);
        ++to; // the character between the numbers
    };
    put(static_cast<int>(date.year()), 4);
    put(int(static_cast<unsigned>(date.month())), 2);
    put(int(static_cast<unsigned>(date.day())), 2);
    put(ofDay / 3'600'000, 2);
    put(ofDay / 60'000 % 60, 2);
    put(ofDay / 1000 % 60, 2);
    put(ofDay % 1000, 3);
    return text;
}

QByteArray utcText(WallMs time)
{
    const auto text = utcLetters(time);
    return {text.data(), qsizetype(text.size())};
}

std::expected<WallMs, TimeFault> readTime(const QString &text)
{
    using namespace std::chrono;
    static const QRegularExpression form(QRegularExpression::anchoredPattern(
        QStringLiteral("(\\d{4})-(\\d\\d)-(\\d\\d)[Tt ](\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,9}))?"
                       "([Zz]|([+-])(\\d\\d):(\\d\\d))?")));
    constexpr int second = 6, fraction = 7, zone = 8, sign = 9, zoneHours = 10, zoneMinutes = 11;
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::unexpected(TimeFault::Form);
    if (match.captured(zone).isEmpty())
        return std::unexpected(TimeFault::NoZone);
    const auto number = [&match](int group) { return match.captured(group).toInt(); };
    const year_month_day date{year(number(1)), month(unsigned(number(2))), day(unsigned(number(3)))};
    constexpr int leap = 60;
    if (number(second) == leap)
        return std::unexpected(TimeFault::LeapSecond);
    if (!date.ok() || number(4) > 23 || number(5) > 59 || number(second) > 59 || number(zoneHours) > 23 ||
        number(zoneMinutes) > 59)
        return std::unexpected(TimeFault::NoSuchTime);
    const auto clock =
        hours(number(4)) + minutes(number(5)) + seconds(number(second)) +
        milliseconds(match.captured(fraction).leftJustified(3, QLatin1Char('0'), true).toInt());
    const minutes offset = hours(number(zoneHours)) + minutes(number(zoneMinutes));
    const bool behind = match.captured(sign) == QLatin1String("-");
    const sys_time<milliseconds> local{sys_days(date) + clock};
    const sys_time<milliseconds> at = behind ? local + offset : local - offset;
    // In UTC it may be of the year before 0 or after 9999, which has no name of this form.
    if (at < sys_days(year(0) / January / 1) || at >= sys_days(year(9999) / December / 31) + days(1))
        return std::unexpected(TimeFault::NoSuchTime);
    return at.time_since_epoch().count();
}

std::optional<WallMs> timeOf(const QString &text)
{
    const auto time = readTime(text);
    return time ? std::optional(*time) : std::nullopt;
}

} // namespace seonchak

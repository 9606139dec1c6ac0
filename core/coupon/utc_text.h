// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <expected>
#include <optional>

namespace seonchak {

/// A time in RFC 3339 format, in UTC with milliseconds: 2026-03-01T01:00:00.000Z. For the years 0 to 9999.
[[nodiscard]] QByteArray utcText(WallMs time);
/// The same without an allocation, for writing millions.
[[nodiscard]] std::array<char, 24> utcLetters(WallMs time);
/// Why a text names no time.
enum class TimeFault {
    Form,       ///< it is no time of RFC 3339, or not a whole one
    NoZone,     ///< it would be one if it said its zone
    LeapSecond, ///< second 60: clocks that count milliseconds have none
    NoSuchTime, ///< 29 February of another year, hour 24, an offset of 25 hours, a year after 9999
};
/// What such a text names, or why it names nothing. What is shorter than a millisecond is cut off.
[[nodiscard]] std::expected<WallMs, TimeFault> readTime(const QString &text);
/// What such a text names, with any zone; nothing where it is none, has no zone, or names a day or time there
/// is not. What is shorter than a millisecond is cut off.
[[nodiscard]] std::optional<WallMs> timeOf(const QString &text);

} // namespace seonchak

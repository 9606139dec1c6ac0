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
/// Why a text is not a valid time.
enum class TimeFault {
    Form,       ///< not in RFC 3339 format, or incomplete
    NoZone,     ///< valid except that the time zone is missing
    LeapSecond, ///< second 60, which a millisecond clock cannot represent
    NoSuchTime, ///< 29 February of another year, hour 24, an offset of 25 hours, a year after 9999
};
/// Parses a time in RFC 3339 format with any zone; digits beyond milliseconds are dropped.
[[nodiscard]] std::expected<WallMs, TimeFault> readTime(const QString &text);
/// The same without the reason: nullopt for any text that readTime() rejects.
[[nodiscard]] std::optional<WallMs> timeOf(const QString &text);

} // namespace seonchak

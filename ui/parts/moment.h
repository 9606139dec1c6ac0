// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QString>

#include <optional>

/// Times as the window shows them, in this computer's time zone. Texts for customers and files have their own
/// formats.
namespace seonchak::moment {

/// "09:01:12"
[[nodiscard]] QString second(WallMs at);
/// "09:01:12.345"
[[nodiscard]] QString millisecond(WallMs at);
/// "11-28 09:01:12"
[[nodiscard]] QString day(WallMs at);
/// "2026-11-28 09:01:12"
[[nodiscard]] QString full(WallMs at);
/// "2026-11-28 09:01:12.345"
[[nodiscard]] QString exact(WallMs at);
/// Like second() on the same day as `now`, else like full().
[[nodiscard]] QString recent(WallMs at, WallMs now);
/// "09:01", or on another day than `now` "11-28 09:01".
[[nodiscard]] QString minute(WallMs at, WallMs now);
/// Parses a typed time: "2026-11-28 09:01", with or without seconds; a time alone is on the day of `now`; RFC
/// 3339 with its own zone. Nullopt if it is not a time, or is skipped by a clock change.
[[nodiscard]] std::optional<WallMs> typed(const QString &text, WallMs now);

} // namespace seonchak::moment

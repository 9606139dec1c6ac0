// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QString>

#include <optional>

/// The window's times, in the time zone of this computer. What is written for customers or into files has
/// forms of its own.
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
/// As second() where it is of the same day as `now`, else as full().
[[nodiscard]] QString recent(WallMs at, WallMs now);
/// "09:01", and where it is of another day than `now` "11-28 09:01".
[[nodiscard]] QString minute(WallMs at, WallMs now);
/// What a person typed: "2026-11-28 09:01", with seconds or without; the time alone is of the day of `now`;
/// RFC 3339 with its own zone. Nothing where it is no time, or one that the change of the clocks leaves out.
[[nodiscard]] std::optional<WallMs> typed(const QString &text, WallMs now);

} // namespace seonchak::moment

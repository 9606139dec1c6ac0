// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QByteArray>

namespace seonchak {

/// A time as RFC 3339 has it, in UTC with milliseconds: 2026-03-01T01:00:00.000Z. For the years 0 to 9999.
[[nodiscard]] QByteArray utcText(WallMs time);

} // namespace seonchak

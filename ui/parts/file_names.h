// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QString>

namespace seonchak {

/// A name to propose for a CSV file: "coupons-autumn-sale-20261128-1530-times-utc.csv". `what` comes first,
/// then the sale where it has a name, then the minute on the clock of this desk. What no file system takes in
/// a name becomes a hyphen.
QString proposedName(const QString &what, const QString &sale, WallMs at, const QString &tail = {});

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QString>

namespace seonchak {

/// A suggested name for a CSV file: "coupons-autumn-sale-20261128-1530-times-utc.csv". `what` comes first,
/// then the sale if it has a name, then the minute in this computer's time. Characters that are invalid in
/// file names become hyphens.
QString proposedName(const QString &what, const QString &sale, WallMs at, const QString &tail = {});

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/ground/sale_times.h"
#include "core/watch/sale_view.h"

#include <QJsonObject>

namespace seonchak::json {

/// The object of GET /api/v1/sale, and of `sale` in /api/v1/status.
QJsonObject sale(const SaleView &view);
SaleView readSale(const QJsonObject &object);
/// An RFC 3339 text; null if the time is not set.
QJsonValue timeOrNull(WallMs at);
/// A change of the times, in the format of PUT /api/v1/sale.
QByteArray saleTimes(const SaleTimesChange &change);

} // namespace seonchak::json

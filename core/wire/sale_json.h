// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/ground/sale_times.h"
#include "core/watch/sale_view.h"

#include <QJsonObject>

namespace seonchak::json {

/// As GET /api/v1/sale and `sale` of /api/v1/status have it.
QJsonObject sale(const SaleView &view);
SaleView readSale(const QJsonObject &object);
/// An RFC 3339 text; null where there is no such time.
QJsonValue timeOrNull(WallMs at);
/// What a person changes of the times, as PUT /api/v1/sale takes it.
QByteArray saleTimes(const SaleTimesChange &change);

} // namespace seonchak::json

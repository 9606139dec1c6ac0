// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/sale_times.h"
#include "core/watch/sale_view.h"

#include <QJsonObject>

namespace seonchak::http::json {

/// As GET /api/v1/sale and `sale` of /api/v1/status have it.
QJsonObject sale(const SaleView &view);
/// An RFC 3339 text; null where there is no such time.
QJsonValue timeOrNull(WallMs at);
/// {"opensAt":…,"closesAt":…}: either may be left out, null takes the time away.
Result<SaleTimesChange> readSaleTimes(const QByteArray &body, bool &notJson);

} // namespace seonchak::http::json

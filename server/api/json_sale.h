// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/sale_json.h"

namespace seonchak::json {

/// {"opensAt":…,"closesAt":…}: either may be left out, null takes the time away, "now" is the moment at which
/// the change is made.
Result<SaleTimesChange> readSaleTimes(const QByteArray &body, bool &notJson);

} // namespace seonchak::json

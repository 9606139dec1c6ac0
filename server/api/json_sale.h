// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/sale_json.h"
#include "server/api/problem.h"

namespace seonchak::json {

/// {"opensAt":…,"closesAt":…}: each is optional, null removes the time, "now" is the moment of the change.
Result<SaleTimesChange> readSaleTimes(const QByteArray &body, bool &notJson);

/// What was wrong with them, or with the change that they came to, for people.
QString saleTimesDetail(const Error &error, http::Language language);

} // namespace seonchak::json

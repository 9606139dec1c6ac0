// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/doctor/check.h"

#include <QByteArray>

#include <vector>

/// The JSON of what the doctor finds before an opening.
namespace seonchak::json {

QByteArray preflight(const std::vector<doctor::Check> &checks);
/// Internal where there is no list of checks: nothing that was not read passes for examined.
Result<std::vector<doctor::Check>> readPreflight(const QByteArray &text);

} // namespace seonchak::json

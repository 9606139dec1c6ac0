// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/doctor/check.h"

#include <QByteArray>

#include <vector>

/// The JSON of the doctor's findings before an opening.
namespace seonchak::json {

QByteArray preflight(const std::vector<doctor::Check> &checks);
/// Internal if there is no list of checks: an unreadable answer must not pass as an examination.
Result<std::vector<doctor::Check>> readPreflight(const QByteArray &text);

} // namespace seonchak::json

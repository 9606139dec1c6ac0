// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/lab/plan/setting.h"

namespace seonchak::lab {

/// BadInput, naming the option, for a setting that cannot be run; nothing has been started or written then.
Result<void> check(const Setting &setting);

} // namespace seonchak::lab

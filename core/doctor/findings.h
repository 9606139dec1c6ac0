// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/check.h"

#include <span>

namespace seonchak::doctor {

/// One possible result of a check: its severity and its text in both languages. The id "*" stands for any
/// check.
struct Finding
{
    const char *id;
    const char *name;
    Status status;
    const char *found[2]; ///< indexed by Tongue
    const char *cure[2];
};

std::span<const Finding> redisFindings();
std::span<const Finding> databaseFindings();
std::span<const Finding> machineFindings();

} // namespace seonchak::doctor

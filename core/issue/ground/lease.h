// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/partner/partner_options.h"

#include <chrono>

namespace seonchak {

/// For how long a reservation belongs to whoever works on it: the longest call to the partner, and the time
/// to record its outcome. The settler waits as long between two questions about the same doubt.
inline std::chrono::milliseconds leaseOf(const PartnerOptions &partner)
{
    return std::chrono::milliseconds(partner.timeoutMs + 5000);
}

} // namespace seonchak

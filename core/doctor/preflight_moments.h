// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

namespace seonchak::doctor {

/// When to examine the surroundings before an opening: ten minutes and one minute before it, once each. If
/// the opening moves, both are due again; if the clock jumps past both moments, only one is.
class PreflightMoments
{
public:
    /// If an examination is due now, how many minutes before the opening; else 0. `opensAt` 0: none.
    int due(WallMs opensAt, WallMs now);
    /// The opening last passed to due().
    [[nodiscard]] WallMs opensAt() const { return m_opensAt; }

private:
    WallMs m_opensAt = 0;
    int m_before = 0; ///< minutes: the last examination that was due for it; 0: none
};

} // namespace seonchak::doctor

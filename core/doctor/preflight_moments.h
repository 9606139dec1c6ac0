// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

namespace seonchak::doctor {

/// When the surroundings are looked at before an opening: ten minutes and one minute before it, once each. An
/// opening that moves is looked at again; a clock that jumps past both moments needs one look.
class PreflightMoments
{
public:
    /// How many minutes before the opening it is, where a look is due now; else 0. `opensAt` 0: none.
    int due(WallMs opensAt, WallMs now);
    /// The opening that was last asked about.
    [[nodiscard]] WallMs opensAt() const { return m_opensAt; }

private:
    WallMs m_opensAt = 0;
    int m_before = 0; ///< minutes: the last look that was due before it; 0: none
};

} // namespace seonchak::doctor

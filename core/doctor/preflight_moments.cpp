// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/preflight_moments.h"

namespace seonchak::doctor {

namespace {

constexpr WallMs msOfMinute = 60'000;
constexpr int lateMinutes = 1;
constexpr int earlyMinutes = 10;

} // namespace

int PreflightMoments::due(WallMs opensAt, WallMs now)
{
    if (opensAt != m_opensAt) {
        m_opensAt = opensAt;
        m_before = 0;
    }
    const WallMs left = opensAt - now;
    if (left <= 0)
        return 0;
    for (const int minutes : {lateMinutes, earlyMinutes}) {
        if (left <= minutes * msOfMinute && (m_before == 0 || m_before > minutes)) {
            m_before = minutes;
            return minutes;
        }
    }
    return 0;
}

} // namespace seonchak::doctor

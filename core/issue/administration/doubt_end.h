// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/repair/doubt_desk.h"

namespace seonchak {

/// The state of a doubt after an attempt to settle it.
struct DoubtEnd
{
    enum class Kind {
        Issued,       ///< the user has `coupon`
        Restored,     ///< `coupon` is back in the stock
        SetAside,     ///< book and partner contradict each other: kept for a person to examine
        StillUnknown, ///< the partner gave no answer, or one that cannot be trusted yet; nothing changed
    } kind = Kind::StillUnknown;
    Coupon coupon;
    QString answer; ///< the partner's answer, in English

    static DoubtEnd of(const DoubtDesk::Ended &ended);
    /// For the audit trail.
    static QString words(const DoubtDesk::Ended &ended);
};

} // namespace seonchak

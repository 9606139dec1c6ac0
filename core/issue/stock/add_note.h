// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QByteArray>

#include <vector>

namespace seonchak {

/// What the book keeps with an act that adds coupons, so that a repeat answers as the first request did.
struct AddNote
{
    WallMs at = 0;             ///< when they were added
    std::vector<CouponId> ids; ///< in the order of the request

    [[nodiscard]] QByteArray toBytes() const;
    /// Empty where these are no such bytes.
    static AddNote parse(const QByteArray &bytes);
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QByteArray>

#include <vector>

namespace seonchak {

/// What the book stores with an act that adds coupons, so that a repeat gets the first request's answer.
struct AddNote
{
    WallMs at = 0;             ///< when they were added
    std::vector<CouponId> ids; ///< in the order of the request

    [[nodiscard]] QByteArray toBytes() const;
    /// Empty if the bytes are malformed.
    static AddNote parse(const QByteArray &bytes);
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace seonchak::book {

/// coupon.status in the schema. Whether a coupon is issued or in doubt is determined by rows in those tables,
/// and PUSHING is known to nobody outside the book: hence this is not CouponStatus.
enum class RowStatus { Staged = 0, Pushing = 1, Available = 2, Issued = 4, Voided = 5 };

} // namespace seonchak::book

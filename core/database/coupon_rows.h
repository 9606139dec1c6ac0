// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/database/rows.h"

#include <optional>

namespace seonchak::book {

/// coupon.status as the schema has it. Whether a coupon is issued or in doubt is said by its rows in those
/// tables.
enum class RowStatus { Staged = 0, Pushing = 1, Available = 2, Issued = 4, Voided = 5 };

/// Reads coupons with what the issue and doubt tables say about them; `ids` is a SELECT of coupon ids.
Result<QList<Coupon>> couponsOf(Session &session, const QString &ids, const QVariantList &values);
/// The first of couponsOf, if there is one.
Result<std::optional<Coupon>> couponOf(Session &session, const QString &ids, const QVariantList &values);

} // namespace seonchak::book

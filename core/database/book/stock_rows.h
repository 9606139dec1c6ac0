// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"
#include "core/database/book/coupon_book.h"

#include <QList>

namespace seonchak {

class Session;

/// Reads and changes that select coupons by code instead of "all that are STAGED".
namespace book {

/// STAGED → PUSHING for these codes; coupons in another state are left alone. Returns how many were claimed.
Result<qint64> claimCodesForPush(Session &session, qint64 batch, const QList<QByteArray> &codes, WallMs now);

/// Inserts coupons that are in a push from the start: one write less per row than addFresh and a claim. Skips
/// codes that exist; the inserted codes are sliceOf(batch).
Result<qint64> addForPush(Session &session, qint64 batch, const QList<QByteArray> &codes, WallMs now);

/// STAGED → AVAILABLE for these codes without Redis (the db-* strategies).
Result<qint64> markCodesAvailable(Session &session, const QList<QByteArray> &codes, WallMs now);

/// A coupon created and issued at once (the documents' step 1). Conflict if the user has one already.
Result<Coupon> addIssued(Session &session, const QByteArray &code, UserId user, WallMs now);

/// Which of these codes match `filter` (ignoring its status), in id order.
Result<QList<Coupon>> listAmong(Session &session, const QList<QByteArray> &codes, const Filter &filter);

/// Sets the row of each issued coupon to status ISSUED, which the db-* strategies need.
Result<void> markIssuedRows(Session &session);

} // namespace book

} // namespace seonchak

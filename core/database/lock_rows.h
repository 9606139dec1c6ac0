// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

namespace seonchak {

class Session;

/// The two database locks the documents name, as functions over a Session: each makes its own transaction(s).
namespace book {

struct Locked
{
    enum class Kind { Issued, Already, SoldOut, GaveUp } kind = Kind::SoldOut;
    Coupon coupon;
    int retries = 0; ///< of the optimistic lock
};

/// Pessimistic: locks the first AVAILABLE row (SELECT … FOR UPDATE; SQLite: BEGIN IMMEDIATE), then issues it.
Result<Locked> issueUnderRowLock(Session &session, UserId user, WallMs now);

/// Optimistic: reads the first AVAILABLE row, and issues it if its version is still the same at the update;
/// else tries again, up to `mostTries`.
Result<Locked> issueByVersion(Session &session, UserId user, int mostTries, WallMs now);

} // namespace book

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QStringList>

#include <functional>

namespace seonchak {

class Session;

/// The two database locks that the documents name, as functions over a Session: each makes its own
/// transaction(s).
namespace book {

struct Locked
{
    enum class Kind { Issued, Already, SoldOut, GaveUp } kind = Kind::SoldOut;
    Coupon coupon;
    int retries = 0;       ///< with the optimistic lock
    qint64 lockWaitNs = 0; ///< with the pessimistic lock: the time until the lock was acquired
};

/// Called at both edges of each step, on the session's thread, which it may block. May be empty.
using LockEdge = std::function<void(const char *step, bool after)>;

/// Pessimistic: locks the first AVAILABLE row (SELECT … FOR UPDATE; SQLite: BEGIN IMMEDIATE), then issues it.
/// Its steps: lock-row, mark-issued, commit. `hooks` are the webhook receivers to notify of the issue.
Result<Locked> issueUnderRowLock(Session &session, UserId user, WallMs now, const LockEdge &edge = {},
                                 const QStringList &hooks = {});

/// Optimistic: reads the first AVAILABLE row, and issues it if its version is unchanged at the update; else
/// retries, up to `mostTries`. Its steps: read-row, mark-issued, commit, repeated at each try.
Result<Locked> issueByVersion(Session &session, UserId user, int mostTries, WallMs now,
                              const LockEdge &edge = {}, const QStringList &hooks = {});

} // namespace book

} // namespace seonchak

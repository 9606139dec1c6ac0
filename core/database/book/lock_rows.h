// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QStringList>

#include <functional>

namespace seonchak {

class Session;

/// The two database locks the documents name, as functions over a Session: each makes its own transaction(s).
namespace book {

struct Locked
{
    enum class Kind { Issued, Already, SoldOut, GaveUp } kind = Kind::SoldOut;
    Coupon coupon;
    int retries = 0;       ///< of the optimistic lock
    qint64 lockWaitNs = 0; ///< of the pessimistic one: from asking for the lock until it was had
};

/// Called at both edges of each step, on the session's thread, which it may hold up. Empty: not called.
using LockEdge = std::function<void(const char *step, bool after)>;

/// Pessimistic: locks the first AVAILABLE row (SELECT … FOR UPDATE; SQLite: BEGIN IMMEDIATE), then issues it.
/// Its steps: lock-row, mark-issued, commit. `hooks` are the receivers of webhooks that are told of the
/// issue.
Result<Locked> issueUnderRowLock(Session &session, UserId user, WallMs now, const LockEdge &edge = {},
                                 const QStringList &hooks = {});

/// Optimistic: reads the first AVAILABLE row, and issues it if its version is still the same at the update;
/// else tries again, up to `mostTries`.
/// Its steps: read-row, mark-issued, commit, again at each try.
Result<Locked> issueByVersion(Session &session, UserId user, int mostTries, WallMs now,
                              const LockEdge &edge = {}, const QStringList &hooks = {});

} // namespace book

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <qcoro/qcorotask.h>

namespace seonchak {

/// How one request for a coupon ended.
struct IssueOutcome
{
    enum class Kind {
        Valid,       ///< `coupon` is the user's, new
        Already,     ///< `coupon` was the user's before
        SoldOut,     ///< nothing left
        StoreFailed, ///< the store refused; the coupon went back (or was lost, where the strategy loses it)
        InDoubt,     ///< the store's answer is unknown; ask again later
        InProgress,  ///< another request of the same user is under way
        Conflict,    ///< the optimistic lock gave up
        Unavailable, ///< Redis, the database or the store is away, or a bound was reached; nothing was taken
    } kind = Kind::Unavailable;
    Coupon coupon;
    QString why; ///< for logs

    static IssueOutcome of(Kind kind, QString why = {}) { return {kind, {}, std::move(why)}; }
};

/// One strategy on one thread. issue() may be under way many times at once; it never throws and always ends.
class Issuer
{
public:
    virtual ~Issuer() = default;
    virtual QCoro::Task<IssueOutcome> issue(UserId user) = 0;
};

} // namespace seonchak

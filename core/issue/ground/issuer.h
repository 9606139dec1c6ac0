// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "core/coupon/coupon.h"

namespace seonchak {

/// How one request for a coupon ended.
struct IssueOutcome
{
    enum class Kind {
        Valid,       ///< `coupon` is the user's, new
        Already,     ///< `coupon` was the user's before
        SoldOut,     ///< nothing left
        NotOpen,     ///< the sale has not opened, or coupons exist and none was ever in the stock
        Closed,      ///< the sale is over
        StoreFailed, ///< the store refused; the coupon went back (or was lost, where the strategy loses it)
        InDoubt,     ///< the store's answer is unknown; ask again later
        InProgress,  ///< another request of the same user is under way
        Conflict,    ///< the optimistic lock gave up
        Unavailable, ///< Redis, the database or the store is away, or a bound was reached; nothing was taken
        Paused,      ///< a person has paused the sale; nothing was taken
    } kind = Kind::Unavailable;
    Coupon coupon;         ///< with StoreFailed, and with the InDoubt that began the doubt: its code alone
    QString why;           ///< for logs
    WallMs reservedAt = 0; ///< with StoreFailed and InDoubt: when `coupon` was reserved; 0: not known
    bool restored = false; ///< with StoreFailed: `coupon` is back in the stock by now

    static IssueOutcome of(Kind kind, QString why = {}) { return {kind, {}, std::move(why), 0, false}; }
    static IssueOutcome with(Kind kind, Coupon coupon)
    {
        IssueOutcome outcome = of(kind);
        outcome.coupon = std::move(coupon);
        return outcome;
    }
    /// About a code that did not become the user's.
    static IssueOutcome about(Kind kind, QByteArray code, QString why = {})
    {
        IssueOutcome outcome = of(kind, std::move(why));
        outcome.coupon.code = std::move(code);
        return outcome;
    }
};

/// One strategy on one thread. issue() may be under way many times at once; it never throws and always ends.
class Issuer
{
public:
    virtual ~Issuer() = default;
    virtual Task<IssueOutcome> issue(UserId user) = 0;
};

} // namespace seonchak

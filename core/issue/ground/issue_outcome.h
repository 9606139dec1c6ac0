// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QString>

#include <utility>

namespace seonchak {

/// How one request for a coupon ended. What each kind means has one row in core/issue/ground/outcome_row.h.
struct IssueOutcome
{
    enum class Kind {
        Valid,         ///< `coupon` was newly issued to the user
        Already,       ///< the user had `coupon` before
        SoldOut,       ///< the stock is empty
        NotOpen,       ///< the sale has not opened, or coupons exist but the stock was never filled
        Closed,        ///< the sale is over
        PartnerFailed, ///< the partner refused; the coupon went back (or was lost, if the strategy loses it)
        InDoubt,       ///< the partner's answer is unknown; ask again later
        InProgress,    ///< another request of the same user is pending
        Conflict,      ///< the optimistic lock ran out of retries
        Unavailable,   ///< Redis, the database or the partner is unavailable, or a limit was reached; nothing
                       ///< was taken
        Paused,        ///< a person has paused the sale; nothing was taken
        Count_,        // number of kinds
    } kind = Kind::Unavailable;
    Coupon coupon;         ///< with PartnerFailed, and with the InDoubt that opened the doubt: only its code
    QString why;           ///< for logs
    WallMs reservedAt = 0; ///< with PartnerFailed and InDoubt: when `coupon` was reserved; 0: unknown
    bool restored = false; ///< with PartnerFailed: `coupon` is already back in the stock

    static IssueOutcome of(Kind kind, QString why = {}) { return {kind, {}, std::move(why), 0, false}; }
    static IssueOutcome with(Kind kind, Coupon coupon)
    {
        IssueOutcome outcome = of(kind);
        outcome.coupon = std::move(coupon);
        return outcome;
    }
    /// For a code that was not issued to the user.
    static IssueOutcome about(Kind kind, QByteArray code, QString why = {})
    {
        IssueOutcome outcome = of(kind, std::move(why));
        outcome.coupon.code = std::move(code);
        return outcome;
    }
};

} // namespace seonchak

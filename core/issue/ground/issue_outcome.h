// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/database/book/book_refusals.h"
#include "core/watch/answer_tempo.h"
#include "core/watch/counters.h"
#include "core/watch/event_log.h"

#include <optional>

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

/// What an ending means to whoever answers, counts or tells it. Each Kind has one row, see issue_outcome.cpp.
struct OutcomeRow
{
    IssueOutcome::Kind kind;
    const char *result;  ///< the word beside the coupon, where the answer is one; else null
    const char *problem; ///< else the code of the problem that answers
    Counter counter;
    AnswerTempo::Group group;
    std::optional<Refusal::Reason> refusal; ///< what is kept for "Why did I get none?"
    std::optional<Event::Kind> event;       ///< in the list of events
};
[[nodiscard]] const OutcomeRow &rowOf(IssueOutcome::Kind kind);

} // namespace seonchak

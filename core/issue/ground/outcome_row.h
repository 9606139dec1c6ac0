// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/row_per_value.h"
#include "core/database/book/book_refusals.h"
#include "core/issue/ground/issue_outcome.h"
#include "core/issue/ground/problem_text.h"
#include "core/watch/answer_tempo.h"
#include "core/watch/counter_row.h"
#include "core/watch/event_row.h"

#include <algorithm>
#include <optional>

namespace seonchak {

/// What an outcome of an issue means to all who answer, count, record or report it: either the word beside
/// the coupon or the problem that the client is told, and what it counts as. Each outcome has one row.
struct OutcomeRow
{
    IssueOutcome::Kind kind;
    const char *result;  ///< the word beside the coupon if the answer has one; else null
    ProblemText problem; ///< otherwise
    Counter counter;
    AnswerTempo::Group group;
    std::optional<Refusal::Reason> refusal; ///< recorded for "Why did I get none?"
    std::optional<Event::Kind> event;       ///< the entry in the list of events
    bool tellsOpening = false; ///< the answer says when the sale opens, and Retry-After is until then
};

inline constexpr auto outcomeRows = [] {
    using Kind = IssueOutcome::Kind;
    using Group = AnswerTempo::Group;
    using Reason = Refusal::Reason;
    return std::to_array<OutcomeRow>({
        {Kind::Valid, "VALID", {}, Counter::Valid, Group::Issued, {}, Event::Kind::Issued},
        {Kind::Already, "ALREADY", {}, Counter::Already, Group::NoClaim, {}, Event::Kind::Already},
        {Kind::SoldOut,
         nullptr,
         {404, "sold-out", "쿠폰 재고가 모두 소진되었습니다.", "All coupons have been issued."},
         Counter::SoldOut,
         Group::SoldOut,
         Reason::SoldOut,
         Event::Kind::SoldOut},
        {Kind::NotOpen,
         nullptr,
         {403, "not-open", "아직 쿠폰 발급이 시작되지 않았습니다.",
          "The issuing of coupons has not begun yet.", 5},
         Counter::TooEarly,
         Group::NoClaim,
         Reason::TooEarly,
         Event::Kind::TooEarly,
         true},
        {Kind::Closed,
         nullptr,
         {403, "closed", "쿠폰 발급이 종료되었습니다.", "The sale is over."},
         Counter::Closed,
         Group::NoClaim,
         Reason::Closed,
         Event::Kind::TooLate},
        // Refusals by the partner are noted together with the code, see WorkerStation::tell.
        {Kind::PartnerFailed,
         nullptr,
         {500, "store-failed", "쿠폰발급 후처리에 실패했습니다.",
          "The convenience store refused the coupon; it went back to the stock."},
         Counter::PartnerFailed,
         Group::Refused,
         {},
         Event::Kind::PartnerRefused},
        {Kind::InDoubt,
         nullptr,
         {202, "in-doubt", "편의점의 응답을 확인하고 있습니다. 잠시 후 다시 요청해 주세요.",
          "The store's answer is not known yet. Ask again in a moment.", 2},
         Counter::InDoubt,
         Group::InDoubt,
         {},
         Event::Kind::InDoubt},
        {Kind::InProgress,
         nullptr,
         {409, "in-progress", "같은 사용자의 요청을 처리하고 있습니다.",
          "Another request of this user is being served.", 1},
         Counter::InProgress,
         Group::NoClaim,
         {},
         {}},
        {Kind::Conflict,
         nullptr,
         {409, "conflict", "동시 요청이 많아 처리하지 못했습니다. 다시 요청해 주세요.",
          "Too many requests at once changed the same row. Try again.", 1},
         Counter::Conflict,
         Group::NoClaim,
         {},
         {}},
        {Kind::Unavailable,
         nullptr,
         {503, "unavailable", "지금은 처리할 수 없습니다. 잠시 후 다시 요청해 주세요.",
          "The service cannot do this now. Try again in a moment.", 2},
         Counter::Unavailable,
         Group::NotServed,
         Reason::OutOfOrder,
         Event::Kind::Unavailable},
        {Kind::Paused,
         nullptr,
         {503, "paused", "운영자가 쿠폰 발급을 잠시 멈췄습니다. 잠시 후 다시 요청해 주세요.",
          "The operator has paused the issuing of coupons. Try again in a moment.", 5},
         Counter::Unavailable,
         Group::NotServed,
         Reason::Paused,
         Event::Kind::WhilePaused},
    });
}();
static_assert(hasRowPerValue<&OutcomeRow::kind>(outcomeRows), "one row per outcome, in their order");
static_assert(std::ranges::all_of(outcomeRows,
                                  [](const OutcomeRow &row) { return !row.result == !!row.problem.code; }),
              "an answer is either a coupon with a word or a problem");
static_assert(std::ranges::all_of(outcomeRows,
                                  [](const OutcomeRow &row) {
                                      return rowOf(row.counter).means == CounterRow::Means::Answer;
                                  }),
              "the counter of an outcome counts answers");

[[nodiscard]] constexpr const OutcomeRow &rowOf(IssueOutcome::Kind kind)
{
    return outcomeRows[std::size_t(kind)];
}

} // namespace seonchak

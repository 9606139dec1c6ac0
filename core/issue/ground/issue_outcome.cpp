// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/ground/issue_outcome.h"

#include <algorithm>
#include <array>

namespace seonchak {

namespace {
using Kind = IssueOutcome::Kind;
using Group = AnswerTempo::Group;
using Reason = Refusal::Reason;

constexpr auto outcomes = std::to_array<OutcomeRow>({
    {Kind::Valid, "VALID", nullptr, Counter::Valid, Group::Issued, {}, Event::Kind::Issued},
    {Kind::Already, "ALREADY", nullptr, Counter::Already, Group::NoClaim, {}, Event::Kind::Already},
    {Kind::SoldOut, nullptr, "sold-out", Counter::SoldOut, Group::SoldOut, Reason::SoldOut,
     Event::Kind::SoldOut},
    {Kind::NotOpen, nullptr, "not-open", Counter::TooEarly, Group::NoClaim, Reason::TooEarly,
     Event::Kind::TooEarly},
    {Kind::Closed, nullptr, "closed", Counter::Closed, Group::NoClaim, Reason::Closed, Event::Kind::TooLate},
    // Refusals by the store are noted together with the code, see WorkerStation::tell.
    {Kind::StoreFailed,
     nullptr,
     "store-failed",
     Counter::StoreFailed,
     Group::Refused,
     {},
     Event::Kind::StoreRefused},
    {Kind::InDoubt, nullptr, "in-doubt", Counter::InDoubt, Group::InDoubt, {}, Event::Kind::InDoubt},
    {Kind::InProgress, nullptr, "in-progress", Counter::InProgress, Group::NoClaim, {}, {}},
    {Kind::Conflict, nullptr, "conflict", Counter::Conflict, Group::NoClaim, {}, {}},
    {Kind::Unavailable, nullptr, "unavailable", Counter::Unavailable, Group::NotServed, Reason::OutOfOrder,
     Event::Kind::Unavailable},
    {Kind::Paused, nullptr, "paused", Counter::Unavailable, Group::NotServed, Reason::Paused,
     Event::Kind::WhilePaused},
});
} // namespace

const OutcomeRow &rowOf(IssueOutcome::Kind kind)
{
    return *std::ranges::find(outcomes, kind, &OutcomeRow::kind);
}

} // namespace seonchak

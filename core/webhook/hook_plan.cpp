// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/webhook/hook_plan.h"

#include <array>
#include <chrono>

namespace seonchak {

namespace {
using namespace std::chrono;
constexpr std::array<milliseconds, 6> pauses{seconds(5), minutes(5), minutes(30),
                                             hours(2),   hours(5),   hours(10)};
} // namespace

std::optional<WallMs> nextHookTry(int tries, WallMs now)
{
    if (tries < 1 || std::size_t(tries) > pauses.size())
        return std::nullopt;
    return now + pauses[std::size_t(tries) - 1].count();
}

HookOutcome outcomeOf(const HookDelivery &delivery, const HookAnswer &answer, WallMs now)
{
    using State = HookDelivery::State;
    HookOutcome outcome{delivery.id, delivery.url, delivery.tries, State::Waiting,
                        now,         now,          answer.status,  answer.words};
    if (answer.isAccepted()) {
        outcome.state = State::Delivered;
    } else if (answer.isGone()) {
        outcome.state = State::SwitchedOff;
    } else if (const auto next = nextHookTry(delivery.tries + 1, now)) {
        outcome.nextAt = *next;
    } else {
        outcome.state = State::GivenUp;
    }
    return outcome;
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/hook_rows.h"
#include "core/webhook/hook_exchange.h"

namespace seonchak {

/// When the next try is due after `tries` failed ones, the last of them at `now`; nullopt after the last try.
std::optional<WallMs> nextHookTry(int tries, WallMs now);
/// What the answer to one try means for the delivery.
HookOutcome outcomeOf(const HookDelivery &delivery, const HookAnswer &answer, WallMs now);

} // namespace seonchak

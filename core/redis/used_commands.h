// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/keys.h"

#include <vector>

namespace seonchak {

/// A command that we send, or that one of our scripts runs, in a form that changes nothing whatever Redis
/// holds. Redis checks permission, memory, replicas and role before the arguments, so a refusal still shows.
struct UsedCommand
{
    std::vector<QByteArray> words;
    const char *refusal = ""; ///< a healthy Redis' error for the harmless form; empty: it answers a value
};

/// All of them except RPUSH, SADD and EVALSHA, which resources/redis/probe.lua tries.
std::vector<UsedCommand> usedCommands(const Keys &keys);

} // namespace seonchak

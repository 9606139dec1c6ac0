// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/keys.h"

#include <vector>

namespace seonchak {

/// A command that we send, or that a script of ours runs, in a form that changes nothing whatever Redis
/// holds. Redis checks permission, memory, replicas and role before it looks at the arguments, so a refusal
/// shows all the same.
struct UsedCommand
{
    std::vector<QByteArray> words;
    const char *refusal =
        ""; ///< with which a healthy Redis answers the harmless form; empty: it answers a value
};

/// All of them, but for RPUSH, SADD and EVALSHA, which resources/redis/probe.lua tries.
std::vector<UsedCommand> usedCommands(const Keys &keys);

} // namespace seonchak

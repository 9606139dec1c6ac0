// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/used_commands.h"

namespace seonchak {

std::vector<UsedCommand> usedCommands(const Keys &keys)
{
    const QByteArray nobody = keys.user(0); // users are counted from 1: this key never exists
    return {
        // On the real keys: these also detect a wrong type.
        {{"LLEN", keys.available()}},
        {{"LINDEX", keys.available(), "0"}},
        {{"LRANGE", keys.available(), "0", "0"}},
        {{"HLEN", keys.pending()}},
        {{"HGET", keys.pending(), "0"}},
        {{"HMGET", keys.stats(), "generation"}},
        {{"SISMEMBER", keys.voiding(), "-"}},
        // On a missing key.
        {{"GET", nobody}},
        {{"EXISTS", nobody}},
        {{"HEXISTS", nobody, "-"}},
        {{"HGETALL", nobody}},
        {{"HKEYS", nobody}},
        {{"HVALS", nobody}},
        {{"HSCAN", nobody, "0"}},
        {{"SMEMBERS", nobody}},
        {{"SREM", nobody, "-"}},
        {{"LPOP", nobody}},
        {{"LREM", nobody, "1", "-"}},
        {{"LTRIM", nobody, "0", "0"}},
        {{"HDEL", nobody, "-"}},
        {{"DEL", nobody}},
        {{"UNLINK", nobody}},
        {{"SET", nobody, "-", "XX"}},
        // With arguments that are checked last.
        {{"LSET", nobody, "0", "-"}, "ERR no such key"},
        {{"RENAME", nobody, nobody}, "ERR no such key"},
        {{"HSET", nobody, "-", "-", "-"}, "ERR wrong number of arguments"},
        {{"MSET", nobody, "-", nobody}, "ERR wrong number of arguments"},
        {{"HINCRBY", nobody, "-", "-"}, "ERR value is not an integer"},
        {{"TIME"}},
        {{"SCAN", "0", "COUNT", "1"}},
    };
}

} // namespace seonchak

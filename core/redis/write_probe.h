// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/keys.h"
#include "core/redis/reply.h"
#include "core/redis/script.h"
#include "core/redis/used_commands.h"

#include <qcoro/qcorotask.h>

namespace seonchak {

class RedisConnection;

/// Finds out whether Redis would carry out everything that issuing needs: one write of some two kilobytes
/// that changes nothing. Lives on the thread of its connection.
class WriteProbe
{
public:
    WriteProbe(RedisConnection &redis, Keys keys);

    /// The first refusal, in Redis' own words and with the command in brackets. A slot of a cluster that is
    /// just moving is none.
    QCoro::Task<Result<void>> run();

private:
    RedisConnection &m_redis;
    const std::vector<UsedCommand> m_commands;
    const Script m_script;
    const std::vector<QByteArray> m_scriptKeys;
};

} // namespace seonchak

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

/// Checks whether Redis would execute everything that issuing needs: one write of about two kilobytes that
/// changes nothing. Lives on its connection's thread.
class WriteProbe
{
public:
    WriteProbe(RedisConnection &redis, Keys keys);

    /// The first refusal, with Redis' own message and the command in brackets. A cluster slot that is just
    /// moving does not count as a refusal.
    QCoro::Task<Result<void>> run();

private:
    RedisConnection &m_redis;
    const std::vector<UsedCommand> m_commands;
    const Script m_script;
    const std::vector<QByteArray> m_scriptKeys;
};

} // namespace seonchak

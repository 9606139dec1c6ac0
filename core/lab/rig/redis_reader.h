// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/database/engine/database_url.h"
#include "core/lab/plan/opening.h"
#include "core/lab/plan/truth.h"
#include "core/redis/address.h"

#include <QByteArray>

namespace seonchak::lab {

/// Redis' own usage counters.
struct RedisUse
{
    qint64 cpuNs = -1;     ///< user and system time of the process; -1: unknown
    qint64 commandNs = -1; ///< time inside commands and scripts
    qint64 commands = -1;
};

/// Reads Redis directly, beside the server under test. Blocks its thread on its own event loop.
class RedisReader
{
public:
    RedisReader(RedisAddress address, QByteArray prefix);

    /// Reads stock, pending reservations and user keys into `truth`.
    Result<void> read(Truth &truth);
    /// Set `scriptsOnly` for a strategy that does everything in scripts.
    Result<RedisUse> use(bool scriptsOnly);
    /// Reads Redis' clock this many times, beside CLOCK_MONOTONIC.
    Result<std::vector<ClockLook>> lookAtClock(int looks);
    /// Deletes every key of the prefix.
    Result<void> clean();
    /// Deletes the keys of labs that ended without cleaning up: prefixes of `family` for which isAbandoned()
    /// holds.
    Result<void> cleanAbandoned(const QByteArray &family);

private:
    const RedisAddress m_address;
    const QByteArray m_prefix;
};

/// Every coupon of a book, with its user. Blocks its thread.
Result<void> readBook(const DatabaseUrl &url, Truth &truth);

} // namespace seonchak::lab

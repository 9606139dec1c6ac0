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

/// What Redis has done so far, by its own account.
struct RedisUse
{
    qint64 cpuNs = -1;     ///< user and system time of the process; -1: not known
    qint64 commandNs = -1; ///< time inside commands and scripts
    qint64 commands = -1;
};

/// A plain look into Redis, beside the server under test. Blocks its thread on an event loop of its own.
class RedisReader
{
public:
    RedisReader(RedisAddress address, QByteArray prefix);

    /// Stock, pending reservations and user keys into `truth`.
    Result<void> read(Truth &truth);
    /// `scriptsOnly` for a strategy that does everything in scripts.
    Result<RedisUse> use(bool scriptsOnly);
    /// So many looks at Redis' clock, one after the other, beside CLOCK_MONOTONIC.
    Result<std::vector<ClockLook>> lookAtClock(int looks);
    /// Deletes every key of the prefix.
    Result<void> clean();
    /// Deletes the keys of labs that ended without cleaning up: isAbandoned() prefixes of `family`.
    Result<void> cleanAbandoned(const QByteArray &family);

private:
    const RedisAddress m_address;
    const QByteArray m_prefix;
};

/// Every coupon of a book, with who has it. Blocks its thread.
Result<void> readBook(const DatabaseUrl &url, Truth &truth);

} // namespace seonchak::lab

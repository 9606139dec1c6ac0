// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/ground/readiness.h"
#include "core/issue/path/code_remover.h"
#include "core/issue/repair/claimer.h"

namespace seonchak {

/// The claims on a real Redis. Lives on its connection's thread.
class RedisClaims final : public Claimer
{
public:
    /// `lease`: of the reservations that the gate makes.
    RedisClaims(RedisConnection &redis, Keys keys, Readiness &readiness, Gate &gate,
                std::chrono::milliseconds lease);

    Task<Result<Claims>> claim(quint64 &cursor, std::chrono::milliseconds lease) override;
    Task<Result<NamedClaim>> claimOne(Reservation reservation, WallMs since, bool put) override;

private:
    Task<Result<NamedClaim>> afterPut(Reservation reservation, NamedClaim claim);

    RedisConnection &m_redis;
    const Keys m_keys;
    Readiness &m_readiness;
    Gate &m_gate;
    const std::chrono::milliseconds m_lease;
    const StockSearch m_search;
    CodeRemover m_remover;
    const Script m_claim, m_claimOne;
};

} // namespace seonchak

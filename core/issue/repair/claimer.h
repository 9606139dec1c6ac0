// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/ground/ports.h"

namespace seonchak {

/// A reservation whose lease expired, adopted for settling.
struct Claim
{
    Reservation reservation;
    qint64 ageMs = 0; ///< since it was reserved, by Redis' clock
    bool inDoubt = false;
};

/// One reservation, claimed by name.
struct NamedClaim
{
    enum class Kind { Claimed, Gone, UserHasOther } kind = Kind::Gone;
    qint64 ageMs = 0;
    std::chrono::milliseconds othersLease{0}; ///< what remains of the lease that another server took before
};

/// A slice of the adopted reservations.
struct Claims
{
    std::vector<Claim> claims;
    qint64 nowMs = 0; ///< by Redis' clock
};

/// Takes over reservations that a saga has left in Redis, for those who settle them.
class Claimer
{
public:
    virtual ~Claimer() = default;
    /// Claims one slice of the pending reservations; `cursor` is updated, 0 at the end of a round. A lease
    /// that begins in the future, or ends later than any server's would, counts as expired: Redis' clock was
    /// set back.
    virtual Task<Result<Claims>> claim(quint64 &cursor, std::chrono::milliseconds lease) = 0;
    /// Takes this reservation's lease from whichever server has it. Gone: Redis does not have the
    /// reservation; with `put` it is (re-)created as a doubt since `since`, and its code is removed from the
    /// stock.
    virtual Task<Result<NamedClaim>> claimOne(Reservation reservation, WallMs since, bool put) = 0;
};

} // namespace seonchak

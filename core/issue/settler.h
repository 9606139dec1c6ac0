// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/issue/ports.h"
#include "core/partner/partner.h"
#include "core/watch/counters.h"

#include <chrono>

namespace seonchak {

/// Settles what was left unfinished: reservations past their lease, whether their server died, the partner's
/// answer is unknown, or a commit or compensation could not reach Redis. Never guesses: it looks into the
/// book, then asks the partner, then commits or (after a withdrawal at the partner) gives the code back.
/// Lives on one thread.
class Settler
{
public:
    struct Parts
    {
        Gate &gate;
        Partner &partner;
        Book &book;
        Counters &counters;
        const Clock &clock;
        /// How old a reservation must be before the partner's "never heard of it" is believed: our call may
        /// have reached the partner and be acted upon after we gave up waiting.
        std::chrono::milliseconds quarantine{0};
        std::chrono::milliseconds lease{3000}; ///< of an adopted reservation: the next attempt comes after it
    };
    explicit Settler(Parts parts);

    /// One look at a slice of the pending reservations; returns how many were due. Rounds must not overlap.
    QCoro::Task<Result<int>> round();

    enum class End { Issued, Restored, SetAside, StillUnknown };
    /// Settles one adopted reservation.
    QCoro::Task<End> settle(Claim claim);

private:
    QCoro::Task<End> settleBooked(Claim claim, UserId holder);
    QCoro::Task<End> settleHeld(Claim claim, UserId holder);
    QCoro::Task<End> restore(Claim claim);
    QCoro::Task<End> setAside(Claim claim, QString why);
    QCoro::Task<> settleCounted(Claim claim);

    Parts m;
    quint64 m_cursor = 0;
    int m_underWay = 0;
};

} // namespace seonchak

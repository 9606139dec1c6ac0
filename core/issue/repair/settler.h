// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/issue/ground/doubt_order.h"
#include "core/issue/repair/claimer.h"
#include "core/partner/partner.h"
#include "core/watch/counters.h"

#include <QHash>

#include <chrono>
#include <functional>
#include <optional>

namespace seonchak {

/// The state of a reservation after an attempt to settle it.
struct Settled
{
    enum class End { Issued, Restored, SetAside, StillUnknown } end = End::StillUnknown;
    QString answer;       ///< the partner's answer, in English; empty if it was not asked
    UserId holder = 0;    ///< with Issued: the user who has the coupon
    bool doubted = false; ///< with StillUnknown: this attempt made it a doubt

    static Settled as(End end, QString answer = {}, UserId holder = 0)
    {
        return {end, std::move(answer), holder, false};
    }
};

/// Settles unfinished reservations: those past their lease, because their server died, the partner's answer
/// is unknown, or a commit or compensation could not reach Redis. Never guesses: it checks the book, then
/// asks the partner, then commits or (after a withdrawal at the partner) returns the code. If the partner
/// gives no answer, the reservation becomes a doubt that people see and may settle. Lives on one thread.
class Settler
{
public:
    /// A completed attempt.
    struct News
    {
        Claim claim;
        DoubtOrder order = DoubtOrder::Ask;
        QString actor; ///< the person who ordered it; empty: a round
        Settled settled;
    };
    struct Parts
    {
        Gate &gate;
        Claimer &claims;
        Partner &partner;
        Book &book;
        Counters &counters;
        const Clock &clock;
        /// How old a reservation must be before the partner's "unknown" is believed: our call may have
        /// reached the partner and be processed after we gave up waiting.
        std::chrono::milliseconds quarantine{0};
        std::chrono::milliseconds lease{
            3000}; ///< of an adopted reservation: the next attempt follows when it expires
        std::function<void(const News &)> tell = {}; ///< may be empty
    };
    explicit Settler(Parts parts);

    /// Processes one slice of the pending reservations; returns how many were due. Rounds must not overlap.
    QCoro::Task<Result<int>> round();
    /// Adopts the doubts that the book has but Redis has lost: rounds do not find those.
    QCoro::Task<> adoptLostDoubts();

    /// Keeps rounds away from a reservation until release(); returns false if it is taken already.
    bool take(qint64 reservation);
    void release(qint64 reservation);
    /// Whether a round of this settler currently holds its lease.
    [[nodiscard]] bool hasLease(qint64 reservation) const;
    /// Carries out an order on a reservation that the caller has taken and claimed.
    QCoro::Task<Settled> carryOut(Claim claim, DoubtOrder order, QString actor);

private:
    using End = Settled::End;
    QCoro::Task<Settled> begin(const Claim &claim, DoubtOrder order);
    QCoro::Task<Settled> settle(Claim claim);
    QCoro::Task<Settled> settleBooked(Claim claim, UserId holder);
    QCoro::Task<Settled> bookFor(Claim claim, UserId holder, QString answer);
    QCoro::Task<Settled> restore(Claim claim, QString answer, QByteArray usersCode = {});
    QCoro::Task<Settled> setAside(Claim claim, QString why, QString answer);
    QCoro::Task<Settled> leaveInDoubt(Claim claim, QString answer);
    QCoro::Task<Settled> byPerson(Claim claim, DoubtOrder order);
    QCoro::Task<> settleCounted(Claim claim);
    QCoro::Task<> adopt(DoubtEntry doubt);
    QCoro::Task<bool> isLost(DoubtEntry doubt);
    void forgetOldLeases();
    void watchRedisClock(qint64 redisMs);
    [[nodiscard]] qint64 trustedAge(const Claim &claim) const;

    Parts m;
    quint64 m_cursor = 0;
    struct Instant
    {
        qint64 redisMs = 0;
        qint64 steadyNs = 0;
    };
    Instant m_lastRound;
    /// Since when Redis' clock is known to run evenly, steady ns; nullopt: since it was first read.
    std::optional<qint64> m_agesCountFrom;
    QHash<qint64, qint64> m_leases; ///< reservation → when the round took it, steady ns
    QHash<qint64, bool> m_taken;
};

} // namespace seonchak

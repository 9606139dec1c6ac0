// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/issue/ground/ports.h"
#include "core/partner/partner.h"
#include "core/watch/counters.h"

#include <QHash>

#include <chrono>
#include <functional>
#include <optional>

namespace seonchak {

/// What is to be done about a reservation whose end is unknown.
enum class DoubtOrder {
    Ask,           ///< the partner, and settle by its answer
    DeclareIssued, ///< a person knows that the partner has it for this user
    Restore,       ///< withdraw it at the partner, then back into the stock
};

/// How a reservation stands after it was worked on.
struct Settled
{
    enum class End { Issued, Restored, SetAside, StillUnknown } end = End::StillUnknown;
    QString answer;       ///< what the partner said, in English; empty where it was not asked
    UserId holder = 0;    ///< with Issued: who has it
    bool doubted = false; ///< with StillUnknown: it became a doubt just now

    static Settled as(End end, QString answer = {}, UserId holder = 0)
    {
        return {end, std::move(answer), holder, false};
    }
};

/// Settles what was left unfinished: reservations past their lease, whether their server died, the partner's
/// answer is unknown, or a commit or compensation could not reach Redis. Never guesses: it looks into the
/// book, then asks the partner, then commits or (after a withdrawal at the partner) gives the code back. What
/// the partner does not tell becomes a doubt that people see and may settle.
/// Lives on one thread.
class Settler
{
public:
    /// One attempt that has ended.
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
        Partner &partner;
        Book &book;
        Counters &counters;
        const Clock &clock;
        /// How old a reservation must be before the partner's "never heard of it" is believed: our call may
        /// have reached the partner and be acted upon after we gave up waiting.
        std::chrono::milliseconds quarantine{0};
        std::chrono::milliseconds lease{3000}; ///< of an adopted reservation: the next attempt comes after it
        std::function<void(const News &)> tell = {}; ///< may be empty
    };
    explicit Settler(Parts parts);

    /// One look at a slice of the pending reservations; returns how many were due. Rounds must not overlap.
    QCoro::Task<Result<int>> round();
    /// Takes up the doubts that the book has and Redis has lost: no round comes upon those.
    QCoro::Task<> adoptLostDoubts();

    /// Keeps rounds off a reservation until release(); false where somebody is at it.
    bool take(qint64 reservation);
    void release(qint64 reservation);
    /// Whether a round of this settler currently holds its lease.
    [[nodiscard]] bool hasLease(qint64 reservation) const;
    /// Carries an order out on a reservation that the caller has taken and claimed.
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
    /// Since when Redis' clock is known to have run evenly, steady ns; nothing: ever since it was first read.
    std::optional<qint64> m_agesCountFrom;
    QHash<qint64, qint64> m_leases; ///< reservation → when the round took it, steady ns
    QHash<qint64, bool> m_taken;
};

} // namespace seonchak

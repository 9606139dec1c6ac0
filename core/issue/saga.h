// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/issue/issuer.h"
#include "core/issue/ports.h"
#include "core/issue/readiness.h"
#include "core/partner/partner.h"
#include "core/watch/counters.h"

#include <chrono>

namespace seonchak {

/// The default strategy: reserve → partner → journal → commit → answer (H. Garcia-Molina, K. Salem: Sagas,
/// 1987).
///
/// A VALID leaves only after the issue row is on disk. A refusal is compensated before the answer. An unknown
/// outcome is written down as a doubt and left to the settler. Whatever breaks off in between leaves a
/// reservation with a lease in Redis, which the settler finds: no step needs the one before it to be
/// remembered by this process.
class Saga final : public Issuer
{
public:
    struct Parts
    {
        Gate &gate;
        Partner &partner;
        Book &book;
        Readiness &readiness;
        Counters &counters;
        const Clock &clock;
        QByteArray runId;                         ///< part of every idempotency key
        std::chrono::milliseconds doubtDue{1000}; ///< when the settler first asks about an unknown outcome
    };
    explicit Saga(Parts parts);

    QCoro::Task<IssueOutcome> issue(UserId user) override;

private:
    QCoro::Task<IssueOutcome> withReservation(Reservation held);
    QCoro::Task<IssueOutcome> journal(Reservation held);
    QCoro::Task<IssueOutcome> compensate(Reservation held, IssueOutcome::Kind kind);
    QCoro::Task<IssueOutcome> doubt(Reservation held);
    QCoro::Task<IssueOutcome> settleHolder(Reservation held);
    QCoro::Task<IssueOutcome> already(UserId user);
    QCoro::Task<IssueOutcome> userHasOther(Reservation held, Coupon other);
    QCoro::Task<IssueOutcome> setAside(Reservation held, QString why);

    Parts m;
};

} // namespace seonchak

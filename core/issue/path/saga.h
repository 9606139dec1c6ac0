// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/async/task.h"
#include "core/issue/ground/issuer.h"
#include "core/issue/ground/ports.h"
#include "core/issue/ground/readiness.h"
#include "core/partner/partner.h"
#include "core/watch/counters.h"

#include <chrono>
#include <optional>

namespace seonchak {

/// The default strategy: reserve → partner → journal → commit → answer (H. Garcia-Molina, K. Salem: Sagas,
/// 1987).
///
/// VALID is sent only after the issue row is on disk. A refusal is compensated before the answer. An unknown
/// outcome is recorded as a doubt and left to the settler. An issue that is interrupted leaves a reservation
/// with a lease in Redis, which the settler finds: no step depends on this process remembering an earlier
/// one.
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
        /// How long the settler must leave alone a code that is being taken back.
        std::chrono::milliseconds takeBackLease{9000};
    };
    explicit Saga(Parts parts);

    Task<IssueOutcome> issue(UserId user) override;

private:
    /// What a user key led to: an answer, a reservation to continue with, or neither: ask Redis again.
    struct Meeting
    {
        std::optional<IssueOutcome> outcome;
        std::optional<Reservation> held;
    };
    Task<IssueOutcome> nothing(Reservation said, IssueOutcome::Kind why);
    Task<IssueOutcome> afterSend(Reservation held, SendOutcome sent);
    Task<IssueOutcome> journal(Reservation held);
    Task<IssueOutcome> compensate(Reservation held, IssueOutcome::Kind kind);
    Task<IssueOutcome> doubt(Reservation held);
    Task<IssueOutcome> leaveToTheSettler(Reservation held);
    Task<IssueOutcome> settleHolder(Reservation held);
    Task<IssueOutcome> refused(Reservation held);
    Task<Meeting> meetUserKey(Reservation said);
    Task<Result<Meeting>> replaceKey(Reservation said, std::optional<Coupon> theirs);
    Task<Result<bool>> isWorthKeeping(QByteArray code);
    Task<IssueOutcome> userHasOther(Reservation held, Coupon other);
    Task<bool> takeBack(Reservation held, QByteArray usersCode);
    Task<> remind(UserId user, QByteArray code);
    Task<IssueOutcome> setAside(Reservation held, QString why);

    Parts m;
};

} // namespace seonchak

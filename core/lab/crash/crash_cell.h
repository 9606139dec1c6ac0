// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/issue/ground/strategy.h"
#include "core/lab/partner/own_partner.h"
#include "core/lab/plan/request.h"

#include <QDir>
#include <stop_token>

namespace seonchak::lab {

/// One point at which a server is killed.
struct CrashCell
{
    QString database; ///< as in Setting::databases
    Strategy strategy = Strategy::Saga;
    QByteArray step; ///< one of stepsOf(strategy)
    bool after = false;
    PartnerBehaviour::Mode partner =
        PartnerBehaviour::Mode::Accept; ///< its behaviour that makes an issue pass this step
};

/// The effect of a crash there, read from both stores and the partner once everything is at rest.
struct CrashOutcome
{
    Fate killed = Fate::NoAnswer; ///< the answer to the user whose issue was killed
    Fate again = Fate::NoAnswer;  ///< the answer to the same user's retry after the restart
    qint64 lost = 0;              ///< coupons that are nowhere
    qint64 doubled = 0;           ///< in two places, issued to two users, or issued beyond the stock
    qint64 second = 0;            ///< further coupons that the killed user was given
    qint64 unbacked = 0;          ///< users answered 200 with a code that the book does not assign to them
    qint64 partnerOnly = 0;       ///< registered at the partner for a user who does not have it in the book
    qint64 stuck = 0;             ///< reserved or in doubt, and never settled
    bool conserved = false;
    double seconds = 0; ///< the cell's duration

    /// One word: whole, or the worst of double, second, lost, unbacked, store-only, stuck.
    [[nodiscard]] const char *verdict() const;
    [[nodiscard]] bool isWhole() const;
};

struct CrashPlace
{
    QDir work;             ///< for files that do not outlive the cell
    QString name;          ///< unique on this machine
    QString redis;         ///< as in Setting::redis
    QString serverProgram; ///< seonchakd
};

/// Starts a server on its own stores, sends one user's request, kills the server at the given point, restarts
/// it on the same stores, lets the same user and then others ask until the stock is sold out, and reads
/// everything at rest. Removes all of it again. Blocks its thread. Unavailable: something could not be
/// started, the step was never reached, or it was cancelled.
Result<CrashOutcome> runCrashCell(const CrashCell &cell, const CrashPlace &place,
                                  const std::stop_token &stop);

} // namespace seonchak::lab

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/issue/ground/strategy.h"
#include "core/lab/plan/request.h"
#include "core/lab/rig/own_store.h"

#include <QDir>
#include <stop_token>

namespace seonchak::lab {

/// One place at which a server is killed.
struct CrashCell
{
    QString database; ///< as in Setting::databases
    Strategy strategy = Strategy::Saga;
    QByteArray step; ///< one of stepsOf(strategy)
    bool after = false;
    StoreFate store = StoreFate::Accepts; ///< what makes an issue cross this step
};

/// What a crash there did, read from both stores and the convenience store when all had come to rest again.
struct CrashOutcome
{
    Fate killed = Fate::NoAnswer; ///< what the user whose issue was killed was told
    Fate again = Fate::NoAnswer;  ///< the same user, asking again after the restart
    qint64 lost = 0;              ///< coupons that are nowhere any more
    qint64 doubled = 0;           ///< in two places, told to two users, or handed out beyond the stock
    qint64 second = 0;            ///< further coupons that the killed user was told, or has
    qint64 unbacked = 0;          ///< users told 200 with a code that the book does not give to them
    qint64 storeOnly = 0; ///< registered at the convenience store for a user who has it not in the book
    qint64 stuck = 0;     ///< reserved or in doubt, and never settled
    bool conserved = false;
    double seconds = 0; ///< the cell took so long

    /// One word: whole, or the worst of double, second, lost, unbacked, store-only, stuck.
    [[nodiscard]] const char *verdict() const;
    [[nodiscard]] bool isWhole() const;
};

struct CrashPlace
{
    QDir work;             ///< for what does not outlive the cell
    QString name;          ///< unique on this machine
    QString redis;         ///< as in Setting::redis
    QString serverProgram; ///< seonchakd
};

/// Starts a server on stores of its own, sends one user's request, kills the server where the cell says,
/// starts it again on the same stores, lets the same user and then others ask until the stock is sold out,
/// and reads everything at rest. Takes all of it down again. Blocks its thread. Unavailable: something could
/// not be started, the step was never reached, or it was cancelled.
Result<CrashOutcome> runCrashCell(const CrashCell &cell, const CrashPlace &place,
                                  const std::stop_token &stop);

} // namespace seonchak::lab

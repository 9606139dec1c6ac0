// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h" // moc stumbles over <concepts> where <expected> does not stand first
#include "core/issue/ground/strategy.h"
#include "core/lab/plan/request.h"
#include "core/lab/plan/truth.h"

#include <QByteArrayList>
#include <QList>

#include <optional>

namespace seonchak::lab {

/// Which two requests compete.
enum class RaceScenario {
    TwoUsers,       ///< users 1 and 2, one coupon
    DoubleClick,    ///< user 1 twice at once, two coupons
    PartnerRefuses, ///< users 1 and 2, one coupon, and the partner refuses every call
};
/// "two-users", "double-click", "store-refuses"
const char *raceScenarioName(RaceScenario scenario);
std::optional<RaceScenario> raceScenarioFromName(QByteArrayView name);
/// Returns false if the scenario is meaningless for the strategy: a refusal, if the partner is never called.
bool fits(RaceScenario scenario, Strategy strategy);

struct RaceHolding
{
    UserId user = 0;
    QByteArray code;
    bool operator==(const RaceHolding &) const = default;
};

/// The content of the two stores at one moment, as seen from outside: without uncommitted changes.
struct StoreView
{
    QByteArrayList stock;    ///< available codes, in Redis' list or AVAILABLE in the book
    QList<RaceHolding> keys; ///< the users' keys in Redis, by user
    QByteArrayList pending;  ///< codes reserved or in doubt
    QList<RaceHolding> rows; ///< issued in the book, by user and code
    bool operator==(const StoreView &) const = default;

    /// Whether the code is in the stock, reserved, or issued in the book. A user key alone does not count:
    /// Redis is the gate, the book is the truth.
    [[nodiscard]] bool isKept(const QByteArray &code) const;
    [[nodiscard]] QByteArray keyOf(UserId user) const; ///< empty if there is none
    [[nodiscard]] QByteArray rowOf(UserId user) const;
};
StoreView viewOf(const Truth &truth);

/// One request of the race, and its client's answer.
struct RaceLane
{
    UserId user = 0;
    int status = 0; ///< HTTP; 0: no answer
    Fate fate = Fate::NoAnswer;
    QByteArray code;
};

/// One event on the time axis. Times are microseconds since the first request was sent, by the lab's clock;
/// the lab holds the requests between their steps, so they show the order, not the speed.
struct RaceStep
{
    enum class Kind {
        Done,     ///< a completed step of the strategy
        Waits,    ///< the step has begun but is blocked; the other lane continues
        Answered, ///< the client has its answer
    };
    int lane = 0;
    Kind kind = Kind::Done;
    QByteArray name; ///< the step's, as in stepsOf(); empty with Answered
    qint64 beganUs = 0;
    qint64 endedUs = 0;
    StoreView after;
};

/// A change of the stores between two moments.
struct StoreChange
{
    enum class What {
        TakenFromStock,
        PutIntoStock,
        KeySet,
        KeyOverwritten, ///< the user had `former` before
        KeyGone,
        Reserved,
        ReservationGone,
        RowWritten,
        RowGone,
    } what;
    QByteArray code;
    UserId user = 0;   ///< of keys and rows
    QByteArray former; ///< with KeyOverwritten
    bool operator==(const StoreChange &) const = default;
};
QList<StoreChange> changesBetween(const StoreView &before, const StoreView &after);

struct RaceTrace
{
    Strategy strategy = Strategy::Saga;
    RaceScenario scenario = RaceScenario::TwoUsers;
    QString engine; ///< "sqlite" or "postgresql"
    StoreView before;
    QList<RaceLane> lanes;
    QList<RaceStep> steps; ///< in the order in which they ended; Waits when the waiting was detected
    StoreView atRest;      ///< when nothing was pending any more

    /// The content of the stores before step `index`.
    [[nodiscard]] const StoreView &viewBefore(qsizetype index) const;
    [[nodiscard]] QList<StoreChange> changesOf(qsizetype index) const;
};

} // namespace seonchak::lab

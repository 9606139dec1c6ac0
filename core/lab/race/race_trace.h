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

/// Which two requests run into each other.
enum class RaceScenario {
    TwoUsers,     ///< users 1 and 2, one coupon
    DoubleClick,  ///< user 1 twice at once, two coupons
    StoreRefuses, ///< users 1 and 2, one coupon, and the store refuses every call
};
/// "two-users", "double-click", "store-refuses"
const char *raceScenarioName(RaceScenario scenario);
std::optional<RaceScenario> raceScenarioFromName(QByteArrayView name);
/// False where the scenario says nothing of the strategy: a refusal where the store is never called.
bool fits(RaceScenario scenario, Strategy strategy);

struct RaceHolding
{
    UserId user = 0;
    QByteArray code;
    bool operator==(const RaceHolding &) const = default;
};

/// What the two stores hold at one moment, as others see it: what a transaction has not committed yet is not
/// in it.
struct StoreView
{
    QByteArrayList stock;    ///< codes that wait, in Redis' list or AVAILABLE in the book
    QList<RaceHolding> keys; ///< the users' keys in Redis, by user
    QByteArrayList pending;  ///< codes reserved or in doubt
    QList<RaceHolding> rows; ///< issued in the book, by user and code
    bool operator==(const StoreView &) const = default;

    /// In the stock, under way, or somebody's in the book. A user key alone keeps no coupon: Redis is the
    /// gate, the book is the truth.
    [[nodiscard]] bool isKept(const QByteArray &code) const;
    [[nodiscard]] QByteArray keyOf(UserId user) const; ///< empty: there is none
    [[nodiscard]] QByteArray rowOf(UserId user) const;
};
StoreView viewOf(const Truth &truth);

/// One request of the race, and what its client was told.
struct RaceLane
{
    UserId user = 0;
    int status = 0; ///< HTTP; 0: no answer
    Fate fate = Fate::NoAnswer;
    QByteArray code;
};

/// Something that happened on the axis. Times are microseconds since the first request left, by the lab's
/// clock; the lab holds the requests between their steps, so they tell the order and not the speed.
struct RaceStep
{
    enum class Kind {
        Done,     ///< a step of the strategy, from before to after it
        Waits,    ///< the step was begun and did not come back: something holds it up; the other goes on
        Answered, ///< the client has its answer
    };
    int lane = 0;
    Kind kind = Kind::Done;
    QByteArray name; ///< the step's, as in stepsOf(); empty with Answered
    qint64 beganUs = 0;
    qint64 endedUs = 0;
    StoreView after;
};

/// What changed in the stores from one moment to the next.
struct StoreChange
{
    enum class What {
        TakenFromStock,
        PutIntoStock,
        KeySet,
        KeyOverwritten, ///< `former` was the user's until now
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
    QList<RaceStep> steps; ///< in the order in which they ended; Waits where the waiting was noticed
    StoreView atRest;      ///< when nothing was under way any more

    /// What the stores held before step `index`.
    [[nodiscard]] const StoreView &viewBefore(qsizetype index) const;
    [[nodiscard]] QList<StoreChange> changesOf(qsizetype index) const;
};

} // namespace seonchak::lab

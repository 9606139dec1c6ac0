// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QString>

#include <functional>
#include <vector>

namespace seonchak {

class Session;

/// The book's record of long acts (generate, add, push, void): each slice takes effect once, however often it
/// is tried, and a repeat with the same key resumes where the act was interrupted.
namespace book {

/// act.state in the schema.
enum class ActState {
    Open = 0, ///< running, or ended before it was complete
    Done = 1,
    Cut = 2, ///< a person decides about what it made
};

struct Act
{
    QString id;
    bool keyed = false;  ///< has an Idempotency-Key: kept after its end, to answer repeats
    QString fingerprint; ///< of the original request
    QString owner;       ///< the server that runs it; empty: none
    qint64 beat = 0;     ///< changes while the owner is alive
    bool done = false;
    bool cut = false; ///< at its end: a person decides about what it made, see book_cut.h
    QString actor;
    QString action;
    QString detail;
    qint64 total = 0; ///< how many were requested; 0: all
    qint64 slice = 0; ///< the last slice in the book
    qint64 made = 0;  ///< coupons made, claimed or voided by all slices
    qint64 moved = 0; ///< at its end: the number that the answer gave as pushed, or as in the stock
    QByteArray note;  ///< what the answer needs besides numbers
    WallMs begunAt = 0;
    bool announced = false; ///< the trail records its start, however short it is
};

/// `moved` of an interrupted act whose coupons an operator has voided: repeats get this answer.
inline constexpr qint64 voidedAtDesk = -1;

/// One slice of an act. Without an act it may run any number of times.
struct ActStep
{
    QString act;
    QString owner;
    qint64 slice = 0;
};

struct Begun
{
    enum class Kind {
        Mine,     ///< begun, or resumed where it was interrupted
        Answered, ///< done before: `act` has the values of the answer
        Mismatch, ///< the key was used for another request
        Running,  ///< another owner is running it
    } kind = Kind::Mine;
    Act act;
};

/// Begins an act, or finds the one with this id. `deadBeat`: an owner whose beat still has this value is dead
/// and loses the act; -1: no owner is dead. If the act will be long, writes the trail's first entry.
/// Repeatable.
Result<Begun> beginAct(Session &session, const Act &wanted, qint64 deadBeat, WallMs now);
/// Runs `work` as this slice, or returns what the slice made if the book has it already. Conflict if the act
/// has another owner by now.
Result<qint64> inAct(Session &session, const ActStep &step, const std::function<Result<qint64>()> &work);
Result<Act> readAct(Session &session, const QString &id);
/// Stores what the answer will need; call it within inAct().
Result<void> noteAct(Session &session, const QString &id, const QByteArray &note);

/// Ends the act, with its entry in the trail. Done: a keyed act is kept for repeats. Otherwise a keyed act
/// that made something waits for a repeat, and an interrupted one for a person. Does nothing if this owner
/// has lost the act. Repeatable.
Result<void> endAct(Session &session, const Act &act, const QString &result, WallMs now);

/// A heartbeat for every act of these owners.
Result<void> beatActs(Session &session, const QList<QString> &owners);
/// Whether an interrupted act is offered to a person. False if coupons were chosen: the choice is no longer
/// known.
bool canBeFinished(const Act &act);
/// All acts that have an owner now.
Result<std::vector<Act>> ownedActs(Session &session);
/// For an act whose owner died: the trail records how far it came, and an act that made something waits for a
/// person. Does nothing if the beat has moved.
Result<bool> breakOffAct(Session &session, const Act &act, WallMs now);

/// How many coupons of its pushes have not reached the stock yet, and their batches.
Result<qint64> undelivered(Session &session, const QString &act);
Result<std::vector<qint64>> openPushes(Session &session, const QString &act);
/// How many of the note's coupons have left STAGED and PUSHING.
Result<qint64> pushedAmong(Session &session, const std::vector<CouponId> &ids);
/// Assigns a push to an act.
Result<void> ownPush(Session &session, qint64 batch, const QString &act);

} // namespace book

} // namespace seonchak

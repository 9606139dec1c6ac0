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

/// The book's record of long acts (generate, add, push, void), so that each slice takes place once, however
/// often it is tried, and a repeat with the same key goes on where the first one broke off.
namespace book {

struct Act
{
    QString id;
    bool keyed = false;  ///< has an Idempotency-Key: it stays after its end, to answer repeats
    QString fingerprint; ///< of the request that began it
    QString owner;       ///< who is at it; empty: nobody
    qint64 beat = 0;     ///< moves while the owner lives
    bool done = false;
    bool cut = false; ///< at its end: a person decides what becomes of what it made, see book_cut.h
    QString actor;
    QString action;
    QString detail;
    qint64 total = 0; ///< how many were asked for; 0: all there are
    qint64 slice = 0; ///< the last slice that is in the book
    qint64 made = 0;  ///< coupons made, claimed or voided by all its slices
    qint64 moved = 0; ///< at its end: what its answer said was pushed, or stood in the stock
    QByteArray note;  ///< what the answer needs beside numbers
    WallMs begunAt = 0;
    bool announced = false; ///< the trail says that it has begun, however short it is
};

/// `moved` of an act whose coupons an operator has voided after it was cut off: a repeat is told so.
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
        Mine,     ///< begun, or gone on with where it broke off
        Answered, ///< done before: `act` has what the answer said
        Mismatch, ///< the key was used for another request
        Running,  ///< another owner is at it
    } kind = Kind::Mine;
    Act act;
};

/// Begins an act or finds the one with this id. `deadBeat`: an owner whose beat still stands there is dead
/// and loses the act; -1: no owner is. Writes the trail's first entry where the act will be long.
/// Repeatable.
Result<Begun> beginAct(Session &session, const Act &wanted, qint64 deadBeat, WallMs now);
/// Runs `work` as this slice, or tells what it made where the book has the slice already. Conflict where the
/// act is another's by now.
Result<qint64> inAct(Session &session, const ActStep &step, const std::function<Result<qint64>()> &work);
Result<Act> readAct(Session &session, const QString &id);
/// Remembers what the answer will need; call it within inAct().
Result<void> noteAct(Session &session, const QString &id, const QByteArray &note);

/// Ends it, with its entry in the trail. Done: a keyed one stays for repeats. Otherwise a keyed one that made
/// something waits for a repeat, and one that was cut off for a person. Nothing happens where it is not this
/// owner's any more. Repeatable.
Result<void> endAct(Session &session, const Act &act, const QString &result, WallMs now);

/// A sign of life for everything these owners are at.
Result<void> beatActs(Session &session, const QList<QString> &owners);
/// Whether an act that was cut off is offered to a person. Not where coupons were chosen: nobody knows any
/// more which of them are left.
bool canBeFinished(const Act &act);
/// All that have an owner now.
Result<std::vector<Act>> ownedActs(Session &session);
/// The owner died: the trail says how far the act came, and one that made something waits for a person.
/// Nothing where the beat has moved.
Result<bool> breakOffAct(Session &session, const Act &act, WallMs now);

/// How many coupons of its pushes have not reached the stock yet, and the batches they are in.
Result<qint64> undelivered(Session &session, const QString &act);
Result<std::vector<qint64>> openPushes(Session &session, const QString &act);
/// Of the coupons in the note: how many have left STAGED and PUSHING.
Result<qint64> pushedAmong(Session &session, const std::vector<CouponId> &ids);
/// Says that a push belongs to an act.
Result<void> ownPush(Session &session, qint64 batch, const QString &act);

} // namespace book

} // namespace seonchak

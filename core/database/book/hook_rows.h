// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <span>

namespace seonchak {

class Session;

/// An event that webhooks report to other systems.
struct HookEvent
{
    QString type;       ///< "sale.opened"
    QString occurrence; ///< identifies what happened: a second row with the same value is ignored
    WallMs at = 0;
    QByteArray data; ///< a JSON object of ids
};

/// One event for one receiver.
struct HookDelivery
{
    enum class State {
        Waiting,
        Delivered,   ///< answered with 2xx
        GivenUp,     ///< all tries failed
        SwitchedOff, ///< not sent: the receiver has answered 410
    };
    qint64 id = 0;
    QString url;
    HookEvent event;
    State state = State::Waiting;
    int tries = 0;
    WallMs nextAt = 0;     ///< next try, while pending
    WallMs answeredAt = 0; ///< time of the last try; 0: none yet
    int status = 0;        ///< of the last answer; 0: no answer
    QString answer;        ///< result of the last try, in English
};

/// The result of one try.
struct HookOutcome
{
    qint64 id = 0;
    QString url;
    int triesBefore = 0; ///< if another server has tried the row meanwhile, it is left alone
    HookDelivery::State state = HookDelivery::State::Waiting;
    WallMs nextAt = 0;
    WallMs at = 0;
    int status = 0;
    QString answer;
};

/// The right to deliver to one receiver, as a lease.
struct HookReceiver
{
    QString url;
    QString owner; ///< empty: none
    qint64 beat = 0;
    WallMs offAt = 0; ///< when it answered 410; 0: not switched off
    qint64 waiting = 0;
};

struct HookFilter
{
    std::optional<HookDelivery::State> state;
    qint64 before = 0; ///< ids less than this; 0: from the newest
    int limit = 100;
};

/// The outbox of the webhooks, as plain functions over a Session. Those that write run in a transaction.
namespace book {

/// A row for each receiver of each event, due immediately. Existing rows stay as they are.
Result<void> tellHooks(Session &session, const QStringList &urls, std::span<const HookEvent> events);
/// "This coupon was issued to this user", for tellHooks().
HookEvent issuedEvent(CouponId coupon, UserId user, WallMs at);

/// What may be sent now, longest due first.
Result<QList<HookDelivery>> dueHooks(Session &session, const QString &url, WallMs now, int most);
/// Without a row: no owner, and not switched off.
Result<HookReceiver> hookReceiver(Session &session, const QString &url);
/// Takes the receiver over from the owner with that beat. Returns false if the beat has moved.
Result<bool> takeReceiver(Session &session, const HookReceiver &seen, const QString &owner);
/// A heartbeat. Returns false if another owner has it.
Result<bool> beatReceiver(Session &session, const QString &url, const QString &owner);
/// Releases every receiver of this owner.
Result<void> leaveReceivers(Session &session, const QString &owner);
Result<void> noteOutcomes(Session &session, std::span<const HookOutcome> outcomes);
/// Nothing is sent to this receiver any more, pending or new.
Result<void> switchOff(Session &session, const QString &url, WallMs now);
/// Ends deliveries that were queued after the receiver was switched off; does nothing if it is on. Returns
/// how many.
Result<qint64> endUnsent(Session &session, const QString &url);

/// Sends it again with a full set of tries, and re-enables its receiver. NotFound.
Result<HookDelivery> sendAgain(Session &session, qint64 id, WallMs now);
/// Newest first.
Result<QList<HookDelivery>> hookDeliveries(Session &session, const HookFilter &filter);
Result<QList<HookReceiver>> hookReceivers(Session &session, const QStringList &urls);
/// Deletes the receiver's oldest ended deliveries beyond `most`, some at a time. Returns how many.
Result<qint64> sweepHooks(Session &session, const QString &url, qint64 most);

} // namespace book

} // namespace seonchak

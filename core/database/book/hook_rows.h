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

/// Something that other systems are told by webhooks.
struct HookEvent
{
    QString type;       ///< "sale.opened"
    QString occurrence; ///< what happened, once and for all: a second row of it is none
    WallMs at = 0;
    QByteArray data; ///< a JSON object of ids
};

/// One event for one receiver.
struct HookDelivery
{
    enum class State {
        Waiting,
        Delivered,   ///< answered 2xx
        GivenUp,     ///< all tries failed
        SwitchedOff, ///< not sent: the receiver had answered 410
    };
    qint64 id = 0;
    QString url;
    HookEvent event;
    State state = State::Waiting;
    int tries = 0;
    WallMs nextAt = 0;     ///< while it waits
    WallMs answeredAt = 0; ///< the last try; 0: none yet
    int status = 0;        ///< of the last answer; 0: there was none
    QString answer;        ///< what came of the last try, in English
};

/// What came of one try.
struct HookOutcome
{
    qint64 id = 0;
    QString url;
    int triesBefore = 0; ///< a row that somebody else has tried meanwhile is left alone
    HookDelivery::State state = HookDelivery::State::Waiting;
    WallMs nextAt = 0;
    WallMs at = 0;
    int status = 0;
    QString answer;
};

/// The right to deliver to one receiver.
struct HookReceiver
{
    QString url;
    QString owner; ///< empty: nobody
    qint64 beat = 0;
    WallMs offAt = 0; ///< when it answered 410; 0: it is not switched off
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

/// A row for each receiver of each event, to be sent at once. Nothing for what stands there already.
Result<void> tellHooks(Session &session, const QStringList &urls, std::span<const HookEvent> events);
/// "This coupon is this user's", as tellHooks() takes it.
HookEvent issuedEvent(CouponId coupon, UserId user, WallMs at);

/// What may be sent now, the longest due first.
Result<QList<HookDelivery>> dueHooks(Session &session, const QString &url, WallMs now, int most);
/// Nobody's and not switched off where there is no row.
Result<HookReceiver> hookReceiver(Session &session, const QString &url);
/// Takes the right over from whoever had it at that beat. False: it has moved.
Result<bool> takeReceiver(Session &session, const HookReceiver &seen, const QString &owner);
/// A sign of life. False: another has it.
Result<bool> beatReceiver(Session &session, const QString &url, const QString &owner);
/// The owner goes.
Result<void> leaveReceivers(Session &session, const QString &owner);
Result<void> noteOutcomes(Session &session, std::span<const HookOutcome> outcomes);
/// Whatever waits for the receiver, and will, is not sent.
Result<void> switchOff(Session &session, const QString &url, WallMs now);
/// What came into the outbox of a receiver after it was switched off; nothing where it is on. Returns how
/// many.
Result<qint64> endUnsent(Session &session, const QString &url);

/// Sends it anew, with all tries before it, and switches its receiver on. NotFound.
Result<HookDelivery> sendAgain(Session &session, qint64 id, WallMs now);
/// The newest first.
Result<QList<HookDelivery>> hookDeliveries(Session &session, const HookFilter &filter);
Result<QList<HookReceiver>> hookReceivers(Session &session, const QStringList &urls);
/// Of what has ended: drops the oldest beyond `most` of a receiver, some at a time. Returns how many.
Result<qint64> sweepHooks(Session &session, const QString &url, qint64 most);

} // namespace book

} // namespace seonchak

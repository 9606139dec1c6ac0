// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QList>
#include <QString>

namespace seonchak {

class Session;

/// An act that needs a second person: asked for by one, approved by another, done by the first, all within
/// five minutes.
struct Approval
{
    enum class Act { VoidAll, DeclareIssued, Restore };
    enum class State {
        Waiting,
        Approved, ///< and not done yet
        Done,
        Declined, ///< or withdrawn by who asked
    };
    static constexpr WallMs lastsMs = 300'000;

    qint64 id = 0;
    Act act = Act::VoidAll;
    qint64 subject = 0; ///< the reservation of a doubt; else 0
    QString person;     ///< who asks
    QString actor;      ///< the same as the trail has it
    WallMs askedAt = 0;
    WallMs until = 0;
    State state = State::Waiting;
    QString second;   ///< who has approved or declined, as the trail has it; empty: nobody
    bool own = false; ///< by whoever looks

    bool operator==(const Approval &) const = default;

    /// What is asked for, as the trail has it: "restore reservation 7".
    [[nodiscard]] QString words() const;
};

namespace book {

/// Somebody who has a name.
struct Person
{
    QString name;
    QString actor;
};

/// Whether `wanted` (act, subject, person, actor) may be done now: the approval, then, is Done for this
/// `ticket` and for no other; else what waits, which was made where there was none, with its entry in the
/// trail. Repeatable.
Result<Approval> useApproval(Session &session, const Approval &wanted, const QString &ticket, WallMs now);
/// What it was used for has changed nothing: it is good for another attempt. Repeatable.
Result<void> giveApprovalBack(Session &session, const QString &ticket);
/// NotFound: it does not wait (any more). Conflict: who asked cannot approve. Repeatable.
Result<Approval> approve(Session &session, qint64 id, const Person &by, WallMs now);
/// Nobody may do it any more. NotFound: it is done, has run out or was declined. Repeatable.
Result<Approval> declineApproval(Session &session, qint64 id, const Person &by, WallMs now);
/// What has not run out and is not done, the oldest first.
Result<QList<Approval>> openApprovals(Session &session, WallMs now);

} // namespace book

} // namespace seonchak

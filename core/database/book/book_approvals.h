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
        Approved, ///< by a second person; the act is not carried out yet
        Done,
        Declined, ///< by a second person, or withdrawn by the requester
    };
    static constexpr WallMs lastsMs = 300'000;

    qint64 id = 0;
    Act act = Act::VoidAll;
    qint64 subject = 0; ///< the reservation of a doubt; else 0
    QString person;     ///< name of the requester
    QString actor;      ///< the requester as shown in the audit trail
    WallMs askedAt = 0;
    WallMs until = 0;
    State state = State::Waiting;
    QString second;   ///< who approved or declined it, as shown in the audit trail; empty: nobody yet
    bool own = false; ///< whether the person who reads it is the requester

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

/// Uses an approval for `wanted` (act, subject, person, actor). State Done: the act may be carried out now,
/// and the approval belongs to this `ticket` only. Otherwise returns the pending request, which is created,
/// with its entry in the trail, if there was none. Repeatable.
Result<Approval> useApproval(Session &session, const Approval &wanted, const QString &ticket, WallMs now);
/// Makes a used approval valid again, because its act changed nothing. Repeatable.
Result<void> giveApprovalBack(Session &session, const QString &ticket);
/// NotFound: no such request is pending. Conflict: requesters cannot approve their own. Repeatable.
Result<Approval> approve(Session &session, qint64 id, const Person &by, WallMs now);
/// Ends a request or its approval. NotFound: it is done, expired or declined already. Repeatable.
Result<Approval> declineApproval(Session &session, qint64 id, const Person &by, WallMs now);
/// Requests that have neither expired nor been carried out, oldest first.
Result<QList<Approval>> openApprovals(Session &session, WallMs now);

} // namespace book

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/database/book/book_approvals.h"
#include "core/issue/ground/actor.h"

#include <QByteArray>

#include <qcoro/qcorotask.h>

namespace seonchak {

class Journal;
class SqlPool;

/// In a live sale with this option, voiding everything, declaring a doubt issued and restoring a doubt need
/// two persons: the first request fails with NeedsSecond, a second person approves it within five minutes,
/// and the requester repeats it. The book stores requests and approvals for all servers of the sale. Callable
/// from any thread with an event loop.
class SecondPerson
{
public:
    struct Parts
    {
        bool isNeeded = false;
        Journal &journal;
        SqlPool &readers;
        const Clock &clock;
    };
    explicit SecondPerson(Parts parts)
        : m(parts)
    {
    }

    struct Passed
    {
        QString words;  ///< appended to the act's entry in the trail: ", approved by lee (203.0.113.8)"
        QString ticket; ///< empty, like the words, if one person is enough
    };

    [[nodiscard]] bool isNeeded() const { return m.isNeeded; }
    /// Errors: NeedsSecond (another person has to approve) and Nameless. An interrupted act with a `key`
    /// resumes with the same approval.
    QCoro::Task<Result<Passed>> pass(Actor who, Approval::Act act, qint64 subject, QByteArray key);
    /// The act has changed nothing: the approval is good for another attempt, until it runs out.
    QCoro::Task<> giveBack(Passed passed);
    /// Errors: NotFound (no pending request has this id), Conflict (it is the caller's own) and Nameless.
    QCoro::Task<Result<Approval>> approve(Actor who, qint64 id);
    /// Declines a request, or withdraws the caller's own.
    QCoro::Task<Result<Approval>> decline(Actor who, qint64 id);
    /// All requests that have not expired (pending, approved or declined), as seen by `who`.
    QCoro::Task<Result<QList<Approval>>> open(Actor who);

private:
    QCoro::Task<Result<Approval>> decide(Actor who, qint64 id, bool approves);
    [[nodiscard]] static Approval seenBy(const Actor &who, Approval approval);

    Parts m;
};

} // namespace seonchak

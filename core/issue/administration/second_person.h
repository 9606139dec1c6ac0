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

/// In a real sale that wants it, voiding everything, declaring a doubt issued and restoring it need two
/// persons: who asks for one of these is told NeedsSecond, another approves within five minutes, and the
/// first asks again. The book keeps it, for all servers of the sale. Callable from any thread with an event
/// loop.
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
        QString words;  ///< what the trail says of the act beside the rest: ", approved by lee (203.0.113.8)"
        QString ticket; ///< empty, as the words are, where one person is enough
    };

    [[nodiscard]] bool isNeeded() const { return m.isNeeded; }
    /// NeedsSecond: another has to approve. Nameless. An act with a `key` that broke off goes on by the same
    /// approval.
    QCoro::Task<Result<Passed>> pass(Actor who, Approval::Act act, qint64 subject, QByteArray key);
    /// The act has changed nothing: the approval is good for another attempt, until it runs out.
    QCoro::Task<> giveBack(Passed passed);
    /// NotFound: nothing of this number waits. Conflict: who asked cannot approve. Nameless.
    QCoro::Task<Result<Approval>> approve(Actor who, qint64 id);
    /// Withdraws it, where it is one's own.
    QCoro::Task<Result<Approval>> decline(Actor who, qint64 id);
    /// What waits, or was approved or declined and has not run out, as `who` sees it.
    QCoro::Task<Result<QList<Approval>>> open(Actor who);

private:
    QCoro::Task<Result<Approval>> decide(Actor who, qint64 id, bool approves);
    [[nodiscard]] static Approval seenBy(const Actor &who, Approval approval);

    Parts m;
};

} // namespace seonchak

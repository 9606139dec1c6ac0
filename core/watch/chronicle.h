// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_doubts.h"
#include "core/database/book/book_life.h"
#include "core/database/book/book_refusals.h"

#include <qcoro/qcorotask.h>

#include <memory>

namespace seonchak {

class Clock;
class Journal;

/// Writes down, behind the answers, what people will ask about later: who was refused, what happened to a
/// coupon on its way, how often the store was asked. Noting is thread-safe, takes well under a microsecond
/// and never waits; it is bounded, and what does not fit is dropped and counted. About once a second the
/// notes go into the book in one transaction of a bounded size, between two batches of issues; a crash loses
/// that second at most. Nothing here decides anything: the coupons themselves are the journal's.
class Chronicle
{
public:
    struct Bounds
    {
        qsizetype waitingMost = 262'144; ///< notes not yet in the book, of each kind
        qsizetype perFlush = 500;        ///< of each kind, in one transaction: issues wait meanwhile
        qint64 refusalsMost = 1'000'000; ///< rows remembered
        qint64 lifeMost = 2'000'000;     ///< life events remembered
    };
    Chronicle(Journal &journal, const Clock &clock, Bounds bounds);
    Chronicle(Journal &journal, const Clock &clock);
    /// Leaves what waits to the journal, which writes it before it ends.
    ~Chronicle();
    Chronicle(const Chronicle &) = delete;
    Chronicle &operator=(const Chronicle &) = delete;

    void noteRefused(UserId user, Refusal::Reason reason);
    /// The same for the store's refusal of this code.
    void noteStoreRefused(UserId user, const QByteArray &code);
    void noteLife(LifeEntry entry);
    void noteAttempt(DoubtAttempt attempt);

    /// Writes the next portion; called by the keeper's clock. Returns false where more waits. Callable from
    /// any thread with an event loop, also while others flush; resumes there.
    QCoro::Task<Result<bool>> flushSome();
    /// Writes everything that was noted before the call, so that a question can be answered. Likewise.
    QCoro::Task<Result<void>> flush();
    /// Whether everything that was noted is in the book.
    [[nodiscard]] bool isWritten() const;
    /// How many notes did not fit, or were refused by the database.
    [[nodiscard]] qint64 dropped() const;

private:
    class Notes;
    Journal &m_journal;
    const Clock &m_clock;
    std::shared_ptr<Notes> m_notes; ///< shared with the work that waits in the journal
};

} // namespace seonchak

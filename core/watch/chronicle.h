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

/// Records in the background what people will ask about later: who was refused, what happened to a coupon,
/// how often the partner was asked. Noting is thread-safe, takes well under a microsecond and never waits;
/// the buffer is bounded, and notes that do not fit are dropped and counted. About once a second the notes go
/// into the book in one transaction of a bounded size, between two batches of issues; a crash loses at most
/// that second. Nothing here decides anything: the coupons themselves belong to the journal.
class Chronicle
{
public:
    struct Bounds
    {
        qsizetype waitingMost = 262'144; ///< notes of each kind not yet in the book
        qsizetype perFlush = 500;        ///< of each kind, in one transaction: issues wait meanwhile
        qint64 refusalsMost = 1'000'000; ///< rows kept
        qint64 lifeMost = 2'000'000;     ///< life events kept
    };
    Chronicle(Journal &journal, const Clock &clock, Bounds bounds);
    Chronicle(Journal &journal, const Clock &clock);
    /// Leaves waiting notes to the journal, which writes them before it ends.
    ~Chronicle();
    Chronicle(const Chronicle &) = delete;
    Chronicle &operator=(const Chronicle &) = delete;

    void noteRefused(UserId user, Refusal::Reason reason);
    /// The same for the partner's refusal of this code.
    void notePartnerRefused(UserId user, const QByteArray &code);
    void noteLife(LifeEntry entry);
    void noteAttempt(DoubtAttempt attempt);

    /// Writes the next portion; called by the keeper's timer. Returns false if more notes wait. Callable from
    /// any thread with an event loop, concurrently with other flushes; resumes there.
    QCoro::Task<Result<bool>> flushSome();
    /// Writes everything noted before the call, so that a query is complete. Callable like flushSome().
    QCoro::Task<Result<void>> flush();
    /// Whether everything noted is in the book.
    [[nodiscard]] bool isWritten() const;
    /// How many notes did not fit, or were rejected by the database.
    [[nodiscard]] qint64 dropped() const;

private:
    class Notes;
    Journal &m_journal;
    const Clock &m_clock;
    std::shared_ptr<Notes> m_notes; ///< shared with the work queued in the journal
};

} // namespace seonchak

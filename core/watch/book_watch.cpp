// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/book_watch.h"

#include "core/database/book/book_tally.h"
#include "core/database/engine/sql_pool.h"

#include <algorithm>

namespace seonchak {

namespace {
using Faults = QList<book::TallyFault>;
constexpr int restPerCount = 300; // counting takes at most this fraction of the time
} // namespace

BookWatch::BookWatch(Parts parts)
    : BookWatch(std::move(parts), Times{})
{
}

BookWatch::BookWatch(Parts parts, Times times)
    : m(std::move(parts))
    , m_times(times)
{
    connect(&m_timer, &QTimer::timeout, this, &BookWatch::look);
    m_timer.start(m_times.look);
}

void BookWatch::look()
{
    lookAtConnection();
    lookAtLog();
    lookAtLost();
    if (m_connected && !m_counting && std::chrono::steady_clock::now() >= m_nextCount)
        checkCounts(this);
}

void BookWatch::lookAtConnection()
{
    const bool connected = m.journal.isConnected();
    if (connected == m_connected)
        return;
    m_connected = connected;
    if (!connected)
        m.tell(Event::Kind::DatabaseAway, {});
    else if (m_wasConnected)
        m.tell(Event::Kind::DatabaseBack, {});
    m_wasConnected = true;
}

void BookWatch::lookAtLog()
{
    const QString trouble = m.journal.logTrouble();
    if (trouble == m_logTrouble)
        return;
    m_logTrouble = trouble;
    m.tell(trouble.isEmpty() ? Event::Kind::DatabaseWell : Event::Kind::DatabaseTrouble, trouble);
    m.log(trouble.isEmpty()
              ? QStringLiteral("the database's log is moved into its file again")
              : QStringLiteral("the database's log cannot be moved into its file: %1").arg(trouble));
}

void BookWatch::lookAtLost()
{
    const auto now = std::chrono::steady_clock::now();
    const auto lost = m.journal.lostBehind();
    const qint64 dropped = m.notesDropped();
    if (now < m_nextLoss || (lost.works == m_lost && dropped == m_dropped))
        return;
    m_nextLoss = now + m_times.count;
    if (lost.works != m_lost)
        m.log(QStringLiteral("%1 entries of the audit trail could not be written: %2")
                  .arg(lost.works - m_lost)
                  .arg(lost.why));
    if (dropped != m_dropped)
        m.log(QStringLiteral("%1 notes about refused users and coupons' lives could not be kept")
                  .arg(dropped - m_dropped));
    m_lost = lost.works;
    m_dropped = dropped;
}

QCoro::Task<> BookWatch::checkCounts(QPointer<BookWatch> self)
{
    // Both outlive this object.
    SqlPool &readers = self->m.readers;
    Journal &journal = self->m.journal;
    self->m_counting = true;
    const auto began = std::chrono::steady_clock::now();
    std::function<Result<Faults>(Session &)> check = book::checkTally;
    const auto found = co_await readers.run<Faults>(std::move(check));
    if (!self)
        co_return;
    const auto took = std::chrono::steady_clock::now() - began;
    QString wrong;
    Result<void> mended;
    if (found && !found->isEmpty()) {
        wrong = book::tallyWords(*found);
        std::function<Result<Faults>(Session &)> mend = book::mendTally;
        const auto done = co_await journal.write<Faults>(std::move(mend));
        if (!self)
            co_return;
        if (!done)
            mended = std::unexpected(done.error());
    }
    self->m_counting = false;
    const bool again = !found || !mended; // the database was unavailable or busy
    const std::chrono::nanoseconds usual = again ? self->m_times.look : self->m_times.count;
    self->m_nextCount =
        std::chrono::steady_clock::now() + std::max(usual, restPerCount * std::chrono::nanoseconds(took));
    if (found)
        self->tellCounts(wrong, mended);
}

void BookWatch::tellCounts(const QString &wrong, const Result<void> &mended)
{
    if (wrong.isEmpty())
        return m_unmended.clear();
    if (mended) {
        m_unmended.clear();
        m.tell(Event::Kind::CountsMended, wrong);
        m.log(
            QStringLiteral("the book had counted itself wrong and was set right by its rows: %1").arg(wrong));
        return;
    }
    const QString line = QStringLiteral("the book has counted itself wrong (%1) and cannot be set right: %2")
                             .arg(wrong, mended.error().detail);
    if (line != m_unmended)
        m.log(line);
    m_unmended = line;
}

} // namespace seonchak

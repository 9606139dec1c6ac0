// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/journal/journal.h"

#include "core/database/journal/journal_writer.h"

namespace seonchak {

namespace {
std::unexpected<Error> queueFull()
{
    return failure(Trouble::Unavailable, QStringLiteral("too many entries are waiting for the database"));
}
} // namespace

Journal::Journal(DatabaseUrl url, std::size_t queueMost, QStringList issueHooks)
    : m_writer(std::make_unique<JournalWriter>(std::move(url), queueMost, std::move(issueHooks), *this))
{
}

Journal::~Journal() = default;

void Journal::book(IssueEntry entry, BookCallback done)
{
    JournalReply<BookCallback> reply{TaskHome::current(), std::move(done)};
    if (!m_writer->put(entry, reply))
        reply.done(queueFull());
}

void Journal::openDoubt(DoubtEntry entry, DoneCallback done)
{
    book::DoubtChange change{std::move(entry), true};
    JournalReply<DoneCallback> reply{TaskHome::current(), std::move(done)};
    if (!m_writer->put(change, reply))
        reply.done(queueFull());
}

void Journal::closeDoubt(qint64 reservation, DoneCallback done)
{
    book::DoubtChange change;
    change.entry.reservation = reservation;
    change.open = false;
    JournalReply<DoneCallback> reply{TaskHome::current(), std::move(done)};
    if (!m_writer->put(change, reply))
        reply.done(queueFull());
}

void Journal::writeBehind(std::function<Result<void>(Session &)> work)
{
    enqueueWork([this, work = std::move(work)](Session *session, const Error &why) -> bool {
        if (!session) {
            lose(why);
            return true;
        }
        const auto done = session->transaction([&] { return work(*session); });
        if (!done && (session->isBroken() || session->lastDiagnosis().worthRetrying))
            return false;
        if (!done)
            lose(done.error());
        return true;
    });
}

void Journal::beBrief()
{
    m_writer->beBrief();
}

void Journal::hurry()
{
    m_writer->hurry();
}

void Journal::lose(const Error &why)
{
    const std::lock_guard lock(m_lostMutex);
    ++m_lost.works;
    m_lost.why = why.detail;
}

Journal::Lost Journal::lostBehind() const
{
    const std::lock_guard lock(m_lostMutex);
    return m_lost;
}

void Journal::enqueueWork(Work work)
{
    if (!m_writer->put(work))
        work(nullptr, queueFull().error());
}

std::optional<Error> Journal::trouble() const
{
    return m_writer->trouble();
}

std::chrono::nanoseconds Journal::waitsSince() const
{
    using Clock = std::chrono::steady_clock;
    const qint64 since = m_busySince.load();
    return since == 0 ? Clock::duration{} : Clock::now().time_since_epoch() - Clock::duration(since);
}

QString Journal::logTrouble() const
{
    return m_writer->logTrouble();
}

std::optional<Error> Journal::permanentTrouble() const
{
    return m_writer->permanentTrouble();
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/journal/journal.h"

#include "core/database/journal/journal_writer.h"

#include <algorithm>

namespace seonchak {

namespace {
std::unexpected<Error> queueFull()
{
    return failure(Trouble::Unavailable, QStringLiteral("too many entries are waiting for the database"));
}
} // namespace

Journal::Journal(DatabaseUrl url, std::size_t queueMost, QStringList issueHooks)
    : m_writer(std::make_unique<JournalWriter>(url, queueMost, std::move(issueHooks), m_changes))
    , m_works(url.engine == DatabaseUrl::Engine::Postgresql
                  ? std::make_unique<JournalWriter>(url, queueMost, QStringList(), m_changes)
                  : nullptr)
{
}

Journal::~Journal()
{
    for (JournalWriter *writer : writers())
        writer->finish(); // Neither waits for the other's end.
}

Journal::Writers Journal::writers() const
{
    return {m_writer.get(), m_works ? m_works.get() : m_writer.get()};
}

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
    for (JournalWriter *writer : writers())
        writer->beBrief();
}

void Journal::hurry()
{
    for (JournalWriter *writer : writers())
        writer->hurry();
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
    JournalWriter &writer = m_works ? *m_works : *m_writer;
    if (!writer.put(work))
        work(nullptr, queueFull().error());
}

bool Journal::isConnected() const
{
    return std::ranges::all_of(writers(), &JournalWriter::isConnected);
}

std::size_t Journal::depth() const
{
    return m_writer->depth();
}

std::optional<Error> Journal::trouble() const
{
    const auto trouble = m_writer->trouble();
    return trouble || !m_works ? trouble : m_works->trouble();
}

std::chrono::nanoseconds Journal::waitsSince() const
{
    return m_writer->waitsSince();
}

QString Journal::logTrouble() const
{
    return m_writer->logTrouble();
}

std::optional<Error> Journal::permanentTrouble() const
{
    const auto trouble = m_writer->permanentTrouble();
    return trouble || !m_works ? trouble : m_works->permanentTrouble();
}

} // namespace seonchak

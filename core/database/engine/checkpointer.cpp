// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/checkpointer.h"

#include "core/database/engine/rows.h"

#include <pthread.h>

#include <algorithm>

namespace seonchak {

namespace {
constexpr std::chrono::milliseconds longestWait{250};
constexpr int busyTimeoutMs = 50; // a checkpoint can wait, the connections it would block cannot
} // namespace

Checkpointer::Checkpointer(DatabaseUrl url, Tell tell, Bounds bounds)
    : m_url([&] {
        url.busyTimeoutMs = busyTimeoutMs;
        return std::move(url);
    }())
    , m_tell(std::move(tell))
    , m_bounds(bounds)
    , m_due(bounds.pagesPerRound)
    , m_thread([this] { run(); })
{
}

Checkpointer::Checkpointer(DatabaseUrl url, Tell tell)
    : Checkpointer(std::move(url), std::move(tell), Bounds{})
{
}

Checkpointer::~Checkpointer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void Checkpointer::logHolds(int pages)
{
    m_written.store(true);
    const int due = m_due.load();
    if (m_pages.exchange(pages) < due && pages >= due)
        m_wake.notify_one();
}

void Checkpointer::run()
{
    ::pthread_setname_np(::pthread_self(), "checkpoint");
    std::unique_ptr<Session> session;
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        m_wake.wait_for(lock, longestWait, [this] { return m_stopping || m_pages.load() >= m_due.load(); });
        if (m_stopping)
            break;
        lock.unlock();
        if (isDue())
            serve(session);
        if (session && session->isBroken())
            session.reset();
        lock.lock();
    }
    lock.unlock();
    session.reset();
}

/// There is enough for a round, or nothing was written for a while, or the last round failed a while ago.
bool Checkpointer::isDue()
{
    const bool isWritten = m_written.exchange(false);
    if (isWritten)
        m_tidy = false;
    const bool isRested = std::chrono::steady_clock::now() - m_lastWork >= m_bounds.idleBeforeTidy;
    m_isIdle = isRested && !isWritten;
    return m_pages.load() >= m_due.load() || (m_isIdle && !m_tidy) || (isRested && !m_trouble.isEmpty());
}

void Checkpointer::serve(std::unique_ptr<Session> &session)
{
    m_lastWork = std::chrono::steady_clock::now();
    Result<void> done;
    if (!session) {
        if (auto opened = Session::open(m_url))
            session = std::move(*opened);
        else
            done = std::unexpected(opened.error());
    }
    if (session)
        done = m_isIdle ? tidy(*session) : copy(*session);
    judge(done);
    // If pages could not be copied, the next round waits for as many new pages.
    const int pages = m_pages.load();
    m_due.store(m_bounds.pagesPerRound + (pages < m_bounds.pagesPerRound ? 0 : pages));
}

Result<Checkpointer::Log> Checkpointer::checkpoint(Session &session, const QString &mode)
{
    Log log;
    const auto done = eachRow(session, QStringLiteral("PRAGMA wal_checkpoint(") + mode + u')', {},
                              [&](const QSqlQuery &row) {
                                  log.busy = row.value(0).toInt() != 0;
                                  log.pages = row.value(1).toLongLong();
                                  log.copied = row.value(2).toLongLong();
                              });
    if (!done) {
        if (!session.lastDiagnosis().isBusy)
            return std::unexpected(done.error());
        log.busy = true; // The next round retries; meanwhile the log keeps everything.
        log.pages = m_logPages;
    }
    m_logPages = log.copied < log.pages ? log.pages : 0; // A log that is in the file starts again.
    return log;
}

/// While a reader uses part of the log, the log cannot be reset; the writer is then stopped only if the log
/// is very long.
Result<void> Checkpointer::copy(Session &session)
{
    const QString passive = QStringLiteral("PASSIVE");
    auto log = checkpoint(session, passive);
    const auto isLong = [&] { return log && log->pages >= m_bounds.pagesPerRound; };
    if (isLong()) // First as far as possible without the gate, so that the writer only waits for the short
                  // rest.
        log = checkpoint(session, passive);
    if (isLong() && (log->copied == log->pages || log->pages >= m_bounds.mostLogPages))
        log = finish(session);
    if (!log)
        return std::unexpected(log.error());
    return {};
}

Result<Checkpointer::Log> Checkpointer::finish(Session &session)
{
    const std::lock_guard still(m_gate);
    auto log = checkpoint(session, QStringLiteral("PASSIVE"));
    if (log && log->copied == log->pages)
        m_pages.store(0); // The next commit starts the log again.
    return log;
}

Result<void> Checkpointer::tidy(Session &session)
{
    const auto log = checkpoint(session, QStringLiteral("RESTART"));
    m_tidy = log && !log->busy;
    if (m_tidy)
        m_pages.store(0); // The next commit starts a new log.
    return log ? Result<void>{} : std::unexpected(log.error());
}

/// Reports a trouble when it begins, changes or ends. A log that is long once may have grown while the disk
/// was full; one that is as long or longer at the next check does not restart.
void Checkpointer::judge(const Result<void> &done)
{
    const qint64 tooLong = 2 * m_bounds.mostLogPages;
    const bool grows = m_judgedPages >= tooLong && m_logPages >= m_judgedPages;
    m_judgedPages = done ? m_logPages : 0;
    QString trouble;
    if (!done)
        trouble = done.error().detail;
    else if (grows)
        trouble = QStringLiteral("the write-ahead log does not start again and grows: a program has the "
                                 "database file open in a read transaction that does not end");
    if (trouble == m_trouble)
        return;
    m_trouble = trouble;
    m_tell(trouble);
}

} // namespace seonchak

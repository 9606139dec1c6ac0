// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/checkpointer.h"

#include "core/database/engine/rows.h"

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

void Checkpointer::wrote(int pages)
{
    const int before = m_pages.fetch_add(pages);
    if (before < m_bounds.pagesPerRound && before + pages >= m_bounds.pagesPerRound)
        m_wake.notify_one();
}

void Checkpointer::run()
{
    std::unique_ptr<Session> session;
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        m_wake.wait_for(lock, longestWait,
                        [this] { return m_stopping || m_pages.load() >= m_bounds.pagesPerRound; });
        if (m_stopping)
            break;
        lock.unlock();
        serve(session, m_pages.exchange(0));
        if (session && session->isBroken())
            session.reset();
        lock.lock();
    }
    lock.unlock();
    session.reset();
}

void Checkpointer::serve(std::unique_ptr<Session> &session, int pages)
{
    const auto now = std::chrono::steady_clock::now();
    const bool isIdle = pages == 0 && now - m_lastWork >= m_bounds.idleBeforeTidy;
    if (pages > 0)
        m_tidy = false;
    if (pages == 0 && (m_tidy || !isIdle))
        return;
    m_lastWork = now; // failed work is retried after the same interval, even without writes
    if (!session) {
        auto opened = Session::open(m_url);
        if (!opened)
            return judge(std::unexpected(opened.error()));
        session = std::move(*opened);
    }
    judge(isIdle ? tidy(*session) : copy(*session));
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
    m_logPages = std::max<qint64>(log.pages, 0);
    return log;
}

Result<void> Checkpointer::copy(Session &session)
{
    const QString passive = QStringLiteral("PASSIVE");
    auto log = checkpoint(session, passive);
    if (log && log->pages >= m_bounds.mostLogPages) {
        // First as far as possible without the gate, so that the writer only waits for the short rest.
        log = checkpoint(session, passive);
        const std::lock_guard still(m_gate);
        if (log)
            log = checkpoint(session, passive);
    }
    return log ? Result<void>{} : std::unexpected(log.error());
}

Result<void> Checkpointer::tidy(Session &session)
{
    const auto log = checkpoint(session, QStringLiteral("TRUNCATE"));
    m_tidy = log && !log->busy;
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

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/sql_pool.h"

#include "core/database/engine/retry_pause.h"

#include <pthread.h>

#include <algorithm>
#include <chrono>

namespace seonchak {

namespace {

using Clock = std::chrono::steady_clock;

} // namespace

/// One pool thread's session, and the time of the next try if there is none.
struct SqlPool::Line
{
    std::unique_ptr<Session> session;
    Error why{Trouble::Unavailable, QStringLiteral("the database is not connected"), {}};
    Clock::time_point nextTry = Clock::now();
    RetryPause pause;

    /// Returns true if it has opened a session that did not exist before.
    bool tryOpen(const DatabaseUrl &url)
    {
        auto opened = Session::open(url);
        if (opened) {
            session = std::move(*opened);
            // Readers also find their pages in the system's cache; the large cache is for the writer.
            const bool sqlite = session->engine() == DatabaseUrl::Engine::Sqlite;
            if (const auto small =
                    sqlite ? session->execute(QStringLiteral("PRAGMA cache_size=-8192")) : Result<void>{};
                !small)
                qWarning("%s", qUtf8Printable(small.error().detail));
            pause.reset();
            return true;
        }
        why = opened.error();
        nextTry = Clock::now() + pause.next();
        return false;
    }
};

SqlPool::SqlPool(DatabaseUrl url, int threads, std::size_t queueMost)
    : m_url(std::move(url))
    , m_queueMost(queueMost)
{
    m_threads.reserve(std::size_t(threads));
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] {
            ::pthread_setname_np(::pthread_self(), "sql"); // Otherwise it would have its creator's name.
            serve();
        });
}

SqlPool::~SqlPool()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
    for (const Job &job : m_jobs)
        job(nullptr, Error{Trouble::Unavailable, QStringLiteral("the program is stopping"), {}}, false);
}

void SqlPool::enqueue(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_jobs.size() < m_queueMost) {
            m_jobs.push_back(std::move(job));
            // notify_one() may not suffice: it could wake a thread without a session, which leaves the job to
            // the others.
            m_wake.notify_all();
            return;
        }
    }
    job(nullptr, Error{Trouble::Unavailable, QStringLiteral("too many database jobs are waiting"), {}},
        false);
}

void SqlPool::open(Line &line)
{
    if (!line.tryOpen(m_url))
        return;
    ++m_connected;
    m_changes.wake();
}

void SqlPool::runJob(Line &line, const Job &job)
{
    for (bool first = true;; first = false) {
        const bool answered = job(line.session.get(), line.why, first);
        if (line.session && line.session->isBroken()) {
            line.session.reset();
            line.nextTry = Clock::now();
            --m_connected;
            m_wake.notify_all();
        }
        if (answered)
            return;
        open(line);
    }
}

void SqlPool::serve()
{
    Line line;
    while (true) {
        if (!line.session && Clock::now() >= line.nextTry)
            open(line);
        Job job;
        {
            std::unique_lock lock(m_mutex);
            // A thread without a session leaves jobs to threads that have one; if none has, it refuses them.
            const auto due = [&] {
                return m_stopping || (!m_jobs.empty() && (line.session || m_connected.load() == 0));
            };
            if (line.session)
                m_wake.wait(lock, due);
            else if (!m_wake.wait_until(lock, line.nextTry, due))
                continue;
            if (m_stopping)
                break;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        runJob(line, job);
    }
    if (line.session)
        --m_connected;
}

} // namespace seonchak

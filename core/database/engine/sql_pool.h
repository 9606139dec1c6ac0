// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/promised.h"
#include "core/async/wakers.h"
#include "core/database/engine/session.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace seonchak {

/// Threads with a Session each, for blocking work: reads, lists, counts, and the lock strategies'
/// transactions. run() may be called from any thread with an event loop and resumes there. A lost connection
/// is reopened with backoff; while there is none, jobs fail with Unavailable. The queue is bounded: beyond
/// the limit, jobs fail immediately with Unavailable. A job that finds its idle connection cut (by a time
/// limit of the server, a proxy or a pooler) runs once more on a new one, unless its commit may have been
/// done: make it repeatable.
class SqlPool
{
public:
    SqlPool(DatabaseUrl url, int threads, std::size_t queueMost);
    /// Finishes the running jobs, fails the others, joins.
    ~SqlPool();

    template <typename T>
    QCoro::Task<Result<T>> run(std::function<Result<T>(Session &)> work)
    {
        Promised<Result<T>> result;
        enqueue([work = std::move(work), result](Session *session, const Error &why, bool mayRepeat) {
            auto value = session ? work(*session) : Result<T>(std::unexpected(why));
            if (!value && mayRepeat && session && session->isBroken() && !session->isCommitUnknown())
                return false;
            result.deliver(std::move(value));
            return true;
        });
        co_return co_await result;
    }

    /// Whether at least one thread has an open session.
    [[nodiscard]] bool isConnected() const { return m_connected.load() > 0; }
    /// Those who wait for a session: woken whenever one is opened.
    [[nodiscard]] Wakers &changes() { return m_changes; }

private:
    /// Returns false if it gave no answer: the connection is lost and the job needs another.
    using Job = std::function<bool(Session *, const Error &, bool mayRepeat)>;
    struct Line;
    void enqueue(Job job);
    void serve();
    void open(Line &line);
    void runJob(Line &line, const Job &job);

    const DatabaseUrl m_url;
    const std::size_t m_queueMost;
    std::atomic<int> m_connected{0};
    Wakers m_changes;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace seonchak

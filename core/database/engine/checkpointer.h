// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/database/engine/database_url.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace seonchak {

class Session;

/// Moves SQLite's write-ahead log into the database file, with its own thread and connection. When the writer
/// did this after every thousandth page, as SQLite does by default, the copying and its sync were the longest
/// waits of a commit. Thread-safe.
///
/// Reports a trouble once when it begins, and an empty text when it is over: a disk that is full or fails,
/// and a log that has grown to twice its limit because a reader never finishes. A lock that another program
/// holds for a while is not reported.
class Checkpointer
{
public:
    struct Bounds
    {
        /// Half of SqliteLog::room: while a round copies, the writer fills the other half.
        int pagesPerRound = 2000;
        qint64 mostLogPages = 64 * 1024; ///< 256 MiB at 4 KiB a page
        /// Less than the journal's pause between two probes, each of which writes one page.
        std::chrono::milliseconds idleBeforeTidy{2000};
    };
    /// Called on the checkpointer's own thread.
    using Tell = std::function<void(const QString &trouble)>;
    Checkpointer(DatabaseUrl url, Tell tell, Bounds bounds);
    Checkpointer(DatabaseUrl url, Tell tell);
    ~Checkpointer();
    Checkpointer(const Checkpointer &) = delete;
    Checkpointer &operator=(const Checkpointer &) = delete;

    /// The writer holds this during its transactions. The checkpointer takes it for the last pages of a
    /// round: under continuous load it would otherwise never catch up, and the log never restart.
    [[nodiscard]] std::mutex &gate() { return m_gate; }
    /// Call it within each commit, with the number of pages that the log then holds.
    void logHolds(int pages);

private:
    /// The number of pages in the log, and how many of them are already in the database file.
    struct Log
    {
        bool busy = false; ///< another program held a lock
        qint64 pages = 0;
        qint64 copied = 0;
    };
    void run();
    bool isDue();
    /// Performs the checkpoint that is due.
    void serve(std::unique_ptr<Session> &session);
    /// The rest of the log, while the writer waits.
    Result<Log> finish(Session &session);
    Result<void> copy(Session &session);
    Result<void> tidy(Session &session);
    Result<Log> checkpoint(Session &session, const QString &mode);
    void judge(const Result<void> &done);

    const DatabaseUrl m_url;
    const Tell m_tell;
    const Bounds m_bounds;
    std::atomic<bool> m_written{false}; ///< since the last round
    std::atomic<int> m_pages{0};        ///< in the log
    std::atomic<int> m_due;             ///< so many pages in the log make a round due
    std::mutex m_gate;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;

    // The checkpointer's thread only.
    bool m_isIdle = false;
    bool m_tidy = true; ///< the whole log is in the file, and starts again with the next commit
    std::chrono::steady_clock::time_point m_lastWork = std::chrono::steady_clock::now();
    qint64 m_logPages = 0;    ///< at the last check; 0 if all of them were in the file
    qint64 m_judgedPages = 0; ///< at the check before
    QString m_trouble;        ///< as last reported
    std::thread m_thread;
};

} // namespace seonchak

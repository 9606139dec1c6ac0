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

/// Moves SQLite's write-ahead log into the database file from a thread and a connection of its own. Done by
/// the writer after every thousandth page, as SQLite does by itself, the copying and its sync were the
/// longest waits of a commit. Thread-safe.
///
/// What keeps it from its work is told, once when it begins and with an empty text when it is over: a disk
/// that is full or fails, and a log that has grown to twice its bound because somebody reads in it without
/// end. A lock that another program holds for a while is no trouble.
class Checkpointer
{
public:
    struct Bounds
    {
        int pagesPerRound = 4000;
        qint64 mostLogPages = 64 * 1024; ///< 256 MiB at 4 KiB a page
        /// Less than the journal's pause between two probes, which write a page each.
        std::chrono::milliseconds idleBeforeTidy{2000};
    };
    /// Called on a thread of the checkpointer's own.
    using Tell = std::function<void(const QString &trouble)>;
    Checkpointer(DatabaseUrl url, Tell tell, Bounds bounds);
    Checkpointer(DatabaseUrl url, Tell tell);
    ~Checkpointer();
    Checkpointer(const Checkpointer &) = delete;
    Checkpointer &operator=(const Checkpointer &) = delete;

    /// The writer holds this during its transactions. Only when the log has outgrown its bound does the
    /// checkpointer take it, for the last pages: under unbroken load it would otherwise never catch up, and
    /// the log never restart.
    [[nodiscard]] std::mutex &gate() { return m_gate; }
    /// To be called after each commit; `pages` is a rough guess of what it wrote.
    void wrote(int pages);

private:
    void run();
    /// One look at what there is to do.
    void serve(std::unique_ptr<Session> &session, int pages);
    Result<void> copy(Session &session);
    Result<void> tidy(Session &session);
    /// Pages in the log, and those of them that are in the database file.
    struct Log
    {
        bool busy = false; ///< another program held a lock
        qint64 pages = 0;
        qint64 copied = 0;
    };
    Result<Log> checkpoint(Session &session, const QString &mode);
    void judge(const Result<void> &done);

    const DatabaseUrl m_url;
    const Tell m_tell;
    const Bounds m_bounds;
    std::atomic<int> m_pages{0};
    std::mutex m_gate;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;

    // The checkpointer's thread only.
    bool m_tidy = true; ///< the log file is as short as it can be
    std::chrono::steady_clock::time_point m_lastWork = std::chrono::steady_clock::now();
    qint64 m_logPages = 0;    ///< by the last look
    qint64 m_judgedPages = 0; ///< by the look before that
    QString m_trouble;        ///< as it was told last
    std::thread m_thread;
};

} // namespace seonchak

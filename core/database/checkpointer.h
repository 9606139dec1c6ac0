// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/database_url.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace seonchak {

class Session;

/// Moves SQLite's write-ahead log into the database file from a thread and a connection of its own. Done by
/// the writer after every thousandth page, as SQLite does by itself, the copying and its sync were the
/// longest waits of a commit. Thread-safe.
class Checkpointer
{
public:
    explicit Checkpointer(DatabaseUrl url);
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
    void copy(Session &session);
    void tidy(Session &session);
    /// Pages in the log that are not in the database file yet, and in the log at all.
    struct Log
    {
        qint64 pages = 0;
        qint64 copied = 0;
    };
    static Log checkpoint(Session &session, const QString &mode);

    const DatabaseUrl m_url;
    std::atomic<int> m_pages{0};
    std::mutex m_gate;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    bool m_tidy = true; ///< the log file is as short as it can be
    std::thread m_thread;
};

} // namespace seonchak

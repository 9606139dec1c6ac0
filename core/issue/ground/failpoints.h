// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace seonchak {

/// Places in an issue where an external process may hold it, so that the program can be killed, or another
/// request can pass, between any two steps (fail points, as in FreeBSD's fail(9)).
///
/// A client of a Unix socket that the lab listens on. At each edge of a step it writes `at <id> <user> <step>
/// <before|after>`, and that issue waits until `go <id>` comes back. If the socket closes, everything
/// continues. There is one per sale, and only with --failpoints: without it the issue path tests a null
/// pointer and nothing else. Thread-safe.
class Failpoints
{
public:
    enum class Edge { Before, After };

    /// Unavailable if nobody listens at `path`.
    static Result<std::unique_ptr<Failpoints>> connect(const QString &path);
    ~Failpoints();
    Failpoints(const Failpoints &) = delete;
    Failpoints &operator=(const Failpoints &) = delete;

    /// For coroutines: resumes on the caller's thread, which needs an event loop. `step` must be a literal.
    Task<> reach(const char *step, Edge edge, UserId user);
    /// For threads that may block, such as those of a SqlPool.
    void reachBlocking(const char *step, Edge edge, UserId user);

    /// From now on no issue waits, and waiting issues continue. Call it at the end of a sale.
    void disarm();

private:
    struct Waiter
    {
        std::function<void()> go;
    };

    explicit Failpoints(int socket);
    /// Announces that the edge was reached. `waiter.go` is called once: on the reader's thread, or
    /// immediately on this thread if nobody listens any more.
    void announce(const char *step, Edge edge, UserId user, Waiter waiter);
    void read();
    void takeLine(const QByteArray &line);
    void letAllGo();

    const int m_socket;
    std::mutex m_mutex; ///< guards all members below, and writing
    bool m_armed = true;
    quint64 m_lastId = 0;
    std::unordered_map<quint64, Waiter> m_waiting;
    std::thread m_reader; ///< last member: it uses the others
};

} // namespace seonchak

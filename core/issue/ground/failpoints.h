// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "core/coupon/coupon.h"
#include "core/coupon/error.h"
#include "core/issue/ground/strategy.h"

#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace seonchak {

/// Places in an issue at which somebody outside may hold it, so that the program can be killed, or another
/// request be let past, between any two steps (fail points, as in FreeBSD's fail(9)).
///
/// A client of a Unix socket that the lab listens on. At each edge of a step it writes
/// `at <id> <user> <step> <before|after>`, and that one issue waits until `go <id>` comes back. Where the
/// socket ends, everything goes on. There is one per sale, and only with --failpoints: without it the issue
/// path has a null pointer to test and nothing else. Thread-safe.
class Failpoints
{
public:
    enum class Edge { Before, After };

    /// Unavailable where nobody listens at `path`.
    static Result<std::unique_ptr<Failpoints>> connect(const QString &path);
    ~Failpoints();
    Failpoints(const Failpoints &) = delete;
    Failpoints &operator=(const Failpoints &) = delete;

    /// For coroutines: resumes on the caller's thread, which needs an event loop. `step` is a literal.
    Task<> reach(const char *step, Edge edge, UserId user);
    /// For threads that may block, as those of a SqlPool.
    void reachBlocking(const char *step, Edge edge, UserId user);

    /// From here on nothing waits, and what waited goes on: to be called at the end of a sale.
    void disarm();

private:
    struct Waiter
    {
        std::function<void()> go;
    };

    explicit Failpoints(int socket);
    /// Tells that the edge was reached. `waiter.go` is called once: on the reader's thread, or here and at
    /// once where nobody listens any more.
    void announce(const char *step, Edge edge, UserId user, Waiter waiter);
    void read();
    void takeLine(const QByteArray &line);
    void letAllGo();

    const int m_socket;
    std::mutex m_mutex; ///< of all below, and of writing
    bool m_armed = true;
    quint64 m_lastId = 0;
    std::unordered_map<quint64, Waiter> m_waiting;
    std::thread m_reader; ///< last: it uses the rest
};

/// The names of a strategy's steps, in the order in which an issue that goes well crosses them. Those that
/// only some issues cross stand last: `rpush` and `release` after a refusal of the store, `open-doubt` and
/// `mark-doubt` after an unknown outcome.
QList<QByteArray> stepsOf(Strategy strategy);

} // namespace seonchak

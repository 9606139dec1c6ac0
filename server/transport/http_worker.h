// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/coupon/error.h"
#include "server/transport/connection_table.h"
#include "server/transport/in_flight.h"
#include "server/transport/limits.h"
#include "server/transport/message.h"
#include "server/transport/refusal.h"
#include "server/transport/reserved_port.h"

#include <QTimer>

#include <functional>
#include <memory>

namespace seonchak::http {

class Listener;
class Poller;
class QtDispatch;

struct WorkerSettings
{
    Handler handler;
    RefusalAnswer refuse;
    /// Shared by all workers of the program.
    std::shared_ptr<TransportBudget> budget;
    SizeLimits sizes = {};
    TimeLimits times = {};
};

/// One event loop's share of the server: its own listening socket on a port that all workers share, its
/// connections, and its instance of Qt's HTTP server. Create, use and destroy it on one thread with an event
/// loop, see OwnedThread; only inFlight() and connections() are thread-safe.
///
/// The handler gets one request of a connection at a time, in order. It must not run a nested event loop.
/// Replies may be called later, on this thread, even after the client or the worker has gone.
class HttpWorker
{
public:
    HttpWorker(WorkerSettings settings, const Clock &clock);
    ~HttpWorker();
    HttpWorker(const HttpWorker &) = delete;
    HttpWorker &operator=(const HttpWorker &) = delete;

    [[nodiscard]] Result<void> listen(const ReservedPort &port);
    /// Takes ownership of a listening, non-blocking descriptor: a Unix socket.
    [[nodiscard]] Result<void> listen(int descriptor);
    /// Accepts the connections that are established already, then no more. Idle connections are closed, the
    /// others after their present answer. Complete requests are answered; wait for inFlight() to be 0 before
    /// destroying.
    void stopAccepting();
    /// Requests that a handler has not answered yet, and answers not completely sent. Thread-safe.
    [[nodiscard]] int inFlight() const { return m_inFlight->count(); }
    /// Calls `none` once no request is in flight: now, or later. Only the last `none` is remembered.
    void whenNoneInFlight(std::function<void()> none) { m_inFlight->whenNone(std::move(none)); }
    [[nodiscard]] int connections() const { return m_table.size(); }
    /// Drops the connections that have exceeded their time limits. A timer calls it twice a second.
    void sweep();

private:
    std::shared_ptr<InFlight> m_inFlight = std::make_shared<InFlight>();
    std::unique_ptr<Poller> m_poller;
    std::unique_ptr<QtDispatch> m_dispatch;
    ConnectionContext m_context;
    ConnectionTable m_table;
    Listener *m_listener = nullptr; ///< a child of m_dispatch
    QTimer m_sweeper;
};

} // namespace seonchak::http

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/lab/plan/request.h"
#include "core/lab/send/prompt_thread.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace seonchak::lab {

/// How requests reach the server.
struct LoadSetting
{
    quint16 port = 0; ///< of the server, on 127.0.0.1
    int connections = 64;
    /// Open model: each request leaves at its scheduled instant, or as soon after it as a connection is free,
    /// whatever the server does. Closed model: each connection sends its next request when the last was
    /// answered.
    bool open = true;
    qint64 patienceNs = 30'000'000'000; ///< for one answer, and for a free connection
    qint64 beginsAtNs = 0; ///< by CLOCK_MONOTONIC, once the connections stand; 0, or over by then: at once
    int warmUpPerConnection = 10; ///< answers of GET /healthz awaited before the run begins; not recorded
};

struct LoadReport
{
    qint64 startedWallMs = 0; ///< the run's zero, by the wall clock
    qint64 zeroNs = 0;        ///< the same by CLOCK_MONOTONIC
    qint64 durationNs = 0;    ///< from the first scheduled instant to the last answer
    qint64 cpuNs = 0;         ///< CPU time of the sending thread
    qint64 waitedNs = -1;     ///< how long it was ready to run and was not let; -1: not known
    PromptThread::Means means = PromptThread::Means::Ordinary; ///< how it was kept on schedule
    /// Requests that left more than 1 ms late although a connection was free: the generator's own fault.
    qint64 lateByOwnFault = 0;
    qint64 heldBack = 0; ///< left late because no connection was free: the server's doing
    bool cancelled = false;

    /// True where the figures say more about the generator than about the server: it hardly ever slept, or
    /// more than one request in a thousand left late by its own fault.
    [[nodiscard]] bool generatorWasTheBottleneck(qint64 requests) const;
};

/// Sends every request of `plan` over real sockets and fills in how each went. Blocks the calling thread
/// until all are answered or given up; one thread, one epoll set, no Qt event loop. `progress` is called on
/// it, ten times a second. Latency is to be counted from `scheduled`, so that a server that stalls is not
/// spared the requests it kept from leaving (coordinated omission: G. Tene, "How NOT to Measure Latency",
/// 2015). Unavailable: not all connections could be opened; nothing was sent then.
Result<LoadReport> runLoad(const LoadSetting &setting, std::vector<Request> &plan,
                           const std::stop_token &stop,
                           const std::function<void(qint64 answered)> &progress = {});

} // namespace seonchak::lab

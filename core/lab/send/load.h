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

/// How to send the requests.
struct LoadSetting
{
    quint16 port = 0; ///< of the server, on 127.0.0.1
    int connections = 64;
    /// Open model: each request is sent at its scheduled instant, or as soon after it as a connection is
    /// free, regardless of the server. Closed model: each connection sends its next request when the last was
    /// answered.
    bool open = true;
    qint64 patienceNs = 30'000'000'000; ///< for one answer, and for a free connection
    qint64 beginsAtNs =
        0; ///< by CLOCK_MONOTONIC, once all connections are open; 0 or in the past: immediately
    int warmUpPerConnection = 10; ///< answers of GET /healthz awaited before the run begins; not recorded
};

struct LoadReport
{
    qint64 startedWallMs = 0; ///< the run's zero, by the wall clock
    qint64 zeroNs = 0;        ///< the same by CLOCK_MONOTONIC
    qint64 durationNs = 0;    ///< from the first scheduled instant to the last answer
    qint64 cpuNs = 0;         ///< CPU time of the sending thread
    qint64 waitedNs = -1;     ///< how long it was ready to run but not scheduled; -1: unknown
    PromptThread::Means means = PromptThread::Means::Ordinary; ///< how it was given priority
    /// Requests sent more than 1 ms late although a connection was free: the generator's own delay.
    qint64 lateByOwnFault = 0;
    qint64 heldBack = 0; ///< sent late because no connection was free: the server's delay
    bool cancelled = false;

    /// Whether the numbers describe the generator more than the server: it hardly ever slept, or sent more
    /// than one request in a thousand late by its own fault.
    [[nodiscard]] bool generatorWasTheBottleneck(qint64 requests) const;
};

/// Sends every request of `plan` over real sockets and records the results. Blocks the calling thread until
/// all are answered or given up; one thread, one epoll set, no Qt event loop. `progress` is called on it, ten
/// times a second. Measure latency from `scheduled`: a stalled server must be charged for the requests that
/// it delayed (coordinated omission: G. Tene, "How NOT to Measure Latency", 2015). Unavailable: not all
/// connections could be opened, and nothing was sent.
Result<LoadReport> runLoad(const LoadSetting &setting, std::vector<Request> &plan,
                           const std::stop_token &stop,
                           const std::function<void(qint64 answered)> &progress = {});

} // namespace seonchak::lab

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>

namespace seonchak {

/// The requests of a service manager in the environment, by the protocol of sd_notify(3).
struct Supervisor
{
    QByteArray socket;                     ///< the socket to notify; empty: none. @ begins an abstract name
    std::chrono::microseconds watchdog{0}; ///< the longest interval between heartbeats; 0: none required

    /// Reads the variables and removes them from the environment, so that our children do not notify in our
    /// name. Call it before other threads exist, because getenv() in one would race with it.
    static Supervisor take();

    /// Sends lines of NAME=value to the socket. Returns false if the socket cannot take them now; never
    /// waits.
    [[nodiscard]] bool send(const QByteArray &lines) const;
};

} // namespace seonchak

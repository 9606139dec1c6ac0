// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>

namespace seonchak {

/// What a service manager asked for in the environment, by the protocol of sd_notify(3).
struct Supervisor
{
    QByteArray socket; ///< where to tell; empty: nobody listens. @ begins an abstract name
    std::chrono::microseconds watchdog{0}; ///< it wants a sign of life within this time; 0: it wants none

    /// Takes the variables out of the environment, so that no child of ours speaks in our name. Before there
    /// are threads, since getenv() in another one would race with it.
    static Supervisor take();

    /// Sends lines of NAME=value to the socket. False where it could not take them now; it never waits.
    [[nodiscard]] bool send(const QByteArray &lines) const;
};

} // namespace seonchak

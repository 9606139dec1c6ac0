// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/plan/opening.h"
#include "core/lab/plan/setting.h"
#include "core/lab/rig/own_server.h"

namespace seonchak::lab {

/// Sets the opening of the sale of a server under test according to the setting, and reads Redis' clock,
/// which decides it. Does nothing if the setting has no opening. Blocks its thread.
class OpeningRun
{
public:
    OpeningRun(const Setting &setting, OwnServer &server)
        : m_setting(setting)
        , m_server(server)
    {
    }

    /// Sets the time, and waits until it is time to open the load's connections. Unavailable if it was
    /// stopped.
    Result<void> begin(const std::stop_token &stop);
    /// When to send the first request, by CLOCK_MONOTONIC; 0: immediately.
    [[nodiscard]] qint64 loadBeginsNs() const { return m_loadBeginsNs; }
    /// The record, by the clock of a run that began at `zeroNs`. BadInput if the load ended before the
    /// opening.
    Result<Opening> end(qint64 zeroNs, const std::vector<Request> &requests);

private:
    Result<void> look();
    Result<void> tellServer();

    const Setting &m_setting;
    OwnServer &m_server;
    Opening m_opening; ///< by CLOCK_MONOTONIC
    qint64 m_loadBeginsNs = 0;
};

} // namespace seonchak::lab

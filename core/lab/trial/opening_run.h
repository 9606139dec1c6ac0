// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/plan/opening.h"
#include "core/lab/plan/setting.h"
#include "core/lab/rig/own_server.h"

namespace seonchak::lab {

/// Has the sale of a server under test open by itself, as the setting wants it, and watches Redis' clock,
/// which opens it. Does nothing where the setting aims at no opening. Blocks its thread.
class OpeningRun
{
public:
    OpeningRun(const Setting &setting, OwnServer &server)
        : m_setting(setting)
        , m_server(server)
    {
    }

    /// Sets the time, and waits until the connections of the load should be made. Unavailable where it was
    /// stopped.
    Result<void> begin(const std::stop_token &stop);
    /// When the first request is to leave, by CLOCK_MONOTONIC; 0: at once.
    [[nodiscard]] qint64 loadBeginsNs() const { return m_loadBeginsNs; }
    /// What was recorded, by the clock of a run that began at `zeroNs`. BadInput where the load was over
    /// before the opening.
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

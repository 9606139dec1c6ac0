// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/compare/experiment.h"

namespace seonchak {

/// The progress of a comparison at any time, including phases without answers: starting a server and reading
/// the stores take a part of each run.
class RunClock
{
public:
    static constexpr int perRun = 1000;

    void begin() { *this = {}; }
    void note(const lab::Progress &progress, qint64 nowMs);
    [[nodiscard]] bool hasBegun() const { return m_last.run > 0; }
    [[nodiscard]] const lab::Progress &last() const { return m_last; }
    /// 0 … runs × perRun. Never decreases.
    [[nodiscard]] int value(qint64 nowMs);
    /// How long the present step has lasted.
    [[nodiscard]] qint64 stepMs(qint64 nowMs) const { return nowMs - m_stepSinceMs; }
    /// -1: not known yet. Counts down within a run, but not below the estimate for the remaining runs.
    [[nodiscard]] qint64 leftMs(qint64 nowMs) const;

private:
    [[nodiscard]] double shareOfRun(qint64 nowMs) const;

    lab::Progress m_last;
    qint64 m_runSinceMs = 0;
    qint64 m_stepSinceMs = 0;
    qint64 m_startingMs = 1000; ///< how long the last run's server took to start
    int m_shown = 0;
};

} // namespace seonchak

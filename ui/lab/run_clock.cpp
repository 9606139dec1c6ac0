// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/run_clock.h"

#include <algorithm>

namespace seonchak {

namespace {

/// The assumed share of each step in a run, while its length is unknown.
constexpr double startingShare = 0.1;
constexpr double sendingShare = 0.8;
constexpr double settlingShare = 0.1;
constexpr double usualSettlingMs = 1000;

/// Nears 1, and is never quite there: a step that lasts longer than the last time still moves.
double nearing(double elapsed, double usual)
{
    return elapsed / (elapsed + std::max(usual, 1.0));
}

} // namespace

void RunClock::note(const lab::Progress &progress, qint64 nowMs)
{
    const bool newRun = progress.run != m_last.run;
    if (newRun)
        m_runSinceMs = nowMs;
    if (!newRun && m_last.step == lab::Step::Starting && progress.step == lab::Step::Sending)
        m_startingMs = stepMs(nowMs);
    if (newRun || progress.step != m_last.step)
        m_stepSinceMs = nowMs;
    m_last = progress;
}

double RunClock::shareOfRun(qint64 nowMs) const
{
    const auto elapsed = double(stepMs(nowMs));
    switch (m_last.step) {
    case lab::Step::Starting:
        return startingShare * nearing(elapsed, double(m_startingMs));
    case lab::Step::Sending:
        return startingShare +
               (m_last.requests > 0 ? sendingShare * double(m_last.answered) / double(m_last.requests) : 0);
    case lab::Step::Settling:
        break;
    }
    return startingShare + sendingShare + settlingShare * nearing(elapsed, usualSettlingMs);
}

int RunClock::value(qint64 nowMs)
{
    if (hasBegun())
        m_shown = std::max(m_shown, (m_last.run - 1) * perRun + int(perRun * shareOfRun(nowMs)));
    return m_shown;
}

qint64 RunClock::leftMs(qint64 nowMs) const
{
    if (m_last.secondsLeft < 0)
        return -1;
    const auto all = qint64(m_last.secondsLeft * 1000);
    const qint64 runs = std::max(1, m_last.runs - m_last.run + 1);
    return std::max(all - (nowMs - m_runSinceMs), all / runs * (runs - 1));
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace seonchak::lab {

/// Lets the calling thread run at once when its instant has come, for as long as this lives: first in the
/// real-time class, else with a better nice value, else as it was. Processes started meanwhile do not inherit
/// it. Meant for a thread that sleeps nearly all the time and must keep a schedule; a thread that works all
/// the time would take the processor from what it measures.
class PromptThread
{
public:
    enum class Means {
        RealTime, ///< SCHED_FIFO at its lowest priority: root, CAP_SYS_NICE or RLIMIT_RTPRIO
        Raised,   ///< nice -10: RLIMIT_NICE
        Ordinary, ///< neither was permitted
    };

    PromptThread();
    ~PromptThread();
    PromptThread(const PromptThread &) = delete;
    PromptThread &operator=(const PromptThread &) = delete;

    [[nodiscard]] Means means() const { return m_means; }

private:
    Means m_means = Means::Ordinary;
    int m_policy = 0;
    int m_nice = 0;
};

/// "real-time", "raised", "ordinary".
const char *meansName(PromptThread::Means means);

/// How long the calling thread has been ready to run and was not let, in nanoseconds, since it began; -1
/// where the kernel does not count it (/proc/thread-self/schedstat).
qint64 waitedForCpuNs();

} // namespace seonchak::lab

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace seonchak::lab {

/// While it exists, the calling thread is scheduled as soon as it is due: in the real-time class if possible,
/// else with a better nice value, else unchanged. Processes started meanwhile do not inherit this. For a
/// thread that mostly sleeps and must keep a schedule; a busy thread would take the processor from what it
/// measures.
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

/// How long the calling thread has been ready to run but not scheduled, in nanoseconds, since it began; -1 if
/// the kernel does not count it (/proc/thread-self/schedstat).
qint64 waitedForCpuNs();

} // namespace seonchak::lab

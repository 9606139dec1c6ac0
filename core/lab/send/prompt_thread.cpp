// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/send/prompt_thread.h"

#include <QFile>

#include <sched.h>
#include <sys/resource.h>

namespace seonchak::lab {

namespace {

constexpr int betterNice = -10;

/// On Linux a process id of 0 means the calling thread, despite the constant's name.
int niceOfThisThread()
{
    return ::getpriority(PRIO_PROCESS, 0);
}

} // namespace

PromptThread::PromptThread()
    : m_policy(::sched_getscheduler(0) & ~SCHED_RESET_ON_FORK)
    , m_nice(niceOfThisThread())
{
    if (m_policy != SCHED_OTHER) { // Another scheduling class was chosen for us.
        m_means = m_policy == SCHED_FIFO || m_policy == SCHED_RR ? Means::RealTime : Means::Ordinary;
        return;
    }
    sched_param lowest{};
    lowest.sched_priority = ::sched_get_priority_min(SCHED_FIFO);
    if (::sched_setscheduler(0, SCHED_FIFO | SCHED_RESET_ON_FORK, &lowest) == 0)
        m_means = Means::RealTime;
    else if (::setpriority(PRIO_PROCESS, 0, betterNice) == 0)
        m_means = Means::Raised;
}

PromptThread::~PromptThread()
{
    if (m_policy != SCHED_OTHER)
        return;
    const sched_param none{};
    if (m_means == Means::RealTime && ::sched_setscheduler(0, SCHED_OTHER, &none) != 0) {
        // Only a privileged process may remove the flag again.
        ::sched_setscheduler(0, SCHED_OTHER | SCHED_RESET_ON_FORK, &none);
    } else if (m_means == Means::Raised) {
        ::setpriority(PRIO_PROCESS, 0, m_nice);
    }
}

const char *meansName(PromptThread::Means means)
{
    switch (means) {
    case PromptThread::Means::RealTime:
        return "real-time";
    case PromptThread::Means::Raised:
        return "raised";
    case PromptThread::Means::Ordinary:
        break;
    }
    return "ordinary";
}

qint64 waitedForCpuNs()
{
    QFile file(QStringLiteral("/proc/thread-self/schedstat"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const auto fields = file.readAll().split(' '); // time on the processor, time waiting for it, turns
    return fields.size() == 3 ? fields[1].toLongLong() : -1;
}

} // namespace seonchak::lab

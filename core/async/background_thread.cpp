// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/background_thread.h"

#include <linux/ioprio.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace seonchak {

void moveThisThreadToTheBackground()
{
    // A low nice value alone is not enough: a worker that wakes up must wait for the end of such a thread's
    // turn, but takes the CPU from an idle one at once.
    constexpr int lowest = 19;
    const sched_param none{};
    ::setpriority(PRIO_PROCESS, 0,
                  lowest); // On Linux 0 means the calling thread, despite the constant's name.
    ::sched_setscheduler(0, SCHED_IDLE, &none);
    ::syscall(SYS_ioprio_set, IOPRIO_WHO_PROCESS, 0, IOPRIO_PRIO_VALUE(IOPRIO_CLASS_IDLE, 0));
}

} // namespace seonchak

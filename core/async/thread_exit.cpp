// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/thread_exit.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <thread>
#include <utility>

#include <sys/syscall.h>
#include <unistd.h>

namespace seonchak {

namespace {

bool isThere(pid_t thread)
{
    return ::syscall(SYS_tgkill, ::getpid(), thread, 0) == 0 || errno != ESRCH;
}

} // namespace

void ThreadExit::noteThis()
{
    const std::lock_guard lock(m_mutex);
    const pid_t self = ::gettid();
    if (std::ranges::find(m_threads, self) == m_threads.end())
        m_threads.push_back(self);
}

void ThreadExit::await()
{
    // The kernel sends no notification of a detached thread's end; the end takes microseconds.
    constexpr std::chrono::microseconds pause{50};
    const std::lock_guard lock(m_mutex);
    for (const pid_t thread : std::exchange(m_threads, {})) {
        while (isThere(thread))
            std::this_thread::sleep_for(pause);
    }
}

} // namespace seonchak

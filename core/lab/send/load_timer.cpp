// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/send/load_timer.h"

#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace seonchak::lab {

constexpr qint64 nsPerSecond = 1'000'000'000;

LoadTimer::LoadTimer()
    : m_fd(::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC))
{
}

LoadTimer::~LoadTimer()
{
    ::close(m_fd);
}

bool LoadTimer::watchIn(int epoll, quint64 mark)
{
    epoll_event event{};
    event.events = EPOLLIN | EPOLLET;
    event.data.u64 = mark;
    return ::epoll_ctl(epoll, EPOLL_CTL_ADD, m_fd, &event) == 0;
}

void LoadTimer::setTo(qint64 at)
{
    if (at == m_at)
        return;
    m_at = at;
    itimerspec when{};
    when.it_value.tv_sec = time_t(at / nsPerSecond);
    when.it_value.tv_nsec = long(at % nsPerSecond);
    ::timerfd_settime(m_fd, TFD_TIMER_ABSTIME, &when, nullptr);
}

} // namespace seonchak::lab

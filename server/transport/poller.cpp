// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/poller.h"

#include <QSocketNotifier>

#include <sys/epoll.h>
#include <unistd.h>

#include <array>

namespace seonchak::http {

Poller::Poller(Ready ready)
    : m_ready(std::move(ready))
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    if (m_epoll < 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(m_epoll, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] { drain(); });
}

Poller::~Poller()
{
    m_notifier.reset();
    if (m_epoll >= 0)
        ::close(m_epoll);
}

bool Poller::add(int descriptor, quint64 id, quint32 events)
{
    epoll_event event{.events = events, .data = {.u64 = id}};
    return ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event) == 0;
}

void Poller::change(int descriptor, quint64 id, quint32 events)
{
    epoll_event event{.events = events, .data = {.u64 = id}};
    ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &event);
}

void Poller::drain()
{
    // One batch for each turn: the set stays readable while anything is left, and timers and other sockets
    // are not delayed.
    std::array<epoll_event, 256> events;
    const int count = ::epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), 0);
    for (int i = 0; i < count; ++i) {
        const auto &event = events.at(static_cast<std::size_t>(i));
        m_ready(event.data.u64, event.events);
    }
}

} // namespace seonchak::http

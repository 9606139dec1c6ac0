// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/event_log.h"

#include <algorithm>

namespace seonchak {

EventLog::EventLog(std::size_t capacity)
    : m_ring(std::max<std::size_t>(capacity, 1))
{
}

void EventLog::add(Event event)
{
    const std::lock_guard hold(m_mutex);
    event.serial = ++m_last;
    m_ring[m_last % m_ring.size()] = std::move(event);
}

QList<Event> EventLog::after(quint64 serial, qsizetype most) const
{
    const std::lock_guard hold(m_mutex);
    const quint64 kept = std::min<quint64>(m_last, m_ring.size());
    const quint64 wanted = std::min<quint64>(kept, quint64(std::max<qsizetype>(most, 0)));
    quint64 next = std::max(serial, m_last - wanted) + 1;
    QList<Event> events;
    for (; next <= m_last; ++next)
        events.append(m_ring[next % m_ring.size()]);
    return events;
}

} // namespace seonchak

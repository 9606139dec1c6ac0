// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/dashboard_memory.h"

#include "ui/port/desk_port.h"
#include "ui/port/pulse.h"

#include <QDateTime>

namespace seonchak {

namespace {
constexpr qsizetype eventsAtOnce = 1000;
}

DashboardMemory::DashboardMemory(DeskPort &port, const Clock &clock, QObject *parent)
    : QObject(parent)
    , work(port, clock)
    , brake(port, clock)
    , m_port(port)
{
}

void DashboardMemory::take(const Reading &reading)
{
    // All that has come since, portion by portion: a window that stood still for a while misses nothing
    // either.
    for (qsizetype came = eventsAtOnce; came == eventsAtOnce;) {
        const EventPage page = m_port.events(events.lastSerial(), eventsAtOnce);
        events.take(page.items);
        came = page.items.size();
    }
    if (reading.silent)
        return; // The same answer again.
    history.add(reading);
    if (reading.isCurrent() && reading.status.stock.conserved())
        conservedAtMs = QDateTime::currentMSecsSinceEpoch();
}

} // namespace seonchak

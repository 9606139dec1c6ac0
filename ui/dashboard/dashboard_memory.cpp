// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/dashboard_memory.h"

#include "ui/port/desk_port.h"
#include "ui/port/pulse.h"

#include <QDateTime>

namespace seonchak {

DashboardMemory::DashboardMemory(DeskPort &port, QObject *parent)
    : QObject(parent)
    , work(port)
    , m_port(port)
{
}

void DashboardMemory::take(const Reading &reading)
{
    events.take(m_port.events(events.lastSerial(), EventList::mostAtOnce));
    if (reading.silent)
        return; // The same answer again.
    history.add(reading);
    if (reading.isCurrent() && reading.status.stock.conserved())
        conservedAtMs = QDateTime::currentMSecsSinceEpoch();
}

} // namespace seonchak

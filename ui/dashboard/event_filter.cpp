// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/event_filter.h"

#include "ui/dashboard/event_list.h"

namespace seonchak {

void EventFilter::setRoom(int room)
{
    m_room = room;
    invalidateFilter();
}

bool EventFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    return m_room < 0 || sourceModel()->index(row, 0, parent).data(EventList::RoomRole).toInt() == m_room;
}

} // namespace seonchak

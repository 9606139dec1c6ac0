// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/event_list.h"

#include "ui/dashboard/event_words.h"

namespace seonchak {

void EventList::take(const QList<Event> &events)
{
    if (events.isEmpty())
        return;
    m_lastSerial = events.last().serial;
    const qsizetype added = std::min(events.size(), mostAtOnce);
    beginInsertRows({}, 0, int(added) - 1);
    for (qsizetype i = events.size() - added; i < events.size(); ++i)
        m_events.push_front(events[i]);
    endInsertRows();
    if (qsizetype(m_events.size()) <= most)
        return;
    beginRemoveRows({}, int(most), int(m_events.size()) - 1);
    m_events.resize(std::size_t(most));
    endRemoveRows();
}

int EventList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_events.size());
}

QVariant EventList::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Event &event = m_events[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return EventWords::sentence(event);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1 %2").arg(EventWords::time(event), EventWords::sentence(event));
    case TimeRole:
        return EventWords::time(event);
    case ToneRole:
        return int(EventWords::tone(event.kind));
    case CodeRole:
        return event.code;
    default:
        return {};
    }
}

} // namespace seonchak

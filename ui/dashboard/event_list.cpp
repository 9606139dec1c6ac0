// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/event_list.h"

#include "ui/dashboard/event_words.h"

#include <algorithm>

namespace seonchak {

QList<Event> EventList::worthTaking(const QList<Event> &events)
{
    std::array<qsizetype, std::size_t(Event::Class::Count_)> room = most;
    QList<Event> taken;
    for (qsizetype i = events.size() - 1; i >= 0; --i) {
        if (room[std::size_t(Event::classOf(events[i].kind))]-- > 0)
            taken.append(events[i]);
    }
    std::ranges::reverse(taken);
    return taken;
}

void EventList::take(const QList<Event> &events)
{
    if (events.isEmpty())
        return;
    m_lastSerial = events.last().serial;
    const QList<Event> taken = worthTaking(events);
    beginInsertRows({}, 0, int(taken.size()) - 1);
    for (const Event &event : taken) {
        m_events.push_front(event);
        ++m_kept[std::size_t(Event::classOf(event.kind))];
    }
    endInsertRows();
    for (std::size_t which = 0; which < most.size(); ++which)
        forgetOldest(Event::Class(which));
}

/// Rows that stand together are removed together.
void EventList::forgetOldest(Event::Class which)
{
    qsizetype &kept = m_kept[std::size_t(which)];
    const auto isOne = [&](int row) { return Event::classOf(m_events[std::size_t(row)].kind) == which; };
    for (int last = int(m_events.size()) - 1; kept > most[std::size_t(which)] && last >= 0; --last) {
        if (!isOne(last))
            continue;
        const qsizetype extra = kept - most[std::size_t(which)];
        int first = last;
        while (first > 0 && last - first + 1 < extra && isOne(first - 1))
            --first;
        beginRemoveRows({}, first, last);
        m_events.erase(m_events.begin() + first, m_events.begin() + last + 1);
        endRemoveRows();
        kept -= last - first + 1;
        last = first;
    }
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

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/event_list.h"

#include "ui/dashboard/event_words.h"
#include "ui/parts/moment.h"

#include <algorithm>
#include <set>

namespace seonchak {

namespace {

/// One of these says nothing that many of them do not.
bool comesInFloods(Event::Kind kind)
{
    return EventList::roomOf(kind) == EventList::Room::TurnedAway;
}

} // namespace

EventList::Room EventList::roomOf(Event::Kind kind)
{
    if (kind == Event::Kind::Issued)
        return Room::Issued;
    switch (Event::classOf(kind)) {
    case Event::Class::Request:
        return Room::TurnedAway;
    case Event::Class::Coupon:
        return Room::Coupon;
    default:
        return Room::Sale;
    }
}

int EventList::floodOf(const Rows &rows, const Event &event)
{
    if (!comesInFloods(event.kind))
        return -1;
    const auto found =
        std::ranges::find_if(rows, [&](const Row &row) { return row.event.kind == event.kind; });
    if (found == rows.end() || event.at - found->event.at > floodGapMs || event.at < found->firstAt ||
        event.at - found->firstAt > floodMostMs)
        return -1;
    return int(found - rows.begin());
}

void EventList::join(Row &row, const Event &event)
{
    row.event.times += event.times;
    row.event.at = std::max(row.event.at, event.at);
    row.event.user = 0; // The row no longer belongs to one user.
    row.event.code.clear();
}

void EventList::forgetBeyond(Rows &rows)
{
    std::array<qsizetype, std::size_t(Room::Count_)> free = most;
    std::erase_if(rows, [&](const Row &row) { return free[std::size_t(roomOf(row.event.kind))]-- <= 0; });
}

void EventList::take(const QList<Event> &events)
{
    if (events.isEmpty())
        return;
    m_lastSerial = events.last().serial;
    Rows fresh;
    Rows &into = m_held ? m_waiting : fresh;
    std::set<int> changed; // A thousand refusals change one row, which is drawn once.
    for (const Event &event : events) {
        m_waitingEvents += m_held ? event.times : 0;
        if (const int same = floodOf(into, event); same >= 0) {
            join(into[std::size_t(same)], event);
        } else if (const int old = m_held ? -1 : floodOf(m_rows, event); old >= 0) {
            join(m_rows[std::size_t(old)], event);
            changed.insert(old);
        } else {
            into.push_front({event, event.at});
        }
    }
    for (const int row : changed)
        Q_EMIT dataChanged(index(row), index(row));
    forgetBeyond(into);
    if (m_held)
        Q_EMIT waitingChanged();
    else
        put(fresh);
}

void EventList::setHeld(bool held)
{
    if (std::exchange(m_held, held) == held)
        return;
    if (!held)
        put(std::exchange(m_waiting, {}));
    m_waitingEvents = 0;
    Q_EMIT waitingChanged();
}

void EventList::put(const Rows &fresh)
{
    if (fresh.empty())
        return;
    beginInsertRows({}, 0, int(fresh.size()) - 1);
    m_rows.insert(m_rows.begin(), fresh.begin(), fresh.end());
    for (const Row &row : fresh)
        ++m_kept[std::size_t(roomOf(row.event.kind))];
    endInsertRows();
    for (std::size_t room = 0; room < most.size(); ++room)
        forgetOldest(Room(room));
}

/// Rows that stand together are removed together.
void EventList::forgetOldest(Room room)
{
    qsizetype &kept = m_kept[std::size_t(room)];
    const auto isOne = [&](int row) { return roomOf(m_rows[std::size_t(row)].event.kind) == room; };
    for (int last = int(m_rows.size()) - 1; kept > most[std::size_t(room)] && last >= 0; --last) {
        if (!isOne(last))
            continue;
        const qsizetype extra = kept - most[std::size_t(room)];
        int first = last;
        while (first > 0 && last - first + 1 < extra && isOne(first - 1))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
        kept -= last - first + 1;
        last = first;
    }
}

int EventList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString EventList::sentence(const Row &row) const
{
    const bool isFlood = row.event.times > 1 && comesInFloods(row.event.kind);
    return isFlood ? EventWords::flood(row.event, row.firstAt) : EventWords::sentence(row.event);
}

QVariant EventList::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return sentence(row);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1 %2").arg(moment::millisecond(row.firstAt), sentence(row));
    case TimeRole:
        return moment::millisecond(row.firstAt);
    case ToneRole:
        return int(EventWords::tone(row.event.kind));
    case CodeRole:
        return row.event.code;
    case UserRole:
        return row.event.user;
    case RoomRole:
        return int(roomOf(row.event.kind));
    default:
        return {};
    }
}

} // namespace seonchak

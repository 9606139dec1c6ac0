// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/desk_roll.h"

#include <algorithm>

namespace seonchak::http {

namespace {

constexpr qint64 rollSecondNs = 1'000'000'000;

/// Doubts that were open before keep their time.
QList<OpenedDoubt> openedNow(const QList<OpenedDoubt> &before, const QList<qint64> &doubts, WallMs now)
{
    QList<OpenedDoubt> opened;
    for (const qint64 reservation : doubts) {
        const auto known = std::ranges::find(before, reservation, &OpenedDoubt::reservation);
        opened.append(known == before.end() ? OpenedDoubt{reservation, now} : *known);
    }
    return opened;
}

} // namespace

DeskRoll::Seat *DeskRoll::seatOf(const DeskPresence &who)
{
    const auto found = std::ranges::find_if(
        m_seats, [&who](const Seat &seat) { return seat.desk.id == who.id && seat.desk.name == who.name; });
    if (found != m_seats.end()) {
        if (found->desk.role != who.role || found->desk.from != who.from)
            ++m_version;
        found->desk.role = who.role;
        found->desk.from = who.from;
        return &*found;
    }
    if (qsizetype(m_seats.size()) >= mostKept)
        return nullptr;
    Seat seat{who, 0, 0};
    seat.desk.since = m_clock.wallMs();
    m_seats.push_back(std::move(seat));
    ++m_version;
    return &m_seats.back();
}

std::shared_ptr<void> DeskRoll::attend(const DeskPresence &who)
{
    const QMutexLocker lock(&m_mutex);
    clear();
    DeskPresence named = who;
    if (named.id.isEmpty())
        named.id = QStringLiteral("stream-%1").arg(++m_named);
    Seat *seat = seatOf(named);
    if (!seat)
        return nullptr;
    ++seat->streams;
    return {this, [this, id = named.id, name = named.name](void *) { leave(id, name); }};
}

void DeskRoll::leave(const QString &id, const QString &name)
{
    const QMutexLocker lock(&m_mutex);
    for (Seat &seat : m_seats) {
        if (seat.desk.id == id && seat.desk.name == name && --seat.streams == 0)
            seat.untilNs = m_clock.steadyNs() + comesBack * rollSecondNs;
    }
}

void DeskRoll::tell(const DeskPresence &who, const QList<qint64> &doubts)
{
    const QMutexLocker lock(&m_mutex);
    clear();
    Seat *seat = seatOf(who);
    if (!seat)
        return;
    seat->untilNs = m_clock.steadyNs() + stays * rollSecondNs;
    auto opened = openedNow(seat->desk.doubts, doubts, m_clock.wallMs());
    if (opened == seat->desk.doubts)
        return;
    seat->desk.doubts = std::move(opened);
    ++m_version;
}

void DeskRoll::clear()
{
    const qint64 now = m_clock.steadyNs();
    const auto isGone = [now](const Seat &seat) { return seat.streams == 0 && seat.untilNs <= now; };
    if (std::erase_if(m_seats, isGone) > 0)
        ++m_version;
}

DesksPresent DeskRoll::present()
{
    const QMutexLocker lock(&m_mutex);
    clear();
    DesksPresent present;
    for (const Seat &seat : m_seats) {
        if (present.desks.size() == mostTold)
            ++present.more;
        else
            present.desks.append(seat.desk);
    }
    return present;
}

quint64 DeskRoll::version()
{
    const QMutexLocker lock(&m_mutex);
    clear();
    return m_version;
}

} // namespace seonchak::http

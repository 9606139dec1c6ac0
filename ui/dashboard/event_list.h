// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/event_log.h"

#include <QAbstractListModel>

#include <array>
#include <deque>

namespace seonchak {

/// The latest events, newest first. Each room keeps so many rows of its own, so that no flood of one pushes
/// out the others. Refusals of one kind that follow each other are one row, which tells how many they were
/// and from when to when. Sentences are made when they are looked at, so a flood costs little and a change of
/// language needs no hand.
class EventList : public QAbstractListModel
{
    Q_OBJECT
public:
    /// What a person may look at by itself.
    enum class Room {
        Issued,
        TurnedAway, ///< got no coupon, whatever the reason
        Coupon,     ///< a coupon in doubt and what became of it
        Sale,       ///< of the sale as a whole, or an act of a person
        Count_,
    };
    static constexpr std::array<qsizetype, std::size_t(Room::Count_)> most{200, 200, 300, 500};
    static constexpr WallMs floodGapMs = 10'000;  ///< refusals further apart are rows of their own
    static constexpr WallMs floodMostMs = 60'000; ///< a row reaches over so long at most
    enum Role { TimeRole = Qt::UserRole, ToneRole, CodeRole, UserRole, RoomRole };

    using QAbstractListModel::QAbstractListModel;
    static Room roomOf(Event::Kind kind);
    /// Oldest first, as the sale's records give them.
    void take(const QList<Event> &events);
    /// What to ask for those `after`.
    [[nodiscard]] quint64 lastSerial() const { return m_lastSerial; }

    /// While it is held, the rows stand still; what comes waits, and comes all at once afterwards.
    void setHeld(bool held);
    [[nodiscard]] bool isHeld() const { return m_held; }
    /// How many events wait.
    [[nodiscard]] qint64 waiting() const { return m_waitingEvents; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void waitingChanged();

private:
    /// `event` is the newest of its row and counts all of them in `times`.
    struct Row
    {
        Event event;
        WallMs firstAt = 0;
    };
    using Rows = std::deque<Row>; ///< newest first
    /// The row that this event belongs to as well; -1: none.
    static int floodOf(const Rows &rows, const Event &event);
    static void join(Row &row, const Event &event);
    /// Those of these rows that there is room for.
    static void forgetBeyond(Rows &rows);
    void put(const Rows &fresh);
    void forgetOldest(Room room);
    [[nodiscard]] QString sentence(const Row &row) const;

    Rows m_rows;
    Rows m_waiting;
    std::array<qsizetype, std::size_t(Room::Count_)> m_kept{};
    quint64 m_lastSerial = 0;
    qint64 m_waitingEvents = 0;
    bool m_held = false;
};

} // namespace seonchak

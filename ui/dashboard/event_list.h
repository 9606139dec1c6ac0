// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/event_log.h"

#include <QAbstractListModel>

#include <array>
#include <deque>

namespace seonchak {

/// The latest events, newest first. Each room has its own limit of rows, so that a flood in one does not
/// displace the others. Consecutive refusals of one kind are one row with their number and time span. Texts
/// are made when they are displayed, so a flood costs little and a change of language needs no work.
class EventList : public QAbstractListModel
{
    Q_OBJECT
public:
    /// The groups that can be viewed separately.
    enum class Room {
        Issued,
        TurnedAway, ///< refused, for any reason
        Coupon,     ///< a coupon in doubt and its outcome
        Sale,       ///< about the whole sale, or a person's action
        Count_,
    };
    static constexpr std::array<qsizetype, std::size_t(Room::Count_)> most{200, 200, 300, 500};
    static constexpr WallMs floodGapMs = 10'000;  ///< refusals further apart get separate rows
    static constexpr WallMs floodMostMs = 60'000; ///< the longest time span of a row
    enum Role { TimeRole = Qt::UserRole, ToneRole, CodeRole, UserRole, RoomRole };

    using QAbstractListModel::QAbstractListModel;
    static Room roomOf(Event::Kind kind);
    /// Oldest first, as returned by the sale's records.
    void take(const QList<Event> &events);
    /// The `after` of the next request.
    [[nodiscard]] quint64 lastSerial() const { return m_lastSerial; }

    /// While held, the rows stay; new events wait, and all appear when it is released.
    void setHeld(bool held);
    [[nodiscard]] bool isHeld() const { return m_held; }
    /// The number of waiting events.
    [[nodiscard]] qint64 waiting() const { return m_waitingEvents; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void waitingChanged();

private:
    /// `event` is the newest of its row; its `times` counts all of them.
    struct Row
    {
        Event event;
        WallMs firstAt = 0;
    };
    using Rows = std::deque<Row>; ///< newest first
    /// The row that this event joins; -1: none.
    static int floodOf(const Rows &rows, const Event &event);
    static void join(Row &row, const Event &event);
    /// Removes rows beyond the limit.
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

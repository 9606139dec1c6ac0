// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/event_log.h"

#include <QAbstractListModel>

#include <array>
#include <deque>

namespace seonchak {

/// The latest events, newest first. Requests, the sale's events and those of coupons in doubt have room of
/// their own, so that no flood of one pushes out the others. Sentences are made when they are looked at, so a
/// flood costs little and a change of language needs no hand.
class EventList : public QAbstractListModel
{
    Q_OBJECT
public:
    /// Of each class, in the order of Event::Class.
    static constexpr std::array<qsizetype, std::size_t(Event::Class::Count_)> most{200, 300, 500};
    enum Role { TimeRole = Qt::UserRole, ToneRole, CodeRole };

    using QAbstractListModel::QAbstractListModel;
    /// Oldest first, as the sale's records give them.
    void take(const QList<Event> &events);
    /// What to ask for those `after`.
    [[nodiscard]] quint64 lastSerial() const { return m_lastSerial; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    /// Those of these that there will be room for; none of the rest would stay.
    [[nodiscard]] static QList<Event> worthTaking(const QList<Event> &events);
    void forgetOldest(Event::Class which);

    std::deque<Event> m_events; ///< newest first
    std::array<qsizetype, std::size_t(Event::Class::Count_)> m_kept{};
    quint64 m_lastSerial = 0;
};

} // namespace seonchak

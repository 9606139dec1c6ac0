// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/event_log.h"

#include <QAbstractListModel>

#include <deque>

namespace seonchak {

/// The latest events, newest first, never more than `most`. Sentences are made when they are looked at, so a
/// flood costs little and a change of language needs no hand.
class EventList : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr qsizetype most = 1000;
    static constexpr qsizetype mostAtOnce = 200; ///< what one reading may bring
    enum Role { TimeRole = Qt::UserRole, ToneRole, CodeRole };

    using QAbstractListModel::QAbstractListModel;
    /// Oldest first, as the sale's records give them. Of more than `mostAtOnce` the newest are taken.
    void take(const QList<Event> &events);
    /// What to ask for those `after`.
    [[nodiscard]] quint64 lastSerial() const { return m_lastSerial; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::deque<Event> m_events; ///< newest first
    quint64 m_lastSerial = 0;
};

} // namespace seonchak

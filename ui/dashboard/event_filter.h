// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace seonchak {

/// The events of one room, or all of them, in the list's order.
class EventFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    /// An EventList::Room; -1: all.
    void setRoom(int room);
    [[nodiscard]] int room() const { return m_room; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    int m_room = -1;
};

} // namespace seonchak

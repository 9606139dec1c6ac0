// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_life.h"

#include <QAbstractListModel>

namespace seonchak {

/// The events of a coupon's history as rows.
class TimelineModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { Moment = Qt::UserRole, Gap, Title, Detail, Tone };
    using QAbstractListModel::QAbstractListModel;
    void show(const QList<LifeEvent> &events);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// The display text contains the whole row, for screen readers.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<LifeEvent> m_events;
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/hook_rows.h"
#include "ui/parts/theme.h"

#include <QAbstractTableModel>

namespace seonchak {

/// The webhooks' deliveries, newest first.
class HookModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Event, At, Receiver, State, Tries, Next, Tried, Answer, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setDeliveries(const QList<HookDelivery> &deliveries);
    [[nodiscard]] const QList<HookDelivery> &deliveries() const { return m_deliveries; }
    [[nodiscard]] int rowOf(qint64 id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static QString stateWord(HookDelivery::State state);

private:
    [[nodiscard]] static QString text(const HookDelivery &delivery, int column);
    [[nodiscard]] static theme::Tone tone(HookDelivery::State state);

    QList<HookDelivery> m_deliveries;
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/csv_codes.h"

#include <QAbstractTableModel>
#include <QTableView>

namespace seonchak {

class RefusedModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Line, Code, Why, Columns };
    using QAbstractTableModel::QAbstractTableModel;
    void show(const QList<RefusedCode> &refused);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<RefusedCode> m_refused;
};

/// The codes of a list that are not taken, with their lines and why. Shows the first of them.
class RefusedTable : public QTableView
{
    Q_OBJECT
public:
    static constexpr qsizetype most = 1000;

    explicit RefusedTable(const QString &name, QWidget *parent = nullptr);
    void show(const QList<RefusedCode> &refused);

private:
    RefusedModel *m_model;
};

} // namespace seonchak

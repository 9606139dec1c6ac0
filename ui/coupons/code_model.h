// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/coupons/judged_code.h"

#include <QAbstractTableModel>

namespace seonchak {

/// Judged codes as rows.
class CodeModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Line, Code, Verdict, Columns };
    using QAbstractTableModel::QAbstractTableModel;
    void show(const QList<JudgedCode> &codes);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<JudgedCode> m_codes;
};

} // namespace seonchak

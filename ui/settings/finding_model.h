// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/check.h"

#include <QAbstractTableModel>

#include <vector>

namespace seonchak {

/// The doctor's findings as rows: in order of arrival, and when all have arrived the most serious first.
class FindingModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { State, Name, Found, Cure, columns };
    enum Role { StatusRole = Qt::UserRole };
    using QAbstractTableModel::QAbstractTableModel;

    void add(const doctor::Check &check);
    void setAll(std::vector<doctor::Check> checks);
    [[nodiscard]] const std::vector<doctor::Check> &checks() const { return m_checks; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<doctor::Check> m_checks;
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/check.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

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

/// Draws the state as a symbol with its own shape and colour beside its word, and adds a margin to all texts.
class FindingDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /// The width that the state or name column needs for any of its words.
    [[nodiscard]] static int widthOf(int column, const QFontMetrics &metrics);
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace seonchak

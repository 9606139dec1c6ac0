// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/report/report_summary.h"

#include <QAbstractTableModel>

namespace seonchak {

/// Reports in comparison: a row for each strategy on each database, and for each report its rate, its p99 and
/// whether it was sound.
class FiguresModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Strategy, Database, First_ };
    enum Figure { Rate, P99, Sound, Figures_ };
    using QAbstractTableModel::QAbstractTableModel;

    /// In the order of the columns.
    void show(const QList<lab::ReportSummary> &reports);
    /// Whether the reports have the same parameters, so that their speeds are comparable.
    [[nodiscard]] bool isAlike() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// Null if the report did not run it.
    [[nodiscard]] const lab::StrategyFigures *figuresAt(int row, int column) const;
    [[nodiscard]] QString text(const lab::StrategyFigures &figures, int figure) const;
    [[nodiscard]] QString toolTip(const lab::StrategyFigures &figures, int figure) const;
    [[nodiscard]] static QVariant colour(const lab::StrategyFigures &figures, int figure);

    QList<lab::ReportSummary> m_reports;
    QList<std::pair<QString, QString>> m_rows; ///< database and strategy
};

} // namespace seonchak

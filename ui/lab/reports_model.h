// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lab/lab.h"

#include <QAbstractTableModel>

namespace seonchak {

/// The earlier comparisons in the lab's folder, newest first.
class ReportsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { When, Parameters, Verdict, Check, Columns_ };
    /// The lab must outlive the model.
    explicit ReportsModel(Lab &lab, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] const lab::ReportSummary &at(int row) const { return m_reports.at(row); }

private:
    [[nodiscard]] QString text(const lab::ReportSummary &report, int column) const;
    [[nodiscard]] QString checkText(const lab::ReportSummary &report) const;
    [[nodiscard]] QVariant colour(const lab::ReportSummary &report, int column) const;

    Lab &m_lab;
    QList<lab::ReportSummary> m_reports; ///< as displayed: the shelf's list changes a moment earlier
};

} // namespace seonchak

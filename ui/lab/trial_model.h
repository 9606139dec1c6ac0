// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/trial/trial.h"

#include <QAbstractTableModel>

namespace seonchak {

class LabWork;

/// The runs of an experiment as they arrive: the verdict first, then the speed.
class TrialModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        Strategy,
        Database,
        Repeat,
        Sound,
        Issued,
        SoldOut,
        Refused,
        Lost,
        Doubled,
        Left,
        Rate,
        P99,
        Columns_ // number of columns
    };
    /// Shows the runs that `work` finishes; empty again when the next experiment starts. `work` must outlive
    /// it.
    explicit TrialModel(LabWork &work, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// The longest usual text of a column, for its width.
    [[nodiscard]] QString sample(int column) const;
    /// Runs in which the generator was the bottleneck.
    [[nodiscard]] qsizetype generatorBusy() const;

private:
    void clear();
    void add(const lab::Trial &trial);
    [[nodiscard]] QString text(const lab::Trial &trial, int column) const;
    [[nodiscard]] QString toolTip(const lab::Trial &trial, int column) const;
    [[nodiscard]] QVariant colour(const lab::Trial &trial, int column) const;

    QList<lab::Trial> m_trials;
};

} // namespace seonchak

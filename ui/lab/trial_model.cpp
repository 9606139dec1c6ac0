// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/trial_model.h"

#include "ui/lab/lab_work.h"
#include "ui/parts/theme.h"
#include "ui/parts/words.h"

#include <QGuiApplication>
#include <QPalette>

namespace seonchak {

TrialModel::TrialModel(LabWork &work, QObject *parent)
    : QAbstractTableModel(parent)
{
    connect(&work, &LabWork::started, this, &TrialModel::clear);
    connect(&work, &LabWork::runFinished, this, &TrialModel::add);
}

void TrialModel::clear()
{
    beginResetModel();
    m_trials.clear();
    endResetModel();
}

void TrialModel::add(const lab::Trial &trial)
{
    const int row = int(m_trials.size());
    beginInsertRows({}, row, row);
    m_trials.append(trial);
    endInsertRows();
}

int TrialModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_trials.size());
}

int TrialModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns_;
}

QString TrialModel::text(const lab::Trial &trial, int column) const
{
    const auto &verdict = trial.verdict;
    switch (column) {
    case Strategy:
        return strategyName(trial.cell.strategy);
    case Database:
        return Words::databaseName(lab::engineOf(trial.cell.database));
    case Repeat:
        return Words::number(qint64(trial.cell.repeat) + 1);
    case Sound:
        return verdict.isSound() ? tr("yes") : tr("NO");
    case Issued:
        return Words::number(verdict.issued);
    case SoldOut:
        return Words::number(verdict.soldOut);
    case Refused:
        return Words::number(verdict.storeFailed);
    case Lost:
        return Words::number(verdict.lost);
    case Doubled:
        return Words::number(verdict.duplicates + verdict.oversold);
    case Left:
        return Words::number(verdict.available);
    case Rate:
        return Words::number(qRound64(verdict.throughput));
    case P99:
        return verdict.latencyIssued.corrected.count > 0
                   ? Words::number(verdict.latencyIssued.corrected.p99, 1)
                   : tr("not measured");
    default:
        return {};
    }
}

QVariant TrialModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_trials.size())
        return {};
    const auto &trial = m_trials[index.row()];
    if (role == Qt::DisplayRole)
        return text(trial, index.column());
    if (role == Qt::TextAlignmentRole && index.column() > Database)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    const bool bad = (index.column() == Sound && !trial.verdict.isSound()) ||
                     (index.column() == Lost && trial.verdict.lost > 0) ||
                     (index.column() == Doubled && trial.verdict.duplicates + trial.verdict.oversold > 0);
    if (role == Qt::ForegroundRole && bad)
        return theme::colour(QGuiApplication::palette(), theme::Tone::Bad);
    if (role == Qt::ForegroundRole && index.column() == Sound)
        return theme::colour(QGuiApplication::palette(), theme::Tone::Good);
    return {};
}

QVariant TrialModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section > Database ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("Strategy"), tr("Database"), tr("Run"),       tr("Sound"),
                            tr("Issued"),   tr("Sold out"), tr("Refused"),   tr("Lost"),
                            tr("Doubled"),  tr("Left"),     tr("Answers/s"), tr("p99 ms")};
    return names.value(section);
}

} // namespace seonchak

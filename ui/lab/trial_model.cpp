// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/trial_model.h"

#include "ui/lab/lab_words.h"
#include "ui/lab/lab_work.h"
#include "ui/parts/theme.h"
#include "ui/parts/tone_label.h"
#include "ui/parts/words.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

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
    const bool stock = hasStock(trial.cell.strategy);
    switch (column) {
    case Strategy:
        return strategyName(trial.cell.strategy);
    case Database:
        return Words::databaseName(lab::engineOf(trial.cell.database));
    case Repeat:
        return Words::number(qint64(trial.cell.repeat) + 1);
    case Sound:
        return !verdict.isSound() ? tr("NO") : stock ? tr("yes") : LabWords::noStock();
    case Issued:
        return Words::number(verdict.issued);
    case SoldOut:
        return stock ? Words::number(verdict.soldOut) : QStringLiteral("–");
    case Refused:
        return Words::number(verdict.partnerFailed);
    case Lost:
        return stock || verdict.lost > 0 ? Words::number(verdict.lost) : QStringLiteral("–");
    case Doubled:
        return Words::number(verdict.duplicates + verdict.oversold);
    case Left:
        return stock ? Words::number(verdict.available) : QStringLiteral("–");
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

namespace {

bool hadBusyGenerator(const lab::Trial &trial)
{
    return trial.load.generatorWasTheBottleneck(trial.verdict.requests);
}

bool isOfTheGenerator(int column)
{
    return column == TrialModel::Rate || column == TrialModel::P99;
}

} // namespace

QString TrialModel::toolTip(const lab::Trial &trial, int column) const
{
    QStringList sentences;
    if (!hasStock(trial.cell.strategy))
        sentences << LabWords::whyNoStock();
    if (hadBusyGenerator(trial))
        sentences << LabWords::whyGenerator();
    if (column == P99 && trial.verdict.latencyIssued.corrected.count < 0)
        sentences << tr("JMeter tells no schedule to count the latency from.");
    return sentences.isEmpty() ? QString() : plainToolTip(sentences.join(QLatin1Char('\n')));
}

QVariant TrialModel::colour(const lab::Trial &trial, int column) const
{
    const auto of = [](theme::Tone tone) { return theme::colour(QGuiApplication::palette(), tone); };
    const auto &verdict = trial.verdict;
    const bool bad = (column == Sound && !verdict.isSound()) || (column == Lost && verdict.lost > 0) ||
                     (column == Doubled && verdict.duplicates + verdict.oversold > 0);
    if (bad)
        return of(theme::Tone::Bad);
    if (column == Sound)
        return of(hasStock(trial.cell.strategy) ? theme::Tone::Good : theme::Tone::Muted);
    if (isOfTheGenerator(column) && hadBusyGenerator(trial))
        return of(theme::Tone::Waiting);
    return {};
}

QVariant TrialModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_trials.size())
        return {};
    const auto &trial = m_trials[index.row()];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        // Before the number, so that the digits stay in one line.
        return column == Rate && hadBusyGenerator(trial) ? tr("(generator) %1").arg(text(trial, column))
                                                         : text(trial, column);
    case Qt::TextAlignmentRole:
        return column > Database ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case Qt::ToolTipRole:
        return toolTip(trial, column);
    case Qt::ForegroundRole:
        return colour(trial, column);
    default:
        return {};
    }
}

QString TrialModel::sample(int column) const
{
    switch (column) {
    case Strategy:
        return QStringLiteral("redis-lpop-compensate");
    case Database:
        return Words::databaseName(QStringLiteral("postgresql"));
    case Repeat:
        return Words::number(qint64(888));
    case Sound:
        return LabWords::noStock();
    case Rate:
        return tr("(generator) %1").arg(Words::number(qint64(88'888)));
    case P99:
        return Words::number(88'888.8, 1);
    default:
        return Words::number(qint64(888'888));
    }
}

qsizetype TrialModel::generatorBusy() const
{
    return std::ranges::count_if(m_trials, hadBusyGenerator);
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

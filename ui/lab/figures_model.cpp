// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/figures_model.h"

#include "ui/lab/lab_words.h"
#include "ui/parts/moment.h"
#include "ui/parts/theme.h"
#include "ui/parts/tone_label.h"
#include "ui/parts/words.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace seonchak {

void FiguresModel::show(const QList<lab::ReportSummary> &reports)
{
    beginResetModel();
    m_reports = reports;
    m_rows.clear();
    for (const auto &report : m_reports) {
        for (const auto &figures : report.figures) {
            const std::pair row(figures.database, figures.strategy);
            if (!m_rows.contains(row))
                m_rows.append(row);
        }
    }
    endResetModel();
}

bool FiguresModel::isAlike() const
{
    return std::ranges::all_of(m_reports, [this](const lab::ReportSummary &one) {
        const auto &first = m_reports.first();
        return one.requests == first.requests && one.stock == first.stock && one.users == first.users &&
               one.rate == first.rate && one.failureRate == first.failureRate &&
               one.byJmeter == first.byJmeter;
    });
}

int FiguresModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FiguresModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : First_ + Figures_ * int(m_reports.size());
}

const lab::StrategyFigures *FiguresModel::figuresAt(int row, int column) const
{
    const auto &all = m_reports.at((column - First_) / Figures_).figures;
    const auto found = std::ranges::find_if(all, [&](const lab::StrategyFigures &one) {
        return std::pair(one.database, one.strategy) == m_rows.at(row);
    });
    return found == all.end() ? nullptr : &*found;
}

QString FiguresModel::text(const lab::StrategyFigures &figures, int figure) const
{
    switch (figure) {
    case Rate:
        return figures.generatorBusy > 0
                   ? tr("(generator) %1").arg(Words::number(qRound64(figures.rate.median)))
                   : Words::number(qRound64(figures.rate.median));
    case P99:
        return figures.p99 ? Words::number(figures.p99->median, 1) : tr("not measured");
    default:
        return !figures.sound ? tr("NO") : figures.hasStock ? tr("yes") : LabWords::noStock();
    }
}

QString FiguresModel::toolTip(const lab::StrategyFigures &figures, int figure) const
{
    const auto spread = [&](const lab::Spread &of, int decimals) {
        return tr("Median of %1 runs; from %2 to %3")
            .arg(Words::number(qint64(figures.runs)), Words::number(of.least, decimals),
                 Words::number(of.most, decimals));
    };
    QStringList sentences;
    if (figure == Rate)
        sentences << spread(figures.rate, 0);
    if (figure == P99 && figures.p99)
        sentences << spread(*figures.p99, 1);
    if (figure != Sound && figures.generatorBusy > 0)
        sentences << LabWords::whyGenerator();
    if (figure == Sound && !figures.hasStock)
        sentences << LabWords::whyNoStock();
    return sentences.isEmpty() ? QString() : plainToolTip(sentences.join(QLatin1Char('\n')));
}

QVariant FiguresModel::colour(const lab::StrategyFigures &figures, int figure)
{
    const auto of = [](theme::Tone tone) { return theme::colour(QGuiApplication::palette(), tone); };
    if (figure != Sound)
        return figures.generatorBusy > 0 ? of(theme::Tone::Waiting) : QVariant();
    return of(!figures.sound ? theme::Tone::Bad : figures.hasStock ? theme::Tone::Good : theme::Tone::Muted);
}

QVariant FiguresModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size() || index.column() >= columnCount())
        return {};
    const auto &[database, strategy] = m_rows.at(index.row());
    if (index.column() < First_) {
        const QString text = index.column() == Strategy ? strategy : Words::databaseName(database);
        return role == Qt::DisplayRole ? QVariant(text) : QVariant();
    }
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    const auto *figures = figuresAt(index.row(), index.column());
    if (!figures) {
        if (role == Qt::ForegroundRole)
            return theme::colour(QGuiApplication::palette(), theme::Tone::Muted);
        return role == Qt::DisplayRole ? QVariant(tr("not run")) : QVariant();
    }
    const int figure = (index.column() - First_) % Figures_;
    switch (role) {
    case Qt::DisplayRole:
        return text(*figures, figure);
    case Qt::ToolTipRole:
        return toolTip(*figures, figure);
    case Qt::ForegroundRole:
        return colour(*figures, figure);
    default:
        return {};
    }
}

QVariant FiguresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section < First_ ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section < First_)
        return section == Strategy ? tr("Strategy") : tr("Database");
    const QStringList names{tr("Answers/s"), tr("p99 ms"), tr("Sound")};
    const auto &report = m_reports.at((section - First_) / Figures_);
    const QString name = names.value((section - First_) % Figures_);
    const QString time =
        report.written.isValid() ? moment::day(report.written.toMSecsSinceEpoch()) : tr("unknown");
    return m_reports.size() > 1 ? QString(time + QLatin1Char('\n') + name) : name;
}

} // namespace seonchak

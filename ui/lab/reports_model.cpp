// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/reports_model.h"

#include "ui/lab/lab_words.h"
#include "ui/parts/theme.h"
#include "ui/parts/tone_label.h"
#include "ui/parts/words.h"

#include <QGuiApplication>
#include <QPalette>

namespace seonchak {

ReportsModel::ReportsModel(Lab &lab, QObject *parent)
    : QAbstractTableModel(parent)
    , m_lab(lab)
    , m_reports(lab.shelf.reports())
{
    connect(&m_lab.shelf, &ReportShelf::changed, this, [this] {
        beginResetModel();
        m_reports = m_lab.shelf.reports();
        endResetModel();
    });
    const auto showChecks = [this] {
        if (!m_reports.isEmpty())
            Q_EMIT dataChanged(index(0, Check), index(rowCount() - 1, Check));
    };
    connect(&m_lab.reading, &ReportWork::started, this, showChecks);
    connect(&m_lab.reading, &ReportWork::ended, this, showChecks);
}

int ReportsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_reports.size());
}

int ReportsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns_;
}

QString ReportsModel::checkText(const lab::ReportSummary &report) const
{
    if (m_lab.reading.isAtWork() && m_lab.reading.directory() == report.directory)
        return tr("being read…");
    const auto found = m_lab.readings.constFind(report.directory);
    if (found == m_lab.readings.constEnd())
        return tr("not checked");
    return found->faults.isEmpty() ? tr("holds") : tr("%1 faults").arg(Words::number(found->faults.size()));
}

QString ReportsModel::text(const lab::ReportSummary &report, int column) const
{
    switch (column) {
    case When:
        return LabWords::when(report.written);
    case Parameters:
        return !report.trouble ? LabWords::parameters(report) : QString();
    case Verdict:
        return LabWords::verdict(report);
    case Check:
        return checkText(report);
    default:
        return {};
    }
}

QVariant ReportsModel::colour(const lab::ReportSummary &report, int column) const
{
    const auto of = [](theme::Tone tone) { return theme::colour(QGuiApplication::palette(), tone); };
    if (column == Verdict && (report.trouble || report.unsound > 0))
        return of(theme::Tone::Bad);
    if (column == Verdict && (!report.isWhole() || report.generatorBusy > 0))
        return of(theme::Tone::Waiting);
    if (column != Check)
        return {};
    const auto found = m_lab.readings.constFind(report.directory);
    if (found == m_lab.readings.constEnd())
        return of(theme::Tone::Muted);
    return of(found->faults.isEmpty() ? theme::Tone::Good : theme::Tone::Bad);
}

QVariant ReportsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_reports.size())
        return {};
    const auto &report = at(index.row());
    if (role == Qt::DisplayRole)
        return text(report, index.column());
    if (role == Qt::ToolTipRole)
        return plainToolTip(text(report, index.column()) + QLatin1Char('\n') + report.directory);
    if (role == Qt::ForegroundRole)
        return colour(report, index.column());
    return {};
}

QVariant ReportsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("Written"), tr("Parameters"), tr("Result"), tr("Check")};
    return names.value(section);
}

} // namespace seonchak

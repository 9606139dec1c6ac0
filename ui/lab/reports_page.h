// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lab/figures_model.h"
#include "ui/lab/reports_model.h"
#include "ui/parts/theme.h"
#include "ui/port/page_context.h"

#include <QSet>
#include <QWidget>

class QPlainTextEdit;
class QStackedLayout;
class QTableView;

namespace seonchak {

class ReportBar;
class StatePanel;
class ToneLabel;

/// Earlier comparisons: the result of each, a check of its records, and several in comparison.
class ReportsPage : public QWidget
{
    Q_OBJECT
public:
    /// The lab must outlive the page.
    ReportsPage(Lab &lab, const PageContext &context, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void layOutTables();
    void connectParts();
    [[nodiscard]] QList<lab::ReportSummary> selected() const;
    void keepSelection();
    void restoreSelection();
    void showSelection();
    void showFigures(const QList<lab::ReportSummary> &reports);
    void showFaults(const QString &directory);
    void showState();
    void tell(theme::Tone tone, const QString &sentence);

    Lab &m_lab;
    ReportsModel m_model;
    FiguresModel m_compared;
    QTableView *m_table;
    QTableView *m_figures;
    StatePanel *m_empty;
    QStackedLayout *m_stack = nullptr;
    ReportBar *m_bar;
    ToneLabel *m_shown; ///< the parameters of the selected one
    ToneLabel *m_line;
    QPlainTextEdit *m_faults;
    QSet<QString> m_kept; ///< directories that were selected before the list was read again
};

} // namespace seonchak

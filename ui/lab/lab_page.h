// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lab/lab.h"
#include "ui/parts/theme.h"

#include <QWidget>

class QProgressBar;
class QStackedLayout;
class QTableView;

namespace seonchak {

class ActionButton;
class LabForm;
class StatePanel;
class ToneLabel;

/// Locks against Redis, side by side: choose, run, watch the verdicts come, open the report, check it. Works
/// on servers and stores of its own and touches nothing of the sale.
class LabPage : public QWidget
{
    Q_OBJECT
public:
    /// The lab outlives the page.
    explicit LabPage(Lab &lab, QWidget *parent = nullptr);

public Q_SLOTS:
    void refresh() {}

private:
    void layOut();
    void connectParts();
    void start();
    void showProgress(const lab::Progress &progress);
    void showEnd(const LabEnd &end);
    void showState();
    void openReport();
    void read(ReportEnd::Kind how);
    void showReportEnd(const ReportEnd &end);
    void tell(theme::Tone tone, const QString &sentence);

    Lab &m_lab;
    LabForm *m_form;
    QTableView *m_table;
    StatePanel *m_empty;
    QStackedLayout *m_stack = nullptr;
    QProgressBar *m_progress;
    ToneLabel *m_line;
    ActionButton *m_start;
    ActionButton *m_cancel;
    ActionButton *m_open;
    ActionButton *m_check;
    ActionButton *m_plant;
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lab/lab.h"
#include "ui/parts/theme.h"
#include "ui/port/page_context.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QStackedLayout;
class QTableView;

namespace seonchak {

class ActionButton;
class LabForm;
class ReportBar;
class StatePanel;
class ToneLabel;

/// Locks against Redis, side by side: choose, run, watch the verdicts come, open the report, check it. Works
/// on servers and stores of its own and touches nothing of the sale, but takes processors from it: so it asks
/// before it starts beside one that serves.
class LabPage : public QWidget
{
    Q_OBJECT
public:
    /// The lab outlives the page.
    LabPage(Lab &lab, const PageContext &context, QWidget *parent = nullptr);

private:
    void layOut();
    void layOutTable();
    void connectParts();
    void askAndStart();
    void start();
    void showProgress();
    void showEnd(const LabEnd &end);
    void showState();
    void showRows();
    void tell(theme::Tone tone, const QString &sentence, const QString &detail = {});

    Lab &m_lab;
    const PageContext m_context;
    LabForm *m_form;
    QTableView *m_table;
    StatePanel *m_empty;
    QStackedLayout *m_stack = nullptr;
    QProgressBar *m_progress;
    ToneLabel *m_shown; ///< the parameters of what the table holds
    ToneLabel *m_line;
    ActionButton *m_start;
    ActionButton *m_cancel;
    ReportBar *m_report;
    QTimer m_tick;
    bool m_refused = false; ///< the line says that a field is wrong
    bool m_wasAtEnd = true; ///< the newest run was in view when the next one came
};

} // namespace seonchak

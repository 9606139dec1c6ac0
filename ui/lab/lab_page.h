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

/// Compares database locks and Redis: choose, run, watch the verdicts arrive, open the report, check it.
/// Works on its own servers and stores and does not touch the sale, but uses processor time: so it asks
/// before it starts beside a running sale.
class LabPage : public QWidget
{
    Q_OBJECT
public:
    /// The lab must outlive the page.
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
    ToneLabel *m_shown; ///< the parameters of the runs in the table
    ToneLabel *m_line;
    ActionButton *m_start;
    ActionButton *m_cancel;
    ReportBar *m_report;
    QTimer m_tick;
    bool m_refused = false; ///< the line reports an invalid field
    bool m_wasAtEnd = true; ///< the newest run was visible when the next one arrived
};

} // namespace seonchak

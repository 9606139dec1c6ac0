// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lab/race_work.h"
#include "ui/parts/theme.h"
#include "ui/port/page_context.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QStackedLayout;

namespace seonchak {

class ActionButton;
class RaceView;
class StatePanel;
class ToneLabel;

/// Steps two requests against each other with one strategy: choose, run, then move along the axis and see
/// where a coupon is lost or issued twice. Works on its own server and stores.
class RacePage : public QWidget
{
    Q_OBJECT
public:
    /// The work must outlive the page; it keeps the last race.
    RacePage(RaceWork &work, QString serverProgram, const PageContext &context, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override; ///< Space: play and pause

private:
    QWidget *choices();
    QWidget *controls();
    QWidget *replay();
    void connectParts();
    void askAndStart();
    void start();
    void showFailure(const QString &detail);
    void showEnd(const RaceEnd &end);
    void showTrace();
    void showStep(int step);
    void showState();
    void play();
    void setPlaying(bool playing);
    void fillScenarios();
    [[nodiscard]] Strategy strategy() const;

    const PageContext m_context;
    RaceWork &m_work;
    const QString m_serverProgram;
    QComboBox *m_strategy;
    QComboBox *m_scenario;
    QLineEdit *m_database;
    ActionButton *m_start;
    ActionButton *m_cancel;
    ActionButton *m_back;
    ActionButton *m_next;
    ActionButton *m_play;
    RaceView *m_view;
    StatePanel *m_state;
    QStackedLayout *m_stack = nullptr;
    ToneLabel *m_finding;
    ToneLabel *m_step;
    ToneLabel *m_count;
    QTimer *m_timer;
};

} // namespace seonchak

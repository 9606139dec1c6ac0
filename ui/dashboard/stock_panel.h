// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/administration/administration.h"
#include "ui/port/page_context.h"

#include <QPointer>
#include <QWidget>

class QMenu;
class QProgressBar;

namespace seonchak {

class ActionButton;
class DashboardMemory;
class StockWork;
class ToneLabel;
struct Reading;

/// The controls that fill, pause and empty the stock: the buttons, the progress, and the result.
class StockPanel : public QWidget
{
    Q_OBJECT
public:
    static constexpr qint64 couponsPerClick = 1000;

    /// The memory must outlive it. All of its works may run concurrently.
    StockPanel(const PageContext &context, DashboardMemory &memory, QWidget *parent = nullptr);
    void show(const Reading &reading);
    /// Focuses the first button.
    void takeFocus();
    /// From now on nothing new can be started.
    void showEnding();

private:
    void makeButtons();
    void makeMenu();
    void layOut();
    void connectAll();
    void generate(const GenerateOrder &order);
    void push();
    void guard(std::function<void()> go);
    void askForOrder();
    void pauseOrResume();
    void askToVoid(const VoidPlan &plan);
    void connectWork(StockWork &work);
    void showPaused();
    void showNextStep();
    [[nodiscard]] bool hasJustWorked() const;
    void showStarted(StockWork &work);
    void showWork(StockWork &work);
    void showEnd(StockWork &work);
    void showLine();
    void enableButtons();
    void giveFocusBack(const StockWork &work);

    const PageContext m_context;
    const DashboardMemory &m_memory;
    StockWork &m_work;
    StockWork &m_brake;
    StockWork &m_voiding;
    StockWork *m_shown; ///< the work shown here: the one that began last
    ActionButton *m_generate;
    ActionButton *m_more;
    ActionButton *m_push;
    ActionButton *m_pause;
    ActionButton *m_void;
    ActionButton *m_cancel;
    QMenu *m_menu;
    ToneLabel *m_waiting;
    QProgressBar *m_progress;
    ToneLabel *m_time; ///< of the line's message, if it is about an act
    ToneLabel *m_line;
    QString m_present; ///< the sale's state
    qint64 m_staged = 0;
    bool m_nothingToPush = false;
    bool m_storesAway = false;
    bool m_stockEmpty = true;
    bool m_opensByPush = false; ///< the stock was never filled, and no opening time is planned
    bool m_paused = false;
    bool m_ending = false;
    QPointer<QWidget> m_focusBefore; ///< disabling a button moves the focus: to this widget, from that one
    QPointer<QWidget> m_focusMeanwhile;
};

} // namespace seonchak

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

/// Where the operator fills, pauses and empties the stock: the buttons, how far the work is, and how it
/// ended.
class StockPanel : public QWidget
{
    Q_OBJECT
public:
    static constexpr qint64 couponsPerClick = 1000;

    /// The memory outlives it. All of its works may be under way at once.
    StockPanel(const PageContext &context, DashboardMemory &memory, QWidget *parent = nullptr);
    void show(const Reading &reading);
    /// Puts the keyboard on the first button.
    void takeFocus();
    /// From now on nothing new is begun.
    void showEnding();

private:
    void makeButtons();
    void makeMenu();
    void layOut();
    void connectAll();
    void order(qint64 count, bool push);
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
    StockWork *m_shown; ///< whose progress and sentence stand here: the one that was begun last
    ActionButton *m_generate;
    ActionButton *m_more;
    ActionButton *m_push;
    ActionButton *m_pause;
    ActionButton *m_void;
    ActionButton *m_cancel;
    QMenu *m_menu;
    ToneLabel *m_waiting;
    QProgressBar *m_progress;
    ToneLabel *m_time; ///< of what the line says, where that is an act
    ToneLabel *m_line;
    QString m_present; ///< what the sale is at
    qint64 m_staged = 0;
    bool m_nothingToPush = false;
    bool m_storesAway = false;
    bool m_stockEmpty = true;
    bool m_opensByPush = false; ///< nothing was ever in the stock, and no opening time is to come
    bool m_paused = false;
    bool m_ending = false;
    QPointer<QWidget>
        m_focusBefore; ///< a button that is disabled hands the keyboard on: to whom, and who had it
    QPointer<QWidget> m_focusMeanwhile;
};

} // namespace seonchak

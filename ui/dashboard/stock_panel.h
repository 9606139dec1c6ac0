// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/administration.h"
#include "ui/port/page_context.h"

#include <QPointer>
#include <QWidget>

class QMenu;
class QProgressBar;

namespace seonchak {

class ActionButton;
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

    /// The work outlives it, and may be under way.
    StockPanel(const PageContext &context, StockWork &work, QWidget *parent = nullptr);
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
    void askForOrder();
    void pauseOrResume();
    void askToVoid(const VoidPlan &plan);
    void showPaused();
    void showStarted();
    void showWork();
    void showEnd();
    void enableButtons(bool on);
    [[nodiscard]] QList<ActionButton *> buttons() const;

    const PageContext m_context;
    StockWork &m_work;
    ActionButton *m_generate;
    ActionButton *m_more;
    ActionButton *m_push;
    ActionButton *m_pause;
    ActionButton *m_void;
    ActionButton *m_cancel;
    QMenu *m_menu;
    ToneLabel *m_waiting;
    QProgressBar *m_progress;
    ToneLabel *m_line;
    qint64 m_staged = 0;
    bool m_paused = false;
    bool m_ending = false;
    QPointer<QWidget>
        m_focusBefore; ///< a button that is disabled hands the keyboard on: to whom, and who had it
    QPointer<QWidget> m_focusMeanwhile;
};

} // namespace seonchak

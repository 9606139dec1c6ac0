// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/card.h"

#include <QPointer>

class QProgressBar;

namespace seonchak {

class ActionButton;
class DeskPort;
class StockWork;
class ToneLabel;
struct Reading;

/// Where the operator fills the stock: two buttons, how far the work is, and how it ended.
class StockPanel : public Card
{
    Q_OBJECT
public:
    static constexpr qint64 couponsPerClick = 1000;

    explicit StockPanel(DeskPort &port, QWidget *parent = nullptr);
    void show(const Reading &reading);
    /// Puts the keyboard on the first button.
    void takeFocus();
    /// From now on nothing new is begun.
    void showEnding();

private:
    void layOut();
    void showStarted(const QString &sentence, qint64 total);
    void showProgress(qint64 done);
    void showEnd(bool fine, const QString &sentence, const QString &detail);
    void enableButtons(bool on);

    StockWork *m_work;
    ActionButton *m_generate;
    ActionButton *m_push;
    ToneLabel *m_waiting;
    QProgressBar *m_progress;
    ToneLabel *m_line;
    qint64 m_staged = 0;
    bool m_ending = false;
    QPointer<QWidget>
        m_focusBefore; ///< a button that is disabled hands the keyboard on: to whom, and who had it
    QPointer<QWidget> m_focusMeanwhile;
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"

#include <QStatusBar>

class QToolButton;

namespace seonchak {

class CutLine;
class DashboardMemory;
class Looks;
struct Job;
struct Reading;

/// The bar at the bottom: the last action's result, else the sale's state; language and colours, each one
/// click away; the version. While a menu is open: a description of the current entry.
class StatusStrip : public QStatusBar
{
    Q_OBJECT
public:
    /// All must outlive it.
    StatusStrip(Looks &looks, const DashboardMemory &memory, const Clock &clock, QWidget *parent = nullptr);
    void show(const Reading &reading);

    using QWidget::show;

private:
    QToolButton *switchButton(const char *name, const QString &text, const QString &help);
    void showColours();
    static QString sentenceOf(const Job &job);

    Looks &m_looks;
    const DashboardMemory &m_memory;
    const Clock &m_clock;
    CutLine *m_line;
    QToolButton *m_colours;
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "ui/parts/theme.h"

#include <QStatusBar>

class QToolButton;

namespace seonchak {

class DashboardMemory;
class Looks;
struct Job;
struct Reading;

/// A line of text that is cut at its end if there is no room; its tool tip shows it in full.
class CutLine : public QWidget
{
    Q_OBJECT
public:
    explicit CutLine(const QString &name, QWidget *parent = nullptr);
    [[nodiscard]] QString text() const { return m_text; }
    void show(const QString &text, theme::Tone tone);
    [[nodiscard]] QSize sizeHint() const override;

    using QWidget::show;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    theme::Tone m_tone = theme::Tone::Muted;
};

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

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/history.h"

#include <QWidget>

class QHBoxLayout;

namespace seonchak {

class ToneLabel;
class TrendChart;
struct TrendMark;
struct Reading;

/// The three charts over one selectable time range. Draws only while visible, and only as often as a change
/// could be seen.
class TrendPanel : public QWidget
{
    Q_OBJECT
public:
    /// History and marks must outlive it; their owner must add each reading before it is shown here.
    TrendPanel(const History &history, const QList<TrendMark> &marks, QWidget *parent = nullptr);
    /// Puts this beside the range selector.
    void setHeadline(QWidget *headline);
    void show(const Reading &reading);
    [[nodiscard]] History::Range range() const { return m_range; }
    void setRange(History::Range range);

Q_SIGNALS:
    void rangeChosen(seonchak::History::Range range);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QLayout *rangeBar();
    void makeCharts();
    void draw();
    [[nodiscard]] bool isDue() const;

    const History &m_history;
    const QList<TrendMark> &m_marks;
    QHBoxLayout *m_bar = nullptr;
    TrendChart *m_stock;
    TrendChart *m_outcomes;
    TrendChart *m_latency;
    History::Range m_range = History::Range::Minute;
    qint64 m_nowNs = 0;
    qint64 m_drawnNs = 0;
};

} // namespace seonchak

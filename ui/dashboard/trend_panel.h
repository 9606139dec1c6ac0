// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/history.h"

#include <QWidget>

namespace seonchak {

class ToneLabel;
class TrendChart;
struct Reading;

/// The three charts over one range of time, which a person chooses. Draws only while it can be seen, and no
/// more often than a difference could be.
class TrendPanel : public QWidget
{
    Q_OBJECT
public:
    /// The history outlives it; whoever owns it has added the reading before it is shown here.
    explicit TrendPanel(const History &history, QWidget *parent = nullptr);
    void show(const Reading &reading);
    [[nodiscard]] History::Range range() const { return m_range; }
    void setRange(History::Range range);

Q_SIGNALS:
    void rangeChosen(seonchak::History::Range range);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *rangeBar();
    void draw();
    [[nodiscard]] bool isDue() const;

    const History &m_history;
    TrendChart *m_stock;
    TrendChart *m_outcomes;
    TrendChart *m_latency;
    History::Range m_range = History::Range::Minute;
    qint64 m_nowNs = 0;
    qint64 m_drawnNs = 0;
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/race/race_finding.h"

#include <QAbstractScrollArea>

namespace seonchak {

/// A race on one time axis from left to right: a column for each step, a row for each request, and below them
/// the content of the stores after the step. The rows' names stay visible while the columns scroll. Left,
/// Right, Home, End and clicks change the present step.
class RaceView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit RaceView(QWidget *parent = nullptr);

    void show(const lab::RaceTrace &trace);
    [[nodiscard]] int current() const { return m_current; }
    /// Clamped to the existing steps.
    void setCurrent(int step);
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged(int step);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void measure();
    void paintNames(QPainter &painter) const;
    void paintStep(QPainter &painter, int step, const QRect &column) const;
    void paintBlock(QPainter &painter, int step, const QRect &cell) const;
    void paintStores(QPainter &painter, int step, const QRect &column) const;
    [[nodiscard]] int rowTop(int row) const;
    [[nodiscard]] int rowHeight(int row) const;
    [[nodiscard]] int lineHeight() const { return fontMetrics().height() + 2; }
    [[nodiscard]] int columnLeft(int step) const;
    [[nodiscard]] int fullWidth() const;

    lab::RaceTrace m_trace;
    QList<lab::RaceFinding> m_findings;
    int m_current = 0;
    int m_names = 0;  ///< width of the row names
    int m_column = 0; ///< width of a column
};

} // namespace seonchak

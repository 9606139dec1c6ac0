// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/history.h"
#include "ui/parts/theme.h"

#include <QPolygonF>
#include <QWidget>

#include <vector>

namespace seonchak {

/// One line of a chart: its value, and the value's format in the key.
struct ChartLine
{
    theme::Line line = theme::Line::Stock;
    QString name;
    double Sample::*value = nullptr;
    int decimals = 0;
};

/// An event of the whole sale at one moment.
struct TrendMark
{
    enum class Kind { SoldOut, Pushed, Paused, Resumed, Opened, Ended } kind = Kind::Pushed;
    qint64 ns = 0; ///< on the steady clock
};

/// A chart's content at one time.
struct TrendData
{
    QList<Sample> samples; ///< oldest first
    QList<TrendMark> marks;
    History::Range range = History::Range::Minute;
    qint64 nowNs = 0;
};

/// Draws lines over time. A line is interrupted where a value is unknown. The value axis has ticks only if
/// something was measured.
class TrendView : public QWidget
{
    Q_OBJECT
public:
    /// The lines must outlive it. A chart's only line is filled.
    explicit TrendView(const std::vector<ChartLine> &lines, QWidget *parent = nullptr);
    void show(const TrendData &trend);
    /// The values at the ticks, from the bottom; empty: nothing was measured.
    [[nodiscard]] const QList<double> &ticks() const { return m_ticks; }
    /// The unbroken pieces of one line, as drawn: x in nanoseconds before now, y the value.
    [[nodiscard]] QList<QPolygonF> pieces(std::size_t line) const;
    [[nodiscard]] const QList<TrendMark> &marks() const { return m_data.marks; }
    /// Room for the time axis, two ticks and a line between them.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void findTicks();
    [[nodiscard]] QString tickText(double value) const;
    void paintAxes(QPainter &painter, const QRectF &plot) const;
    void paintMarks(QPainter &painter, const QRectF &plot) const;
    void paintLine(QPainter &painter, const QRectF &plot, std::size_t line) const;
    [[nodiscard]] QPointF place(const QRectF &plot, const QPointF &point) const;
    static QString wordOf(TrendMark::Kind kind);
    [[nodiscard]] QColor colourOf(TrendMark::Kind kind) const;

    const std::vector<ChartLine> &m_lines;
    TrendData m_data;
    QList<double> m_ticks;
    double m_top = 1;
};

} // namespace seonchak

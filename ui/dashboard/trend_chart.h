// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/card.h"
#include "ui/parts/theme.h"
#include "ui/port/history.h"

#include <QString>

#include <vector>

class QAreaSeries;
class QChart;
class QChartView;
class QLineSeries;
class QValueAxis;

namespace seonchak {

class ToneLabel;

/// One line of a chart: what it shows, and how its present value is written in the key.
struct ChartLine
{
    theme::Line line = theme::Line::Stock;
    QString name;
    double Sample::*value = nullptr;
    int decimals = 0;
};

/// Lines over time with a key that tells the present values. Whole lines are replaced at once, nothing is
/// animated; it is as cheap as its points are few. Parts: `<name>Title`, `<name>Key0`, `<name>View`.
class TrendChart : public Card
{
    Q_OBJECT
public:
    /// The first line is filled where it is the only one.
    TrendChart(const QString &name, const QString &title, std::vector<ChartLine> lines,
               QWidget *parent = nullptr);
    void show(const QList<Sample> &samples, History::Range range, qint64 nowNs);
    /// How many points make sense: more would share a pixel.
    [[nodiscard]] int pointsThatFit() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut(const QString &title);
    void addLine(const ChartLine &line);
    void setRange(History::Range range);
    void setTop(double largest);
    void showKeys(const QList<Sample> &samples);
    void colour();

    const std::vector<ChartLine> m_lines;
    QChart *m_chart;
    QChartView *m_view;
    QValueAxis *m_time;
    QValueAxis *m_value;
    std::vector<QLineSeries *> m_series;
    QAreaSeries *m_area = nullptr; ///< below the only line
    QLineSeries *m_edge = nullptr;
    std::vector<ToneLabel *> m_keys;
    double m_scale = 1; ///< nanoseconds of one unit of the time axis
    double m_top = 0;
};

} // namespace seonchak

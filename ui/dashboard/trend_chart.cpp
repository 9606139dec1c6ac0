// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/trend_chart.h"

#include "ui/dashboard/key_label.h"
#include "ui/parts/words.h"

#include <QAreaSeries>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QGraphicsLayout>
#include <QHBoxLayout>
#include <QLegend>
#include <QLineSeries>
#include <QLocale>
#include <QVBoxLayout>
#include <QValueAxis>

#include <cmath>

namespace seonchak {

namespace {

constexpr int mostSteps = 5; ///< of the value axis
constexpr int mostPoints = 300;
constexpr double second = 1e9;

/// The smallest of 1, 2, 2.5, 5 times a power of ten that is not below `value`.
double niceStep(double value)
{
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power >= value * 0.999999)
            return factor * power;
    }
    return 10 * power;
}

QLocale chartLocale()
{
    const QLocale locale;
    return locale.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedStates) : locale;
}

} // namespace

TrendChart::TrendChart(const QString &name, const QString &title, std::vector<ChartLine> lines,
                       QWidget *parent)
    : Card(name, parent)
    , m_lines(std::move(lines))
    , m_chart(new QChart)
    , m_view(new QChartView(m_chart, this))
    , m_time(new QValueAxis(m_chart))
    , m_value(new QValueAxis(m_chart))
{
    setAccessibleName(title);
    m_view->setObjectName(name + QStringLiteral("View"));
    m_view->setAccessibleName(title);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setInteractive(false);
    m_view->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setViewportUpdateMode(QGraphicsView::FullViewportUpdate); // One region is cheaper than many.
    m_view->setMinimumSize(120, 96);
    m_chart->legend()->hide();
    m_chart->setMargins({0, 0, 0, 0});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setBackgroundVisible(false);
    m_chart->setLocalizeNumbers(true);
    m_chart->setLocale(chartLocale());
    m_chart->addAxis(m_time, Qt::AlignBottom);
    m_chart->addAxis(m_value, Qt::AlignLeft);
    m_value->setTruncateLabels(false); // Billions take the room they need.
    layOut(title);
    for (const ChartLine &line : m_lines)
        addLine(line);
    setRange(History::Range::Minute);
    setTop(0);
    showKeys({});
    colour();
}

void TrendChart::layOut(const QString &title)
{
    auto *heading = new ToneLabel(objectName() + QStringLiteral("Title"), this);
    heading->setText(title);
    heading->setScale(1.0, true);
    auto *keys = new QHBoxLayout;
    keys->setSpacing(12);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        auto *key = new KeyLabel(QStringLiteral("%1Key%2").arg(objectName()).arg(i), m_lines[i].line, this);
        m_keys.push_back(key);
        keys->addWidget(key);
    }
    keys->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 10, 6);
    layout->setSpacing(3);
    layout->addWidget(heading);
    layout->addLayout(keys);
    layout->addWidget(m_view, 1);
}

void TrendChart::addLine(const ChartLine &)
{
    const auto show = [this](QAbstractSeries *series) {
        m_chart->addSeries(series);
        series->attachAxis(m_time);
        series->attachAxis(m_value);
    };
    if (m_lines.size() == 1) {
        m_edge = new QLineSeries;
        m_area = new QAreaSeries(m_edge);
        m_edge->setParent(m_area);
        m_area->setPen(Qt::NoPen); // It would go round the whole area.
        show(m_area);
    }
    m_series.push_back(new QLineSeries);
    show(m_series.back());
}

int TrendChart::pointsThatFit() const
{
    return std::clamp(m_view->width() / 2, 60, mostPoints);
}

void TrendChart::setRange(History::Range range)
{
    const bool seconds = range == History::Range::Minute;
    m_scale = seconds ? second : 60 * second;
    const double span = double(History::spanNs(range)) / m_scale;
    m_time->setTickCount(range == History::Range::TenMinutes ? 6 : 4);
    m_time->setRange(-span, 0);
    m_time->setLabelFormat(seconds ? tr("%.0f s") : tr("%.0f min"));
}

void TrendChart::setTop(double largest)
{
    // Counts have no halves; milliseconds do.
    const double finest = m_lines.front().decimals > 0 ? 0.05 : 1;
    const double step = std::max(finest, niceStep(std::max(largest, finest) / mostSteps));
    const int steps = std::clamp(int(std::ceil(largest / step - 1e-6)), 2, mostSteps);
    if (qFuzzyCompare(m_top, step * steps))
        return;
    m_top = step * steps;
    m_value->setTickCount(steps + 1);
    m_value->setLabelFormat(step >= 1 && step == std::floor(step) ? QStringLiteral("%.0f")
                            : step >= 0.1                         ? QStringLiteral("%.1f")
                                                                  : QStringLiteral("%.2f"));
    m_value->setRange(0, m_top);
}

void TrendChart::show(const QList<Sample> &samples, History::Range range, qint64 nowNs)
{
    setRange(range);
    double largest = 0;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        QList<QPointF> points;
        points.reserve(samples.size());
        for (const Sample &sample : samples) {
            const double value = sample.*(m_lines[i].value);
            largest = std::max(largest, value);
            points.append({double(sample.ns - nowNs) / m_scale, value});
        }
        m_series[i]->replace(points);
        if (m_edge)
            m_edge->replace(points);
    }
    setTop(largest);
    showKeys(samples);
}

void TrendChart::showKeys(const QList<Sample> &samples)
{
    QStringList all;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const ChartLine &line = m_lines[i];
        const QString value = samples.isEmpty() ? QStringLiteral("–")
                                                : Words::number(samples.last().*(line.value), line.decimals);
        m_keys[i]->setText(QStringLiteral("%1 %2").arg(line.name, value));
        all << m_keys[i]->text();
    }
    m_view->setAccessibleDescription(all.join(QStringLiteral(", ")));
}

void TrendChart::colour()
{
    const QPalette own = palette();
    m_view->setBackgroundBrush(theme::card(own));
    const QColor grid = theme::mix(theme::edge(own), theme::card(own), 0.6);
    for (auto *axis : {m_time, m_value}) {
        QFont font = this->font();
        font.setPointSizeF(font.pointSizeF() * 0.86);
        axis->setLabelsFont(font);
        axis->setLabelsColor(theme::colour(own, theme::Tone::Muted));
        axis->setLinePen(QPen(grid, 1));
        axis->setGridLinePen(QPen(grid, 1));
    }
    m_time->setGridLineVisible(false);
    m_value->setLineVisible(false);
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        const QColor line = theme::line(own, m_lines[i].line);
        m_series[i]->setPen(QPen(line, 1.8));
        if (m_area)
            m_area->setBrush(theme::mix(line, theme::card(own), 0.12));
    }
}

void TrendChart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        colour();
    Card::changeEvent(event);
}

} // namespace seonchak

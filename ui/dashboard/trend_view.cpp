// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/trend_view.h"

#include "ui/parts/words.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace seonchak {

namespace {

constexpr int mostSteps = 5; ///< of the value axis
constexpr double second = 1e9;
constexpr double lineWidth = 1.8;
constexpr double fontScale = 0.86;
constexpr int gapToLabels = 5;

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

QFont axisFont(const QFont &base)
{
    QFont font = base;
    font.setPointSizeF(font.pointSizeF() * fontScale);
    return font;
}

/// Removes the inner points of level stretches: in a quiet hour they are most of the points and slow to draw.
QPolygonF withoutLevel(const QPolygonF &line)
{
    QPolygonF kept;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const bool isWithin =
            i > 0 && i + 1 < line.size() && line[i - 1].y() == line[i].y() && line[i].y() == line[i + 1].y();
        if (!isWithin)
            kept.append(line[i]);
    }
    return kept;
}

} // namespace

TrendView::TrendView(const std::vector<ChartLine> &lines, QWidget *parent)
    : QWidget(parent)
    , m_lines(lines)
{
    setMinimumSize(120, 96);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void TrendView::show(const TrendData &trend)
{
    m_data = trend;
    findTicks();
    update();
}

void TrendView::findTicks()
{
    double largest = -1;
    for (const Sample &sample : m_data.samples) {
        for (const ChartLine &line : m_lines)
            largest = std::fmax(largest, sample.*(line.value));
    }
    m_ticks.clear();
    m_top = 1;
    if (largest < 0)
        return;
    m_ticks.append(0);
    if (largest == 0)
        return;
    // Counts have no halves; milliseconds do.
    const double finest = m_lines.front().decimals > 0 ? 0.05 : 1;
    const double step = std::max(finest, niceStep(largest / mostSteps));
    const int steps = std::clamp(int(std::ceil(largest / step - 1e-6)), 1, mostSteps);
    for (int i = 1; i <= steps; ++i)
        m_ticks.append(i * step);
    m_top = m_ticks.last();
}

QString TrendView::tickText(double value) const
{
    const double step = m_ticks.size() > 1 ? m_ticks[1] : 1;
    return Words::number(value, step >= 1 && step == std::floor(step) ? 0 : step >= 0.1 ? 1 : 2);
}

QList<QPolygonF> TrendView::pieces(std::size_t line) const
{
    QList<QPolygonF> all;
    bool isOpen = false;
    for (const Sample &sample : m_data.samples) {
        const double value = sample.*(m_lines[line].value);
        if (std::isnan(value)) {
            isOpen = false;
            continue;
        }
        if (!isOpen || sample.gapBefore)
            all.append(QPolygonF());
        all.last().append({double(sample.ns - m_data.nowNs), value});
        isOpen = true;
    }
    return all;
}

QPointF TrendView::place(const QRectF &plot, const QPointF &point) const
{
    const auto span = double(History::spanNs(m_data.range));
    return {plot.right() + std::clamp(point.x() / span, -1.0, 0.0) * plot.width(),
            plot.bottom() - point.y() / m_top * plot.height()};
}

QSize TrendView::minimumSizeHint() const
{
    constexpr int leastWidth = 120;
    constexpr int leastLines = 4;
    return {leastWidth, leastLines * QFontMetrics(axisFont(font())).height()};
}

void TrendView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(axisFont(font()));
    const QFontMetrics metrics(painter.font());
    int labels = 0;
    for (const double tick : m_ticks)
        labels = std::max(labels, metrics.horizontalAdvance(tickText(tick)));
    const QRectF plot = QRectF(rect()).adjusted(labels + gapToLabels + 1, metrics.height() + 1, -6,
                                                -metrics.height() - gapToLabels);
    paintAxes(painter, plot);
    paintMarks(painter, plot);
    for (std::size_t line = 0; line < m_lines.size(); ++line)
        paintLine(painter, plot, line);
}

void TrendView::paintAxes(QPainter &painter, const QRectF &plot) const
{
    const QColor grid = theme::mix(theme::edge(palette()), theme::card(palette()), 0.6);
    const QColor words = theme::colour(palette(), theme::Tone::Muted);
    const QFontMetrics metrics(painter.font());
    const auto line = [&](double y) {
        painter.setPen(QPen(grid, 1));
        painter.drawLine(QPointF(plot.left(), std::round(y) + 0.5),
                         QPointF(plot.right(), std::round(y) + 0.5));
    };
    line(plot.bottom());
    for (const double tick : m_ticks) {
        const double y = place(plot, {0, tick}).y();
        line(y);
        painter.setPen(words);
        painter.drawText(QRectF(0, y - metrics.height(), plot.left() - gapToLabels, 2.0 * metrics.height()),
                         int(Qt::AlignRight | Qt::AlignVCenter), tickText(tick));
    }
    const bool seconds = m_data.range == History::Range::Minute;
    const double unit = seconds ? second : 60 * second;
    const int parts = m_data.range == History::Range::TenMinutes ? 5 : 3;
    const double span = double(History::spanNs(m_data.range)) / unit;
    painter.setPen(words);
    for (int i = 0; i <= parts; ++i) {
        const double x = plot.left() + plot.width() * i / parts;
        const QString value = Words::number(qint64(std::lround(span * (i - parts) / parts)));
        const QString text = seconds ? tr("%1 s").arg(value) : tr("%1 min").arg(value);
        const double width = metrics.horizontalAdvance(text) + 2;
        const double left = std::clamp(x - width / 2, 0.0, std::max(0.0, this->width() - width));
        painter.drawText(QRectF(left, plot.bottom() + gapToLabels, width, metrics.height()),
                         int(Qt::AlignCenter), text);
    }
}

QString TrendView::wordOf(TrendMark::Kind kind)
{
    switch (kind) {
    case TrendMark::Kind::SoldOut:
        return tr("Sold out");
    case TrendMark::Kind::Pushed:
        return tr("Pushed");
    case TrendMark::Kind::Paused:
        return tr("Paused");
    case TrendMark::Kind::Opened:
        return tr("Opened");
    case TrendMark::Kind::Ended:
        return tr("Ended");
    case TrendMark::Kind::Resumed:
        break;
    }
    return tr("Resumed");
}

QColor TrendView::colourOf(TrendMark::Kind kind) const
{
    switch (kind) {
    case TrendMark::Kind::SoldOut:
        return theme::line(palette(), theme::Line::SoldOut);
    case TrendMark::Kind::Paused:
        return theme::line(palette(), theme::Line::Refused);
    default:
        return theme::colour(palette(), theme::Tone::Muted);
    }
}

/// The newest first: labels of older ones that would overlap are left out.
void TrendView::paintMarks(QPainter &painter, const QRectF &plot) const
{
    const QFontMetrics metrics(painter.font());
    double free = width();
    for (qsizetype i = m_data.marks.size() - 1; i >= 0; --i) {
        const TrendMark &mark = m_data.marks[i];
        const auto before = double(mark.ns - m_data.nowNs);
        if (before < -double(History::spanNs(m_data.range)) || before > second)
            continue; // The wall clock was set.
        const double x = std::round(place(plot, {before, 0}).x()) + 0.5;
        painter.setPen(QPen(colourOf(mark.kind), 1.2, Qt::DashLine));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        const QString word = wordOf(mark.kind);
        const double width = metrics.horizontalAdvance(word) + 2;
        const double left = std::clamp(x - width / 2, 0.0, this->width() - width);
        if (left < 0 || left + width > free)
            continue;
        painter.setPen(colourOf(mark.kind));
        painter.drawText(QRectF(left, 0, width, metrics.height()), int(Qt::AlignCenter), word);
        free = left - gapToLabels;
    }
}

void TrendView::paintLine(QPainter &painter, const QRectF &plot, std::size_t line) const
{
    const QColor colour = theme::line(palette(), m_lines[line].line);
    const bool isDashed = m_lines[line].line == theme::Line::NotServed;
    const QPen pen(colour, lineWidth, isDashed ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap, Qt::BevelJoin);
    for (QPolygonF piece : pieces(line)) {
        for (QPointF &point : piece)
            point = place(plot, point);
        piece = withoutLevel(piece);
        if (m_lines.size() == 1) {
            QPolygonF area = piece;
            area.append({piece.last().x(), plot.bottom()});
            area.append({piece.first().x(), plot.bottom()});
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme::mix(colour, theme::card(palette()), 0.12));
            painter.drawPolygon(area);
        }
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        if (piece.size() == 1)
            painter.drawPoint(piece.first());
        else
            painter.drawPolyline(piece);
    }
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/trend_panel.h"

#include "ui/dashboard/trend_chart.h"
#include "ui/parts/action_button.h"
#include "ui/parts/tone_label.h"
#include "ui/port/pulse.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace seonchak {

namespace {
constexpr int periods = 240; ///< a range is redrawn when a 240th of it has passed: a pixel or two
}

TrendPanel::TrendPanel(const History &history, const QList<TrendMark> &marks, QWidget *parent)
    : QWidget(parent)
    , m_history(history)
    , m_marks(marks)
{
    setObjectName(QStringLiteral("trendPanel"));
    makeCharts();
    auto *charts = new QHBoxLayout;
    charts->setSpacing(10);
    charts->addWidget(m_stock, 3);
    charts->addWidget(m_outcomes, 5);
    charts->addWidget(m_latency, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(rangeBar());
    layout->addLayout(charts, 1);
}

void TrendPanel::makeCharts()
{
    using theme::Line;
    m_stock = new TrendChart(QStringLiteral("stockChart"), tr("Stock"),
                             {{Line::Stock, tr("In stock"), &Sample::stock, 0}}, this);
    m_stock->setToolTip(plainToolTip(
        tr("Coupons that could be issued, as read four times a second. A gap: Redis or the database was "
           "away.")));
    m_outcomes = new TrendChart(QStringLiteral("outcomeChart"), tr("Answers in one second"),
                                {{Line::Valid, tr("Issued"), &Sample::valid, 0},
                                 {Line::SoldOut, tr("Sold out"), &Sample::soldOut, 0},
                                 {Line::NoClaim, tr("No claim"), &Sample::noClaim, 0},
                                 {Line::Refused, tr("Refused"), &Sample::refused, 0},
                                 {Line::InDoubt, tr("In doubt"), &Sample::inDoubt, 0},
                                 {Line::NotServed, tr("Not served"), &Sample::notServed, 0}},
                                this);
    m_outcomes->setToolTip(plainToolTip(
        tr("Answers of this server within the last second, counted one by one. Where one point stands for "
           "more time it is the largest of them. No claim: had a coupon already, asked twice at once, or "
           "came before the opening or after the end. Not served: paused, or Redis or the database was away "
           "(503).")));
    m_latency = new TrendChart(
        QStringLiteral("latencyChart"), tr("Time to answer, ms"),
        {{Line::Half, tr("p50"), &Sample::p50, 1}, {Line::Slowest, tr("p99"), &Sample::p99, 1}}, this);
    m_latency->setToolTip(plainToolTip(
        tr("Of the answers of this server within the last second, half were given faster than p50 and 99 of "
           "100 faster than p99. A gap: there were none.")));
}

void TrendPanel::setHeadline(QWidget *headline)
{
    m_bar->insertWidget(0, headline);
}

QLayout *TrendPanel::rangeBar()
{
    auto *words = new ToneLabel(QStringLiteral("rangeLabel"), this);
    words->setText(tr("The last"));
    words->setTone(theme::Tone::Muted);
    m_bar = new QHBoxLayout;
    auto *layout = m_bar;
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addStretch(1);
    layout->addWidget(words);
    layout->addSpacing(4);
    auto *group = new QButtonGroup(this);
    const auto add = [&](const char *name, const QString &text, const QString &help, History::Range range) {
        auto *button =
            new ActionButton(QLatin1String(name), text, {}, help, ActionButton::Weight::Quiet, this);
        button->setCheckable(true);
        button->setChecked(range == m_range);
        group->addButton(button, int(range));
        layout->addWidget(button);
    };
    add("rangeMinute", tr("1 min"), tr("Charts of the last minute"), History::Range::Minute);
    add("rangeTenMinutes", tr("10 min"), tr("Charts of the last ten minutes"), History::Range::TenMinutes);
    add("rangeHour", tr("1 h"), tr("Charts of the last hour"), History::Range::Hour);
    connect(group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (!on)
            return;
        setRange(History::Range(id));
        Q_EMIT rangeChosen(m_range);
    });
    return layout;
}

void TrendPanel::setRange(History::Range range)
{
    m_range = range;
    if (auto *group = findChild<QButtonGroup *>())
        group->button(int(range))->setChecked(true);
    draw();
}

bool TrendPanel::isDue() const
{
    return m_drawnNs == 0 || m_nowNs - m_drawnNs >= History::spanNs(m_range) / periods;
}

void TrendPanel::show(const Reading &reading)
{
    for (auto *chart : {m_stock, m_outcomes, m_latency})
        chart->showKeys(reading.isHeard() ? m_history.latest() : std::nullopt);
    if (!reading.isHeard())
        return;
    m_nowNs = reading.steadyNs;
    if (isVisible() && isDue())
        draw();
}

void TrendPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    draw();
}

void TrendPanel::draw()
{
    if (m_nowNs == 0)
        return;
    m_drawnNs = m_nowNs;
    for (auto *chart : {m_stock, m_outcomes, m_latency})
        chart->show({m_history.samples(m_range, m_nowNs, chart->pointsThatFit()), m_marks, m_range, m_nowNs});
}

} // namespace seonchak

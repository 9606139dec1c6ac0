// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/trend_chart.h"

#include "ui/dashboard/key_label.h"
#include "ui/parts/words.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <cmath>

namespace seonchak {

namespace {
constexpr int mostPoints = 300;
}

TrendChart::TrendChart(const QString &name, const QString &title, std::vector<ChartLine> lines,
                       QWidget *parent)
    : Card(name, parent)
    , m_lines(std::move(lines))
    , m_view(new TrendView(m_lines, this))
{
    setAccessibleName(title);
    m_view->setObjectName(name + QStringLiteral("View"));
    m_view->setAccessibleName(title);
    layOut(title);
    showKeys({});
}

void TrendChart::layOut(const QString &title)
{
    auto *heading = new ToneLabel(objectName() + QStringLiteral("Title"), this);
    heading->setText(title);
    heading->setScale(1.0, true);
    auto *keys = new QHBoxLayout;
    keys->setSpacing(10);
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

int TrendChart::pointsThatFit() const
{
    return std::clamp(m_view->width() / 2, 60, mostPoints);
}

void TrendChart::showKeys(const std::optional<Sample> &now)
{
    QStringList all;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const ChartLine &line = m_lines[i];
        const double value = now ? (*now).*(line.value) : Sample::unknown;
        const QString text = std::isnan(value) ? QStringLiteral("–") : Words::number(value, line.decimals);
        m_keys[i]->setText(QStringLiteral("%1 %2").arg(line.name, text));
        all << m_keys[i]->text();
    }
    m_view->setAccessibleDescription(all.join(QStringLiteral(", ")));
}

} // namespace seonchak

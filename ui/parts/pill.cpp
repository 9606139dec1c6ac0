// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/pill.h"

#include <QHBoxLayout>
#include <QPainter>

namespace seonchak {

namespace {
constexpr int dotRoom = 24; ///< from the left edge to the words
constexpr double dot = 8;
constexpr int wordsMost = 210; ///< a longer name is cut in its middle; the tool tip has it whole
} // namespace

Pill::Pill(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_words(new ToneLabel(name + QStringLiteral("Words"), this))
{
    setObjectName(name);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(dotRoom, 4, 12, 4);
    layout->addWidget(m_words);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Pill::show(theme::Tone tone, const QString &words, const QString &details)
{
    m_words->setText(m_words->fontMetrics().elidedText(words, Qt::ElideMiddle, wordsMost));
    setToolTip(plainToolTip(details));
    setAccessibleName(words);
    setAccessibleDescription(details);
    if (std::exchange(m_tone, tone) != tone)
        update();
}

void Pill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme::edge(palette()));
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::colour(palette(), m_tone));
    painter.drawEllipse(QPointF(dotRoom / 2.0 + 1, height() / 2.0), dot / 2, dot / 2);
}

} // namespace seonchak

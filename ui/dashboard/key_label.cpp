// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/key_label.h"

#include <QPainter>

namespace seonchak {

namespace {
constexpr int strokeRoom = 16;
constexpr double strokeLength = 11;
} // namespace

KeyLabel::KeyLabel(const QString &name, theme::Line line, QWidget *parent)
    : ToneLabel(name, parent)
    , m_line(line)
{
    setContentsMargins(strokeRoom, 0, 0, 0);
    setScale(0.92);
    setTone(theme::Tone::Muted);
}

void KeyLabel::paintEvent(QPaintEvent *event)
{
    ToneLabel::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::line(palette(), m_line), 3, Qt::SolidLine, Qt::RoundCap));
    const double middle = height() / 2.0 + 0.5;
    painter.drawLine(QPointF(1.5, middle), QPointF(strokeLength, middle));
}

} // namespace seonchak

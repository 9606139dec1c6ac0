// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/card.h"

#include "ui/parts/theme.h"

#include <QPainter>

namespace seonchak {

namespace {
constexpr double cardRoundness = 6;
}

Card::Card(const QString &name, QWidget *parent)
    : QFrame(parent)
{
    setObjectName(name);
}

void Card::paintSheet(const QColor &fill, const QColor &edge)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(edge);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), cardRoundness, cardRoundness);
}

void Card::paintEvent(QPaintEvent *)
{
    paintSheet(theme::card(palette()), theme::edge(palette()));
}

} // namespace seonchak

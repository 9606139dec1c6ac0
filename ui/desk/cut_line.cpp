// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cut_line.h"

#include "ui/parts/tone_label.h"

#include <QPainter>

namespace seonchak {

namespace {
constexpr int lineWidthLeast = 200;
} // namespace

CutLine::CutLine(const QString &name, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(name);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setMinimumWidth(lineWidthLeast);
}

void CutLine::show(const QString &text, theme::Tone tone)
{
    if (text == m_text && tone == m_tone)
        return;
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    setToolTip(plainToolTip(text));
    update();
}

QSize CutLine::sizeHint() const
{
    return {lineWidthLeast, fontMetrics().height() + 2};
}

void CutLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(theme::colour(palette(), m_tone));
    painter.drawText(rect().adjusted(8, 0, 0, 0), int(Qt::AlignVCenter | Qt::TextSingleLine),
                     fontMetrics().elidedText(m_text, Qt::ElideRight, width() - 9));
}

} // namespace seonchak

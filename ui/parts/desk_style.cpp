// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/desk_style.h"

#include "ui/parts/theme.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace seonchak {

namespace {

constexpr double round = 2;

QPen outlinePen(const QStyleOption &option)
{
    if (!(option.state & QStyle::State_Enabled))
        return theme::edge(option.palette);
    const bool typing = option.state & QStyle::State_HasFocus;
    return typing ? QPen(theme::line(option.palette, theme::Line::Stock), 1.5)
                  : QPen(theme::outline(option.palette));
}

void drawOutline(QPainter &painter, const QStyleOption &option, bool circle = false)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(outlinePen(option));
    painter.setBrush(Qt::NoBrush);
    const QRectF body = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (circle)
        painter.drawEllipse(body);
    else
        painter.drawRoundedRect(body, round, round);
    painter.restore();
}

/// A frame without anything to type in it stays as quiet as it is.
bool isForTyping(const QWidget *widget)
{
    return widget && (widget->inherits("QPlainTextEdit") || widget->inherits("QTextEdit"));
}

bool isFlat(const QStyleOption &option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    return (button && (button->features & QStyleOptionButton::Flat)) ||
           (option.state & QStyle::State_AutoRaise);
}

} // namespace

DeskStyle::DeskStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void DeskStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool outlined = element == PE_FrameLineEdit || element == PE_IndicatorCheckBox ||
                          element == PE_IndicatorRadioButton ||
                          (element == PE_Frame && isForTyping(widget)) ||
                          (element == PE_PanelButtonCommand && !isFlat(*option));
    if (outlined)
        drawOutline(*painter, *option, element == PE_IndicatorRadioButton);
}

void DeskStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_ComboBox || control == CC_SpinBox)
        drawOutline(*painter, *option);
}

int DeskStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *back) const
{
    return hint == SH_UnderlineShortcut ? 1 : QProxyStyle::styleHint(hint, option, widget, back);
}

} // namespace seonchak

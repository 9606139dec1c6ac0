// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace seonchak {

/// Fusion with outlines that can be seen: its own are a shade of the window's colour, which is no line at all
/// on dark. Around fields, boxes with choices, check marks and plain buttons. The letters of Alt are
/// underlined everywhere: left to the platform they are shown in some widgets and on some desktops only.
class DeskStyle : public QProxyStyle
{
    Q_OBJECT
public:
    DeskStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *back) const override;
};

} // namespace seonchak

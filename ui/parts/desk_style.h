// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace seonchak {

/// Fusion with visible outlines: Fusion's own are a shade of the window's colour and invisible on dark.
/// Applies to fields, combo boxes, check marks and plain buttons. Mnemonics are underlined everywhere: by
/// default only some widgets and desktops show them.
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

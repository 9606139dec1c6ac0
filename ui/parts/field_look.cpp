// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/field_look.h"

#include "ui/parts/theme.h"

#include <QEvent>
#include <QWidget>

namespace seonchak {

namespace {

constexpr double shade = 0.09;

void colourField(QWidget &field)
{
    const QPalette outer = field.parentWidget() ? field.parentWidget()->palette() : QPalette();
    QPalette own = outer;
    if (theme::isDark(outer)) {
        const QColor text = outer.color(QPalette::Active, QPalette::Text);
        own.setColor(QPalette::Base, theme::mix(text, theme::card(outer), shade));
    }
    if (own != field.palette())
        field.setPalette(own);
}

/// Colours the field again when light turns to dark.
class FieldRecolour : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *field = qobject_cast<QWidget *>(parent());
        const bool changed = event->type() == QEvent::ApplicationPaletteChange ||
                             event->type() == QEvent::ParentChange ||
                             (watched != field && event->type() == QEvent::PaletteChange);
        if (field && changed)
            colourField(*field);
        return false;
    }
};

} // namespace

void styleField(QWidget &field)
{
    auto *recolour = new FieldRecolour(&field);
    field.installEventFilter(recolour);
    if (field.parentWidget())
        field.parentWidget()->installEventFilter(recolour);
    colourField(field);
}

} // namespace seonchak

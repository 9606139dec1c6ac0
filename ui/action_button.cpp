// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/action_button.h"

#include "ui/theme.h"
#include "ui/tone_label.h"

#include <QPainter>
#include <QStyle>

namespace seonchak {

namespace {
constexpr double roundness = 5;
}

ActionButton::ActionButton(const QString &name, const QString &text, const QKeySequence &shortcut,
                           const QString &help, QWidget *parent)
    : QPushButton(text, parent)
{
    setObjectName(name);
    // After the text: a text without a mnemonic would take the shortcut away.
    setShortcut(shortcut);
    setToolTip(plainToolTip(tr("%1 (%2)").arg(help, shortcut.toString(QKeySequence::NativeText))));
    setAttribute(Qt::WA_Hover);
    QFont bold = font();
    bold.setBold(true);
    setFont(bold);
}

QSize ActionButton::sizeHint() const
{
    const QSize words = fontMetrics().size(Qt::TextShowMnemonic, text());
    return {words.width() + 36, words.height() + 18};
}

void ActionButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor sheet = theme::card(palette());
    QColor fill = theme::accent(palette());
    QColor words = Qt::white;
    if (!isEnabled()) {
        fill = theme::mix(theme::colour(palette(), theme::Tone::Plain), sheet, 0.12);
        words = theme::colour(palette(), theme::Tone::Stale);
    } else if (isDown()) {
        fill = fill.darker(125);
    } else if (underMouse()) {
        fill = fill.lighter(112);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    const QRectF body = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(body, roundness, roundness);
    if (hasFocus()) {
        painter.setPen(QPen(theme::mix(words, fill, 0.75), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(body.adjusted(2.5, 2.5, -2.5, -2.5), roundness - 2, roundness - 2);
    }
    painter.setPen(words);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, text());
}

} // namespace seonchak

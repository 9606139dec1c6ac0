// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/nav_button.h"

#include "ui/parts/theme.h"
#include "ui/parts/words.h"

#include <QPainter>

namespace seonchak {

namespace {
constexpr int left = 18;
constexpr int right = 12;
constexpr int badgePadding = 7;
} // namespace

NavButton::NavButton(const QString &key, const QString &title, QWidget *parent)
    : QAbstractButton(parent)
    , m_key(key)
{
    setObjectName(QStringLiteral("nav-") + key);
    setText(title);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus); // After a click the focus moves into the page.
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    tell();
}

void NavButton::setCount(qint64 count)
{
    if (std::exchange(m_count, count) == count)
        return;
    tell();
    update();
}

void NavButton::tell()
{
    setAccessibleName(m_count > 0   ? tr("%1, %2 open").arg(text(), Words::number(m_count))
                      : m_count < 0 ? tr("%1, not known how many").arg(text())
                                    : text());
}

QSize NavButton::sizeHint() const
{
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    return {left + metrics.horizontalAdvance(text()) + 44 + right, metrics.height() + 18};
}

void NavButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor card = theme::card(palette());
    const QColor accent = theme::line(palette(), theme::Line::Stock);
    if (isChecked()) {
        painter.fillRect(rect(), theme::mix(accent, card, theme::isDark(palette()) ? 0.2 : 0.09));
        painter.fillRect(0, 0, 3, height(), accent);
    } else if (underMouse()) {
        painter.fillRect(rect(), theme::mix(theme::colour(palette(), theme::Tone::Plain), card, 0.05));
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme::mix(accent, card, 0.7), 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(5, 3, -4, -3), 4, 4);
    }
    QFont own = font();
    own.setBold(isChecked());
    painter.setFont(own);
    painter.setPen(isChecked() ? accent : theme::colour(palette(), theme::Tone::Plain));
    painter.drawText(rect().adjusted(left, 0, -right, 0), int(Qt::AlignLeft | Qt::AlignVCenter), text());
    if (m_count == 0)
        return;
    const QString number = m_count < 0     ? QStringLiteral("?")
                           : m_count > 999 ? QStringLiteral("999+")
                                           : Words::number(m_count);
    own.setBold(true);
    painter.setFont(own);
    const QFontMetrics metrics(own);
    const int wide = std::max(metrics.horizontalAdvance(number) + 2 * badgePadding, metrics.height() + 4);
    const QRectF badge(width() - right - wide, (height() - metrics.height() - 4) / 2.0, wide,
                       metrics.height() + 4);
    const QColor waiting = theme::colour(palette(), theme::Tone::Waiting);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::mix(waiting, card, 0.18));
    painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2);
    painter.setPen(waiting);
    painter.drawText(badge, Qt::AlignCenter, number);
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/action_button.h"

#include "ui/parts/theme.h"
#include "ui/parts/tone_label.h"

#include <QPainter>

#include <algorithm>

namespace seonchak {

namespace {
constexpr double roundness = 5;

/// The text with its mnemonic, like the labels of fields: after the text if the language has no Latin letters
/// to underline.
QString withLetter(const QAbstractButton &button)
{
    const QString text = button.text();
    const QKeySequence keys = button.shortcut();
    const bool isLetter = keys.count() == 1 && keys[0].keyboardModifiers() == Qt::AltModifier &&
                          keys[0].key() >= Qt::Key_A && keys[0].key() <= Qt::Key_Z;
    const bool isWord = std::ranges::any_of(text, [](QChar sign) { return sign.isLetter(); });
    if (!isLetter || !isWord || !QKeySequence::mnemonic(text).isEmpty())
        return text;
    return QStringLiteral("%1(&%2)").arg(text, QChar(ushort(keys[0].key())));
}
} // namespace

ActionButton::ActionButton(const QString &name, const QString &text, const QKeySequence &shortcut,
                           const QString &help, Weight weight, QWidget *parent)
    : QPushButton(text, parent)
    , m_weight(weight)
{
    setObjectName(name);
    // After the text: a text without a mnemonic would take the shortcut away.
    setShortcut(shortcut);
    setHelp(help);
    setAttribute(Qt::WA_Hover);
    QFont bold = font();
    bold.setBold(weight != Weight::Quiet);
    setFont(bold);
}

void ActionButton::setWords(const QString &words)
{
    if (words == text())
        return;
    const QKeySequence kept = shortcut();
    setText(words);
    setShortcut(kept);
}

void ActionButton::setWeight(Weight weight)
{
    if (std::exchange(m_weight, weight) == weight)
        return;
    QFont own = font();
    own.setBold(weight != Weight::Quiet);
    setFont(own);
    updateGeometry();
    update();
}

void ActionButton::setHelp(const QString &help)
{
    const QString keys = shortcut().toString(QKeySequence::NativeText);
    setAccessibleDescription(help);
    setToolTip(plainToolTip(keys.isEmpty() || help.isEmpty() ? help : tr("%1 (%2)").arg(help, keys)));
}

QSize ActionButton::sizeHint() const
{
    const QSize words = fontMetrics().size(Qt::TextShowMnemonic, withLetter(*this));
    return m_weight != Weight::Quiet ? QSize(words.width() + 36, words.height() + 18)
                                     : QSize(words.width() + 24, words.height() + 10);
}

ActionButton::Colours ActionButton::colours() const
{
    const QColor text = theme::colour(palette(), theme::Tone::Plain);
    const QColor sheet = theme::card(palette());
    if (!isEnabled()) {
        const QColor grey = theme::mix(text, sheet, 0.12);
        return {grey, theme::mix(text, sheet, 0.45), grey};
    }
    if (m_weight == Weight::Quiet && isChecked()) {
        const QColor accent = theme::accent(palette());
        return {theme::mix(accent, sheet, theme::isDark(palette()) ? 0.45 : 0.14), text,
                theme::line(palette(), theme::Line::Stock)};
    }
    if (m_weight == Weight::Quiet) {
        const double shade = isDown() ? 0.16 : underMouse() ? 0.07 : 0;
        return {theme::mix(text, sheet, shade), text, theme::outline(palette())};
    }
    const QColor accent = m_weight == Weight::Danger ? theme::danger(palette()) : theme::accent(palette());
    const QColor fill = isDown() ? accent.darker(125) : underMouse() ? accent.lighter(112) : accent;
    return {fill, Qt::white, fill};
}

void ActionButton::paintEvent(QPaintEvent *)
{
    const auto [fill, words, edge] = colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(edge);
    painter.setBrush(fill);
    const QRectF body = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(body, roundness, roundness);
    if (hasFocus()) {
        painter.setPen(QPen(theme::mix(words, fill, m_weight != Weight::Quiet ? 0.75 : 0.45), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(body.adjusted(2.5, 2.5, -2.5, -2.5), roundness - 2, roundness - 2);
    }
    painter.setPen(words);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, withLetter(*this));
}

} // namespace seonchak

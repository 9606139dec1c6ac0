// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/tone_label.h"

#include <QApplication>
#include <QFontMetrics>
#include <QPainter>

namespace seonchak {

namespace {
constexpr double largest = 3.4;     ///< times the application's font
constexpr double comfortable = 2.4; ///< there is always the height for it
constexpr double smallest = 1.0;
constexpr double step = 0.1;

QFont applicationFont(double scale, bool bold)
{
    QFont font = QApplication::font();
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * scale);
    else
        font.setPixelSize(qRound(font.pixelSize() * scale));
    font.setBold(bold);
    return font;
}

/// Measured by laying it out: a font that only fills in for missing letters may be larger than the main one.
QSize sizeIn(const QFont &font, const QString &text)
{
    return QFontMetrics(font).boundingRect(QRect(0, 0, 10'000, 10'000), Qt::TextSingleLine, text).size();
}
} // namespace

ToneLabel::ToneLabel(const QString &name, QWidget *parent)
    : QLabel(parent)
{
    setObjectName(name);
    setTextFormat(Qt::PlainText);
}

ToneLabel *ToneLabel::wrapped(const char *name, const QString &text, QWidget *parent, int leastWidth)
{
    auto *label = new ToneLabel(QLatin1String(name), parent);
    label->setText(text);
    label->setWordWrap(true);
    label->setMinimumWidth(leastWidth);
    return label;
}

void ToneLabel::setTone(theme::Tone tone)
{
    if (std::exchange(m_tone, tone) != tone)
        update();
}

void ToneLabel::tell(theme::Tone tone, const QString &sentence, const QString &detail)
{
    setTone(tone);
    setText(sentence);
    setToolTip(plainToolTip(detail));
}

void ToneLabel::setScale(double scale, bool bold)
{
    setFont(applicationFont(scale, bold));
}

void ToneLabel::paintText(QPainter &painter, const QRect &where) const
{
    painter.setPen(theme::colour(palette(), m_tone));
    painter.drawText(where, int(alignment()) | (wordWrap() ? Qt::TextWordWrap : Qt::TextSingleLine), text());
}

void ToneLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintText(painter, contentsRect());
}

FitLabel::FitLabel(const QString &name, QWidget *parent)
    : ToneLabel(name, parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
}

QFont FitLabel::scaled(double scale) const
{
    return applicationFont(scale, true);
}

QFont FitLabel::fitted(const QSize &room) const
{
    for (double scale = largest; scale > smallest; scale -= step) {
        const QFont font = scaled(scale);
        const QSize needed = sizeIn(font, text());
        if (needed.width() <= room.width() && needed.height() <= room.height())
            return font;
    }
    return scaled(smallest);
}

QSize FitLabel::minimumSizeHint() const
{
    return {QFontMetrics(scaled(smallest)).horizontalAdvance(text()) + 2,
            QFontMetrics(scaled(comfortable)).height()};
}

QSize FitLabel::sizeHint() const
{
    return minimumSizeHint();
}

void FitLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(fitted(contentsRect().size()));
    paintText(painter, contentsRect());
}

QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? text : QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped());
}

} // namespace seonchak

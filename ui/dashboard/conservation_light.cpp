// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/conservation_light.h"

#include "ui/parts/words.h"
#include "ui/port/pulse.h"

#include <QHBoxLayout>
#include <QPainter>

namespace seonchak {

namespace {
constexpr int lampRoom = 44;
constexpr double lamp = 16;
} // namespace

ConservationLight::ConservationLight(QWidget *parent)
    : Card(QStringLiteral("conservationLight"), parent)
    , m_verdict(new ToneLabel(QStringLiteral("conservationVerdict"), this))
    , m_sentence(new ToneLabel(QStringLiteral("conservationSentence"), this))
{
    m_verdict->setScale(1.05, true);
    m_sentence->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(lampRoom, 14, 14, 14);
    layout->setSpacing(14);
    layout->addWidget(m_verdict);
    layout->addWidget(m_sentence, 1);
    showUnknown({});
}

void ConservationLight::show(const Reading &reading)
{
    if (!reading.isCurrent())
        return showUnknown(reading);
    const StockNumbers &stock = reading.status.stock;
    m_tone = stock.conserved() ? theme::Tone::Good : theme::Tone::Bad;
    m_verdict->setText(Words::verdict(stock));
    m_verdict->setTone(stock.conserved() ? theme::Tone::Plain : theme::Tone::Bad);
    m_sentence->setText(Words::conservation(stock));
    m_sentence->setTone(theme::Tone::Plain);
    update();
}

void ConservationLight::showUnknown(const Reading &reading)
{
    m_tone = theme::Tone::Stale;
    m_verdict->setTone(theme::Tone::Muted);
    m_sentence->setTone(theme::Tone::Muted);
    m_verdict->setText(reading.answered ? tr("Last known") : tr("Not known yet"));
    m_sentence->setText(reading.answered ? Words::conservation(reading.status.stock)
                                         : tr("Waiting for the first numbers."));
    update();
}

void ConservationLight::paintEvent(QPaintEvent *)
{
    const QColor tone = theme::colour(palette(), m_tone);
    const QColor sheet = theme::card(palette());
    const bool known = m_tone == theme::Tone::Good || m_tone == theme::Tone::Bad;
    paintSheet(known ? theme::mix(tone, sheet, 0.09) : sheet,
               known ? theme::mix(tone, sheet, 0.45) : theme::edge(palette()));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QPointF centre(lampRoom / 2.0, height() / 2.0);
    painter.setBrush(theme::mix(tone, sheet, 0.28));
    painter.drawEllipse(centre, lamp / 2 + 4, lamp / 2 + 4);
    painter.setBrush(tone);
    painter.drawEllipse(centre, lamp / 2, lamp / 2);
}

} // namespace seonchak

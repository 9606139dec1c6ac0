// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/conservation_light.h"

#include "ui/parts/coupon_words.h"
#include "ui/parts/moment.h"
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
    , m_hint(new ToneLabel(QStringLiteral("conservationHint"), this))
{
    m_verdict->setScale(1.05, true);
    m_sentence->setWordWrap(true);
    m_hint->setWordWrap(true);
    m_hint->hide();
    auto *words = new QVBoxLayout;
    words->setSpacing(3);
    words->addWidget(m_sentence);
    words->addWidget(m_hint);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(lampRoom, 10, 14, 10);
    layout->setSpacing(14);
    layout->addWidget(m_verdict);
    layout->addLayout(words, 1);
    showUnknown({});
}

void ConservationLight::show(const Reading &reading, WallMs conservedAt, WallMs now)
{
    if (!reading.isCurrent())
        return showUnknown(reading);
    const StockNumbers &stock = reading.status.stock;
    m_tone = stock.conserved() ? theme::Tone::Good : theme::Tone::Bad;
    m_verdict->setText(Words::verdict(stock));
    m_verdict->setTone(stock.conserved() ? theme::Tone::Plain : theme::Tone::Bad);
    m_sentence->setText(Words::conservation(stock));
    m_sentence->setTone(theme::Tone::Plain);
    m_hint->setVisible(!stock.conserved());
    if (!stock.conserved()) {
        const QString when = moment::recent(conservedAt, now);
        const QString last = conservedAt > 0 ? tr("The numbers last added up at %1.").arg(when) : QString();
        m_hint->setText(QString(whereToLook(reading.status) + QLatin1Char(' ') + last).trimmed());
    }
    setAccessibleName(m_verdict->text());
    setAccessibleDescription(m_sentence->text());
    update();
}

QString ConservationLight::whereToLook(const Status &status)
{
    const StockNumbers &stock = status.stock;
    const qint64 difference = stock.difference();
    if (difference == 0 && !status.faults.isEmpty())
        return tr("The numbers add up, but Redis and the book do not agree on \"%1\". Audit names each of "
                  "them.")
            .arg(QString::fromUtf8(status.faults.front().what));
    const QString wrong = difference > 0 ? CouponWords::counted(difference, tr("1 coupon is nowhere."),
                                                                tr("%1 coupons are nowhere."))
                                         : CouponWords::counted(-difference, tr("1 coupon is counted twice."),
                                                                tr("%1 coupons are counted twice."));
    const QString parts = tr("Generated is %1, the others are %2 together: %3")
                              .arg(Words::number(stock.generated), Words::number(stock.sum()), wrong);
    const bool keysAgree = status.issuedUsers == stock.issued;
    if (!keysAgree)
        return parts + QLatin1Char(' ') +
               tr("Look first at issued: the book holds %1, but Redis holds %2 user keys. Open Coupons, "
                  "status "
                  "issued, and Audit.")
                   .arg(Words::number(stock.issued), Words::number(status.issuedUsers));
    return parts + QLatin1Char(' ') +
           (difference > 0 ? tr("Look first at in stock (%1): a code may have been taken out of Redis by "
                                "hand. Audit says "
                                "who did what.")
                           : tr("Look first at in stock (%1): a code may have been put into Redis by hand, "
                                "or stand there "
                                "although it was issued. Audit says who did what."))
               .arg(Words::number(stock.available));
}

void ConservationLight::showUnknown(const Reading &reading)
{
    m_tone = theme::Tone::Stale;
    m_hint->hide();
    m_verdict->setTone(theme::Tone::Muted);
    m_sentence->setTone(theme::Tone::Muted);
    if (reading.hasNumbers()) {
        m_verdict->setText(tr("Last known"));
        m_sentence->setText(Words::conservation(reading.status.stock));
    } else if (reading.answered) {
        m_verdict->setText(tr("Not read yet"));
        m_sentence->setText(
            reading.status.bookAlone
                ? Words::bookAlone(*reading.status.bookAlone)
                : tr("Nothing has been counted since Seonchak was started: Redis or the database is away."));
    } else {
        m_verdict->setText(tr("Not known yet"));
        m_sentence->setText(tr("Waiting for the first numbers."));
    }
    setAccessibleName(m_verdict->text());
    setAccessibleDescription(m_sentence->text());
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

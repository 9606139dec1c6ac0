// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/sell_out_card.h"

#include "ui/dashboard/event_words.h"
#include "ui/parts/action_button.h"
#include "ui/parts/moment.h"
#include "ui/parts/tone_label.h"
#include "ui/parts/words.h"

#include <QHBoxLayout>

namespace seonchak {

namespace {

constexpr WallMs hundredthsUntilMs = 10'000;
constexpr WallMs tenthsUntilMs = 60'000;
constexpr double secondsFromMs = 1000;
constexpr double hundredthsUntilWaitMs = 10;

/// "0.61 s", "23.4 s", "2 min 5 s".
QString spanText(WallMs ms)
{
    if (ms >= tenthsUntilMs)
        return Words::duration(ms);
    return SellOutCard::tr("%1 s").arg(Words::number(double(ms) / 1000, ms < hundredthsUntilMs ? 2 : 1));
}

/// "0.42 ms", "38 ms", "1.2 s".
QString waitText(double ms)
{
    if (ms >= secondsFromMs)
        return spanText(WallMs(ms));
    return SellOutCard::tr("%1 ms").arg(Words::number(ms, ms < hundredthsUntilWaitMs ? 2 : 0));
}

} // namespace

SellOutCard::SellOutCard(QWidget *parent)
    : Card(QStringLiteral("sellOutCard"), parent)
    , m_headline(new ToneLabel(QStringLiteral("sellOutHeadline"), this))
    , m_details(new ToneLabel(QStringLiteral("sellOutDetails"), this))
{
    m_headline->setScale(1.0, true);
    m_headline->setTone(theme::Tone::Waiting);
    auto *close = new ActionButton(QStringLiteral("sellOutClose"), QStringLiteral("✕"), {},
                                   tr("Puts this away; the next time the stock sells out it is told again"),
                                   ActionButton::Weight::Quiet, this);
    close->setAccessibleName(tr("Put away"));
    connect(close, &QPushButton::clicked, this, [this] { Q_EMIT dismissed(m_filledAt); });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 2, 2, 2);
    layout->setSpacing(10);
    layout->addWidget(m_headline);
    layout->addWidget(m_details);
    layout->addStretch(1);
    layout->addWidget(close);
    setToolTip(plainToolTip(
        tr("From the book: the time from the first coupon that left the stock after the last filling to the "
           "last one, and everybody who was told since that all was sold out. The median wait is this "
           "server's own: "
           "of the coupons that it gave out since it started, from the request read to the answer; the way "
           "through the network is not in it")));
    hide();
}

void SellOutCard::show(const std::optional<SellOut> &sellOut, WallMs readAt)
{
    const bool isNews = sellOut && sellOut->filledAt != readAt;
    if (isNews) {
        m_filledAt = sellOut->filledAt;
        m_headline->setText(tr("Sold out at %1").arg(moment::millisecond(sellOut->soldOutAt)));
        m_details->setText(sentence(*sellOut));
        setAccessibleName(m_headline->text());
        setAccessibleDescription(m_details->text());
    }
    setVisible(isNews);
}

QString SellOutCard::lateWords(const SellOut &sellOut)
{
    const QString many = Words::number(sellOut.turnedAway);
    if (sellOut.counting)
        return sellOut.turnedAway == 0 ? tr("counting who came too late…")
                                       : tr("%1 people came too late, still counting…").arg(many);
    if (sellOut.turnedAway == 0)
        return tr("nobody came too late");
    return sellOut.turnedAway == 1 ? tr("1 person came too late") : tr("%1 people came too late").arg(many);
}

QString SellOutCard::waitWords(const SellOut &sellOut)
{
    if (sellOut.waits <= 0)
        return {};
    const QString wait = waitText(sellOut.medianWaitMs);
    if (sellOut.waits >= sellOut.issued)
        return tr("median wait %1").arg(wait);
    return tr("median wait %1, measured for %2").arg(wait, Words::number(sellOut.waits));
}

QString SellOutCard::sentence(const SellOut &sellOut)
{
    const QString many = Words::number(sellOut.issued);
    const QString span = spanText(sellOut.soldOutAt - sellOut.firstAt);
    const QString sold = sellOut.issued == 1 ? tr("1 coupon") : tr("%1 coupons in %2").arg(many, span);
    QStringList parts{sold, lateWords(sellOut), waitWords(sellOut)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

void SellOutCard::paintEvent(QPaintEvent *)
{
    const QColor tone = theme::colour(palette(), theme::Tone::Waiting);
    const QColor sheet = theme::card(palette());
    paintSheet(theme::mix(tone, sheet, 0.1), theme::mix(tone, sheet, 0.45));
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/header_strip.h"

#include "ui/desk/sale_sign_label.h"
#include "ui/parts/action_button.h"
#include "ui/parts/copy_text.h"
#include "ui/parts/moment.h"
#include "ui/parts/pill.h"
#include "ui/parts/words.h"
#include "ui/port/pulse.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>

namespace seonchak {

namespace {
constexpr int secondMs = 1000;
}

HeaderStrip::HeaderStrip(const DeskPort &port, const Clock &clock, const QString &oldBook, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_isOldBook(!oldBook.isEmpty())
    , m_url(new QLabel(port.serverUrl(), this))
    , m_copy(new ActionButton(QStringLiteral("copyUrlButton"), tr("Copy"),
                              QKeySequence(QStringLiteral("Ctrl+Shift+A")), tr("Copies the server's address"),
                              ActionButton::Weight::Quiet, this))
    , m_who(new Pill(QStringLiteral("attachedAs"), this))
    , m_others(new Pill(QStringLiteral("otherDesks"), this))
    , m_redis(new Pill(QStringLiteral("redisPill"), this))
    , m_database(new Pill(QStringLiteral("databasePill"), this))
    , m_partner(new Pill(QStringLiteral("storePill"), this))
    , m_time(new ToneLabel(QStringLiteral("timeLabel"), this))
{
    setObjectName(QStringLiteral("headerStrip"));
    m_url->setObjectName(QStringLiteral("serverUrl"));
    m_url->setTextFormat(Qt::PlainText);
    m_url->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_url->setAccessibleName(m_isOldBook ? tr("Where the old book is kept") : tr("Where the server answers"));
    m_url->setToolTip(plainToolTip(m_url->accessibleName()));
    m_copy->setAccessibleName(m_isOldBook ? tr("Copy where the old book is kept")
                                          : tr("Copy the server's address"));
    connect(m_copy, &ActionButton::clicked, this, [this] { copyText(m_url->text(), *m_copy); });
    const SaleSign sale = port.sale();
    const PartnerOptions partner = port.partner();
    // A test that registers coupons with a real partner is worth a second look.
    m_partner->show(sale.live || partner.isMock() ? theme::Tone::Muted : theme::Tone::Waiting,
                    Words::partnerName(partner), Words::partnerDetails(partner));
    m_time->setTone(theme::Tone::Muted);
    layOut(m_isOldBook ? SaleSignLabel::ofOldBook(oldBook, this)
                       : new SaleSignLabel(sale, partner.isMock(), this));
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &HeaderStrip::showTime);
    timer->start(secondMs);
    show(Reading{});
}

void HeaderStrip::layOut(QWidget *sign)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 8, 16, 9);
    layout->setSpacing(8);
    layout->addWidget(sign);
    layout->addSpacing(4);
    layout->addWidget(m_url);
    layout->addWidget(m_copy);
    layout->addWidget(m_who);
    layout->addWidget(m_others);
    layout->addSpacing(4);
    for (auto *pill : {m_redis, m_database, m_partner})
        layout->addWidget(pill);
    layout->addStretch(1);
    layout->addWidget(m_time);
}

void HeaderStrip::show(const Reading &reading)
{
    const Status &status = reading.status;
    showPart(
        *m_redis, reading,
        {Outage::Service::Redis, Words::redisName(status.redisMode), status.redisConnected, status.redisUrl});
    showPart(*m_database, reading,
             {Outage::Service::Database,
              Words::databaseName(status.databaseEngine),
              status.databaseConnected,
              {}});
    showWho(reading);
    showOthers(reading);
    m_uptimeSeconds = reading.answered && !m_isOldBook ? status.uptimeSeconds : -1;
    showTime();
}

void HeaderStrip::showWho(const Reading &reading)
{
    using theme::Tone;
    const auto &to = reading.attachment;
    m_who->setVisible(to.has_value());
    for (Pill *pill : {m_redis, m_database, m_partner}) // The state of a lost server is unknown.
        pill->setVisible(!m_isOldBook && (!to || to->connected));
    if (!to)
        return;
    const QString who =
        to->name.isEmpty() ? tr("not attached") : tr("%1 · %2").arg(to->name, Words::role(to->role));
    const QString details =
        to->name.isEmpty() ? to->where
                           : tr("You are %1 at %2, which runs version %3").arg(who, to->where, to->version);
    if (reading.silent && reading.answered)
        m_who->show(Tone::Waiting, tr("%1 old").arg(Words::duration(reading.silentNs / 1'000'000)), details);
    else
        m_who->show(to->connected ? Tone::Good : Tone::Waiting, who, details);
}

void HeaderStrip::showOthers(const Reading &reading)
{
    const DesksPresent &present = reading.others;
    const qint64 many = present.desks.size() + present.more;
    m_others->setVisible(many > 0);
    if (many == 0)
        return;
    QStringList lines{tr("Also attached:")};
    for (const DeskPresence &desk : present.desks) {
        const bool hosts = desk.from == QLatin1String(DeskPresence::hosting);
        lines << tr("%1 · %2 · %3 · since %4")
                     .arg(desk.name, Words::role(desk.role), hosts ? tr("hosts the server") : desk.from,
                          moment::minute(desk.since, m_clock.wallMs()));
    }
    if (present.more > 0)
        lines << tr("and %1 more").arg(Words::number(present.more));
    m_others->show(theme::Tone::Muted, tr("+%1", "so many others are attached").arg(Words::number(many)),
                   lines.join(QLatin1Char('\n')));
}

void HeaderStrip::showTime()
{
    const QString now = moment::second(m_clock.wallMs());
    const QString text = m_uptimeSeconds < 0
                             ? now
                             : tr("%1 · up %2").arg(now, Words::duration(qint64(m_uptimeSeconds * 1000)));
    if (text != m_time->text())
        m_time->setText(text);
}

void HeaderStrip::showPart(Pill &pill, const Reading &reading, const Part &part)
{
    using theme::Tone;
    const auto details = [&part](const QString &words) {
        return part.where.isEmpty() ? words : words + QStringLiteral(" · ") + part.where;
    };
    const Outage *outage = reading.status.outageOf(part.service);
    // If one service explains the silence, the other is not blamed.
    const bool blamed = outage || reading.status.outages.empty();
    if (outage && outage->cure == Outage::Cure::Unlock)
        pill.show(Tone::Bad, tr("%1: locked").arg(part.name), details(outage->words));
    else if (outage && outage->cure != Outage::Cure::Reach)
        pill.show(Tone::Bad, tr("%1: takes no writes").arg(part.name), details(outage->words));
    else if (reading.silent && blamed)
        pill.show(Tone::Waiting, tr("%1: no answer").arg(part.name), part.where);
    else if (!reading.answered)
        pill.show(Tone::Waiting, tr("%1: connecting").arg(part.name), part.where);
    else if (part.connected) // A green dot beside the name says it in little room.
        pill.show(Tone::Good, part.name, details(tr("%1: connected").arg(part.name)));
    else
        pill.show(Tone::Bad, tr("%1: away").arg(part.name), part.where);
}

void HeaderStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::card(palette()));
    painter.fillRect(0, height() - 1, width(), 1, theme::edge(palette()));
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/banner.h"

#include "ui/parts/words.h"
#include "ui/port/pulse.h"

#include <QHBoxLayout>
#include <QPainter>

namespace seonchak {

using theme::Tone;

Banner::Banner(QWidget *parent)
    : QWidget(parent)
    , m_what(new ToneLabel(QStringLiteral("bannerTitle"), this))
    , m_toDo(new ToneLabel(QStringLiteral("bannerSentence"), this))
{
    setObjectName(QStringLiteral("banner"));
    m_what->setScale(1.0, true);
    m_toDo->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(18, 9, 16, 9);
    layout->setSpacing(14);
    layout->addWidget(m_what);
    layout->addWidget(m_toDo, 1);
    hide();
}

Banner::News Banner::redisNews(const Reading &reading)
{
    const Status &status = reading.status;
    const QString toDo = status.redisMode == QLatin1String("private")
                             ? tr("Nothing is issued until it is back. Our own Redis is started again by "
                                  "itself; if this stays "
                                  "for a minute, look at the log and restart Seonchak.")
                             : tr("Nothing is issued until it is back. Check that Redis runs at %1; the "
                                  "connection comes back by "
                                  "itself.")
                                   .arg(status.redisUrl);
    return {Tone::Bad, tr("Redis is away"), toDo};
}

Banner::News Banner::foreignNews(const ForeignFound &found)
{
    return {Tone::Bad, tr("Redis holds another program's keys"),
            tr("Nothing is issued, and nothing was touched. Codes in the list: %1, user keys: %2, other "
               "keys: %3. "
               "Take them over, delete them, or leave them and start with another Redis or key prefix.")
                .arg(Words::number(found.codes), Words::number(found.users), Words::number(found.others))};
}

Banner::News Banner::newsOf(const Reading &reading)
{
    const Status &status = reading.status;
    if (reading.silent)
        return {Tone::Bad, tr("The server does not answer"),
                tr("The numbers are the last known. If this stays for a minute, look at the log, then close "
                   "this window and start Seonchak again: no issued coupon is lost.")};
    if (!reading.answered)
        return {};
    if (!status.redisConnected && !status.databaseConnected)
        return {Tone::Bad, tr("Redis and the database are away"),
                tr("Nothing is issued until both are back. Check that they run and can be reached from this "
                   "machine; the connections come back by themselves.")};
    if (!status.redisConnected)
        return redisNews(reading);
    if (!status.databaseConnected)
        return {
            Tone::Bad, tr("The database is away"),
            tr("Nothing is issued until it is back. Check that it runs and that its disk is not full; the "
               "connection comes back by itself.")};
    if (status.foreign)
        return foreignNews(*status.foreign);
    if (status.paused)
        return {Tone::Waiting, tr("Issuing is paused"),
                tr("Who asks for a coupon is told to come back later. Resume it on the dashboard.")};
    if (!reading.isCurrent() || !status.issuing)
        return {Tone::Waiting, tr("The stock is being made ready"),
                tr("Redis is being compared with the database, and filled from it where they differ. Issuing "
                   "begins by itself, within half a minute.")};
    return {};
}

void Banner::show(const Reading &reading)
{
    const News news = newsOf(reading);
    setVisible(!news.what.isEmpty());
    if (news.what.isEmpty())
        return;
    m_what->setText(news.what);
    m_what->setTone(news.tone);
    m_toDo->setText(news.toDo);
    setAccessibleName(news.what);
    setAccessibleDescription(news.toDo);
    if (std::exchange(m_tone, news.tone) != news.tone)
        update();
}

void Banner::addActs(QWidget *acts)
{
    layout()->addWidget(acts);
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor tone = theme::colour(palette(), m_tone);
    painter.fillRect(rect(), theme::mix(tone, theme::card(palette()), 0.12));
    painter.fillRect(0, 0, 4, height(), tone);
    painter.fillRect(0, height() - 1, width(), 1, theme::mix(tone, theme::card(palette()), 0.35));
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/banner.h"

#include "ui/parts/moment.h"
#include "ui/parts/reach_words.h"
#include "ui/parts/words.h"
#include "ui/port/pulse.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QPainter>

namespace seonchak {

using theme::Tone;

namespace {
/// A restart before that does more harm than good: short stalls end by themselves.
constexpr qint64 restartAfterNs = 60'000'000'000;
} // namespace

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
    return {Tone::Bad, tr("Redis is away"), toDo + wordsOf(reading, Outage::Service::Redis),
            sinceOf(reading, Outage::Service::Redis)};
}

QString Banner::cureOf(Outage::Cure cure)
{
    switch (cure) {
    case Outage::Cure::Reach:
        return tr("Check that it runs and can be reached.");
    case Outage::Cure::Permit:
        return tr("Check the user, the password and the permissions that Seonchak has there.");
    case Outage::Cure::Writable:
        return tr(
            "It can only be read: a replica, a standby or a write-protected file. Make it writable, or give "
            "Seonchak the address of the main server.");
    case Outage::Cure::Room:
        return tr("Make room: its memory or its disk is full.");
    case Outage::Cure::Replicas:
        return tr("Bring back the replicas it waits for.");
    case Outage::Cure::Unlock:
        return tr("End the other program that keeps it busy.");
    case Outage::Cure::Content:
        return tr("A key or a table is missing or is not what it should be. Restore it.");
    case Outage::Cure::Other:
        break;
    }
    return tr("Look at what it says and at the log.");
}

QString Banner::wordsOf(const Reading &reading, Outage::Service service)
{
    for (const Outage &outage : reading.status.outages) {
        if (outage.service == service)
            return u' ' + tr("It says: %1").arg(ReachWords::because(outage.words));
    }
    return {};
}

WallMs Banner::sinceOf(const Reading &reading, Outage::Service service)
{
    for (const Outage &outage : reading.status.outages) {
        if (outage.service == service)
            return outage.since;
    }
    return 0;
}

/// It is there, and refuses to work.
Banner::News Banner::refusalNews(const Reading &reading, const Outage &outage)
{
    if (outage.service == Outage::Service::Database && outage.cure == Outage::Cure::Unlock)
        return {Tone::Bad,
                tr("%1: locked by another program").arg(Words::databaseName(reading.status.databaseEngine)),
                tr("Nothing is issued until it lets go. End that program, or let it finish: a backup, an "
                   "editor of databases, a second server. Restarting Seonchak does not help. It says: %1")
                    .arg(ReachWords::because(outage.words)),
                outage.since};
    const QString what = outage.service == Outage::Service::Redis ? tr("Redis takes no writes")
                                                                  : tr("The database takes no writes");
    return {Tone::Bad, what,
            tr("Nothing is issued until it does. %1 It says: %2")
                .arg(cureOf(outage.cure), ReachWords::because(outage.words)),
            outage.since};
}

Banner::News Banner::foreignNews(const ForeignFound &found)
{
    return {Tone::Bad,
            found.anotherBook ? tr("Redis belongs to another database of Seonchak")
                              : tr("Redis holds another program's keys"),
            tr("Nothing is issued, and nothing was touched. Codes in the list: %1, user keys: %2, other "
               "keys: %3. "
               "Take them over, delete them, or leave them and start with another Redis or key prefix.")
                .arg(Words::number(found.codes), Words::number(found.users), Words::number(found.others))};
}

/// Of a window that is attached to a server elsewhere, and has lost it or not found it yet.
Banner::News Banner::attachmentNews(const Reading &reading)
{
    const Attachment &to = *reading.attachment;
    const QString age =
        reading.answered && reading.silentNs > 0
            ? tr("The numbers are %1 old.").arg(Words::duration(reading.silentNs / 1'000'000)) + u' '
            : QString();
    return {Tone::Waiting, to.trouble, age + to.toDo};
}

/// Nothing is known but that no answer comes.
Banner::News Banner::silenceNews(const Reading &reading)
{
    if (reading.silentNs < restartAfterNs)
        return {Tone::Waiting, tr("Waiting for new numbers"),
                tr("The numbers are the last known. Redis or the database is slow; this goes on by itself.")};
    return {Tone::Bad, tr("The server does not answer"),
            tr("The numbers are the last known, for longer than a minute. Look at the log, then close this "
               "window and start Seonchak again: no issued coupon is lost.")};
}

/// Since when both are unavailable; 0 if it is unknown for one of them.
WallMs Banner::sinceBoth(const Reading &reading)
{
    const WallMs redis = sinceOf(reading, Outage::Service::Redis);
    const WallMs database = sinceOf(reading, Outage::Service::Database);
    return redis > 0 && database > 0 ? std::max(redis, database) : 0;
}

Banner::News Banner::awayNews(const Reading &reading)
{
    const Status &status = reading.status;
    if (!status.redisConnected && !status.databaseConnected)
        return {Tone::Bad, tr("Redis and the database are away"),
                tr("Nothing is issued until both are back. Check that they run and can be reached from this "
                   "machine; the connections come back by themselves."),
                sinceBoth(reading)};
    if (!status.redisConnected)
        return redisNews(reading);
    if (!status.databaseConnected)
        return {
            Tone::Bad, tr("The database is away"),
            tr("Nothing is issued until it is back. Check that it runs and that its disk is not full; the "
               "connection comes back by itself.") +
                wordsOf(reading, Outage::Service::Database),
            sinceOf(reading, Outage::Service::Database)};
    return {};
}

Banner::News Banner::newsOf(const Reading &reading)
{
    const Status &status = reading.status;
    if (reading.attachment && !reading.attachment->connected)
        return attachmentNews(reading);
    if (reading.silent && status.outages.empty())
        return silenceNews(reading);
    if (!reading.answered) {
        // Whether it is there was never read: only what kept it from answering is known.
        if (!reading.silent)
            return {};
        const Outage &first = status.outages.front();
        return first.cure == Outage::Cure::Reach ? silenceNews(reading) : refusalNews(reading, first);
    }
    if (status.foreign && status.redisConnected)
        return foreignNews(*status.foreign);
    for (const Outage &outage : status.outages) {
        const bool there =
            outage.service == Outage::Service::Redis ? status.redisConnected : status.databaseConnected;
        if (there || outage.cure != Outage::Cure::Reach)
            return refusalNews(reading, outage);
    }
    if (const News away = awayNews(reading); !away.what.isEmpty())
        return away;
    if (status.paused && status.sale.state != SaleView::State::Closed)
        return {
            Tone::Waiting, tr("Issuing is paused"),
            status.sale.state == SaleView::State::Planned
                ? tr("The sale will not open before you resume it on the dashboard: nobody gets a coupon.")
                : tr("Who asks for a coupon is told to come back later. Resume it on the dashboard.")};
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
    m_what->setText(news.since > 0
                        ? tr("%1 since %2")
                              .arg(news.what, moment::recent(news.since, QDateTime::currentMSecsSinceEpoch()))
                        : news.what);
    m_what->setTone(news.tone);
    m_toDo->setText(news.toDo);
    setAccessibleName(m_what->text());
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

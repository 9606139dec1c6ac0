// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/dashboard_page.h"

#include "ui/dashboard/conservation_light.h"
#include "ui/dashboard/dashboard_memory.h"
#include "ui/dashboard/event_card.h"
#include "ui/dashboard/sell_out_card.h"
#include "ui/dashboard/stock_panel.h"
#include "ui/dashboard/trend_panel.h"
#include "ui/parts/moment.h"
#include "ui/parts/tile.h"
#include "ui/parts/words.h"
#include "ui/port/pulse.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace seonchak {

namespace {

using theme::Tone;

constexpr int tileHeightMost = 110;
constexpr WallMs recentMs = 300'000; ///< a failure by then is news

/// Old numbers are grey, whatever they would be otherwise.
Tone toneOf(const Reading &reading, Tone current = Tone::Plain)
{
    return reading.isCurrent() ? current : Tone::Stale;
}

/// A number that was never counted is not zero.
QString countText(const Reading &reading, qint64 count)
{
    return reading.hasNumbers() ? Words::number(count) : QStringLiteral("–");
}

/// Four times a second, and nearly always the same.
void tell(QWidget &tile, const QString &help)
{
    const QString text = plainToolTip(help);
    if (tile.toolTip() != text)
        tile.setToolTip(text);
}

} // namespace

DashboardPage::DashboardPage(const PageContext &context, DashboardMemory &memory, QWidget *parent)
    : QWidget(parent)
    , m_clock(context.clock)
    , m_memory(memory)
    , m_light(new ConservationLight(this))
    , m_trends(new TrendPanel(memory.history, memory.marks, this))
    , m_sellOut(new SellOutCard(this))
    , m_panel(new StockPanel(context, memory, this))
{
    setObjectName(QStringLiteral("dashboardPage"));
    makeTiles();
    m_trends->setRange(memory.range);
    connect(m_trends, &TrendPanel::rangeChosen, this,
            [this](History::Range range) { m_memory.range = range; });
    connect(m_sellOut, &SellOutCard::dismissed, this, [this](qint64 filledAt) {
        m_memory.sellOutReadAt = filledAt;
        m_sellOut->hide();
    });
    m_trends->setHeadline(m_sellOut);
    layOut();
}

void DashboardPage::layOut()
{
    auto *tiles = new QHBoxLayout;
    tiles->setSpacing(10);
    for (auto *tile : {m_stock, m_users, m_failures, m_compensations, m_doubts, m_requests}) {
        tile->setMaximumHeight(tileHeightMost);
        tiles->addWidget(tile, 1);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(10);
    layout->addLayout(tiles);
    layout->addWidget(m_light);
    layout->addWidget(m_trends, 5);
    layout->addWidget(m_panel);
    auto *events = new EventCard(m_memory.events, this);
    connect(events, &EventCard::biographyAsked, this, &DashboardPage::biographyAsked);
    connect(events, &EventCard::userAsked, this, &DashboardPage::userAsked);
    layout->addWidget(events, 3);
}

void DashboardPage::makeTiles()
{
    const auto tile = [this](const char *name, const QString &title, const QString &help) {
        auto *made = new Tile(QLatin1String(name), title, this);
        made->setToolTip(plainToolTip(help));
        return made;
    };
    m_stock = tile(
        "stock", tr("Stock in Redis"),
        tr("Coupons that can be issued now (LLEN of the list), and how they changed within the last second"));
    m_users =
        tile("users", tr("Issued users"),
             tr("User keys in Redis: each user gets one coupon at most. Below: how many more within the last "
                "second"));
    m_failures = tile("failures", tr("API failures"), {});
    m_compensations = tile(
        "compensations", tr("Compensations"),
        tr("A coupon is taken out of the stock, and then the convenience store refuses it: it is put back, "
           "and the next person can get it. This counts how often that happened."));
    m_doubts = tile("doubts", tr("In doubt"),
                    tr("Reservations of which nobody knows what the store did. They are asked about by "
                       "themselves; the page In doubt settles them by hand."));
    m_requests = tile("requests", tr("Requests/s"), {});
}

void DashboardPage::show(const Reading &reading)
{
    m_light->show(reading, m_memory.conservedAtMs, m_clock.wallMs());
    m_panel->show(reading);
    m_trends->show(reading);
    if (!reading.silent)
        m_sellOut->show(reading.status.sellOut, m_memory.sellOutReadAt);
    if (reading.answered)
        showTiles(reading);
}

void DashboardPage::showTiles(const Reading &reading)
{
    const Status &status = reading.status;
    const auto rate = [&reading](double perSecond) {
        return reading.isCurrent() ? Words::rate(perSecond) : tr("Last known");
    };
    const qint64 compensations = status.count("compensations");
    m_stock->show(countText(reading, status.stock.available), toneOf(reading),
                  hintOf(reading, rate(reading.rates.stock)));
    m_users->show(countText(reading, status.issuedUsers), toneOf(reading),
                  hintOf(reading, rate(reading.rates.users)));
    m_compensations->show(countText(reading, compensations), toneOf(reading),
                          hintOf(reading, compensations > 0 ? tr("back in the stock") : tr("none so far")));
    showRequests(reading);
    showFailures(reading);
    showDoubts(reading);
}

QString DashboardPage::hintOf(const Reading &reading, const QString &hint)
{
    return reading.hasNumbers() ? hint : tr("Not read yet");
}

/// One definition with the key and the last point of the charts.
void DashboardPage::showRequests(const Reading &reading)
{
    const Status &status = reading.status;
    const bool heard = reading.isHeard();
    const QString p99 = heard && reading.recent.count > 0
                            ? tr("p99 %1 ms").arg(Words::number(reading.recent.p99, 1))
                            : tr("p99 –");
    const QString peak = status.peakPerSecond > 0
                             ? tr("peak %1").arg(Words::number(status.peakPerSecond)) + QStringLiteral(" · ")
                             : QString();
    m_requests->show(heard ? Words::number(qRound64(reading.requestsPerSecond)) : QStringLiteral("–"),
                     heard ? Tone::Plain : Tone::Stale, peak + p99);
    QString help =
        tr("Answers of this server to requests for a coupon within the last second, and the time in which 99 "
           "of 100 of them were given.");
    if (status.peakPerSecond > 0)
        help +=
            QLatin1Char(' ') + tr("Peak: the most answers in one second since the server was started, at %1.")
                                   .arg(moment::minute(status.peakAt, m_clock.wallMs()));
    tell(*m_requests, help);
}

/// Red only while it is news.
void DashboardPage::showFailures(const Reading &reading)
{
    const Status &status = reading.status;
    const qint64 failures = status.count("storeFailures");
    const qint64 calls = status.count("storeCalls");
    const WallMs since = status.count("storeSince");
    const WallMs now = m_clock.wallMs();
    const bool isRecent = status.partnerFailedAt > 0 && now - status.partnerFailedAt < recentMs;
    QString hint = tr("no calls yet");
    if (calls > 0) {
        const QString share = Words::percent(double(failures) / double(calls));
        hint = since > 0 ? tr("%1 since %2").arg(share, moment::minute(since, now))
                         : tr("%1 of calls").arg(share);
    }
    m_failures->show(countText(reading, failures), toneOf(reading, isRecent ? Tone::Bad : Tone::Plain),
                     hintOf(reading, hint));
    QString help =
        tr("Calls that the convenience store refused, of all calls by every server of this sale. Red "
           "while the last one is less than 5 minutes ago.");
    if (since > 0)
        help += QLatin1Char(' ') + tr("Counted since %1.").arg(moment::minute(since, now));
    if (status.partnerFailedAt > 0)
        help += QLatin1Char(' ') + tr("The last one: %1.").arg(moment::minute(status.partnerFailedAt, now));
    tell(*m_failures, help);
}

void DashboardPage::showDoubts(const Reading &reading)
{
    const qint64 open = reading.status.stock.inDoubt;
    const qint64 age = reading.status.oldestDoubtMs;
    const QString oldest = age >= 0   ? tr("oldest %1").arg(Words::duration(age))
                           : open > 0 ? tr("being asked about")
                                      : tr("none");
    m_doubts->show(countText(reading, open), toneOf(reading, open > 0 ? Tone::Waiting : Tone::Plain),
                   hintOf(reading, oldest));
}

void DashboardPage::takeFocus()
{
    m_panel->takeFocus();
}

void DashboardPage::showEnding()
{
    m_panel->showEnding();
}

} // namespace seonchak

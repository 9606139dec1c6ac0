// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/dashboard_page.h"

#include "ui/dashboard/conservation_light.h"
#include "ui/dashboard/dashboard_memory.h"
#include "ui/dashboard/event_view.h"
#include "ui/dashboard/stock_panel.h"
#include "ui/dashboard/trend_panel.h"
#include "ui/parts/tile.h"
#include "ui/parts/words.h"
#include "ui/port/pulse.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace seonchak {

namespace {

using theme::Tone;

constexpr int tileHeightMost = 110;
constexpr int eventHeightLeast = 96;

/// Old numbers are grey, whatever they would be otherwise.
Tone toneOf(const Reading &reading, Tone current = Tone::Plain)
{
    return reading.isCurrent() ? current : Tone::Stale;
}

} // namespace

DashboardPage::DashboardPage(const PageContext &context, DashboardMemory &memory, QWidget *parent)
    : QWidget(parent)
    , m_memory(memory)
    , m_light(new ConservationLight(this))
    , m_trends(new TrendPanel(memory.history, this))
    , m_panel(new StockPanel(context, memory.work, memory.brake, this))
{
    setObjectName(QStringLiteral("dashboardPage"));
    makeTiles();
    m_trends->setRange(memory.range);
    connect(m_trends, &TrendPanel::rangeChosen, this,
            [this](History::Range range) { m_memory.range = range; });
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
    layout->addWidget(eventCard(), 3);
}

void DashboardPage::makeTiles()
{
    const auto tile = [this](const char *name, const QString &title, const QString &help) {
        auto *made = new Tile(QLatin1String(name), title, this);
        made->setToolTip(plainToolTip(help));
        return made;
    };
    m_stock = tile("stock", tr("Stock in Redis"), tr("Coupons that can be issued now (LLEN of the list)"));
    m_users = tile("users", tr("Issued users"), tr("User keys in Redis: each user gets one coupon at most"));
    m_failures = tile("failures", tr("API failures"),
                      tr("Calls that the convenience store refused or left "
                         "unanswered, of all calls"));
    m_compensations = tile("compensations", tr("Compensations"),
                           tr("Coupons put back into the stock after a refusal by the store"));
    m_doubts = tile("doubts", tr("In doubt"),
                    tr("Reservations of which nobody knows what the store did. They are asked about by "
                       "themselves; the page In doubt settles them by hand."));
    m_requests = tile("requests", tr("Requests/s"), tr("All answers of the last two seconds, a second"));
}

QWidget *DashboardPage::eventCard()
{
    auto *card = new Card(QStringLiteral("eventCard"), this);
    auto *heading = new ToneLabel(QStringLiteral("eventTitle"), card);
    heading->setText(tr("Latest events"));
    heading->setScale(1.0, true);
    auto *view = new EventView(m_memory.events, card);
    view->setMinimumHeight(eventHeightLeast);
    connect(view, &EventView::biographyAsked, this, &DashboardPage::biographyAsked);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(12, 8, 6, 6);
    layout->setSpacing(4);
    layout->addWidget(heading);
    layout->addWidget(view, 1);
    return card;
}

void DashboardPage::show(const Reading &reading)
{
    m_light->show(reading, m_memory.conservedAtMs);
    m_panel->show(reading);
    m_trends->show(reading);
    if (reading.answered)
        showTiles(reading);
}

void DashboardPage::showTiles(const Reading &reading)
{
    const Status &status = reading.status;
    const auto rate = [&reading](double perSecond) {
        return reading.isCurrent() ? Words::rate(perSecond) : tr("Last known");
    };
    m_stock->show(Words::number(status.stock.available), toneOf(reading), rate(reading.rates.stock));
    m_users->show(Words::number(status.issuedUsers), toneOf(reading), rate(reading.rates.users));
    m_compensations->show(Words::number(status.count("compensations")), toneOf(reading), tr("back in stock"));
    m_requests->show(
        Words::number(qRound64(reading.requestsPerSecond)), toneOf(reading),
        tr("p99 %1 ms")
            .arg(Words::number(reading.recent.count > 0 ? reading.recent.p99 : status.latency.p99, 1)));
    showFailures(reading);
    showDoubts(reading);
}

void DashboardPage::showFailures(const Reading &reading)
{
    const qint64 failures = reading.status.count("storeFailures");
    const qint64 calls = reading.status.count("storeCalls");
    m_failures->show(Words::number(failures), toneOf(reading, failures > 0 ? Tone::Bad : Tone::Plain),
                     calls > 0 ? tr("%1 of calls").arg(Words::percent(double(failures) / double(calls)))
                               : tr("no calls yet"));
}

void DashboardPage::showDoubts(const Reading &reading)
{
    const qint64 open = reading.status.stock.inDoubt;
    const qint64 age = reading.status.oldestDoubtMs;
    const QString oldest = age >= 0   ? tr("oldest %1").arg(Words::duration(age))
                           : open > 0 ? tr("being asked about")
                                      : tr("none");
    m_doubts->show(Words::number(open), toneOf(reading, open > 0 ? Tone::Waiting : Tone::Plain), oldest);
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

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/dashboard_page.h"

#include "ui/dashboard/conservation_light.h"
#include "ui/dashboard/stock_panel.h"
#include "ui/parts/tile.h"
#include "ui/parts/words.h"
#include "ui/port/pulse.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace seonchak {

namespace {

using theme::Tone;

constexpr int tileHeightMost = 180;

/// Old numbers are grey, whatever they would be otherwise.
Tone toneOf(const Reading &reading, Tone current = Tone::Plain)
{
    return reading.isCurrent() ? current : Tone::Stale;
}

} // namespace

DashboardPage::DashboardPage(DeskPort &port, QWidget *parent)
    : QWidget(parent)
    , m_stock(new Tile(QStringLiteral("stock"), tr("Stock in Redis"), this))
    , m_users(new Tile(QStringLiteral("users"), tr("Issued users"), this))
    , m_failures(new Tile(QStringLiteral("failures"), tr("API failures"), this))
    , m_compensations(new Tile(QStringLiteral("compensations"), tr("Compensations"), this))
    , m_requests(new Tile(QStringLiteral("requests"), tr("Requests/s"), this))
    , m_conservation(new Tile(QStringLiteral("conservation"), tr("Conservation"), this))
    , m_light(new ConservationLight(this))
    , m_panel(new StockPanel(port, this))
{
    setObjectName(QStringLiteral("dashboardPage"));
    m_compensations->setToolTip(
        plainToolTip(tr("Coupons put back into the stock after a refusal by the store")));
    auto *tiles = new QHBoxLayout;
    tiles->setSpacing(10);
    for (auto *tile : {m_stock, m_users, m_failures, m_compensations, m_requests, m_conservation}) {
        tile->setMaximumHeight(tileHeightMost);
        tiles->addWidget(tile, 1);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(12);
    layout->addLayout(tiles, 3);
    layout->addWidget(m_light);
    layout->addWidget(m_panel, 1);
}

void DashboardPage::show(const Reading &reading)
{
    m_light->show(reading);
    m_panel->show(reading);
    if (!reading.answered)
        return;
    const Status &status = reading.status;
    m_stock->show(Words::number(status.stock.available), toneOf(reading),
                  tr("of %1").arg(Words::number(status.stock.generated)));
    m_users->show(Words::number(status.issuedUsers), toneOf(reading),
                  tr("Coupons: %1").arg(Words::number(status.stock.issued)));
    m_compensations->show(Words::number(status.count("compensations")), toneOf(reading),
                          tr("In doubt: %1").arg(Words::number(status.stock.inDoubt)));
    m_requests->show(Words::number(qRound64(reading.requestsPerSecond)), toneOf(reading),
                     tr("p99 %1 ms").arg(Words::number(status.latency.p99, 1)));
    showFailures(reading);
    showConservation(reading);
}

void DashboardPage::showFailures(const Reading &reading)
{
    const qint64 failures = reading.status.count("storeFailures");
    const qint64 calls = reading.status.count("storeCalls");
    m_failures->show(Words::number(failures), toneOf(reading, failures > 0 ? Tone::Bad : Tone::Plain),
                     calls > 0 ? Words::percent(double(failures) / double(calls)) : QString());
}

void DashboardPage::showConservation(const Reading &reading)
{
    const StockNumbers &stock = reading.status.stock;
    m_conservation->show(Words::verdict(stock), toneOf(reading, stock.conserved() ? Tone::Good : Tone::Bad),
                         reading.isCurrent() ? tr("Difference: %1").arg(Words::number(stock.difference()))
                                             : tr("Last known"));
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

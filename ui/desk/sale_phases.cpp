// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/sale_phases.h"

#include "ui/port/desk_port.h"
#include "ui/port/pulse.h"

namespace seonchak {

namespace {
constexpr qsizetype nameMost =
    60; ///< of a title; the desktop cuts it at its end, where the program's name is

/// It is there, and takes no writes.
bool isRefusing(const Status &status, Outage::Service service)
{
    const Outage *outage = status.outageOf(service);
    return outage && outage->cure != Outage::Cure::Reach;
}

SalePhase phaseOfStock(const Status &status)
{
    const StockNumbers &stock = status.stock;
    if (stock.generated == 0)
        return SalePhase::NoCoupons;
    if (stock.available > 0)
        return SalePhase::Issuing;
    if (stock.issued + stock.reserved + stock.inDoubt == 0)
        return stock.staged > 0 ? SalePhase::NotBegun : SalePhase::Emptied;
    // Some coupons may have been voided long before the last one was issued: the book tells, a moment later.
    return status.sellOut || stock.voided == 0 ? SalePhase::SoldOut : SalePhase::Emptied;
}
} // namespace

SalePhase SalePhases::of(const Reading &reading)
{
    const Status &status = reading.status;
    if (!reading.answered)
        return SalePhase::Unknown;
    if (!status.redisConnected)
        return SalePhase::RedisAway;
    if (!status.databaseConnected && !isRefusing(status, Outage::Service::Database))
        return SalePhase::DatabaseAway;
    if (status.foreign || !status.outages.empty())
        return SalePhase::NotIssuing;
    if (reading.silent)
        return SalePhase::Unknown;
    if (status.sale.state == SaleView::State::Planned)
        return SalePhase::Planned;
    if (status.sale.state == SaleView::State::Closed)
        return SalePhase::Closed;
    if (status.paused)
        return SalePhase::Paused;
    if (!reading.isCurrent() || !status.issuing)
        return SalePhase::NotIssuing;
    return phaseOfStock(status);
}

QString SalePhases::words(SalePhase phase)
{
    switch (phase) {
    case SalePhase::Unknown:
        break;
    case SalePhase::RedisAway:
        return tr("Redis away", "title of the window");
    case SalePhase::DatabaseAway:
        return tr("Database away", "title of the window");
    case SalePhase::NotIssuing:
        return tr("Not issuing", "title of the window");
    case SalePhase::Planned:
        return tr("Planned", "title of the window");
    case SalePhase::Closed:
        return tr("Closed", "title of the window");
    case SalePhase::Paused:
        return tr("Paused", "title of the window");
    case SalePhase::NoCoupons:
        return tr("No coupons", "title of the window");
    case SalePhase::NotBegun:
        return tr("Not begun", "title of the window");
    case SalePhase::Issuing:
        return tr("Issuing", "title of the window");
    case SalePhase::SoldOut:
        return tr("Sold out", "title of the window");
    case SalePhase::Emptied:
        return tr("Stock is empty", "title of the window");
    }
    return {};
}

QString SalePhases::title(const Reading &reading, const SaleSign &sale)
{
    QStringList parts;
    const bool isLost = reading.attachment && !reading.attachment->connected;
    const QString state = isLost ? tr("Not connected", "title of the window") : words(of(reading));
    if (!state.isEmpty())
        parts << state;
    QString name = sale.name.simplified();
    if (name.size() > nameMost)
        name = name.left(nameMost - 1) + QChar(0x2026);
    if (sale.live)
        name = name.isEmpty() ? tr("[LIVE]") : tr("%1 [LIVE]").arg(name);
    if (!name.isEmpty())
        parts << name;
    parts << tr("Seonchak");
    return parts.join(QStringLiteral(" - "));
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/sale_times_words.h"

#include "ui/parts/moment.h"
#include "ui/parts/words.h"

namespace seonchak {

namespace {

using State = SaleView::State;

SaleTimes timesOf(const SaleView &sale)
{
    return {0, sale.opensAt, sale.closesAt};
}

/// The times after the change; the present times if the change is impossible.
SaleTimes timesAfter(const SaleTimesChange &change, const SaleView &sale, WallMs now)
{
    return change.appliedTo(timesOf(sale), now).value_or(timesOf(sale));
}

} // namespace

QString SaleTimesWords::line(const Status &status, WallMs now)
{
    const SaleView &sale = status.sale;
    const SaleTimes times = timesOf(sale);
    const SaleTimes::Stage stage = times.stageAt(now);
    const bool counted = status.stockKnown;
    const QString stock = counted ? Words::number(status.stock.available) : QStringLiteral("–");
    if (stage == SaleTimes::Stage::Before) {
        const QString opens =
            tr("Opens in %1, at %2.")
                .arg(Words::countdown(sale.opensAt - now), moment::recent(sale.opensAt, now));
        if (counted && status.stock.available == 0)
            return opens + QLatin1Char(' ') +
                   tr("Nothing is in the stock yet; %1 wait to be pushed.")
                       .arg(Words::number(status.stock.staged));
        return opens + QLatin1Char(' ') + tr("%1 are in the stock.").arg(stock);
    }
    if (stage == SaleTimes::Stage::After)
        return tr("Closed since %1: nobody gets a coupon any more. %2 are in the stock.")
            .arg(moment::recent(sale.closesAt, now), stock);
    if (sale.opensAt > 0 && sale.state == State::Preparing)
        return tr("The opening time has come, and nothing was ever in the stock: put coupons into it.");
    if (sale.closesAt > 0)
        return tr("Closes in %1, at %2.")
            .arg(Words::countdown(sale.closesAt - now), moment::recent(sale.closesAt, now));
    if (sale.opensAt == 0 && sale.state == State::Preparing)
        return tr("No opening time is set: the sale begins with the first push.");
    return {};
}

bool SaleTimesWords::isEnding(const SaleTimesChange &change, const Status &status, WallMs now)
{
    const bool open = status.sale.state == State::Open || status.sale.state == State::Paused;
    return open && timesAfter(change, status.sale, now).stageAt(now) != SaleTimes::Stage::During;
}

QString SaleTimesWords::consequence(const SaleTimesChange &change, const Status &status, WallMs now)
{
    const SaleTimes after = timesAfter(change, status.sale, now);
    const QString stock = Words::number(status.stock.available);
    const QString issued = Words::number(status.stock.issued);
    QStringList lines{tr("Before: %1. Then: %2.").arg(told(timesOf(status.sale), now), told(after, now))};
    switch (after.stageAt(now)) {
    case SaleTimes::Stage::Before:
        lines << (isEnding(change, status, now)
                      ? tr("The sale is open now. Until it opens again nobody gets a coupon: %1 are in the "
                           "stock "
                           "and wait, %2 are issued and stay.")
                            .arg(stock, issued)
                      : tr("Until then nobody gets a coupon. %1 are in the stock, %2 wait to be pushed.")
                            .arg(stock, Words::number(status.stock.staged)));
        break;
    case SaleTimes::Stage::During:
        lines
            << tr("Coupons are issued at once: %1 are in the stock. %2 requests have come too early so far.")
                   .arg(stock, Words::number(status.count("tooEarly")));
        break;
    case SaleTimes::Stage::After:
        lines << tr("Nobody gets a coupon any more: %1 stay in the stock, %2 are issued and stay.")
                     .arg(stock, issued);
        break;
    }
    return lines.join(QLatin1Char('\n'));
}

QString SaleTimesWords::told(const SaleTimes &times, WallMs now)
{
    const QString opens =
        times.opensAt > 0 ? tr("opens at %1").arg(moment::recent(times.opensAt, now)) : tr("no opening time");
    const QString closes =
        times.closesAt > 0 ? tr("closes at %1").arg(moment::recent(times.closesAt, now)) : tr("no end");
    return opens + QStringLiteral(", ") + closes;
}

} // namespace seonchak

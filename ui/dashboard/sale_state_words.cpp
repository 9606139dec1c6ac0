// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/sale_state_words.h"

#include "ui/parts/coupon_words.h"
#include "ui/parts/moment.h"
#include "ui/parts/words.h"
#include "ui/port/pulse.h"

namespace seonchak {

QString SaleStateWords::sentence(const Reading &reading)
{
    const QString why = hindrance(reading);
    return why.isEmpty() ? ofStock(reading.status) : why;
}

QString SaleStateWords::hindrance(const Reading &reading)
{
    if (!reading.answered)
        return tr("The numbers have not been read yet.");
    if (reading.attachment && !reading.attachment->connected)
        return tr("The present numbers are not known: the server is not connected.");
    const Status &status = reading.status;
    const bool away = !status.redisConnected || !status.databaseConnected;
    if (!reading.isHeard() || (away && !reading.isCurrent()))
        return tr("The present numbers are not known: Redis or the database does not answer.");
    if (status.sale.state == SaleView::State::Planned)
        return tr("The sale opens at %1: until then nobody gets a coupon. %2 are in the stock.")
            .arg(moment::full(status.sale.opensAt), Words::number(status.stock.available));
    if (status.sale.state == SaleView::State::Closed)
        return tr("The sale ended at %1: nobody gets a coupon any more.")
            .arg(moment::full(status.sale.closesAt));
    if (status.paused)
        return tr("Issuing is paused. Who asks for a coupon is told to come back later.");
    if (!reading.isCurrent() || !status.issuing)
        return tr("No coupon can be issued now: the banner above says why.");
    return {};
}

QString SaleStateWords::ofStock(const Status &status)
{
    const auto &stock = status.stock;
    const QString staged = Words::number(stock.staged);
    if (stock.generated == 0)
        return tr("Generate coupons, then push them into the stock.");
    if (stock.available > 0 && stock.staged > 0)
        return tr("Coupons are being issued: %1 are in the stock, %2 wait to be pushed.")
            .arg(Words::number(stock.available), staged);
    if (stock.available > 0)
        return tr("Coupons are being issued: %1 are in the stock.").arg(Words::number(stock.available));
    const bool begun = stock.issued + stock.reserved + stock.inDoubt > 0;
    if (!begun && stock.staged > 0)
        return CouponWords::counted(
            stock.staged, tr("1 coupon waits. Push it into the stock when the sale is to begin."),
            tr("%1 coupons wait. Push them into the stock when the sale is to begin."));
    if (!begun)
        return tr("Every coupon is void. Generate coupons, then push them into the stock.");
    const QString issued = Words::number(stock.issued);
    const QString voided = Words::number(stock.voided);
    // Only the book tells whether it sold out or a person took the rest out.
    const bool emptied = stock.voided > 0 && !status.sellOut;
    if (emptied && stock.staged > 0)
        return tr("The stock is empty: %1 coupons are issued, %2 are void, %3 wait to be pushed.")
            .arg(issued, voided, staged);
    if (emptied)
        return tr("The stock is empty: %1 coupons are issued, %2 are void.").arg(issued, voided);
    return stock.staged > 0 ? CouponWords::counted(stock.staged, tr("Sold out. 1 coupon waits to be pushed."),
                                                   tr("Sold out. %1 coupons wait to be pushed."))
                            : tr("Sold out.");
}

} // namespace seonchak

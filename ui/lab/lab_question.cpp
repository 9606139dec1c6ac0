// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/lab_question.h"

#include "ui/parts/words.h"
#include "ui/port/desk_port.h"
#include "ui/port/pulse.h"

#include <QThread>

namespace seonchak {

std::optional<Question> LabQuestion::before(const PageContext &context)
{
    const SaleSign sale = context.port.sale();
    const Reading &reading = context.pulse.last();
    const Status &status = reading.status;
    // Whoever comes now gets a coupon: that this sale is a test does not make the answers any quicker.
    const bool issues = reading.isCurrent() && status.issuing && !status.paused &&
                        (status.stock.available > 0 || reading.requestsPerSecond > 0);
    if (!sale.live && !issues)
        return std::nullopt;
    Question question;
    question.title =
        sale.live ? tr("Run the lab beside a LIVE sale?") : tr("Run the lab while coupons are issued?");
    const QString cost =
        tr("The comparison takes about half of the %1 processors of this machine, for as long "
           "as it runs: the sale answers more slowly, and its own figures are measured less "
           "well. It does not touch the sale's coupons.")
            .arg(Words::number(qint64(QThread::idealThreadCount())));
    question.consequence =
        sale.live ? tr("This is the real sale “%1”.").arg(sale.name) + QLatin1Char(' ') + cost : cost;
    question.action = tr("Run the comparison");
    question.typed = sale.typed();
    question.destructive = sale.live;
    return question;
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/lab_question.h"

#include "ui/parts/words.h"
#include "ui/port/desk_port.h"
#include "ui/port/pulse.h"

#include <QThread>

namespace seonchak {

QString LabQuestion::cost(Act act)
{
    if (act == Act::Race)
        return tr("The race starts a server and stores of its own on this machine for a few seconds: the "
                  "sale may answer more slowly meanwhile. It does not touch the sale's coupons.");
    if (act != Act::Compare)
        return tr("All records of the report are read again, which keeps a processor of this machine busy "
                  "for up to minutes: the sale may answer more slowly meanwhile. It does not touch the "
                  "sale's coupons.");
    return tr("The comparison takes about half of the %1 processors of this machine, for as long "
              "as it runs: the sale answers more slowly, and its own figures are measured less "
              "well. It does not touch the sale's coupons.")
        .arg(Words::number(qint64(QThread::idealThreadCount())));
}

QString LabQuestion::action(Act act)
{
    switch (act) {
    case Act::Check:
        return tr("Check the report");
    case Act::Plant:
        return tr("Plant faults");
    case Act::Race:
        return tr("Run the race");
    case Act::Compare:
        break;
    }
    return tr("Run the comparison");
}

std::optional<Question> LabQuestion::before(const PageContext &context, Act act)
{
    const SaleSign sale = context.port.sale();
    const Reading &reading = context.pulse.last();
    const Status &status = reading.status;
    // Requests that arrive now get coupons: the lab would slow down a test sale's answers as well.
    const bool issues = reading.isCurrent() && status.issuing && !status.paused &&
                        (status.stock.available > 0 || reading.requestsPerSecond > 0);
    if (!sale.live && !issues)
        return std::nullopt;
    Question question;
    question.title =
        sale.live ? tr("Run the lab beside a LIVE sale?") : tr("Run the lab while coupons are issued?");
    const QString costs = cost(act);
    question.consequence =
        sale.live ? tr("This is the real sale “%1”.").arg(sale.name) + QLatin1Char(' ') + costs : costs;
    question.action = action(act);
    // The others are over soon, and nothing of the sale is lost by them.
    if (act == Act::Compare)
        question.typed = sale.typed();
    question.destructive = sale.live && act == Act::Compare;
    return question;
}

} // namespace seonchak

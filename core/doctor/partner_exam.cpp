// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/exams.h"
#include "core/doctor/reach.h"

#include "core/partner/partner_house.h"

#include <QRandomGenerator>

#include <qcoro/qcorotask.h>

#include <algorithm>

namespace seonchak::doctor {

void examinePartner(const Surroundings &surroundings, Sheet &sheet)
{
    if (surroundings.partner.isMock())
        return sheet.add("partner-reachable", surroundings.live ? "mock-live" : "mock");
    constexpr int mostMs = 5000;
    PartnerOptions options = surroundings.partner;
    options.timeoutMs = std::min(options.timeoutMs, mostMs);
    const PartnerHouse house(options);
    const auto partner = house.openHere();
    // A question about an unknown code changes nothing there.
    const QByteArray code =
        "DOCTOR" + QByteArray::number(QRandomGenerator::system()->generate64(), 36).toUpper();
    QObject here; // the stop comes from another thread
    const std::stop_callback onStop(sheet.stop(), [&] {
        QMetaObject::invokeMethod(&here, [&] { partner->cancel(); }, Qt::QueuedConnection);
    });
    const auto holding = QCoro::waitFor(partner->ask(code));
    const QString place = shownPartnerUrl(options.url);
    if (holding.kind != Holding::Kind::Unknown)
        return sheet.add("partner-reachable", "answers", {place});
    if (sheet.isStopped())
        return;
    const auto reached = reachPartner(options.url, std::chrono::milliseconds(options.timeoutMs));
    if (reached)
        sheet.add("partner-reachable", "no-contract", {place, *reached});
    else
        sheet.add("partner-reachable", "away", {place, reached.error().detail});
}

} // namespace seonchak::doctor

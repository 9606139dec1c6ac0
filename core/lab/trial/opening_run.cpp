// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/trial/opening_run.h"

#include "core/async/kernel_clock.h"
#include "core/coupon/utc_text.h"

#include <QThread>

#include <algorithm>

namespace seonchak::lab {

namespace {

constexpr qint64 openingSecondNs = 1'000'000'000;
constexpr qint64 toConnectNs = 3 * openingSecondNs; ///< for thousands of connections, each with a warm-up
constexpr int openingWaitMs = 50;
constexpr int looksAtOnce = 25;
constexpr qint64 redisUsOfMs = 1000;

} // namespace

Result<void> OpeningRun::look()
{
    auto looks = m_server.redis().lookAtClock(looksAtOnce);
    if (!looks)
        return std::unexpected(looks.error());
    m_opening.looks.insert(m_opening.looks.end(), looks->begin(), looks->end());
    return {};
}

Result<void> OpeningRun::tellServer()
{
    const QString opensAt = QString::fromLatin1(utcText(m_opening.opensAt));
    const auto sale =
        m_server.process().ask("PUT", "/api/v1/sale", "{\"opensAt\":\"" + opensAt.toLatin1() + "\"}");
    if (!sale)
        return std::unexpected(sale.error());
    if (sale->value(QLatin1String("opensAt")).toString() != opensAt)
        return failure(Trouble::Internal, QStringLiteral("the server did not take the opening time"));
    return {};
}

Result<void> OpeningRun::begin(const std::stop_token &stop)
{
    if (m_setting.opensIn <= 0)
        return {};
    if (const auto looked = look(); !looked)
        return looked;
    m_opening.opensAt = m_opening.looks.back().redisUs / redisUsOfMs + qint64(m_setting.opensIn * 1000);
    if (const auto told = tellServer(); !told)
        return told;
    m_loadBeginsNs = m_opening.instantNs() - qint64(leadOf(m_setting) * double(openingSecondNs));
    while (clockNs(CLOCK_MONOTONIC) < m_loadBeginsNs - toConnectNs) {
        if (stop.stop_requested())
            return failure(Trouble::Unavailable, QStringLiteral("cancelled"));
        QThread::msleep(openingWaitMs);
    }
    return {};
}

Result<Opening> OpeningRun::end(qint64 zeroNs, const std::vector<Request> &requests)
{
    if (m_setting.opensIn <= 0)
        return Opening{};
    if (const auto looked = look(); !looked)
        return std::unexpected(looked.error());
    Opening opening = m_opening;
    for (ClockLook &one : opening.looks) {
        one.askedNs -= zeroNs;
        one.toldNs -= zeroNs;
    }
    const qint64 last = std::ranges::max(requests, {}, &Request::answered).answered;
    if (last < opening.instantNs())
        return failure(
            Trouble::BadInput,
            QStringLiteral("--requests: all %1 were answered %2 s before the sale opened: more are needed")
                .arg(requests.size())
                .arg(double(opening.instantNs() - last) / double(openingSecondNs), 0, 'f', 1));
    return opening;
}

} // namespace seonchak::lab

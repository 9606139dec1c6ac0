// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/partner/partner_house.h"

#include "core/partner/breaker.h"
#include "core/partner/http_partner.h"
#include "core/partner/mock_partner.h"

namespace seonchak {

PartnerHouse::PartnerHouse(PartnerOptions options, std::shared_ptr<const Clock> clock)
    : m_options(std::move(options))
    , m_mock(m_options.isMock() ? std::make_shared<MockMemory>(
                                      MockRates{m_options.failureRate, m_options.unknownRate}, m_options.seed)
                                : nullptr)
    , m_breaker(std::make_shared<Breaker>(std::move(clock)))
{
}

PartnerHouse::~PartnerHouse() = default;

std::unique_ptr<CancellablePartner> PartnerHouse::openHere() const
{
    std::unique_ptr<Partner> partner;
    if (m_options.isMock()) {
        partner = std::make_unique<MockPartner>(m_mock, m_options.latencyMs, m_options.timeoutMs);
    } else {
        HttpPartnerOptions http;
        http.url = m_options.url;
        http.timeout = std::chrono::milliseconds(m_options.timeoutMs);
        partner = std::make_unique<GuardedPartner>(m_breaker, std::make_unique<HttpPartner>(std::move(http)));
    }
    return std::make_unique<CancellablePartner>(std::move(partner));
}

bool PartnerHouse::isPaused() const
{
    return m_breaker->state() != Breaker::State::Closed;
}

QString PartnerHouse::description() const
{
    if (!m_options.isMock())
        return QStringLiteral("%1, time-out %2 ms")
            .arg(shownPartnerUrl(m_options.url))
            .arg(m_options.timeoutMs);
    return QStringLiteral("mock, refuses %1 %, leaves unknown %2 %, latency %3 ms, seed %4")
        .arg(m_options.failureRate * 100)
        .arg(m_options.unknownRate * 100)
        .arg(m_options.latencyMs)
        .arg(m_options.seed);
}

} // namespace seonchak

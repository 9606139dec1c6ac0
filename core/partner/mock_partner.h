// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/delays.h"
#include "core/async/task.h"
#include "core/partner/mock_memory.h"
#include "core/partner/reporting_partner.h"

#include <memory>

namespace seonchak {

/// The mock partner on one thread: the shared memory's answer, `latencyMs` later. The mock acts
/// immediately; with a latency beyond the timeout the answer comes too late, so the outcome is unknown.
/// Without latency a call is done when it returns and needs no event loop.
class MockPartner final : public ReportingPartner
{
public:
    MockPartner(std::shared_ptr<MockMemory> memory, int latencyMs, int timeoutMs);

    Task<SendOutcome> send(QByteArray code, UserId user, QByteArray idempotencyKey) override;
    Task<SendReport> sendAndReport(QByteArray code, UserId user, QByteArray idempotencyKey) override;
    Task<Holding> ask(QByteArray code) override;
    Task<bool> withdraw(QByteArray code) override;

private:
    Task<bool> answerArrives();

    const std::shared_ptr<MockMemory> m_memory;
    const int m_latencyMs;
    const int m_timeoutMs;
    Delays m_delays;
};

} // namespace seonchak

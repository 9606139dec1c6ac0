// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/partner/mock_partner.h"

namespace seonchak {

MockPartner::MockPartner(std::shared_ptr<MockMemory> memory, int latencyMs, int timeoutMs)
    : m_memory(std::move(memory))
    , m_latencyMs(latencyMs)
    , m_timeoutMs(timeoutMs)
{
}

// None of these accesses the object after its pause: it may be destroyed by then.

Task<SendOutcome> MockPartner::send(QByteArray code, UserId user, QByteArray idempotencyKey)
{
    const SendOutcome outcome = m_memory->send(code, user, idempotencyKey);
    if (m_latencyMs <= 0)
        co_return outcome;
    const bool arrived = co_await answerArrives();
    co_return arrived ? outcome : SendOutcome::Unknown;
}

Task<SendReport> MockPartner::sendAndReport(QByteArray code, UserId user, QByteArray idempotencyKey)
{
    SendReport report;
    report.outcome = m_memory->send(code, user, idempotencyKey);
    const bool arrived = co_await answerArrives();
    if (!arrived)
        report.outcome = SendOutcome::Unknown;
    report.sign = report.outcome == SendOutcome::Unknown ? Sign::Failing : Sign::Alive;
    co_return report;
}

Task<Holding> MockPartner::ask(QByteArray code)
{
    Holding holding = m_memory->ask(code);
    const bool arrived = co_await answerArrives();
    if (!arrived)
        holding = Holding();
    co_return holding;
}

Task<bool> MockPartner::withdraw(QByteArray code)
{
    m_memory->withdraw(code);
    const bool arrived = co_await answerArrives();
    co_return arrived;
}

/// Returns false if the timeout comes before the answer, or this object is destroyed.
Task<bool> MockPartner::answerArrives()
{
    if (m_latencyMs <= 0)
        co_return true;
    const bool inTime = m_latencyMs < m_timeoutMs;
    const Promised<bool> pause = m_delays.after(qMin(m_latencyMs, m_timeoutMs));
    const bool waited = co_await pause;
    co_return waited &&inTime;
}

} // namespace seonchak

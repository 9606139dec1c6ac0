// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/partner/breaker.h"

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(partnerLog, "seonchak.partner")

namespace seonchak {

Breaker::Breaker(std::shared_ptr<const Clock> clock, Options options)
    : m_clock(std::move(clock))
    , m_options(options)
{
}

std::optional<Breaker::Permit> Breaker::enter()
{
    const std::lock_guard lock(m_mutex);
    if (m_state == State::Open && m_clock->steadyNs() >= m_openUntilNs)
        change(State::HalfOpen);
    if (m_state == State::Open || m_probing)
        return std::nullopt;
    m_probing = m_state == State::HalfOpen;
    return Permit(m_era);
}

void Breaker::leave(Permit permit, Sign sign)
{
    const std::lock_guard lock(m_mutex);
    if (permit.m_era != m_era)
        return;
    m_probing = false;
    if (sign == Sign::Alive) {
        m_failures = 0;
        if (m_state == State::HalfOpen)
            change(State::Closed);
    } else if (sign == Sign::Failing) {
        ++m_failures;
        if (m_state == State::HalfOpen || m_failures >= m_options.failuresToOpen)
            change(State::Open);
    }
}

Breaker::State Breaker::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

/// Call it with the mutex held.
void Breaker::change(State to)
{
    if (to == State::Open && m_state == State::Closed)
        qCWarning(partnerLog,
                  "the store failed %d times in a row: sending pauses, with a probe every %lld ms",
                  m_failures, static_cast<long long>(m_options.coolDown.count()));
    if (to == State::Closed)
        qCInfo(partnerLog, "the store answers again: sending resumes");
    m_state = to;
    ++m_era;
    m_failures = 0;
    m_probing = false;
    if (to == State::Open)
        m_openUntilNs = m_clock->steadyNs() + std::chrono::nanoseconds(m_options.coolDown).count();
}

GuardedPartner::GuardedPartner(std::shared_ptr<Breaker> breaker, std::unique_ptr<ReportingPartner> inner)
    : m_breaker(std::move(breaker))
    , m_inner(std::move(inner))
{
}

Task<SendOutcome> GuardedPartner::send(QByteArray code, UserId user, QByteArray idempotencyKey)
{
    const auto breaker = m_breaker; // this object may be destroyed when the answer comes
    const auto permit = breaker->enter();
    if (!permit)
        co_return SendOutcome::Busy;
    const SendReport report =
        co_await m_inner->sendAndReport(std::move(code), user, std::move(idempotencyKey));
    breaker->leave(*permit, report.sign);
    co_return report.outcome;
}

Task<Holding> GuardedPartner::ask(QByteArray code)
{
    return m_inner->ask(std::move(code));
}

Task<bool> GuardedPartner::withdraw(QByteArray code)
{
    return m_inner->withdraw(std::move(code));
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/partner/partner_tally.h"

namespace seonchak {

void PartnerTally::count(SendOutcome outcome)
{
    switch (outcome) {
    case SendOutcome::Accepted:
        m_accepted.fetch_add(1, std::memory_order_relaxed);
        break;
    case SendOutcome::Refused:
        m_refusals.fetch_add(1, std::memory_order_relaxed);
        break;
    case SendOutcome::AlreadyRegistered:
        m_conflicts.fetch_add(1, std::memory_order_relaxed);
        break;
    case SendOutcome::Unknown:
        m_unknowns.fetch_add(1, std::memory_order_relaxed);
        break;
    case SendOutcome::Busy:
        m_busy.fetch_add(1, std::memory_order_relaxed);
        break;
    }
}

PartnerCounts PartnerTally::counts() const
{
    PartnerCounts counts;
    counts.refusals = m_refusals.load(std::memory_order_relaxed);
    counts.conflicts = m_conflicts.load(std::memory_order_relaxed);
    counts.unknowns = m_unknowns.load(std::memory_order_relaxed);
    counts.busy = m_busy.load(std::memory_order_relaxed);
    // Summed, so that the parts add up to it even while others count.
    counts.calls =
        m_accepted.load(std::memory_order_relaxed) + counts.refusals + counts.conflicts + counts.unknowns;
    return counts;
}

TalliedPartner::TalliedPartner(std::shared_ptr<PartnerTally> tally, std::unique_ptr<Partner> inner)
    : m_tally(std::move(tally))
    , m_inner(std::move(inner))
{
}

QCoro::Task<SendOutcome> TalliedPartner::send(QByteArray code, UserId user, QByteArray idempotencyKey)
{
    const auto tally = m_tally; // this object may be gone when the answer comes
    const SendOutcome outcome = co_await m_inner->send(std::move(code), user, std::move(idempotencyKey));
    tally->count(outcome);
    co_return outcome;
}

QCoro::Task<Holding> TalliedPartner::ask(QByteArray code)
{
    return m_inner->ask(std::move(code));
}

QCoro::Task<bool> TalliedPartner::withdraw(QByteArray code)
{
    return m_inner->withdraw(std::move(code));
}

} // namespace seonchak

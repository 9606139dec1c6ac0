// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/partner/partner.h"

#include <atomic>
#include <memory>

namespace seonchak {

/// Sends by how they ended. `calls` is all but the busy ones: accepted + refusals + conflicts + unknowns.
struct PartnerCounts
{
    quint64 calls = 0;
    quint64 refusals = 0;
    quint64 conflicts = 0; ///< the code was registered there already
    quint64 unknowns = 0;
    quint64 busy = 0; ///< turned away by a bound of ours or the breaker
};

/// Counts of all threads together. Thread-safe; each number only grows.
class PartnerTally
{
public:
    void count(SendOutcome outcome);
    [[nodiscard]] PartnerCounts counts() const;

private:
    std::atomic<quint64> m_accepted = 0;
    std::atomic<quint64> m_refusals = 0;
    std::atomic<quint64> m_conflicts = 0;
    std::atomic<quint64> m_unknowns = 0;
    std::atomic<quint64> m_busy = 0;
};

/// Counts what passes through it.
class TalliedPartner final : public Partner
{
public:
    TalliedPartner(std::shared_ptr<PartnerTally> tally, std::unique_ptr<Partner> inner);

    QCoro::Task<SendOutcome> send(QByteArray code, UserId user, QByteArray idempotencyKey) override;
    QCoro::Task<Holding> ask(QByteArray code) override;
    QCoro::Task<bool> withdraw(QByteArray code) override;

private:
    const std::shared_ptr<PartnerTally> m_tally;
    const std::unique_ptr<Partner> m_inner;
};

} // namespace seonchak
